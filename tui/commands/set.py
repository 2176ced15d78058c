"""``gangmu set``: the fields of items."""

from __future__ import annotations

import click

from checklist import Journal, Status
from parser import Message
from tui.commands import options
from tui.commands.failure import Failure
from tui.commands.kinds import STATUS
from tui.commands.report import report
from tui.commands.state import any_of, chosen, on_journal, save
from tui.language import N_


@on_journal
@options.numbers
@click.option(
    "--status",
    type=STATUS,
    metavar=N_("STATUS"),
    help=N_("open, doing, done, mostly or ongoing; or in words."),
)
@click.option("--owner", metavar=N_("NAME"), help=N_("Who is responsible."))
@click.option("--due", metavar=N_("DATE"), help=N_("By when: 2026-12-31, or in words."))
@click.option("--result", metavar=N_("TEXT"), help=N_("What came of it, in the report's words."))
@click.option(
    "--evidence",
    multiple=True,
    metavar=N_("TEXT"),
    help=N_("File name or link that proves it; may be given several times, replaces the old ones."),
)
@click.option("--reason", metavar=N_("TEXT"), help=N_("Why a closed item is opened again."))
@click.option(
    "--on-list/--off-list",
    "on_list",
    default=None,
    help=N_("Put any heading or item on the checklist, or take it off."),
)
@options.as_json
def set_fields(
    journal: Journal,
    /,
    *,
    numbers: tuple[str, ...],
    as_json: bool,
    evidence: tuple[str, ...],
    **fields: object,
) -> None:
    """Set fields of items; an empty value clears the field."""
    if fields["status"] is Status.CLOSED:
        raise Failure(Message("closing is a step of its own: use gangmu close"))
    wanted = {name: value for name, value in fields.items() if value is not None}
    if evidence:
        wanted["evidence"] = [one for one in evidence if one]
    if not wanted:
        raise Failure(Message("nothing to set: give --status, --owner, --due or another option"))
    find = any_of if "on_list" in wanted else chosen
    items = find(journal, numbers)
    with journal.step():
        events = [event for item in items for event in journal.change(item, **wanted)]
    save(journal)
    report(journal, items, events, as_json=as_json)
