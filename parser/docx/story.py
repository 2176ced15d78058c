"""Paragraphs in order: from the blocks of a body to lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from parser.docx.labels import Labels
from parser.docx.names import W, number, switch, value
from parser.docx.numbering import Numbering
from parser.docx.runs import ALTERNATIVES, Inline, Reader, chosen
from parser.docx.styles import Styles
from parser.docx.tables import table_lines, table_of

WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
GONE = ("del", "moveFrom")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as text; it may hold line breaks."""

    text: str
    level: int | None = None
    """Outline level from 0, for headings without a number."""
    title: bool = False
    """Whether it is in the style of the document's title."""


class Story:
    """Turns blocks into lines; blocks must come in document order."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: dict[tuple[str, str], Element],
        *,
        keep_contents: bool = False,
    ) -> None:
        """``notes`` are the foot- and endnotes by (kind, id)."""
        self.styles = styles
        self.numbering = numbering
        self.labels = Labels(numbering)
        self.notes = notes
        self.reader = Reader(styles, keep_contents=keep_contents)
        self.carried = ""
        """Text of paragraphs whose end is deleted or hidden: it opens the next paragraph."""

    def lines(self, block: Element) -> Iterator[Line]:
        """The lines of a paragraph, a table, or of what wraps them."""
        if block.tag == f"{W}p":
            yield from self.paragraph(block)
        elif block.tag == f"{W}tbl":
            if self.carried:
                yield Line(self.carried)
                self.carried = ""
            for text in table_lines(table_of(block, self)):
                yield Line(text)
        elif block.tag == ALTERNATIVES:
            yield from self.children(chosen(block))
        elif block.tag in WRAPPERS and not self.is_contents(block):
            yield from self.children(block)

    def children(self, parent: Element) -> Iterator[Line]:
        """The lines of all blocks in something."""
        for block in parent:
            yield from self.lines(block)

    def contained(self, parent: Element) -> list[Line]:
        """The lines of a cell, a note or a text box: no paragraph runs on out of it."""
        outer, self.carried = self.carried, ""
        lines = list(self.children(parent))
        if self.carried:
            lines.append(Line(self.carried))
        self.carried = outer
        return lines

    def is_contents(self, block: Element) -> bool:
        """Whether a content control is Word's own table of contents."""
        gallery = block.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        name = gallery.get(f"{W}val", "") if gallery is not None else ""
        return name == "Table of Contents" and not self.reader.fields.keep_contents

    def paragraph(self, element: Element) -> Iterator[Line]:
        """The line of a paragraph, and after it those of its notes and text boxes."""
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.styles.default
        in_contents = self.reader.fields.in_contents
        found = Inline()
        self.reader.read(element, found, hidden=self.styles.hidden(style))
        self.reader.fields.end_paragraph()
        text = found.text
        left_out = in_contents or self.is_contents_line(style)
        if left_out and not (text and in_contents):
            return
        if self.runs_on(properties, style):
            if text:
                self.carried += (self.label(properties, style) if not self.carried else "") + text
            return
        yield from self.finished(properties, style, found)

    def finished(self, properties: Element | None, style: str, found: Inline) -> Iterator[Line]:
        """The line of a paragraph that really ends here, with what hangs on it."""
        label = "" if self.carried else self.label(properties, style)
        text = label + self.carried + found.text
        self.carried = ""
        extra = [line for box in found.boxes for line in self.contained(box)]
        extra += [line for note in found.notes for line in self.note(*note)]
        if text or not extra:
            level = None if label else self.outline(properties, style)
            yield Line(text, level, self.styles.is_title(style))
        yield from extra

    def is_contents_line(self, style: str) -> bool:
        """Whether the paragraph is a line of a table of contents by its style."""
        return self.styles.is_contents(style) and not self.reader.fields.keep_contents

    def runs_on(self, properties: Element | None, style: str) -> bool:
        """Whether the paragraph's end is deleted or hidden, so that the next one continues it."""
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and any(mark.find(f"{W}{name}") is not None for name in GONE):
            return True
        if switch(mark, "specVanish"):
            return True
        return self.reader.is_hidden(mark, self.styles.hidden(style))

    def label(self, properties: Element | None, style: str) -> str:
        """Count the paragraph in its list and give its label, or nothing."""
        direct = properties.find(f"{W}numPr") if properties is not None else None
        number_id = value(direct, "numId")
        level = number(direct, "ilvl")
        if number_id is None:
            number_id, style_level, passed = self.styles.numbering(style)
            if number_id is None:
                return ""
            if level is None:
                level = self.numbering.level_for_style(number_id, passed)
            level = style_level if level is None else level
        return self.labels.label(number_id, level or 0)

    def outline(self, properties: Element | None, style: str) -> int | None:
        """Outline level from 0, or None for body text."""
        direct = number(properties, "outlineLvl")
        if direct is not None:
            return direct if direct < 9 else None
        return self.styles.outline(style)

    def note(self, kind: str, key: str, mark: str) -> Iterator[Line]:
        """The lines of a foot- or endnote, marked as its reference is."""
        element = self.notes.pop((kind, key), None)
        if element is None:
            return
        lines = [line.text.strip() for line in self.contained(element)]
        for index, text in enumerate(lines):
            yield Line(text if index else mark + text)
