"""A filled-in ledger as a table: from .xlsx or .csv, ours or anybody's."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from checklist.disk import read
from checklist.error import StateError
from checklist.ledger import baseline
from checklist.ledger.columns import Column, column_by_heading
from checklist.ledger.safe import looks_like_formula
from parser import Message

KEY_HEADING = "gangmu"
"""Heading of the hidden column that says which item a row is about."""
HEADER_ROWS = 30
"""A header is looked for in so many rows: above it may stand a title and notes."""
MOST_ROWS, MOST_COLUMNS = 100_000, 200
LARGEST = 256 << 20
"""Bytes that a spreadsheet may unpack to."""

UNREADABLE = Message(
    "this cannot be read as a spreadsheet; open it in Excel or WPS and save it again as .xlsx"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table."""

    number: int
    """As the spreadsheet counts, from 1."""
    key: str
    """Of the item; empty in a foreign ledger and in rows that somebody added."""
    cells: dict[str, str]
    """Column key → text."""


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in the file."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    exported: dict[str, dict[str, str]] = field(default_factory=dict)
    """Item key → column key → text as it went out; empty for a foreign ledger."""
    ours: bool = False
    """Whether it is one of our exports, with the values as they went out."""
    ignored: tuple[str, ...] = ()
    """Headings of columns that an import knows nothing to do with."""


def read_table(path: Path) -> Table:
    """Read a filled-in ledger; raises StateError with one line that says what to do."""
    try:
        data = read(path)[0]
    except OSError as error:
        reason = error.strerror or str(error)
        raise StateError(
            Message("the ledger cannot be read: {reason}", reason=reason), path
        ) from error
    try:
        sheets = csv_sheet(data) if path.suffix.lower() == ".csv" else xlsx_sheets(data)
        table = first_table(sheets)
    except StateError as error:
        error.path = error.path or path
        raise
    if table is None:
        message = Message(
            "no ledger found: no row has the usual headings (measure, owner, due, status)"
        )
        raise StateError(message, path)
    return table


Sheets = dict[str, list[tuple[Any, ...]]]


def xlsx_sheets(data: bytes) -> Sheets:
    """All sheets with their values; raises StateError for what is no sound spreadsheet."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise StateError(
            Message("this is an old or locked spreadsheet; save it as .xlsx without a password")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise StateError(Message("the spreadsheet unpacks to far more than a ledger holds"))
        return dict(worksheets(data))
    except StateError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken file makes it stumble over
        raise StateError(UNREADABLE) from error


def worksheets(data: bytes) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Name and rows of each sheet."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            yield sheet.title, [tuple(row) for row in rows]
    finally:
        book.close()


def csv_sheet(data: bytes) -> Sheets:
    """The one table of a CSV file, in UTF-8 or in what Chinese Excel writes."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))[:MOST_ROWS]
    except csv.Error as error:
        raise StateError(UNREADABLE) from error
    return {"": [tuple(map(bare, row)) for row in rows]}


def bare(text: str) -> str:
    """The text without the apostrophe that kept it from being a formula."""
    return text[1:] if text.startswith("'") and looks_like_formula(text[1:]) else text


def first_table(sheets: Sheets) -> Table | None:
    """The first sheet with a ledger's header; one of our own goes before others."""
    exported, hidden = exported_values(sheets.get(baseline.SHEET, []))
    found: list[Table] = []
    for name, rows in sheets.items():
        if name != baseline.SHEET and (at := header_of(rows)) is not None:
            found.append(table_of(rows, at, exported, hidden))
    return next((table for table in found if table.ours), found[0] if found else None)


def exported_values(
    rows: list[tuple[Any, ...]],
) -> tuple[dict[str, dict[str, str]], frozenset[str]]:
    """(item key → column key → text, hidden columns) as ``write_baseline`` left them."""
    if len(rows) < 2 or words(rows[0][0]) != str(baseline.VERSION):
        return {}, frozenset()
    names = [words(cell) for cell in rows[1][1:]]
    values = {
        words(row[0]): {name: words(cell) for name, cell in padded(names, row[1:])}
        for row in rows[2:]
        if row and row[0] is not None
    }
    hidden = words(rows[0][4]) if len(rows[0]) > 4 else ""
    return values, frozenset(hidden.split(","))


def padded(names: list[str], cells: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Names with their cells; cells that a short row lacks are empty."""
    cells = [*cells, *[None] * len(names)]
    return zip(names, cells, strict=False)


def header_of(rows: list[tuple[Any, ...]]) -> int | None:
    """The row with the headings, or None."""
    for at, row in enumerate(rows[:HEADER_ROWS]):
        keys = {column.key for cell in row if (column := column_by_heading(words(cell)))}
        marked = any(words(cell) == KEY_HEADING for cell in row)
        if marked or (len(keys) >= 2 and keys & {"measure", "problem"}):
            return at
    return None


def table_of(
    rows: list[tuple[Any, ...]],
    at: int,
    exported: dict[str, dict[str, str]],
    hidden: frozenset[str],
) -> Table:
    """The table below a header; columns of one meaning (责任单位, 责任人) are read as one."""
    places: dict[int, Column] = {}
    key_place = -1
    ignored = []
    for place, cell in enumerate(rows[at]):
        heading = words(cell)
        column = column_by_heading(heading)
        if heading == KEY_HEADING:
            key_place = place
        elif column:
            places[place] = column
        elif heading:
            ignored.append(heading)
    ours = key_place >= 0 and bool(exported)
    if ours:
        places = {place: c for place, c in places.items() if c.key not in hidden}
    lines = []
    for number, row in enumerate(rows[at + 1 :], at + 2):
        key = words(row[key_place]) if 0 <= key_place < len(row) else ""
        cells = cells_of(row, places)
        if any(cells.values()) or key:
            lines.append(Line(number, key, cells))
    columns = tuple(dict.fromkeys(places.values()))
    return Table(columns, tuple(lines), exported if ours else {}, ours, tuple(ignored))


def cells_of(row: tuple[Any, ...], places: Mapping[int, Column]) -> dict[str, str]:
    """Column key → text; of columns with one meaning the texts are joined."""
    found: dict[str, list[str]] = {column.key: [] for column in places.values()}
    for place, column in places.items():
        text = words(row[place]) if place < len(row) else ""
        if text and text not in found[column.key]:
            found[column.key].append(text)
    return {key: "，".join(texts) for key, texts in found.items()}


def words(value: Any) -> str:
    """A cell as text: days as 2026-06-30, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.strip() for line in text.strip().split("\n"))
