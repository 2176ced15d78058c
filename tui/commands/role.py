"""``gangmu role``: what a part of the document is about, where the program reads it wrongly."""

from __future__ import annotations

import click

from checklist import Journal
from tui.commands import options
from tui.commands.kinds import ROLE
from tui.commands.report import report
from tui.commands.state import any_of, on_journal, save
from tui.language import N_


@on_journal
@options.number
@click.argument("role", cls=options.Argument, type=ROLE, metavar=N_("ROLE"))
@options.as_json
def set_role(
    journal: Journal,
    *,
    number: str,
    role: str,
    as_json: bool,
) -> None:
    """Say that NUMBER and what is below it is problem, cause, measure or none of them."""
    items = any_of(journal, [number])
    events = journal.change(items[0], role=role)
    save(journal)
    report(journal, items, events, as_json=as_json)
