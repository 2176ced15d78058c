"""``gangmu merge``: the union of state files."""

from __future__ import annotations

from pathlib import Path

import click

from checklist import Journal
from tui.commands import options
from tui.commands.item import progress_line, progress_object
from tui.commands.output import write_json
from tui.commands.state import on_journal, save
from tui.language import N_, _, ngettext


@on_journal
@click.argument("others", cls=options.Argument, metavar=N_("[STATE…]"), nargs=-1)
@options.as_json
def merge(
    journal: Journal,
    others: tuple[str, ...],
    as_json: bool,
) -> None:
    """Join other state files to this document's; without any, the conflicting copies beside it."""
    new = journal.merge([Path(other) for other in others] or journal.conflicts)
    save(journal)
    if as_json:
        write_json(
            {
                "state": str(journal.path),
                "progress": progress_object(journal.checklist.progress),
                "joined": new,
            }
        )
        return
    from tui.commands.draw import paragraph, show

    joined = ngettext("{count} change was new", "{count} changes were new", new)
    show(paragraph(joined.format(count=new)), paragraph(progress_line(journal.checklist)))
    if new:
        show(paragraph(_("Saved in {path}").format(path=journal.path)))
