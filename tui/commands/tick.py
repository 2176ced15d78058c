"""``gangmu tick`` and ``gangmu untick``."""

from __future__ import annotations

from checklist import Item, Journal, Status
from tui.commands import options
from tui.commands.report import report
from tui.commands.state import chosen, on_journal, save


@on_journal
@options.numbers
@options.as_json
def tick(
    journal: Journal,
    numbers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say that items are done; what is done or closed already stays as it is."""
    items = chosen(journal, numbers)
    turn(journal, [i for i in items if i.status not in {Status.DONE, Status.CLOSED}], Status.DONE)
    report(journal, items, as_json=as_json)


@on_journal
@options.numbers
@options.as_json
def untick(
    journal: Journal,
    numbers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say that items are not done; what is closed must be reopened with a reason."""
    items = chosen(journal, numbers)
    turn(journal, items, Status.OPEN)
    report(journal, items, as_json=as_json)


def turn(journal: Journal, items: list[Item], status: Status) -> None:
    """Give items a status, as one step, and put it on the disk."""
    with journal.step():
        for item in items:
            journal.change(item, status=status)
    save(journal)
