"""The panels: a document drawn line by line, with folds, boxes to tick and hits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from checklist import Checklist
from parser import Document
from tui.panels.cells import NARROW, WIDE, measure
from tui.panels.line import Hit, Line, Piece, overlay
from tui.panels.looks import CLASSES, CSS, Looks
from tui.panels.page import Page
from tui.panels.rows import PREAMBLE, Rows
from tui.panels.view import Place, View, beginning

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""


class Panels(Widget, can_focus=True):
    """One document as foldable panels, with the state of its checklist.

    Args:
        document: What is read.
        checklist: What is ticked in it.
        wide: Whether the terminal draws ambiguous characters two cells wide.
    """

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    @dataclass
    class CursorMoved(Message):
        """Another row is selected."""

        panels: Panels
        row: int
        """Index of its node; -1 for the preamble."""

    @dataclass
    class Ticked(Message):
        """Somebody clicked on the box of an item."""

        panels: Panels
        row: int

    @dataclass
    class Opened(Message):
        """Somebody asked for the details of an item."""

        panels: Panels
        row: int

    def __init__(
        self,
        document: Document,
        checklist: Checklist,
        *,
        wide: bool = False,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._widths = WIDE if wide else NARROW
        self._looks = Looks(self)
        self._hits: Sequence[tuple[int, int]] = ()
        self._current: int | None = None
        self._painted: list[Line] = []
        self._dragging = False
        self._build(document, checklist)
        first = self.rows.first()
        self._cursor = PREAMBLE if first is None else first

    def _build(self, document: Document, checklist: Checklist) -> None:
        self.rows = Rows(document)
        self.page = Page(document, checklist, self.rows)
        self.view = View(self.rows, self.page)

    # -- what is shown ----------------------------------------------------------

    @property
    def document(self) -> Document:
        """The document that is shown."""
        return self.page.document

    @property
    def checklist(self) -> Checklist:
        """The state that is shown."""
        return self.page.checklist

    @property
    def mode(self) -> str:
        """``read`` or ``checklist``."""
        return self.page.mode

    @mode.setter
    def mode(self, mode: str) -> None:
        if mode != self.page.mode:
            with_y = self._height_of_cursor()
            self.page.mode = mode
            self._settle(with_y)

    @property
    def cursor(self) -> int:
        """Index of the selected node; -1 for the preamble."""
        return self._cursor

    @cursor.setter
    def cursor(self, row: int) -> None:
        self.select(row)

    @property
    def hoisted(self) -> int | None:
        """The section that is shown alone, or None."""
        return self.rows.hoisted

    def show_checklist(self, checklist: Checklist) -> None:
        """Show another state; only the lines that differ are painted."""
        self.page.checklist = checklist
        self.repaint()

    def mark_hits(self, hits: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Highlight places of the document's text: sorted, without overlaps."""
        self._hits = hits
        self._current = current
        self.repaint()

    def restrict(self, rows: Collection[int] | None) -> None:
        """Show only these nodes and their headings; None shows everything again."""
        with_y = self._height_of_cursor()
        self.rows.restrict(rows)
        self._settle(with_y)

    def arrange(self, rows: Iterable[int]) -> None:
        """Show exactly these nodes in this order, without headings (a sorted checklist)."""
        self.rows.arrange(rows)
        self._settle(None)

    def use_wide(self, wide: bool) -> None:
        """Count ambiguous characters as two cells, or as one."""
        self._widths = WIDE if wide else NARROW
        self._resized()

    # -- moving -------------------------------------------------------------------

    def select(self, row: int) -> None:
        """Select a row that is shown, and see to it that it is seen."""
        if (near := self.rows.nearest(row)) is None:
            return
        moved, self._cursor = near != self._cursor, near
        self.view.show(near)
        self.repaint()
        if moved:
            self.post_message(self.CursorMoved(self, near))

    def go_to(self, row: int) -> None:
        """Select a row, opening what hides it."""
        self.rows.reveal(row)
        self.select(row)

    def go_to_offset(self, offset: int) -> None:
        """Show the line that holds a character of the document's text, and select its row."""
        row = self.rows.holding(offset)
        self.rows.reveal(row)
        if row in self.rows.folded and row >= 0 and offset >= self.document.nodes[row].title_end:
            self.rows.fold(row, away=False)
        self.select(row)
        place = self.view.find(offset)
        if place not in {seen for seen, _ in self.view.window()}:
            self.view.top = self.view.back(place, self.view.height // 3)
            self.view.window()
            self.repaint()

    def move(self, rows: int) -> None:
        """Select the next row (or the previous, below zero); a long one is first read to its end.

        The window moves by half a page while there is more of the selected row to read.
        """
        if rows == 1 and self._has_more():
            self.scroll_lines(max(self.view.height // 2, 1))
            return
        row: int | None = self._cursor
        for _ in range(abs(rows)):
            step = self.rows.next(row) if rows > 0 else self.rows.previous(row)
            if step is None:
                break
            row = step
        if row == self._cursor and rows < 0:
            self.view.top = Place(row)
        self.select(row)

    def _has_more(self) -> bool:
        """Whether the selected row goes on below the window."""
        shown = self.view.window()
        if not shown or shown[-1][0].row != self._cursor:
            return False
        last = shown[-1][0]
        following = next(self.view.down(last._replace(line=last.line + 1)), None)
        return following is not None and following[0].row == self._cursor

    def move_section(self, step: int) -> None:
        """Select the next (1) or previous (-1) heading that has something below it."""
        row = self.rows.next(self._cursor) if step > 0 else self.rows.previous(self._cursor)
        while row is not None and not (row >= 0 and self.rows.has_children(row)):
            row = self.rows.next(row) if step > 0 else self.rows.previous(row)
        if row is not None:
            self.select(row)
            if step > 0 and row not in self.rows.folded:
                self.view.put(row, min(1, self.view.height - 1))
                self.repaint()

    def turn(self, pages: float) -> None:
        """Scroll by pages (0.5: half a page); the cursor stays in the window."""
        lines = max(int(abs(pages) * self.view.height) - (abs(pages) >= 1), 1)
        if not self.view.scroll(lines if pages > 0 else -lines):
            (self.bottom if pages > 0 else self.top)()
            return
        self._follow()

    def scroll_lines(self, lines: int) -> None:
        """Scroll by lines; the cursor stays in the window."""
        if self.view.scroll(lines):
            self._follow()

    def top(self) -> None:
        """Select the first row."""
        if (row := self.rows.first()) is not None:
            self.view.top = Place(row)
            self.select(row)

    def bottom(self) -> None:
        """Select the last row and show its end."""
        if (row := self.rows.last()) is not None:
            self.view.to_end()
            self._cursor, moved = row, row != self._cursor
            self.repaint()
            if moved:
                self.post_message(self.CursorMoved(self, row))

    def _follow(self) -> None:
        """Bring the cursor to a row that is seen."""
        rows = [place.row for place, line in self.view.window() if line.pieces]
        moved = bool(rows) and self._cursor not in rows
        if moved:
            below = self.rows.stands(self._cursor) > self.rows.stands(rows[-1])
            whole = [p.row for p, line in self.view.window() if line.pieces and not p[1:] > (0, 0)]
            choice = whole or rows
            self._cursor = choice[-1] if below else choice[0]
        self.repaint()
        if moved:
            self.post_message(self.CursorMoved(self, self._cursor))

    # -- folding ------------------------------------------------------------------

    def fold(self, row: int | None = None) -> None:
        """Fold a row, by default the selected one; folded already, or nothing in it: its parent."""
        row = self._cursor if row is None else row
        if row in self.rows.folded or not self.rows.can_fold(row):
            above = next(self.rows.ancestors(row), None)
            if above is not None:
                self.select(above)
            return
        self._fold(row, away=True)

    def unfold(self, row: int | None = None) -> None:
        """Open a row, by default the selected one."""
        self._fold(self._cursor if row is None else row, away=False)

    def toggle(self, row: int | None = None) -> None:
        """Fold what is open and open what is folded."""
        row = self._cursor if row is None else row
        if self.rows.can_fold(row):
            self._fold(row, away=row not in self.rows.folded)

    def _fold(self, row: int, *, away: bool) -> None:
        with_y = self._height_of_cursor()
        self.rows.fold(row, away=away)
        self._settle(with_y)

    def fold_all(self) -> None:
        """Show the top only."""
        self.fold_to(1)

    def unfold_all(self) -> None:
        """Open everything."""
        self.fold_to(0)

    def fold_to(self, level: int) -> None:
        """Show headings down to a level (1: the top); 0 opens everything."""
        with_y = self._height_of_cursor()
        self.rows.fold_to(level)
        self._settle(with_y)

    def cycle(self) -> None:
        """From everything to the top level, to two levels, and to everything again."""
        self._level = (self._level + 1) % 3
        self.fold_to(self._level)

    _level = 0

    def hoist(self, row: int | None = None) -> None:
        """Show one section alone, by default the one that holds the cursor."""
        row = self._cursor if row is None else row
        if row >= 0 and not self.rows.has_children(row):
            row = next(self.rows.ancestors(row), row)
        if row >= 0:
            self.rows.hoisted = row
            self.rows.fold(row, away=False)
            self.view.top = Place(row)
            self._settle(None)

    def unhoist(self) -> None:
        """Show the whole document again."""
        with_y = self._height_of_cursor()
        self.rows.hoisted = None
        self._settle(with_y)

    def _height_of_cursor(self) -> int | None:
        """The line of the window where the selected row begins, if it is seen."""
        extent = self.view.extent(self._cursor)
        return extent[0] if extent else None

    def _settle(self, y: int | None) -> None:
        """After rows came or went: keep the selected one at line ``y``, or show it."""
        near = self.rows.nearest(self._cursor)
        if near is None:
            self.repaint()
            return
        if y is not None:
            self.view.put(near, y)
        elif self.rows.nearest(self.view.top.row) != self.view.top.row:
            self.view.top = Place(near)
        self.select(near)

    # -- another document, another start ------------------------------------------

    def show_document(self, document: Document, checklist: Checklist) -> None:
        """Show the document after it was edited; place and folds are kept by the nodes' words."""
        before, rows, y = self.document, self.rows, self._height_of_cursor()
        mode, cursor = self.mode, self._cursor
        self._build(document, checklist)
        self.page.mode = mode
        index = {document.id_of(node): node.index for node in document.nodes}

        def found(row: int) -> int | None:
            return index.get(before.id_of(before.nodes[row])) if row >= 0 else PREAMBLE

        self.rows.folded = {new for row in rows.folded if (new := found(row)) is not None}
        if rows.hoisted is not None:
            self.rows.hoisted = found(rows.hoisted)
        same = found(cursor)
        self._cursor = min(cursor, len(document.nodes) - 1) if same is None else same
        self._hits, self._current = (), None
        self.page.resize(self.size.width, self._widths)
        self.view.height = max(self.size.height, 1)
        self._settle(y or 0)

    def view_state(self) -> dict[str, object]:
        """Position, folds and mode, to be kept for the next start; only plain values."""
        shown = self.view.window()
        nodes = self.document.nodes
        return {
            "cursor": nodes[self._cursor].number if self._cursor >= 0 else "",
            "top": max(beginning(shown[0][1]), 0) if shown else 0,
            "folded": [nodes[row].number for row in sorted(self.rows.folded)[:5000]],
            "hoisted": nodes[self.rows.hoisted].number if self.rows.hoisted is not None else None,
            "mode": self.mode,
        }

    def restore(self, state: dict[str, object]) -> None:
        """Come back to a kept state; what does not fit this document is passed over."""
        find = self.document.outline.find
        folded = state.get("folded")
        if isinstance(folded, list):
            rows = (find(number) for number in folded if isinstance(number, str))
            self.rows.folded = {row for row in rows if row is not None}
        if isinstance(hoisted := state.get("hoisted"), str):
            self.rows.hoisted = find(hoisted)
        if state.get("mode") in {"read", "checklist"}:
            self.page.mode = str(state["mode"])
        if isinstance(cursor := state.get("cursor"), str):
            row = self.rows.nearest(PREAMBLE if not cursor else find(cursor) or 0)
            self._cursor = self._cursor if row is None else row
        if isinstance(top := state.get("top"), int):
            self.view.top = self.view.find(min(max(top, 0), len(self.document.text)))
        self.repaint()

    # -- painting -------------------------------------------------------------------

    def repaint(self) -> None:
        """Paint the lines that changed since the last time, and no others."""
        before = self._painted
        self._painted = after = self._compose_lines()
        if not self.is_mounted or len(before) != len(after):
            self.refresh()
            return
        start: int | None = None
        for y in range(len(after) + 1):
            changed = y < len(after) and before[y] != after[y]
            if changed and start is None:
                start = y
            elif not changed and start is not None:
                self.refresh(Region(0, start, self.size.width, y - start))
                start = None

    def _compose_lines(self) -> list[Line]:
        """What stands in the window: words, highlights and the thumb of the scroll bar."""
        lines = self.view.seen(self._cursor)
        lines += [Line(-2)] * (self.view.height - len(lines))
        begin, end = self.view.thumb()
        size = self.view.height
        low = min(int(begin * size), size - 1)
        high = max(int(end * size + 0.999), low + 1)
        bar = range(low, high) if end - begin < 1 else range(0)
        tone = "" if self.has_focus else "-blurred"
        for y, line in enumerate(lines):
            pieces = self._highlight(line.pieces)
            pieces += [Piece(" ", "thumb", -2)] * (y in bar)
            lines[y] = line._replace(pieces=tuple(pieces), tone=line.tone and line.tone + tone)
        return lines

    def _highlight(self, pieces: Sequence[Piece]) -> list[Piece]:
        found = list(pieces)
        if self._hits:
            found = overlay(found, self._hits, "hit")
            if self._current is not None and self._current < len(self._hits):
                found = overlay(found, [self._hits[self._current]], "hit-current")
        if self.is_mounted and (selection := self.text_selection) is not None:
            found = overlay(found, [self._extent(selection)], "selection")
        return found

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width = self.size.width
        if not self._painted or len(self._painted) != self.size.height:
            self._resized()
        line = self._painted[y] if y < len(self._painted) else Line(-2)
        begin = beginning(line)
        segments: list[Segment] = []
        cells = 0
        for text, name, at in line.pieces:
            style = self._looks.style(name, line.tone)
            if at == -2:
                segments.append(Segment(" " * (width - 1 - cells), self._looks.style("", line.tone)))
                cells = width - 1
                style = self._looks.style("thumb")
            elif at >= 0:
                style += Style.from_meta({"offset": (at - begin, begin)})
            segments.append(Segment(text, style))
            cells += measure(text, self._widths)
        if cells < width:
            segments.append(Segment(" " * (width - cells), self._looks.style("", line.tone)))
        return Strip(segments, width)

    def _resized(self) -> None:
        """Lay out for the size that the widget has now, keeping the place."""
        height = max(self.size.height, 1)
        width = max(self.size.width, 8)
        shown = self.view.window() if self._painted else []
        top = next((at for _, line in shown if (at := beginning(line)) >= 0), None)
        y = self._height_of_cursor() if shown else None
        self.page.resize(width, self._widths)
        self.view.height = height
        if y is not None and shown[y][0] == Place(self._cursor):
            self.view.put(self._cursor, min(y, height - 1))
            self.view.show(self._cursor)
        elif top is not None:
            self.view.top = self.view.find(top)
        self.repaint()

    def on_resize(self) -> None:
        """Lay out again."""
        self._resized()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.repaint()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.repaint()

    def notify_style_update(self) -> None:
        """Take over the colours of another theme."""
        self._looks.clear()
        super().notify_style_update()

    # -- selecting text ---------------------------------------------------------------

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The document's own words under the selection."""
        start, end = self._extent(selection)
        return self.document.text[start:end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.repaint()

    def _extent(self, selection: Selection) -> tuple[int, int]:
        """Beginning and end of a selection in the document's text, in characters."""
        start = 0 if selection.start is None else sum(selection.start)
        end = len(self.document.text) if selection.end is None else sum(selection.end)
        return start, end

    # -- the mouse --------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar."""
        if event.x >= self.size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar."""
        if self._dragging:
            self._drag_to(event.y)

    def on_mouse_up(self) -> None:
        """Let the scroll bar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        last = max(self.size.height - 1, 1)
        row = self.view.at(min(max(y / last, 0.0), 1.0))
        if y >= last:
            self.view.to_end()
        elif row is not None:
            self.view.top = Place(row)
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """Tick on a box, fold on a heading, select elsewhere; twice asks for the details."""
        if event.x >= self.size.width - 1 or self.text_selection is not None:
            return
        if event.y >= len(self._painted) or (line := self._painted[event.y]).row < PREAMBLE:
            return
        if line.row != self._cursor:
            self._cursor = line.row
            self.repaint()
            self.post_message(self.CursorMoved(self, line.row))
        if 0 <= line.box <= event.x < line.box + 2:
            self.post_message(self.Ticked(self, line.row))
        elif event.chain == 2 and line.box >= 0:
            self.post_message(self.Opened(self, line.row))
        elif line.heading and line.pieces and self.rows.has_children(line.row):
            self.toggle(line.row)


__all__ = ["Hit", "Panels"]
