"""The due dates as a calendar (RFC 5545): one all-day entry for each item that is not finished."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from checklist.ledger.columns import NEAR_DAYS
from checklist.ledger.ledger import Ledger
from checklist.ledger.rows import Row
from checklist.ledger.safe import printable
from checklist.ledger.terms import STATUS_NAMES

LINE = 75
"""Bytes, without the line end (RFC 5545, 3.1)."""
TITLE = 40
"""Characters of a measure that a calendar's page has room for."""


def render(ledger: Ledger) -> bytes:
    """A calendar; items without a day or finished ones have no place in it."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gangmu//ledger//ZH", "CALSCALE:GREGORIAN"),
        f"X-WR-CALNAME:{escaped(ledger.title)}整改时限",
    ]
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for row in ledger.rows:
        if row.item.due_date is not None and row.item.status.unfinished:
            lines += entry(row, ledger, stamp)
    lines.append("END:VCALENDAR")
    return "".join(folded(line) for line in lines).encode()


def entry(row: Row, ledger: Ledger, stamp: str) -> list[str]:
    """One entry, with a reminder when the date comes near."""
    item = row.item
    first = item.due_date
    assert first is not None
    short = row.text.partition("\n")[0]
    short = short if len(short) <= TITLE else short[: TITLE - 1] + "…"
    facts = [
        row.text,
        f"所属部分：{row.group}" if row.group else "",
        f"责任人：{item.owner}" if item.owner else "",
        f"整改时限：{item.due}" if item.due else "",
        f"状态：{STATUS_NAMES['zh'][item.status]}",
        f"整改情况：{item.result}" if item.result else "",
    ]
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(item.key)}-{item.number}@gangmu",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped('整改到期：' + short)}",
        f"DESCRIPTION:{escaped(chr(10).join(filter(None, facts)))}",
        f"CATEGORIES:{escaped(ledger.title)}",
        "TRANSP:TRANSPARENT",
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(short)}"),
        *(f"TRIGGER:-P{NEAR_DAYS}D", "END:VALARM"),
        "END:VEVENT",
    ]


def escaped(text: str) -> str:
    """The text as a value (RFC 5545, 3.3.11)."""
    text = printable(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, no character split."""
    pieces: list[str] = []
    size = 0
    start = 0
    for place, char in enumerate(line):
        width = len(char.encode("utf-8", "replace"))
        if size + width > LINE:
            pieces.append(line[start:place])
            start, size = place, 1
        size += width
    pieces.append(line[start:])
    return "\r\n ".join(pieces) + "\r\n"
