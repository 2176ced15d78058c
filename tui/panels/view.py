"""The window on the rows: which line stands at the top, and how it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.panels.line import Line, Piece
from tui.panels.rows import PREAMBLE
from tui.panels.signs import HERE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tui.panels.page import Page
    from tui.panels.rows import Rows


class Place(NamedTuple):
    """A line of the document as it is laid out."""

    row: int
    block: int = 0
    """0 for the heading, from 1 for the paragraphs."""
    line: int = 0


class View:
    """A window of some lines on a page. Only lines in it, or passed by it, are ever laid out."""

    def __init__(self, rows: Rows, page: Page) -> None:
        self.rows = rows
        self.page = page
        self.height = 24
        first = rows.first()
        self.top = Place(PREAMBLE if first is None else first)
        self._shown: tuple[object, list[tuple[Place, Line]]] = (None, [])

    # -- walking ---------------------------------------------------------------

    def down(self, place: Place) -> Iterator[tuple[Place, Line]]:
        """The lines from a place on."""
        row: int | None = place.row
        block, skip = place.block, place.line
        while row is not None:
            while block < self.page.count(row):
                lines = self.page.lines(row, block)
                for at in range(skip, len(lines)):
                    yield Place(row, block, at), lines[at]
                block, skip = block + 1, 0
            row, block = self.rows.next(row), 0

    def up(self, place: Place) -> Iterator[tuple[Place, Line]]:
        """The lines before a place, nearest first."""
        row: int | None = place.row
        block = place.block
        lines = self.page.lines(place.row, block)[: place.line]
        while row is not None:
            for at in range(len(lines) - 1, -1, -1):
                yield Place(row, block, at), lines[at]
            if block:
                block -= 1
            elif (row := self.rows.previous(row)) is None:
                return
            else:
                block = self.page.count(row) - 1
            lines = self.page.lines(row, block)

    def back(self, place: Place, lines: int) -> Place:
        """The place so many lines above, or the first one."""
        if lines > 0:
            for above, _ in self.up(place):
                place = above
                lines -= 1
                if not lines:
                    break
        return place

    # -- looking ---------------------------------------------------------------

    def window(self) -> list[tuple[Place, Line]]:
        """The lines that are seen; fewer than the height at most where the document is short."""
        key, shown = self._shown
        if key == (self.top, self.height, self.page.version):
            return shown
        self._come_to_light()
        shown = self._from(self.top)
        if len(shown) < self.height and (missing := self.height - len(shown)):
            top = self.back(self.top, missing)
            if top != self.top:
                self.top = top
                shown = self._from(top)
        self._shown = ((self.top, self.height, self.page.version), shown)
        return shown

    def _come_to_light(self) -> None:
        """Begin the window at a line that there is, where its first one is shown no more."""
        row, block, line = self.top
        near = self.rows.nearest(row)
        if near is not None and (near != row or block >= self.page.count(near)):
            self.top = Place(near)
        elif near is not None and line >= len(lines := self.page.lines(row, block)):
            self.top = Place(row, block, max(len(lines) - 1, 0))

    def renew(self, rows: Collection[int]) -> bool:
        """Lay out rows again that say something else now; False where lines came or went."""
        key, shown = self._shown
        if key != (self.top, self.height, self.page.version):
            return False
        beyond = None if len(shown) < self.height else (shown[-1][0].row, shown[-1][0].block)
        following = [*(place[:2] for place, _ in shown[1:]), beyond]
        after = list(shown)
        for y, (place, _) in enumerate(shown):
            if place.row in rows:
                lines = self.page.lines(place.row, place.block)
                ends = place[:2] != following[y]
                if place.line >= len(lines) or (ends and place.line + 1 != len(lines)):
                    self._shown = (None, [])
                    return False
                after[y] = place, lines[place.line]
        self._shown = key, after
        return True

    def _from(self, place: Place) -> list[tuple[Place, Line]]:
        shown: list[tuple[Place, Line]] = []
        if self.rows.first() is None:
            return shown
        for pair in self.down(place):
            shown.append(pair)
            if len(shown) >= self.height:
                break
        return shown

    def seen(self, cursor: int | None) -> list[Line]:
        """The lines that are seen, the row under the cursor marked."""
        lines = [line for _, line in self.window()]
        pointed = False
        for y, line in enumerate(lines):
            if line.row == cursor and line.pieces:
                lines[y] = marked(line, point=not pointed)
                pointed = True
        return lines

    def extent(self, row: int) -> tuple[int, int] | None:
        """First and last line of a row in the window, from 0; None when it is not seen."""
        found = [y for y, (place, _) in enumerate(self.window()) if place.row == row]
        return (found[0], found[-1]) if found else None

    # -- moving ----------------------------------------------------------------

    def scroll(self, lines: int) -> bool:
        """Move down (or up, below zero) by lines; whether anything moved."""
        before = self.top
        if lines < 0:
            self.top = self.back(self.top, -lines)
        else:
            for place, _ in self.down(self.top):
                self.top = place
                if not lines:
                    break
                lines -= 1
            self.window()
        return self.top != before

    def to_end(self) -> None:
        """Show the last line at the bottom."""
        last = self.rows.last()
        if last is None:
            return
        block = self.page.count(last) - 1
        lines = len(self.page.lines(last, block))
        self.top = self.back(Place(last, block, lines), self.height)

    def put(self, row: int, y: int) -> None:
        """Show the heading of a row at line ``y`` of the window, as far as there is text above."""
        self.top = self.back(Place(row), y) if y > 0 else Place(row)
        self.window()

    def show(self, row: int) -> None:
        """Move as little as needed to see a row: all of it, or as much as fits."""
        size = self.size(row)
        shown = self.window()
        tops = [y for y, (place, _) in enumerate(shown) if place == Place(row)]
        if tops:
            y = tops[0]
            if y + size > len(shown):
                self.put(row, max(self.height - size, 0))
            return
        below = not shown or self.rows.stands(row) > self.rows.stands(shown[-1][0].row)
        self.put(row, max(self.height - size, 0) if below else 0)

    def size(self, row: int) -> int:
        """Lines of a row; no more than the window has are counted."""
        lines = 0
        for block in range(self.page.count(row)):
            lines += len(self.page.lines(row, block))
            if lines >= self.height:
                break
        return min(lines, self.height)

    def find(self, offset: int) -> Place:
        """The line that shows a character of the document's text, or the one nearest to it."""
        row = self.rows.holding(offset)
        found = Place(row)
        for block in range(self.page.count(row)):
            spans = self.page.paragraphs(row)[block]
            if block and spans and spans[0][0] > offset:
                break
            for at, line in enumerate(self.page.lines(row, block)):
                if (begin := beginning(line)) >= 0 and begin <= offset:
                    found = Place(row, block, at)
        return found

    def thumb(self) -> tuple[float, float]:
        """What part of all rows the window shows, about: beginning and end, from 0 to 1."""
        shown = self.window()
        if not shown:
            return 0.0, 1.0
        first, last = shown[0][0], shown[-1][0]
        at_top = next(self.up(first), None) is None
        at_end = next(self.down(last._replace(line=last.line + 1)), None) is None
        return (
            0.0 if at_top else self.rows.passed(first.row, beginning(shown[0][1])),
            1.0 if at_end else self.rows.passed(last.row, beginning(shown[-1][1])),
        )

    def at(self, part: float) -> int | None:
        """The row that stands at a part of all rows, from 0 to 1."""
        return self.rows.nearest(self.rows.at(part))


def beginning(line: Line) -> int:
    """Where the words of a line begin in the document's text, or -1."""
    return next((piece.at for piece in line.pieces if piece.at >= 0), -1)


def marked(line: Line, *, point: bool) -> Line:
    """A line of the row under the cursor."""
    first, *rest = line.pieces
    if point:
        head = [Piece(HERE, "here"), Piece(first.text[1:], first.style)]
        rest = head + rest if len(first.text) > 1 else head[:1] + rest
        return line._replace(pieces=tuple(rest), tone="cursor" if line.heading else "")
    return line._replace(tone="cursor") if line.heading else line
