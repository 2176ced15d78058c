"""The second sheet: how many items are in which state, by section, with a chart.

The counts are formulas, so that they stay right while colleagues fill the ledger in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checklist.ledger.columns import Column
from checklist.ledger.ledger import Ledger, summary
from checklist.ledger.safe import for_cell
from checklist.ledger.terms import REPORT_ORDER, STATUS_NAMES

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NAME = {"zh": "汇总", "en": "Summary"}
WORDS = {
    "zh": ("整改情况汇总", "所属部分", "合计", "完成率", "超期", "（未列部分）"),
    "en": ("Summary", "Section", "Total", "Rate", "Late", "(none)"),
}
COLOURS = {
    "closed": "2E7D32",
    "done": "66BB6A",
    "mostly": "9CCC65",
    "ongoing": "42A5F5",
    "doing": "FFB300",
    "open": "BDBDBD",
}
HEAD = 4
MOST = 12
"""Sections that a chart has room for."""


def write_summary(
    book: Workbook, ledger: Ledger, columns: tuple[Column, ...], source: str, span: tuple[int, int]
) -> None:
    """Add the sheet; ``span`` are the first and last row of the ledger's items in ``source``."""
    sheet = book.create_sheet(NAME[ledger.language])
    title, section, total, rate, late, none = WORDS[ledger.language]
    names = [STATUS_NAMES[ledger.language][status] for status in REPORT_ORDER]
    heads = [section, *names, total, rate, late]
    groups = [group for group, _ in ledger.groups]
    ranges = {key: absolute(columns, key, source, span) for key in ("group", "status", "due_date")}
    write_title(sheet, title, summary(ledger), len(heads))
    sheet.append([])
    sheet.append(heads)
    for at, group in enumerate(groups, HEAD + 1):
        cell = sheet.cell(at, 1)
        cell.value = for_cell(group) or none
        cell.data_type = "s"
        where = f'{ranges["group"]},IF($A{at}="{none}","",$A{at})'
        write_counts(sheet, at, names, ranges, where)
    last = HEAD + len(groups)
    if len(groups) > 1:
        write_total(sheet, last + 1, total, len(heads), (HEAD + 1, last))
    dress(sheet, len(heads), last + (len(groups) > 1))
    if groups:
        add_chart(sheet, title, len(names), (HEAD, min(last, HEAD + MOST)), last + 3)
    paper(sheet)


def absolute(columns: tuple[Column, ...], key: str, source: str, span: tuple[int, int]) -> str:
    """The cells of one column of the ledger."""
    from openpyxl.utils import get_column_letter, quote_sheetname

    letter = get_column_letter([column.key for column in columns].index(key) + 1)
    return f"{quote_sheetname(source)}!${letter}${span[0]}:${letter}${span[1]}"


def write_title(sheet: Worksheet, title: str, note: str, width: int) -> None:
    """Title and the sentence with the counts on the day of the export."""
    from openpyxl.styles import Alignment, Font

    for place, text, font, height in (
        (1, title, Font(name="方正小标宋简体", size=20), 34),
        (2, note, Font(name="楷体", size=11), 36),
    ):
        sheet.merge_cells(start_row=place, start_column=1, end_row=place, end_column=width)
        cell = sheet.cell(place, 1, for_cell(text))
        cell.font = font
        cell.alignment = Alignment(
            horizontal="center" if place == 1 else "left", vertical="center", wrap_text=True
        )
        sheet.row_dimensions[place].height = height


def write_counts(
    sheet: Worksheet, at: int, names: list[str], ranges: dict[str, str], where: str
) -> None:
    """The counts of one section."""
    from openpyxl.utils import get_column_letter

    head = HEAD
    for place in range(2, len(names) + 2):
        letter = get_column_letter(place)
        sheet.cell(at, place).value = f"=COUNTIFS({where},{ranges['status']},{letter}${head})"
    first, last = "B", get_column_letter(len(names) + 1)
    total = get_column_letter(len(names) + 2)
    sheet.cell(at, len(names) + 2).value = f"=SUM({first}{at}:{last}{at})"
    # Finished is what is closed and what waits to be accepted: the first two columns.
    sheet.cell(at, len(names) + 3).value = f"=IF({total}{at}=0,0,(B{at}+C{at})/{total}{at})"
    late = "+".join(
        f'COUNTIFS({where},{ranges["due_date"]},"<"&TODAY(),{ranges["status"]},'
        f"{get_column_letter(place)}${head})"
        for place in unfinished_places()
    )
    sheet.cell(at, len(names) + 4).value = f"={late}"


def unfinished_places() -> list[int]:
    """The columns of the states in which a due date still presses."""
    return [place for place, status in enumerate(REPORT_ORDER, 2) if status.unfinished]


def write_total(sheet: Worksheet, at: int, name: str, width: int, span: tuple[int, int]) -> None:
    """The last line: sums."""
    from openpyxl.utils import get_column_letter

    sheet.cell(at, 1, name)
    for place in range(2, width + 1):
        letter = get_column_letter(place)
        sheet.cell(at, place).value = f"=SUM({letter}{span[0]}:{letter}{span[1]})"
    total = get_column_letter(width - 2)
    sheet.cell(at, width - 1).value = f"=IF({total}{at}=0,0,(B{at}+C{at})/{total}{at})"


def dress(sheet: Worksheet, width: int, last: int) -> None:
    """Borders, fonts and widths."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    thin = Side(style="thin", color="808080")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for line in sheet.iter_rows(min_row=HEAD, max_row=last, max_col=width):
        for cell in line:
            head = cell.row == HEAD
            cell.border = border
            cell.font = Font(name="黑体" if head else "宋体", size=11 if head else 10.5)
            first = cell.column == 1 and not head
            cell.alignment = Alignment(
                horizontal="left" if first else "center", vertical="center", wrap_text=True
            )
            if head:
                cell.fill = PatternFill("solid", start_color="DCE6F1")
            elif cell.column == width - 1:
                cell.number_format = "0.00%"
        sheet.row_dimensions[line[0].row or 1].height = 24
    sheet.column_dimensions["A"].width = 46
    for place in range(2, width + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 10


def add_chart(sheet: Worksheet, title: str, states: int, span: tuple[int, int], at: int) -> None:
    """Bars that show of each section how many items are in which state."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.shapes import GraphicalProperties

    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 60
    chart.title = title
    chart.add_data(
        Reference(sheet, min_col=2, max_col=states + 1, min_row=span[0], max_row=span[1]),
        titles_from_data=True,
    )
    chart.set_categories(Reference(sheet, min_col=1, min_row=span[0] + 1, max_row=span[1]))
    for series, status in zip(chart.series, REPORT_ORDER, strict=True):
        series.graphicalProperties = GraphicalProperties(solidFill=COLOURS[status.value])
    chart.y_axis.majorUnit = 1 if span[1] - span[0] < MOST else None
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.legend.position = "b"
    chart.width, chart.height = 26, 5 + 1.1 * (span[1] - span[0])
    sheet.add_chart(chart, f"A{at}")


def paper(sheet: Worksheet) -> None:
    """A4 landscape, one page wide, with page numbers."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.footer = 0.6, 0.75, 0.35
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "— &P —"
