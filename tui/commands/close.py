"""``gangmu close`` and ``gangmu reopen``: 销号, and taking it back."""

from __future__ import annotations

import functools
from datetime import date

import click

from checklist import Journal, Status
from parser import Message
from tui.commands import options
from tui.commands.failure import Failure
from tui.commands.kinds import DAY
from tui.commands.report import report
from tui.commands.state import chosen, on_journal, save
from tui.language import N_


@on_journal
@options.numbers
@click.option("--opinion", required=True, metavar=N_("TEXT"), help=N_("Opinion on acceptance."))
@click.option("--on", "day", type=DAY, metavar=N_("DATE"), help=N_("Day of it; today if not said."))
@options.as_json
def close(
    journal: Journal,
    *,
    numbers: tuple[str, ...],
    opinion: str,
    day: date | None,
    as_json: bool,
) -> None:
    """Accept items and close them, with opinion, name and day."""
    if not opinion.strip():
        raise Failure(Message("closing needs an opinion"))
    fields: dict[str, object] = {"status": Status.CLOSED, "opinion": opinion}
    if day is not None:
        fields["closed_on"] = day
    items = chosen(journal, numbers)
    with journal.step():
        events = [event for item in items for event in journal.change(item, **fields)]
    save(journal)
    report(journal, items, events, as_json=as_json)


@on_journal
@options.numbers
@click.option("--reason", required=True, metavar=N_("TEXT"), help=N_("Why it is opened again."))
@options.as_json
def reopen(
    journal: Journal,
    *,
    numbers: tuple[str, ...],
    reason: str,
    as_json: bool,
) -> None:
    """Open closed items again, with a reason that stays visible."""
    if not reason.strip():
        raise Failure(Message("reopening needs a reason"))
    items = chosen(journal, numbers)
    for item in items:
        if item.status is not Status.CLOSED:
            raise Failure(
                Message("{number} is not closed", number=item.number), journal.document.path
            )
    with journal.step():
        change = functools.partial(journal.change, status=Status.DOING, reason=reason)
        events = [event for item in items for event in change(item)]
    save(journal)
    report(journal, items, events, as_json=as_json)
