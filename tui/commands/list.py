"""``gangmu list``: the checklist of a document."""

from __future__ import annotations

import sys
from datetime import date

from checklist import Item, Journal
from tui.commands import options
from tui.commands.item import as_object, due_words, name_of, progress_line, progress_object
from tui.commands.output import write_json
from tui.commands.state import opened
from tui.language import _
from tui.words import status_name


@options.file_or_sample
@options.state
@options.as_json
def list_items(file: str | None, encoding: str | None, state: str | None, as_json: bool) -> None:
    """Show the items and how far they are."""
    journal = opened(file, encoding, state, None)
    if as_json:
        write_json(
            {
                "state": str(journal.path),
                "progress": progress_object(journal.checklist.progress),
                "items": [as_object(item) for item in journal.checklist.items],
                "unattached": [as_object(item) for item in journal.checklist.unattached],
            }
        )
    else:
        show(journal)


def status_words(item: Item) -> str:
    """The status, and whether the wording it was given to is no longer the document's."""
    changed = " · " + _("wording changed") if item.reworded else ""
    return status_name(item.status) + changed


def show(journal: Journal) -> None:
    """Print the checklist for a person: one line for each item."""
    from tui.commands.draw import heading, paragraph, table, within
    from tui.commands.draw import show as draw

    today = date.today()
    columns = [_("No."), _("Status"), _("Owner"), _("Due"), _("Item")]

    def rows(items: tuple[Item, ...]) -> list[tuple[str, ...]]:
        return [
            (
                item.number,
                status_words(item),
                within(item.owner),
                due_words(item, today, dated=not sys.stdout.isatty()),
                name_of(item),
            )
            for item in items
        ]

    checklist = journal.checklist
    draw(paragraph(journal.document.title), paragraph(progress_line(checklist)))
    draw(table(columns, rows(checklist.items), elided=True))
    if checklist.unattached:
        draw(heading(_("No longer found in the document")))
        draw(table(columns, rows(checklist.unattached), elided=True))
