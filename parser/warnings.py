"""What a careful secretary would want to know: numbers missing, doubled or out of order."""

from __future__ import annotations

from parser.candidate import Candidate
from parser.document import Warning
from parser.marker import CODES, LAST, spell
from parser.message import Message
from parser.nesting import Fault

LIMIT = 200
"""More warnings than anybody reads."""

_UNCOUNTED = frozenset(CODES[name] for name in ("——", "#", "-", "首先"))


def warnings_of(text: str, taken: list[Candidate], faults: list[Fault]) -> tuple[Warning, ...]:
    """The faults worth a person's time, in the order of the text."""
    made: list[Warning] = []
    line, seen = 1, 0
    for fault in faults:
        each = taken[fault.at]
        message = _message(text, taken, fault)
        if message is None:
            continue
        line += text.count("\n", seen, each.start)
        seen = each.start
        made.append(Warning(line, seen - text.rfind("\n", 0, seen), message))
        if len(made) == LIMIT:
            break
    return tuple(made)


def _message(text: str, taken: list[Candidate], fault: Fault) -> Message | None:
    each = taken[fault.at]
    marker = _marker(text, each)
    if each.kind >> 4 in _UNCOUNTED or each.value == LAST or "之" in marker:
        return None
    if fault.runs_on:
        return Message(
            "{marker} goes on from an earlier section; others begin again", marker=marker
        )
    if fault.due >= 0 and taken[fault.due].kind >> 4 not in _UNCOUNTED:
        due = spell(each.value, _marker(text, taken[fault.due]))
        return Message("{marker} stands where {due} is due", marker=marker, due=due)
    last = taken[fault.before] if fault.before >= 0 else None
    if last and each.value == last.value:
        return Message("{marker} stands twice in one list", marker=marker)
    if last and each.value < last.value:
        return Message("{marker} comes after {before}", marker=marker, before=_marker(text, last))
    first, end = spell(last.value + 1 if last else 1, marker), spell(each.value - 1, marker)
    if first == end:
        return Message("{missing} is missing before {marker}", missing=first, marker=marker)
    return Message(
        "{missing} to {last} are missing before {marker}", missing=first, last=end, marker=marker
    )


def _marker(text: str, each: Candidate) -> str:
    return text[each.start : each.end].lstrip("#*- \t").rstrip()
