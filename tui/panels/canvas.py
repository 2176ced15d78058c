"""Painting: the lines of the window, and only those of them that changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection
from textual.strip import Strip

from checklist import Checklist
from parser import Document
from tui.language import _
from tui.panels.cells import TERMINAL, measure
from tui.panels.entry import entry
from tui.panels.line import Line, Piece, overlay
from tui.panels.lined import Lined, thumb
from tui.panels.looks import Looks
from tui.panels.page import Page
from tui.panels.rows import PREAMBLE, Rows
from tui.panels.view import Place, View, beginning, marked
from tui.panels.wrap import wrap

ROOMY = 32
"""Cells from which on sign, marker and some words fit beside every indent."""
NOWHERE = -2
"""The row of a line below the last one, and the place of the thumb."""


class Canvas(Lined[Line], can_focus=True):
    """A window on a document, painted line by line."""

    def __init__(
        self,
        document: Document,
        checklist: Checklist,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._widths = TERMINAL
        self._looks = Looks(self)
        self._hits: Sequence[tuple[int, int]] = ()
        self._current: int | None = None
        self._top: tuple[int, int] | None = None
        self._laid_out = False
        self._painted_bar = range(0)
        self._day = date.today()
        self._build(document, checklist)
        first = self.rows.first()
        self._cursor = PREAMBLE if first is None else first

    def _build(self, document: Document, checklist: Checklist) -> None:
        self.rows = Rows(document)
        self.page = Page(document, checklist, self.rows)
        self.view = View(self.rows, self.page)

    @property
    def document(self) -> Document:
        """The document that is shown."""
        return self.page.document

    @property
    def checklist(self) -> Checklist:
        """The state that is shown."""
        return self.page.checklist

    def repaint(self) -> None:
        """Paint the lines that changed since the last time, and no others."""
        if self._laid_out:
            super().repaint()

    def compose_lines(self) -> list[Line]:
        """What stands in the window: words, highlights and the thumb of the scroll bar."""
        lines = self.view.seen(self._cursor) or list(nothing(self.page.width))
        lines += [Line(NOWHERE)] * (self.size.height - len(lines))
        self._painted_bar = self._bar()
        return list(self._dressed(dict(enumerate(lines))).values())

    def repaint_rows(self, rows: Collection[int]) -> None:
        """Paint rows that say something else now but stand where they stood."""
        if self._bar() != self._painted_bar:
            self.repaint()
        elif self._laid_out and len(self._painted) == self.size.height:
            seen = enumerate(self.view.seen(self._cursor))
            self.exchange(self._dressed({y: line for y, line in seen if line.row in rows}))

    def _bar(self) -> range:
        """The lines at which the thumb of the scroll bar stands."""
        return thumb(*self.view.thumb(), self.view.height)

    def _dressed(self, lines: dict[int, Line]) -> dict[int, Line]:
        """Lines of the window, by their heights, with highlights and the thumb."""
        tone = "" if self.has_focus else "-blurred"
        selection = self.text_selection if self.is_mounted else None
        selected = [self._extent(selection)] if selection is not None else []
        for y, line in lines.items():
            if self._hits and self.page.mode == "checklist":
                line = self._with_hit(line)  # noqa: PLW2901 - the line as it is shown
            pieces = line.pieces
            if self._hits or selected:
                pieces = self._highlight(pieces, selected)
            if y in self._painted_bar:
                pieces = (*pieces, Piece(" ", "thumb", NOWHERE))
            if pieces is not line.pieces or line.tone:
                lines[y] = line._replace(pieces=pieces, tone=line.tone and line.tone + tone)
        return lines

    def _with_hit(self, line: Line) -> Line:
        """The one line that a row has in the checklist, with the words around a hit in it."""
        hit = self._hit_in(line.row)
        seen = (p.at <= hit < p.at + len(p.text) for p in line.pieces if p.at >= 0)
        if hit < 0 or any(seen):
            return line
        found = entry(self.page, self.document.nodes[line.row], hit)
        return marked(found, point=True) if line.tone else found

    def _hit_in(self, row: int) -> int:
        """Where in the text a row's own hit begins, by preference the current one; -1: nowhere."""
        if row < 0:
            return -1
        node = self.document.nodes[row]
        if self._current is not None and self._current < len(self._hits):
            current = self._hits[self._current][0]
            if node.title_start <= current < node.own_end:
                return current
        at = bisect_left(self._hits, node.title_start, key=itemgetter(0))
        first = self._hits[at][0] if at < len(self._hits) else node.own_end
        return first if first < node.own_end else -1

    def _highlight(
        self, pieces: Sequence[Piece], selected: Sequence[tuple[int, int]]
    ) -> tuple[Piece, ...]:
        found = overlay(pieces, self._hits, "hit")
        if self._current is not None and self._current < len(self._hits):
            found = overlay(found, [self._hits[self._current]], "hit-current")
        return tuple(overlay(found, selected, "selection"))

    def draw(self, line: Line, width: int) -> Strip:
        """A line as it looks."""
        return self._strip(line, width, places=False)

    def render_line(self, y: int) -> Strip:
        """One line of the window; its words say their places in the text.

        So Textual knows which words are under the mouse.
        """
        width, lines = self._ready()
        return self._strip(lines[y] if y < len(lines) else Line(NOWHERE), width, places=True)

    def _strip(self, line: Line, width: int, *, places: bool) -> Strip:
        parts = self._parts(line, width, places=places)
        segments = [Segment(text, style) for text, style in parts if text]
        if width >= ROOMY:
            return Strip(segments, width)
        return Strip(segments).adjust_cell_length(width)

    def _parts(self, line: Line, width: int, *, places: bool) -> Iterator[tuple[str, Style]]:
        """Words and styles across a whole line, filled up with blanks."""
        look = self._looks.style
        begin = beginning(line)
        cells = 0
        for text, name, at in line.pieces:
            style = look(name, "" if at == NOWHERE else line.tone)
            if at == NOWHERE:
                yield " " * (width - 1 - cells), look("", line.tone)
                cells = width - 1
            elif at >= 0 and places:
                style += Style.from_meta({"offset": (at - begin, begin)})
            yield text, style
            cells += measure(text, self._widths)
        yield " " * (width - cells), look("", line.tone)

    def keep_in_sight(self) -> None:
        """Scroll as little as needed to see the selected row, but not away from its middle."""
        if self._laid_out:
            self.view.height = self.room
            if self._head_of_cursor() is not None:
                self.view.show(self._cursor)
            self._see_cursor()

    def _see_cursor(self) -> None:
        """Show the selected row where nothing of it is seen, unless it is shown nowhere."""
        shown = self.rows.nearest(self._cursor) == self._cursor
        if shown and self.view.extent(self._cursor) is None:
            self.view.show(self._cursor)

    def lay_out(self) -> None:
        """Lay out for the size that the widget has now, keeping the place."""
        height = self.room
        width = max(self.size.width, 8)
        same = (width, height, self._widths) == (
            self.page.width,
            self.view.height,
            self.page.widths,
        )
        if same and self._laid_out:
            super().lay_out()
            return
        shown = self.view.window() if self._laid_out else []
        top = next((at for _, line in shown if (at := beginning(line)) >= 0), None)
        y = self._head_of_cursor() if shown else None
        self.page.resize(width, self._widths)
        self.forget_strips()
        self.view.height = height
        if not self._laid_out:
            self._laid_out = True
            self._come_back()
        elif y is not None:
            self._stand_at(y)
        elif top is not None:
            self.view.top = self.view.find(top)
        self._see_cursor()
        self._painted = self.compose_lines()

    def _head_of_cursor(self) -> int | None:
        """The line of the window at which the first line of the selected row is seen."""
        places = (place for place, _ in self.view.window())
        return next((y for y, place in enumerate(places) if place == Place(self._cursor)), None)

    def _stand_at(self, y: int) -> None:
        """Show the selected row at a line of the window, or as near to it as all of it is seen."""
        self.view.put(self._cursor, min(y, self.view.height - 1))
        self.view.show(self._cursor)

    def _height_of_cursor(self) -> int | None:
        """The line of the window where the selected row begins, if it is seen."""
        extent = self.view.extent(self._cursor)
        return extent[0] if extent else None

    def _come_back(self) -> None:
        """Go to the place that was asked for before there was a size to lay it out in."""
        if self._top is not None:
            offset, above = self._top
            self.view.top = self.view.back(self.view.find(offset), above)
            self._top = None

    def notify_style_update(self) -> None:
        """Take over the colours of another theme."""
        self._looks.clear()
        super().notify_style_update()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The document's own words under the selection."""
        start, end = self._extent(selection)
        return self.document.text[start:end], "\n"

    def selection_updated(self, _: Selection | None) -> None:
        """Show what is selected."""
        self.repaint()

    def _extent(self, selection: Selection) -> tuple[int, int]:
        """Beginning and end of a selection in the document's text, in characters."""
        start = 0 if selection.start is None else sum(selection.start)
        end = len(self.document.text) if selection.end is None else sum(selection.end)
        return start, end


def nothing(width: int) -> Iterator[Line]:
    """What stands where no row is shown, in lines of that many cells: the way out."""
    yield Line(NOWHERE)
    words = _("Nothing to show here: Esc shows more, f chooses another filter.")
    for start, end in wrap(words, max(width - 4, 2)):
        yield Line(NOWHERE, (Piece("  " + words[start:end], "meta"),))
