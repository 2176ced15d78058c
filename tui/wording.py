"""Events and days in words, for history, messages and details."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from checklist import Event, Item
from parser import Node
from tui.language import N_, _, ngettext
from tui.words import ROLES, STATUSES, status_name

FIELDS: dict[str, str] = {
    "owner": N_("Owner"),
    "due": N_("Due"),
    "result": N_("Result"),
    "evidence": N_("Evidence"),
    "remark": N_("Remark"),
    "opinion": N_("Opinion of acceptance"),
    "closed_by": N_("Accepted by"),
    "closed_on": N_("Date"),
    "reason": N_("Reason"),
}


def label_of(node: Node) -> str:
    """Marker and title, as the document writes them."""
    gap = "" if node.marker.endswith(("、", "）", ".", "．", "，", ")")) else " "
    return f"{node.marker}{gap}{node.title}"


def label(item: Item) -> str:
    """Marker and title of an item, whether it has a place in the document or not."""
    return label_of(item.node) if item.node else f"{item.marker}{item.title}"


def told(fields: Mapping[str, Any]) -> str:
    """What an event set, in one line."""
    parts = []
    for name, value in fields.items():
        if name in TELLERS:
            parts.append(TELLERS[name](value))
        elif name in FIELDS and value:
            parts.append(f"{_(FIELDS[name])} {value}")
        elif name in FIELDS:
            parts.append(_("{field} emptied").format(field=_(FIELDS[name])))
    return " · ".join(part for part in parts if part).replace("\n", " ")


def _state(value: Any) -> str:
    return status_name(value) if str(value) in STATUSES else status_name("open")


def _evidence(value: Any) -> str:
    return f"{_('Evidence')} {_(', ').join(map(str, value or ()))}"


def _listed(value: Any) -> str:
    return _("put on the checklist") if value else _("taken off the checklist")


def _role(value: Any) -> str:
    names = {role.value: name for role, name in ROLES.items()}
    return _(names.get(str(value), N_("no role")))


TELLERS: dict[str, Callable[[Any], str]] = {
    "status": _state,
    "evidence": _evidence,
    "on_list": _listed,
    "role": _role,
}


def what_happened(event: Event) -> str:
    """An event in words: what it set, that it undid something or gave an item its place."""
    if event.undoes:
        return _("undid an earlier change")
    if event.redoes:
        return _("did an undone change again")
    return told(event.fields) or _("attached to the document")


def moment(time: datetime) -> str:
    """Day and minute where the user is; of a clock that was centuries wrong, what it said."""
    with suppress(OverflowError, ValueError, OSError):
        time = time.astimezone()
    return time.strftime("%Y-%m-%d %H:%M")


def days(item: Item, today: date) -> str:
    """``超期 3 天``, ``还有 5 天``, ``今天到期``; nothing where no day is named or it is done."""
    left = item.days_left(today)
    if left is None or not item.status.unfinished:
        return ""
    return days_left(left)


def days_left(left: int) -> str:
    """Days until something is due, below zero when late, in words."""
    if left == 0:
        return _("due today")
    if left < 0:
        return ngettext("{n} day late", "{n} days late", -left).format(n=-left)
    return ngettext("{n} day left", "{n} days left", left).format(n=left)
