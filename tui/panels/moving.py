"""Moving through the rows: by rows, sections, pages and places of the text."""

from __future__ import annotations

from collections.abc import Callable

from tui.panels.canvas import Canvas
from tui.panels.messages import CursorMoved
from tui.panels.view import Place


class Moving(Canvas):
    """A canvas with a selected row."""

    @property
    def cursor(self) -> int:
        """Index of the selected node; -1 for the preamble."""
        return self._cursor

    @cursor.setter
    def cursor(self, row: int) -> None:
        self.select(row)

    @property
    def selected(self) -> int | None:
        """Index of the selected node where it is shown; None where nothing is."""
        return self._cursor if self.rows.nearest(self._cursor) == self._cursor else None

    follower: Callable[[int], None] | None = None
    """Called with the selected row at once, so that it shows in the same frame."""

    def tell(self, row: int) -> None:
        """Say that another row is selected."""
        if self.follower is not None:
            self.follower(row)
        self.post_message(CursorMoved(row))

    def select(self, row: int) -> None:
        """Select a row that is shown, and see to it that it is seen."""
        if (near := self.rows.nearest(row)) is None:
            return
        moved, self._cursor = near != self._cursor, near
        self.view.show(near)
        self.repaint()
        if moved:
            self.tell(near)

    def go_to(self, row: int) -> None:
        """Select a row, opening what hides it; with what follows it, where it was not seen."""
        self._reveal(row)
        unseen = self.view.extent(row) is None
        self.select(row)
        if unseen and self._cursor == row:
            self.view.put(row, min(1, self.view.height - 1))
            self.repaint()

    def _reveal(self, row: int) -> None:
        if self.rows.nearest(row) != row:
            self.rows.reveal(row)
            self.page.touch()

    def go_to_offset(self, offset: int) -> None:
        """Show the line that holds a character of the document's text, and select its row."""
        row = self.rows.holding(offset)
        self._reveal(row)
        if row in self.rows.folded and row >= 0 and offset >= self.document.nodes[row].title_end:
            self.rows.fold(row, away=False)
            self.page.touch()
        unseen = self.view.extent(row) is None
        self.select(row)
        if self._cursor != row:
            return
        place = self.view.find(offset)
        if unseen or place not in {seen for seen, _ in self.view.window()}:
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
        row = self._cursor
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
                self.tell(row)

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
            self.tell(self._cursor)
