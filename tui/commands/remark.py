"""``gangmu remark``: a dated, signed note on an item."""

from __future__ import annotations

import click

from checklist import Journal
from parser import Message
from tui.commands import options
from tui.commands.failure import Failure
from tui.commands.report import report
from tui.commands.state import on_journal, one, save
from tui.language import N_


@on_journal
@options.number
@click.argument("text", cls=options.Argument, metavar=N_("TEXT"))
@options.as_json
def remark(
    journal: Journal,
    *,
    number: str,
    text: str,
    as_json: bool,
) -> None:
    """Add a remark; remarks are never overwritten."""
    if not text.strip():
        raise Failure(Message("the remark is empty"))
    item = one(journal, number)
    events = journal.change(item, remark=text)
    save(journal)
    report(journal, [item], events, as_json=as_json)
