"""``gangmu attach``: by hand, where an item stands that found no place."""

from __future__ import annotations

import click

from checklist import Item, Journal
from parser import Message
from tui.commands import options
from tui.commands.failure import Failure
from tui.commands.report import report
from tui.commands.state import node_at, on_journal, plain, save
from tui.language import N_


@on_journal
@click.argument("item", cls=options.Argument, metavar=N_("ITEM"))
@options.number
@options.as_json
def attach(
    journal: Journal,
    *,
    item: str,
    number: str,
    as_json: bool,
) -> None:
    """Say that an unattached item (its id, or the number it had) now stands at NUMBER."""
    node = node_at(journal, number)
    found = unattached(journal, item)
    events = journal.attach(found, node)
    save(journal)
    report(journal, [found], events, as_json=as_json)


def unattached(journal: Journal, name: str) -> Item:
    """The item of that id or former number; raises Failure unless there is exactly one."""
    items = [
        item
        for item in journal.checklist.unattached
        if name.strip() == item.key or plain(name) == item.number
    ]
    if len(items) == 1:
        return items[0]
    if items:
        ids = " ".join(item.key for item in items)
        message = Message("several unattached items were {number}: name one of {ids}",
                          number=name, ids=ids)  # fmt: skip
    else:
        message = Message(
            "there is no unattached item {number}; gangmu list shows them", number=repr(name)
        )
    raise Failure(message, journal.document.path)
