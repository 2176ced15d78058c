"""``gangmu carry``: last year's ledger onto this year's report."""

from __future__ import annotations

import os
from pathlib import Path

import click

from checklist import ENDING, Item, carry, state_path
from parser import Message
from tui.commands import options
from tui.commands.document import read
from tui.commands.failure import Failure
from tui.commands.item import as_object, name_of, progress_line, progress_object
from tui.commands.output import write_json
from tui.commands.state import opened, save, signature
from tui.language import N_, _


@click.argument("old", cls=options.Argument, metavar=N_("OLD"))
@click.argument("new", cls=options.Argument, metavar=N_("NEW"))
@options.reading
@options.state
@options.author
@options.as_json
def carry_over(
    old: str, new: str, encoding: str | None, state: str | None, by: str | None, as_json: bool
) -> None:
    """Give the new document what was said about the old one; OLD may be a state file."""
    source = Path(old) if old.endswith(ENDING) else state_path(read(old, encoding))
    journal = opened(new, encoding, state, signature(by))
    if os.path.realpath(source) == os.path.realpath(journal.path):
        raise Failure(Message("the two documents have the same state file"), old)
    if not source.exists():
        raise Failure(Message("it has no state file yet: nothing to carry over"), old)
    carried = carry(source, journal)
    save(journal)
    parts: dict[str, tuple[Item, ...]] = {
        "carried": carried.placed,
        "reworded": carried.reworded,
        "unattached": carried.unattached,
    }
    if as_json:
        found = {name: [as_object(item) for item in items] for name, items in parts.items()}
        progress = progress_object(journal.checklist.progress)
        write_json({"state": str(journal.path), "progress": progress, **found})
        return
    from tui.commands.draw import heading, paragraph, show, table

    for title, items in (
        (_("Carried over"), carried.placed),
        (_("Carried over, but the wording changed"), carried.reworded),
        (_("Without a place in the new document"), carried.unattached),
    ):
        if items:
            rows = [(item.number, name_of(item)) for item in items]
            show(heading(title), table([_("No."), _("Item")], rows, elided=True))
    show(paragraph(progress_line(journal.checklist)))
    show(paragraph(_("Saved in {path}").format(path=journal.path)))
