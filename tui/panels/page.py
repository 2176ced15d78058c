"""The lines of a row at a given width, in reading and in checklist mode."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.panels.cells import TERMINAL, Widths, measure
from tui.panels.entry import entry
from tui.panels.heading import heading
from tui.panels.line import Line, Piece, cut, words
from tui.panels.paragraphs import paragraphs
from tui.panels.rows import PREAMBLE
from tui.panels.signs import (
    FINISHED,
    FOLDED,
    OPENED,
    SIGNS,
    sign,
    state_words,
)
from tui.panels.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from checklist import Checklist, Item
    from parser import Document, Node
    from tui.panels.paragraphs import Paragraph
    from tui.panels.rows import Rows
    from tui.panels.wrap import Span

GUTTER = 2
MARGIN = 2
"""Cells kept free at the right: one blank and the scroll bar."""
LONGEST_LINE = 112
"""Cells after which a line of text is hard to follow back to the next."""
KEPT_OVER = 200
"""Headings up to which it is faster to compare what they say than to lay them out again."""
KEPT = 4000
"""Rows whose lines are remembered."""


class Page:
    """Turns rows into lines. ``lines(row, k)`` is its heading (0) or a paragraph (from 1)."""

    def __init__(self, document: Document, checklist: Checklist, rows: Rows) -> None:
        self.document = document
        self.checklist = checklist
        self.rows = rows
        self.width = 80
        self.widths: Widths = TERMINAL
        self.mode = "read"
        self._paragraphs: dict[int, list[Paragraph]] = {}
        self._wraps: dict[tuple[int, int, int], list[Span]] = {}
        self._bodies: dict[tuple[int, int, str], list[Line]] = {}
        self._headings: dict[int, list[Line]] = {}
        self.version = 0
        """Grows whenever lines look different or stand elsewhere, but for what ``show`` names."""

    @cached_property
    def today(self) -> date:
        """The day by which things are late."""
        from datetime import date

        return date.today()

    def resize(self, width: int, widths: Widths) -> None:
        """Use another width (cells), or another idea of how wide characters are."""
        if (width, widths) != (self.width, self.widths):
            self.width, self.widths = width, widths
            self._wraps.clear()
            self._bodies.clear()
            self.touch()

    def touch(self) -> None:
        """Forget headings and places: folds, states or the mode have changed."""
        self.version += 1
        self._headings.clear()
        self.__dict__.pop("filled", None)

    @cached_property
    def filled(self) -> tuple[int, int]:
        """Cells that the checklist needs for owners and due dates: none, where no item has one."""
        owners = self.checklist.owners
        owner = max((measure(name, self.widths) for name in owners), default=0)
        return min(owner, 12), 14 if self.checklist.has_due else 0

    def show(self, checklist: Checklist) -> Collection[int] | None:
        """Use another state; the only rows that may say something else now, None for any.

        Headings that say the same in both are kept.
        """
        before, self.checklist = self.checklist, checklist
        room = self.__dict__.get("filled")
        same_columns = room is None or checklist.owners is before.owners
        rows = checklist.changed_since(before)
        if same_columns and rows is not None:
            for row in rows:
                self._headings.pop(row, None)
            return rows
        self.version += 1
        if not same_columns:
            del self.__dict__["filled"]
            if self.mode == "checklist" and room != self.filled:
                self._headings.clear()
        if len(self._headings) > KEPT_OVER:
            self._headings.clear()
        for row in tuple(self._headings):
            node, counted = self.document.nodes[row], self.rows.has_children(row)
            if said(before, node, counted=counted) != said(checklist, node, counted=counted):
                del self._headings[row]
        return None

    def count(self, row: int) -> int:
        """How many blocks a row has: its heading and the paragraphs that are shown."""
        if self.mode == "checklist" or row in self.rows.folded:
            return 1
        return len(self.paragraphs(row))

    def lines(self, row: int, block: int) -> list[Line]:
        """The lines of one block of a row."""
        if block:
            return self.body(row, block)
        if row == PREAMBLE:
            return []
        found = self._headings.get(row)
        if found is None:
            if len(self._headings) > KEPT:
                self._headings.clear()
            node = self.document.nodes[row]
            found = [entry(self, node)] if self.mode == "checklist" else heading(self, node)
            self._headings[row] = found
        return found

    def body(self, row: int, block: int) -> list[Line]:
        """The lines of a paragraph below a heading."""
        style = "body" if row == PREAMBLE else self.body_style(self.document.nodes[row])
        found = self._bodies.get((row, block, style))
        if found is None:
            if len(self._bodies) > KEPT:
                self._bodies.clear()
            found = self._bodies[row, block, style] = self.paragraph(row, block, style)
        return found

    def paragraphs(self, row: int) -> list[Paragraph]:
        """A row's heading and paragraphs, remembered."""
        found = self._paragraphs.get(row)
        if found is None:
            if len(self._paragraphs) > KEPT:
                self._paragraphs.clear()
            found = self._paragraphs[row] = paragraphs(self.document, row)
        return found

    def wrapped(self, row: int, block: int, room: int, first: int | None = None) -> list[Span]:
        """The lines of a paragraph, as places in its words, remembered."""
        key = (row, block, room if first is None else room * 1000 + first)
        found = self._wraps.get(key)
        if found is None:
            if len(self._wraps) > KEPT:
                self._wraps.clear()
            said = words(self.document.text, self.paragraphs(row)[block])
            found = self._wraps[key] = wrap(said, room, first=first, widths=self.widths)
        return found

    # -- reading --------------------------------------------------------------

    def indent(self, node: Node) -> int:
        """Cells before a row's sign."""
        depth = node.depth
        if self.rows.hoisted is not None:
            depth -= self.document.nodes[self.rows.hoisted].depth - 1
        return GUTTER + min(2 * (depth - 1), self.width // 6)

    @property
    def right(self) -> int:
        """The cell at which the columns of the checklist end."""
        return max(self.width - MARGIN, 4)

    @property
    def edge(self) -> int:
        """The cell at which text ends."""
        return min(self.width - MARGIN, LONGEST_LINE + GUTTER)

    def paragraph(self, row: int, block: int, style: str) -> list[Line]:
        """One paragraph of a body; the first line is set in by two characters."""
        left = GUTTER if row == PREAMBLE else self.below(self.document.nodes[row])
        room = max(self.edge - left, 2)
        spans = self.paragraphs(row)[block]
        said = words(self.document.text, spans)
        if row == PREAMBLE and said == self.document.title:
            return self.centred(row, spans, room)
        inset = 4 if room >= 32 else 0
        return [
            Line(
                row,
                (
                    Piece(" " * (left if at else left + inset), "gutter"),
                    *cut(self.document.text, spans, start, end, style),
                ),
            )
            for at, (start, end) in enumerate(self.wrapped(row, block, room, room - inset))
        ]

    def below(self, node: Node) -> int:
        """Where the text below a title begins: with it, unless its marker is long."""
        indent = self.indent(node) + 2
        marker = node.marker
        size = measure(marker, self.widths) + len(gap_after(marker))
        return indent + (size if size <= 8 and self.width >= 60 else 2)

    def centred(self, row: int, spans: Paragraph, room: int) -> list[Line]:
        """The document's title, where it stands in the text."""
        lines = []
        said = words(self.document.text, spans)
        for start, end in wrap(said, room, widths=self.widths):
            left = GUTTER + (room - measure(said[start:end], self.widths)) // 2
            pieces = cut(self.document.text, spans, start, end, "heading1")
            lines.append(Line(row, (Piece(" " * left, "gutter"), *pieces)))
        return [*lines, Line(row)]

    def front(self, node: Node, item: Item | None) -> tuple[tuple[Piece, ...], int]:
        """What stands before a title, and the cell of the box."""
        indent = self.indent(node)
        pieces = [Piece(" " * GUTTER, "gutter")]
        if indent > GUTTER:
            pieces.append(Piece(" " * (indent - GUTTER), "gutter"))
        box = -1
        folded = node.index in self.rows.folded
        if folded or node.children:
            pieces.append(Piece((FOLDED if folded else OPENED) + " ", "sign"))
            indent += 2
        if item is not None:
            box = indent
            pieces.append(Piece(sign(item.status) + " ", f"status-{item.status}"))
        elif not folded and not node.children:
            pieces.append(Piece("  ", "gutter"))
        if marker := node.marker:
            pieces.append(Piece(marker, self.marker_style(node, item), node.start))
            pieces.append(Piece(gap_after(marker), "gutter"))
        return tuple(piece for piece in pieces if piece.text), box

    def taken(self, pieces: Sequence[Piece]) -> int:
        """Cells of some pieces."""
        return sum(measure(piece.text, self.widths) for piece in pieces)

    def title_style(self, node: Node, item: Item | None) -> str:
        """How a title looks."""
        if node.children and item is None:
            return f"heading{min(node.depth, 3)}"
        finished = item is not None and item.status in FINISHED
        return "finished" if finished else "item"

    def marker_style(self, node: Node, item: Item | None) -> str:
        """How a marker looks: like its heading, or quieter than its item."""
        style = self.title_style(node, item)
        return "marker" if style == "item" else style

    def body_style(self, node: Node) -> str:
        """How the text below a title looks."""
        item = self.checklist.item_of(node)
        return "finished" if self.title_style(node, item) == "finished" else "body"

    @cached_property
    def state_width(self) -> int:
        """Cells that the longest name of a state takes, within reason."""
        return min(max(measure(state_words(status), self.widths) for status in SIGNS), 14)


def said(checklist: Checklist, node: Node, *, counted: bool) -> tuple[object, object]:
    """What a heading shows of the checklist; of one with items below it their count as well."""
    return checklist.item_of(node), checklist.progress_of(node) if counted else None


def gap_after(marker: str) -> str:
    """A blank after a marker that does not bring its own with it."""
    return "" if not marker or marker[-1] in "、．）)】」" else " "
