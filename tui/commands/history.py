"""Events as the commands print them: what was changed, of which item, by whom, when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checklist import Event, Item, Journal
from tui.commands.item import name_of
from tui.language import _
from tui.wording import moment, what_happened

if TYPE_CHECKING:
    from rich.table import Table

LONGEST = 60
"""Characters of a change that a table shows; ``--json`` has all of it."""


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
                moment(event.time),
                event.author,
                item.number if item else "",
                short(what_happened(event)),
                name_of(item) if item else "",
            )
        )
    columns = [_("Time"), _("By"), _("No."), _("Change"), _("Item")]
    return table(columns, rows, elided=True)


def short(text: str) -> str:
    """The text as far as a table has room for it."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
