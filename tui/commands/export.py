"""``gangmu export``: the ledger of a document in the format that an office asks for."""

from __future__ import annotations

from pathlib import Path

import click

from checklist import Selection, Status, chosen_columns, export, ledger_of
from parser import Message
from tui.commands import options
from tui.commands.failure import Failure
from tui.commands.output import write_json, write_line
from tui.commands.state import opened
from tui.language import N_, _

STATUSES = [status.value for status in Status]


@options.file_or_sample
@click.option(
    "-o",
    "--output",
    metavar=N_("PATH"),
    required=True,
    help=N_("Where to write; the ending decides: .xlsx .docx .html .md .csv .ics .json."),
)
@click.option(
    "--columns", metavar=N_("NAMES"), help=N_("Columns, parted by commas, in their order.")
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(STATUSES),
    help=N_("Only items in this state; may be given more than once."),
)
@click.option("--owner", metavar=N_("NAME"), default="", help=N_("Only items of this owner."))
@click.option("--late", is_flag=True, help=N_("Only items that are overdue."))
@click.option(
    "--under", metavar=N_("NUMBER"), default="", help=N_("Only items at or below this number.")
)
@click.option(
    "--headings",
    type=click.Choice(["zh", "en"]),
    default="zh",
    help=N_("Language of the ledger itself; Chinese unless you say otherwise."),
)
@click.option("--force", is_flag=True, help=N_("Overwrite a file that exists."))
@options.state
@options.as_json
def export_ledger(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: str | None,
    output: str,
    columns: str | None,
    statuses: tuple[str, ...],
    owner: str,
    late: bool,
    under: str,
    headings: str,
    force: bool,
    encoding: str | None,
    state: str | None,
    as_json: bool,
) -> int:
    """Write the ledger and say where; 1 when no item is selected."""
    chosen = chosen_columns(columns) if columns is not None else None
    journal = opened(file, encoding, state, None)
    if under and journal.document.find(under) is None:
        raise Failure(
            Message("there is no item {number}; gangmu outline shows the numbers", number=under),
            journal.document.path,
        )
    selection = Selection(frozenset(map(Status, statuses)), owner, late, under)
    ledger = ledger_of(journal.checklist, columns=chosen, selection=selection, language=headings)
    export(ledger, Path(output), force=force)
    if as_json:
        write_json({"path": output, "items": len(ledger.rows), "of": ledger.whole})
    else:
        write_line(
            _("{count} of {whole} items written to {path}").format(
                count=len(ledger.rows), whole=ledger.whole, path=output
            )
        )
    return 0 if ledger.rows else 1
