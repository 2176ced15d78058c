"""Events as the commands print them: what was changed, of which item, by whom, when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from checklist import Event, Item, Journal
from tui.commands.item import name_of
from tui.language import N_, _
from tui.words import FIELDS, ROLES, STATUSES

if TYPE_CHECKING:
    from rich.table import Table

HIDDEN = {"due_date", "same"}
"""What follows from something else that is shown."""


def item_at(journal: Journal, event: Event) -> Item | None:
    """The item that an event is about, attached or not."""
    return journal.checklist.by_key(journal.key_of(event))


def event_object(journal: Journal, event: Event) -> dict[str, object]:
    """One event; the time is in UTC, ``fields`` are as the state file has them."""
    item = item_at(journal, event)
    return {
        "id": event.id,
        "time": event.time.isoformat(),
        "author": event.author,
        "item": event.item,
        "number": item.number if item else "",
        "title": item.title if item else "",
        "fields": dict(event.fields),
        "undoes": list(event.undoes),
        "redoes": list(event.redoes),
    }


def event_rows(journal: Journal, events: Iterable[Event]) -> Table:
    """A table for people, one line for each event, in the time of this place."""
    from tui.commands.draw import table

    rows = []
    for event in events:
        item = item_at(journal, event)
        rows.append(
            (
                event.time.astimezone().strftime("%Y-%m-%d %H:%M"),
                event.author,
                item.number if item else "",
                what(event),
                name_of(item) if item else "",
            )
        )
    columns = [_("Time"), _("By"), _("No."), _("Change"), _("Item")]
    return table(columns, rows, elided=True)


def what(event: Event) -> str:
    """What an event did: ``状态 待验收，责任人 张三``."""
    if event.undoes:
        return _("undone")
    if event.redoes:
        return _("redone")
    return _(", ").join(said(event.fields)) or _("attached to the document")


def said(fields: Mapping[str, Any]) -> list[str]:
    """Each field with its new value, in the words of the screen."""
    return [
        f"{_(FIELDS[name])} {value_of(name, value)}".rstrip()
        for name, value in fields.items()
        if name in FIELDS and name not in HIDDEN
    ]


def value_of(name: str, value: Any) -> str:
    """A field's value in the words of the screen."""
    if name == "on_list":
        return _("yes") if value else _("no")
    if value is None:
        return _("as in the document")
    if name == "status":
        return _(STATUSES.get(value, str(value)))
    if name == "role":
        return _(ROLES.get(value, N_("none")))
    if isinstance(value, list | tuple):
        return _(", ").join(map(str, value))
    return str(value)
