"""The ledger as a spreadsheet, as an office would hand it in; ``intake`` reads it back."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from checklist.ledger.baseline import write_baseline
from checklist.ledger.columns import COLUMNS, NEAR_DAYS, Column
from checklist.ledger.ledger import Ledger, summary
from checklist.ledger.rows import Row
from checklist.ledger.safe import for_cell, looks_like_formula
from checklist.ledger.summary_sheet import paper, write_summary
from checklist.ledger.table import KEY_HEADING
from checklist.ledger.terms import STATUS_NAMES
from checklist.status import Status

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = {"zh": "整改台账", "en": "Ledger"}
TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3
FIRST = HEAD_ROW + 1

LINE_HEIGHT = 15.0
"""Points; a line of 10.5 point type."""
TALLEST = 409.0
"""Points; Excel's limit for a row."""
SONG, HEI, TITLE_FONT = "宋体", "黑体", "方正小标宋简体"


def render(ledger: Ledger) -> bytes:
    """A workbook: the ledger, a summary with a chart, and what an import compares with."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET[ledger.language]
    styles = styles_of(book.add_named_style)
    columns = written_columns(ledger)
    write_head(sheet, ledger, columns)
    for row in ledger.rows:
        write_row(sheet, row, ledger, columns, styles)
    last = max(FIRST, HEAD_ROW + len(ledger.rows))
    add_rules(sheet, ledger, columns, last)
    lay_out(sheet, ledger, columns, last)
    write_summary(book, ledger, columns, sheet.title, (FIRST, last))
    write_baseline(book, ledger, columns)
    book.calculation.fullCalcOnLoad = True
    book.properties.title = for_cell(ledger.title)
    book.properties.creator = "gangmu"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def written_columns(ledger: Ledger) -> tuple[Column, ...]:
    """The chosen columns, and hidden at the end those that colours and counts need."""
    chosen = {column.key for column in ledger.columns}
    needed = {"group", "status", "due_date"}
    return (*ledger.columns, *(c for c in COLUMNS if c.key in needed - chosen))


def styles_of(register: object) -> dict[bool, NamedStyle]:
    """The looks of a cell, by whether it is centred; made once, since they cost most."""
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    thin = Side(style="thin", color="808080")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    styles = {}
    for centred in (False, True):
        style = NamedStyle(f"ledger{'-centred' if centred else ''}")
        style.font = Font(name=SONG, size=10.5)
        style.border = border
        style.alignment = Alignment(
            horizontal="center" if centred else "left", vertical="center", wrap_text=True
        )
        assert callable(register)
        register(style)
        styles[centred] = style
    return styles


def write_head(sheet: Worksheet, ledger: Ledger, columns: tuple[Column, ...]) -> None:
    """Title, summary and headings."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    width = len(ledger.columns)
    for place, text, font in (
        (TITLE_ROW, ledger.heading, Font(name=TITLE_FONT, size=20)),
        (NOTE_ROW, summary(ledger), Font(name="楷体", size=11)),
    ):
        sheet.merge_cells(start_row=place, start_column=1, end_row=place, end_column=width)
        cell = sheet.cell(place, 1)
        put_text(cell, text)
        cell.font = font
        centred = "center" if place == TITLE_ROW else "left"
        cell.alignment = Alignment(horizontal=centred, vertical="center", wrap_text=True)
    whole = sum(column.width for column in ledger.columns)
    sheet.row_dimensions[TITLE_ROW].height = 32 * lines_of(ledger.heading, whole // 2)
    sheet.row_dimensions[NOTE_ROW].height = 4 + 16 * lines_of(summary(ledger), whole)
    thin = Side(style="thin", color="404040")
    for place, heading in enumerate([c.name(ledger.language) for c in columns] + [KEY_HEADING], 1):
        cell = sheet.cell(HEAD_ROW, place)
        put_text(cell, heading)
        cell.font = Font(name=HEI, size=11, bold=False)
        cell.fill = PatternFill("solid", start_color="DCE6F1")
        cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[HEAD_ROW].height = 26


def write_row(
    sheet: Worksheet,
    row: Row,
    ledger: Ledger,
    columns: tuple[Column, ...],
    styles: dict[bool, NamedStyle],
) -> None:
    """One item."""
    place = HEAD_ROW + row.position
    height = 1
    for at, column in enumerate(columns, 1):
        cell = sheet.cell(place, at)
        if column.key == "alert":
            cell.value = alert_formula(columns, place, ledger.language)
        else:
            put(cell, column, row, ledger.language)
            if at <= len(ledger.columns):
                height = max(height, lines_of(str(cell.value or ""), column.width))
        cell.style = styles[column.centred].name
        if isinstance(cell.value, date):
            cell.number_format = "yyyy-mm-dd"
        elif cell.data_type == "s" and looks_like_formula(str(cell.value)):
            cell.quotePrefix = True
    put_text(sheet.cell(place, len(columns) + 1), row.item.key)
    sheet.row_dimensions[place].height = min(TALLEST, 8 + LINE_HEIGHT * height)


def put(cell: Cell | MergedCell, column: Column, row: Row, language: str) -> None:
    """A value of its own kind; text stays text whatever it looks like."""
    value = column.value(row)
    if value is None or value == "":
        return
    if isinstance(value, (date, int)):
        cell.value = value
    else:
        put_text(cell, column.text(row, language))


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """A text that no program takes for a formula."""
    if text:
        cell.value = for_cell(text)
        cell.data_type = "s"


def lines_of(text: str, width: int) -> int:
    """Roughly how many lines a text takes; ``width`` in half-width characters."""
    room = max(4, width - 1)
    return sum(
        max(1, -(-sum(1 if ord(char) < 0x300 else 2 for char in line) // room))
        for line in text.split("\n")
    )


def letter_of(columns: tuple[Column, ...], key: str) -> str:
    """The letter of a column in the sheet."""
    from openpyxl.utils import get_column_letter

    return get_column_letter([column.key for column in columns].index(key) + 1)


def unfinished(status: str, language: str) -> str:
    """A condition on the cell of the state: whether a due date still presses."""
    names = [STATUS_NAMES[language][one] for one in Status if one.unfinished]
    return "OR(" + ",".join(f'{status}="{name}"' for name in names) + ")"


def alert_formula(columns: tuple[Column, ...], place: int, language: str) -> str:
    """超期3天, 剩5天: reckoned by the spreadsheet on the day when it is looked at."""
    due, status = (f"${letter_of(columns, key)}{place}" for key in ("due_date", "status"))
    late, left, ending = ("超期", "剩", "天") if language == "zh" else ("late ", "left ", " d")
    return (
        f"=IF(AND(ISNUMBER({due}),{unfinished(status, language)}),IF({due}<TODAY(),"
        f'"{late}"&(TODAY()-{due})&"{ending}",IF({due}-TODAY()<={NEAR_DAYS},'
        f'"{left}"&({due}-TODAY())&"{ending}","")),"")'
    )


def add_rules(sheet: Worksheet, ledger: Ledger, columns: tuple[Column, ...], last: int) -> None:
    """The state as a list to choose from; what is late in red, what is near in yellow."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    due, status = letter_of(columns, "due_date"), letter_of(columns, "status")
    names = ",".join(STATUS_NAMES["zh"].values())
    if ledger.language == "zh":
        choice = DataValidation(type="list", formula1=f'"{names}"', allow_blank=True)
        choice.showErrorMessage = True
        choice.errorTitle = "状态"
        choice.error = f"请从下拉列表中选择：{names}"
        sheet.add_data_validation(choice)
        choice.add(f"{status}{FIRST}:{status}{last}")
    open_still = f"ISNUMBER(${due}{FIRST}),{unfinished(f'${status}{FIRST}', ledger.language)}"
    red = PatternFill("solid", start_color="FDE3E1", end_color="FDE3E1")
    yellow = PatternFill("solid", start_color="FFF4CC", end_color="FFF4CC")
    rules = (
        (f"AND({open_still},${due}{FIRST}<TODAY())", red, Font(color="B00020", bold=True)),
        (f"AND({open_still},${due}{FIRST}-TODAY()<={NEAR_DAYS})", yellow, None),
    )
    for key in ("due", "due_date", "status", "alert"):
        if key in {column.key for column in columns}:
            letter = letter_of(columns, key)
            for formula, fill, font in rules:
                rule = FormulaRule([formula], True, font, None, fill)  # type: ignore[no-untyped-call]
                sheet.conditional_formatting.add(f"{letter}{FIRST}:{letter}{last}", rule)


def lay_out(sheet: Worksheet, ledger: Ledger, columns: tuple[Column, ...], last: int) -> None:
    """Widths, frozen headings, filter, and paper: A4 landscape with the headings on every page."""
    from openpyxl.utils import get_column_letter

    for at, column in enumerate(columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(at)]
        dimension.width = column.width
        dimension.hidden = at > len(ledger.columns)
    key = get_column_letter(len(columns) + 1)
    sheet.column_dimensions[key].hidden = True
    sheet.freeze_panes = f"A{FIRST}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{key}{last}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(ledger.columns))}{last}"
    paper(sheet)
