"""What a person changes of an item, checked and put as the state file writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checklist.error import StateError
from checklist.item import Item
from checklist.status import Status
from checklist.strict import storable
from parser import Message, Role, due_of

TEXTS = {"owner", "due", "result", "opinion", "closed_by", "remark", "reason"}
DAYS = {"due_date", "closed_on"}
FLAGS = {"on_list"}
FIELDS = {*TEXTS, *DAYS, *FLAGS, "status", "role", "evidence"}


def changes_of(
    item: Item, fields: Mapping[str, Any], *, on_list: bool, author: str
) -> dict[str, Any]:
    """The fields that differ from what ``item`` has, ready for the state file.

    Raises StateError for what cannot be stored, for closing without an opinion and for reopening
    without a reason.
    """
    said = {name: written(name, value) for name, value in fields.items()}
    if "due" in said and "due_date" not in said:
        said["due_date"] = _day_in(said["due"])
    status = said.get("status", item.status.value) or Status.OPEN.value
    closing = status == Status.CLOSED and (
        item.status is not Status.CLOSED or bool(said.get("opinion"))
    )
    if closing:
        if not said.get("opinion"):
            raise StateError(Message("closing needs an opinion"))
        said.setdefault("closed_by", author)
        said.setdefault("closed_on", date.today().isoformat())
        return {**_new(item, said, on_list=on_list), **{k: said[k] for k in CLOSING if k in said}}
    if item.status is Status.CLOSED and status != Status.CLOSED and not said.get("reason"):
        raise StateError(Message("reopening needs a reason"))
    return _new(item, said, on_list=on_list)


CLOSING = ("status", "opinion", "closed_by", "closed_on")


def written(name: str, value: Any) -> Any:
    """A field's value as JSON has it; raises StateError for what cannot be stored."""
    if name not in FIELDS:
        raise StateError(Message("there is no field {name}", name=repr(name)))
    try:
        result: Any = None
        if value is None:
            pass
        elif name in TEXTS:
            result = _text(name, value)
        elif name in DAYS:
            result = (date.fromisoformat(value) if isinstance(value, str) else value).isoformat()
        elif name in FLAGS:
            result = bool(value)
        elif name == "status":
            result = Status(value).value
        elif name == "role":
            result = value if value == "none" else Role(value).value
        else:
            result = [_text(name, one) for one in value]
    except (ValueError, TypeError, AttributeError):
        message = Message("{value} is no value of {name}", value=repr(value), name=name)
        raise StateError(message) from None
    return result


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(name)
    if not storable(value):
        raise StateError(
            Message(
                "{name} holds characters that cannot be stored: {value}",
                name=name,
                value=ascii(value),
            )
        )
    return value


def _new(item: Item, said: Mapping[str, Any], *, on_list: bool) -> dict[str, Any]:
    has = {
        "status": item.status.value,
        "owner": item.owner,
        "due": item.due,
        "due_date": item.due_date and item.due_date.isoformat(),
        "result": item.result,
        "evidence": list(item.evidence),
        "role": item.role.value if item.role else "none",
        "on_list": on_list,
        "remark": "",
        "reason": "",
        "opinion": item.opinion,
        "closed_by": item.closed_by,
        "closed_on": item.closed_on and item.closed_on.isoformat(),
    }
    new = {name: value for name, value in said.items() if value != has[name]}
    if "due" in new or "due_date" in new:
        new["due_date"] = said.get("due_date")
        new["due"] = said["due"] if "due" in said else item.due or said.get("due_date")
    return {name: value for name, value in new.items() if name not in NOTES or value}


NOTES = {"remark", "reason"}


def _day_in(words: str | None) -> str | None:
    """The day that a typed time limit means, counted from today."""
    due = due_of(words, date.today()) if words else None
    return due.date.isoformat() if due and due.date else None
