"""Inside a paragraph: the text that a reader sees, with changes accepted and fields resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from parser.docx.names import MC, OFF, M, W, switch, value
from parser.docx.styles import Styles
from parser.docx.symbols import symbol

ALTERNATIVES = f"{MC}AlternateContent"
BOX = f"{W}txbxContent"

CONTAINERS = frozenset(
    f"{W}{name}"
    for name in (
        *("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"),
        *("rubyBase", "ruby"),
    )
)
"""What only wraps the text; deletions, comments and properties are not among them."""

CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
MATH = f"{M}oMath"
MATH_BLOCK = f"{M}oMathPara"
MATH_TEXT = f"{M}t"
SHAPES = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
LEFT_OUT = frozenset({"TOC", "INDEX"})
"""Fields whose result only repeats the document."""


@dataclass(slots=True)
class Field:
    """An open field: first its instruction is read, then its result."""

    instruction: str = ""
    result: bool = False

    @property
    def left_out(self) -> bool:
        """Whether the result is a table of contents."""
        return (self.instruction.split() or [""])[0].upper() in LEFT_OUT


@dataclass(slots=True)
class Fields:
    """The open fields; they go on across paragraphs."""

    keep_contents: bool = False
    open: list[Field] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """Whether text is read now, not an instruction or a table of contents."""
        return all(f.result and (self.keep_contents or not f.left_out) for f in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents is open."""
        return not self.keep_contents and any(f.left_out for f in self.open)

    def mark(self, kind: str | None) -> None:
        """Follow one ``w:fldChar``."""
        if kind == "begin":
            self.open.append(Field())
        elif self.open and kind == "separate":
            self.open[-1].result = True
        elif self.open and kind == "end":
            self.open.pop()

    def end_paragraph(self) -> None:
        """Forget fields that never came to their result, lest they swallow the document."""
        self.open = [f for f in self.open if f.result or f.left_out]


@dataclass(slots=True)
class Inline:
    """What was read of one paragraph."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes anchored here."""
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """(kind, id, mark) of foot- and endnotes; a mark of its own stands in the note anyway."""

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(self.parts)


class Reader:
    """Reads runs; keeps the open fields and the numbers of the notes."""

    def __init__(self, styles: Styles, *, keep_contents: bool = False) -> None:
        """Start before the first paragraph."""
        self.styles = styles
        self.fields = Fields(keep_contents)
        self.counts = {"footnote": 0, "endnote": 0}
        self.changes = 0
        """Tracked changes that were met."""
        self.hidden = 0
        """Characters of hidden text that were left out."""

    def read(self, parent: Element, into: Inline, *, hidden: bool = False) -> None:
        """Read the children of a paragraph or of something that wraps text in it.

        ``hidden`` tells whether the paragraph's style hides its text.
        """
        for child in parent:
            tag = child.tag
            self.changes += tag in CHANGES
            if tag == f"{W}r":
                self.run(child, into, hidden)
            elif tag in CONTAINERS:
                self.read(child, into, hidden=hidden)
            elif tag == f"{W}fldSimple":
                if Field(child.get(f"{W}instr", "")).left_out and not self.fields.keep_contents:
                    continue
                self.read(child, into, hidden=hidden)
            elif tag == ALTERNATIVES:
                self.read(chosen(child), into, hidden=hidden)
            elif tag in (MATH, MATH_BLOCK) and self.fields.visible:
                into.parts.extend(text.text or "" for text in child.iter(MATH_TEXT))

    def run(self, run: Element, into: Inline, hidden: bool) -> None:
        """Read one run unless it is hidden."""
        properties = run.find(f"{W}rPr")
        shown = not self.is_hidden(properties, hidden)
        for child in run:
            tag = child.tag
            if tag == f"{W}fldChar":
                self.fields.mark(child.get(f"{W}fldCharType"))
            elif tag == f"{W}instrText":
                if self.fields.open and not self.fields.open[-1].result:
                    self.fields.open[-1].instruction += child.text or ""
            elif shown and self.fields.visible:
                self.piece(child, into, hidden)
            elif not shown and tag == f"{W}t":
                self.hidden += len(child.text or "")

    def piece(self, child: Element, into: Inline, hidden: bool) -> None:
        """Read one visible child of a run."""
        tag = child.tag
        if tag == f"{W}t":
            into.parts.append(plain(child.text or ""))
        elif tag in SIGNS:
            into.parts.append(SIGNS[tag])
        elif tag == f"{W}sym":
            into.parts.append(sign(child))
        elif tag in REFERENCES:
            self.reference(child, into)
        elif tag in SHAPES:
            into.boxes.extend(boxes(child))
        elif tag == ALTERNATIVES:
            for inner in chosen(child):
                self.piece(inner, into, hidden)
        elif tag == f"{W}ruby":
            self.read(child, into, hidden=hidden)

    def reference(self, element: Element, into: Inline) -> None:
        """Put the mark of a note and remember the note."""
        kind = REFERENCES[element.tag]
        mark = ""
        if element.get(f"{W}customMarkFollows", "0").lower() in OFF:
            self.counts[kind] += 1
            mark = note_mark(kind, self.counts[kind])
            into.parts.append(mark)
        into.notes.append((kind, element.get(f"{W}id", ""), mark))

    def is_hidden(self, properties: Element | None, inherited: bool) -> bool:
        """Whether a run is hidden: by itself, by its style, or by the paragraph's style."""
        direct = switch(properties, "vanish")
        if direct is not None:
            return direct
        style = value(properties, "rStyle")
        # Hiddenness of a character style toggles that of the paragraph style (17.7.3).
        return inherited != (style is not None and self.styles.hidden(style))


def plain(text: str) -> str:
    """Without soft hyphens; line ends inside ``w:t`` are blanks, as Word shows them."""
    return text.replace("\u00ad", "").replace("\r", " ").replace("\n", " ")


def sign(element: Element) -> str:
    """A ``w:sym`` as the character that looks like it."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    usable = 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000
    return symbol(element.get(f"{W}font", ""), chr(code)) if usable else ""


def note_mark(kind: str, count: int) -> str:
    """The mark of a note, in the text and before the note itself."""
    return f"〔注{count}〕" if kind == "footnote" else f"〔尾注{count}〕"


def chosen(alternatives: Element) -> Element:
    """The one alternative to read: the first that holds text, else the first."""
    options = list(alternatives)
    for option in options:
        if any(True for _ in option.iter(f"{W}t")):
            return option
    return options[0] if options else alternatives


def boxes(shape: Element) -> Iterator[Element]:
    """The text boxes inside a shape, each once."""
    for child in chosen(shape) if shape.tag == ALTERNATIVES else shape:
        if child.tag == BOX:
            yield child
        else:
            yield from boxes(child)
