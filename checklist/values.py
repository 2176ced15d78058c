"""What the events of an item say, as fields of an ``Item``; what is of no use is passed over."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from checklist.event import Line, read_time
from checklist.fold import State
from checklist.item import Remark
from checklist.status import Status
from parser import Role

Word = TypeVar("Word", Status, Role)


def values_of(state: State) -> dict[str, Any]:
    """The fields of an item that events decide; what is not of the right kind is left out."""
    fields = state.fields
    values: dict[str, Any] = {
        name: fields[name]
        for name in ("owner", "due", "result")
        if isinstance(fields.get(name), str)
    }
    values["status"] = status = word_of(Status, fields.get("status")) or Status.OPEN
    if isinstance(evidence := fields.get("evidence"), list):
        values["evidence"] = tuple(one for one in evidence if isinstance(one, str))
    if "due" in values:
        values["due_date"] = day_of(fields.get("due_date"))
    if status is Status.CLOSED:
        values["opinion"] = text_of(fields.get("opinion"))
        values["closed_by"] = text_of(fields.get("closed_by"))
        values["closed_on"] = day_of(fields.get("closed_on"))
    values["remarks"] = tuple(remark_of(line) for line in state.noted)
    if state.last is not None:
        values["changed"] = read_time(state.last["time"])
        values["changed_by"] = state.last["author"]
    return values


def remark_of(line: Line) -> Remark:
    """The note that an event carries, a remark or the reason of a reopening."""
    said = line["set"]
    parts = [text_of(said.get(name)) for name in ("reason", "remark")]
    text = "\n".join(part for part in parts if part)
    return Remark(text, line["author"], read_time(line["time"]), line["id"])


def text_of(value: Any) -> str:
    """The value, when it is a text."""
    return value if isinstance(value, str) else ""


def day_of(value: Any) -> date | None:
    """The day that the state file writes so, when it is one."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def word_of(kind: type[Word], value: Any) -> Word | None:
    """The status or role of that name, when there is one."""
    try:
        return kind(value)
    except ValueError:
        return None
