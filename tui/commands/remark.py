"""``gangmu remark``: a dated, signed note on an item."""

from __future__ import annotations

import click

from parser import Message
from tui.commands import options
from tui.commands.failure import Failure
from tui.commands.report import report
from tui.commands.state import one, opened, save
from tui.language import N_


@options.file
@options.number
@click.argument("text", cls=options.Argument, metavar=N_("TEXT"))
@options.state
@options.author
@options.as_json
def remark(
    file: str,
    *,
    number: str,
    text: str,
    encoding: str | None,
    state: str | None,
    by: str | None,
    as_json: bool,
) -> None:
    """Add a remark; remarks are never overwritten."""
    if not text.strip():
        raise Failure(Message("the remark is empty"))
    journal = opened(file, encoding, state, by)
    item = one(journal, number)
    events = journal.change(item, remark=text)
    save(journal)
    report(journal, [item], events, as_json=as_json)
