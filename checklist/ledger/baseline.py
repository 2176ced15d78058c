"""What an import compares with: a very hidden sheet that keeps the values as they went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checklist.ledger.columns import Column
from checklist.ledger.ledger import Ledger
from checklist.ledger.safe import for_cell

if TYPE_CHECKING:
    from openpyxl import Workbook

SHEET = "_gangmu"
VERSION = 1


def write_baseline(book: Workbook, ledger: Ledger, columns: tuple[Column, ...]) -> None:
    """Add the sheet: a line about the file, the columns' keys, then the values of each row.

    The first line names the hidden columns last: nobody filled them in, so no import reads them.
    """
    sheet = book.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    shown = columns[: len(ledger.columns)]
    fields = [column for column in shown if column.field]
    hidden = ",".join(column.key for column in columns[len(ledger.columns) :])
    lines = [
        [str(VERSION), ledger.today.isoformat(), ledger.language, ledger.title, hidden],
        ["key", *(column.key for column in fields)],
        *(
            [row.item.key, *(column.text(row, ledger.language) for column in fields)]
            for row in ledger.rows
        ),
    ]
    for at, line in enumerate(lines, 1):
        for place, text in enumerate(line, 1):
            if text:
                cell = sheet.cell(at, place)
                cell.value = for_cell(text)
                cell.data_type = "s"
