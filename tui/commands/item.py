"""An item as the commands print it: an object of JSON, or a row for people."""

from __future__ import annotations

from datetime import date

from checklist import Checklist, Item, Progress
from tui.language import _, ngettext
from tui.words import status_name


def as_object(item: Item) -> dict[str, object]:
    """One item; times are in UTC, ``due`` is as written."""
    return {
        "number": item.number,
        "id": item.key,
        "marker": item.marker,
        "title": item.title,
        "role": item.role,
        "status": item.status,
        "owner": item.owner,
        "due": item.due,
        "remarks": [
            {"text": remark.text, "author": remark.author, "time": remark.time.isoformat()}
            for remark in item.remarks
        ],
        "changed": item.changed.isoformat() if item.changed else None,
        "changed_by": item.changed_by,
        "due_date": item.due_date.isoformat() if item.due_date else None,
        "result": item.result,
        "evidence": list(item.evidence),
        "opinion": item.opinion,
        "closed_by": item.closed_by,
        "closed_on": item.closed_on.isoformat() if item.closed_on else None,
        "reworded": item.reworded,
    }


def progress_object(progress: Progress) -> dict[str, int]:
    """The counts; one for each status, and together they are the total."""
    return progress._asdict()


def progress_line(checklist: Checklist) -> str:
    """``整改 3/9（33%）`` with all its parts."""
    progress = checklist.progress
    line = _("Finished {finished}/{total} ({rate:.0%})").format(
        finished=progress.finished, total=progress.total, rate=progress.rate
    )
    parts = [
        f"{status_name(name)} {count}"
        for name, count in progress._asdict().items()
        if name not in {"total", "overdue"} and count
    ]
    if progress.overdue:
        parts.append(_("overdue {count}").format(count=progress.overdue))
    return line + _(": ") + _(", ").join(parts) if parts else line


def due_words(item: Item, today: date, *, dated: bool = True) -> str:
    """The time limit as written, the day it means when dated, and how late it is."""
    left = item.days_left(today)
    day = item.due_date.isoformat() if item.due_date else ""
    due = item.due if day in item.due or not dated else f"{item.due} ({day})"
    if left is None or not item.overdue(today):
        return due
    late = ngettext("{count} day late", "{count} days late", -left).format(count=-left)
    return f"{due} ({late})"


def name_of(item: Item) -> str:
    """Marker and title, on one line."""
    return f"{item.marker} {item.title}".strip()
