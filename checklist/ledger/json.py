"""The ledger as JSON: everything, for a program."""

from __future__ import annotations

import json

from checklist.ledger.ledger import Ledger, summary
from checklist.ledger.rows import Row


def render(ledger: Ledger) -> bytes:
    """Title, day, counts and all rows, whatever columns are asked for."""
    value = {
        "title": ledger.title,
        "date": ledger.today.isoformat(),
        "summary": summary(ledger),
        "progress": {**ledger.progress._asdict(), "rate": round(ledger.progress.rate, 4)},
        "items": [as_object(row) for row in ledger.rows],
    }
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace")


def as_object(row: Row) -> dict[str, object]:
    """One item with everything known about it."""
    item = row.item
    return {
        "position": row.position,
        "key": item.key,
        "number": item.number,
        "marker": item.marker,
        "title": item.title,
        "text": row.text,
        "section": row.group,
        "problem": row.problem,
        "role": item.role,
        "status": item.status,
        "owner": item.owner,
        "due": item.due,
        "due_date": item.due_date.isoformat() if item.due_date else None,
        "overdue": row.late,
        "days_left": item.days_left(row.today),
        "result": item.result,
        "evidence": list(item.evidence),
        "remarks": [
            {"text": r.text, "author": r.author, "time": r.time.isoformat()} for r in item.remarks
        ],
        "opinion": item.opinion,
        "closed_by": item.closed_by,
        "closed_on": item.closed_on.isoformat() if item.closed_on else None,
        "changed": item.changed.isoformat() if item.changed else None,
        "changed_by": item.changed_by,
        "reworded": item.reworded,
        "attached": item.node is not None,
    }
