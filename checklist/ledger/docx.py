"""The progress report as a Word file, laid out by GB/T 9704-2012.

A4, 28 characters by 22 lines (5.2.1): the core of the page is 156 mm by 225 mm with 37 mm above and
28 mm at the binding side; title 小标宋 二号, text 仿宋 三号, 一、 in 黑体, （一） in 楷体 (7.3);
page numbers in 四号 half-width 宋体 between dashes, outside (7.5).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from checklist.error import StateError
from checklist.ledger.ledger import Ledger
from checklist.ledger.report import Kind, Paragraph, report_of
from checklist.ledger.safe import printable
from parser import Message

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


PT = 12_700
"""English metric units in a point."""
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 25.9
"""Margins in millimetres: 297 - 37 - 35 = 225, 210 - 28 - 26 = 156."""
LINES, CHARACTERS = 22, 28
SIZE = 16
"""三号 in points."""
LINE_TWIPS = round(225 / 25.4 * 1440 / LINES)
TIGHTER = -4
"""Twips between characters: 28 of 16 points are wider than 156 mm. A grid of characters (17.6.5)
would say the same, but LibreOffice then gives each character two cells."""

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
LATIN = "Times New Roman"
LOOKS: dict[Kind, tuple[str, float]] = {
    "title": (SONG, 22),
    "body": (FANG, SIZE),
    "first": (HEI, SIZE),
    "second": (KAI, SIZE),
    "item": (FANG, SIZE),
    "sign": (FANG, SIZE),
}
"""Font and size in points of each kind of paragraph."""


def render(ledger: Ledger) -> bytes:
    """The report; raises StateError when python-docx is not installed."""
    try:
        import docx
    except ImportError:
        raise StateError(
            Message(
                "writing Word files needs python-docx: pip install 'gangmu[word]'; "
                "or choose another ending (.xlsx, .html, .md)"
            )
        ) from None
    made = docx.Document()
    set_page(made)
    set_normal(made)
    for paragraph in report_of(ledger):
        add(made, paragraph)
    made.core_properties.title = printable(ledger.title)[:255]
    made.core_properties.author = "gangmu"
    made.core_properties.comments = ""
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def set_page(made: WordDocument) -> None:
    """Paper, margins, grid of characters and lines, page numbers."""
    from docx.shared import Mm

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.footer_distance = Mm(25)
    for old in section._sectPr.findall(tag("docGrid")):
        section._sectPr.remove(old)
    grid = element("docGrid", type="lines", linePitch=LINE_TWIPS)
    section._sectPr.append(grid)
    made.settings.odd_and_even_pages_header_footer = True
    add_page_number(section.footer.paragraphs[0], "right")
    add_page_number(section.even_page_footer.paragraphs[0], "left")


def add_page_number(paragraph: Any, side: str) -> None:
    """— 1 — in 四号, one character in from the outer edge."""
    paragraph.style = "Normal"
    properties = paragraph._p.get_or_add_pPr()
    properties.append(element("spacing", line=240, lineRule="auto"))
    edge = "rightChars" if side == "right" else "leftChars"
    properties.append(element("ind", firstLine=0, firstLineChars=0, **{edge: 100}))
    properties.append(element("jc", val=side))
    for kind, text in (("", "— "), ("begin", ""), ("instr", "PAGE"), ("end", ""), ("", " —")):
        run = paragraph.add_run(text if not kind else "")
        dress(run, "宋体", 14, latin="宋体")
        if kind == "instr":
            code = element("instrText")
            code.text = text
            run._r.append(code)
        elif kind:
            run._r.append(element("fldChar", fldCharType=kind))


def set_normal(made: WordDocument) -> None:
    """The type that everything is in unless it says otherwise."""
    normal = made.styles["Normal"]
    normal.font.name = LATIN
    normal.font.size = SIZE * PT
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(tag("eastAsia"), FANG)
    spacing = normal.paragraph_format
    spacing.space_before = spacing.space_after = 0
    spacing.widow_control = False


def add(made: WordDocument, paragraph: Paragraph) -> None:
    """One paragraph of the report."""
    added = made.add_paragraph()
    properties = added._p.get_or_add_pPr()
    font, size = LOOKS[paragraph.kind]
    if paragraph.kind in {"first", "second"}:
        properties.append(element("keepNext"))
    rule = {"line": LINE_TWIPS, "lineRule": "exact"}
    if paragraph.kind == "title":
        rule = {"line": LINE_TWIPS * 6 // 5, "lineRule": "exact", "after": LINE_TWIPS}
    properties.append(element("spacing", **rule))
    if paragraph.kind == "sign":
        properties.append(element("ind", right=4 * SIZE * 20, rightChars=400))
    elif paragraph.kind != "title":
        # Two characters in, counted in characters (7.3.3).
        properties.append(element("ind", firstLine=2 * SIZE * 20, firstLineChars=200))
    sides = {"title": "center", "sign": "right"}
    properties.append(element("jc", val=sides.get(paragraph.kind, "both")))
    if paragraph.kind in {"first", "second"}:
        properties.append(element("outlineLvl", val=int(paragraph.kind == "second")))
    if paragraph.lead:
        dress(added.add_run(printable(paragraph.lead)), font, size)
    dress(added.add_run(printable(paragraph.text)), font, size)


def dress(run: Any, font: str, size: float, *, latin: str = LATIN) -> None:
    """Font and size of a run."""
    run.font.size = round(size * PT)
    run.font.name = latin
    fonts = run._r.rPr.rFonts
    fonts.set(tag("eastAsia"), font)
    # Quotation marks and dashes are Chinese here; Word would take them from the Latin font.
    fonts.set(tag("hint"), "eastAsia")
    if size == SIZE:
        run._r.rPr.find(tag("sz")).addprevious(element("spacing", val=TIGHTER))


def tag(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def element(name: str, **attributes: object) -> Any:
    """A WordprocessingML element."""
    from docx.oxml import OxmlElement

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(tag(key), str(value))
    return made
