"""When a document was written, as far as it says so itself."""

from __future__ import annotations

from datetime import date

from parser.deadline import YEAR, N, S
from parser.marker import value_of
from parser.pattern import Pattern

PARTS = ("year", "month", "day")
BLANKS = Pattern(r"\s+")
B = r"[^\S\n]*"
DAY = f"(?P<year>{YEAR})年(?P<month>{N})月(?:(?P<day>{N})日)?"
OWN_LINE = Pattern(f"(?:^|\n){B}[（(]?{S}{DAY}{S}[）)]?{B}(?=\n|$)", "年")
ISSUED = Pattern(f"{DAY}(?:印发|发布|施行)", "印发", "发布", "施行")
PUBLISHED = Pattern(
    r"(?:发布|成文|印发)?(?:日期|时间)[:：]\s*(?P<year>[12][0-9]{3})[-/.年](?P<month>[0-9]{1,2})[-/.月]"
    r"(?P<day>[0-9]{1,2})",
    "日期",
    "时间",
)
BELOW_TITLE = Pattern(f"(?:^|\n){B}[（(]{DAY}", "年")


def find_date(text: str) -> date | None:
    """Return the day on which a document says it was written.

    That is the first date on a line of its own (below the title or above the seal), else one in
    brackets below the title, else the day of printing or publishing. Where only the month is
    given, its first day. None where the document says nothing: a year is never guessed.
    """
    for form in (OWN_LINE, BELOW_TITLE, ISSUED, PUBLISHED):
        for m in form.finditer(text):
            year, month, day = (value_of(BLANKS.sub("", m[part] or "1")) for part in PARTS)
            try:
                return date(year, month, day)
            except ValueError:
                continue
    return None
