"""Folding, hoisting, and choosing which rows are shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tui.panels.moving import Moving
from tui.panels.view import Place


class Folding(Moving):
    """A canvas whose sections fold."""

    _level = 0
    """The step of ``cycle`` that is shown: 0 is everything."""

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

    def fold_again(self, rows: Iterable[int]) -> None:
        """Fold rows that were opened for a while, but none that holds the selected one."""
        kept = {self._cursor, *self.rows.ancestors(self._cursor)}
        if again := set(rows) - kept:
            with_y = self._height_of_cursor()
            self.rows.exchange(self.rows.folded | again)
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

    def restrict(self, rows: Collection[int] | None) -> None:
        """Show only these nodes and their headings; None shows everything again."""
        with_y = self._height_of_cursor()
        self.rows.restrict(rows)
        self._settle(with_y)

    def show_rows(self, rows: Iterable[int]) -> None:
        """Show exactly these nodes in this order, without headings (a sorted checklist)."""
        self.rows.arrange(rows)
        self._settle(None)

    def _settle(self, y: int | None) -> None:
        """After rows came or went: keep the selected one at line ``y``, or show it."""
        self.page.touch()
        near = self.rows.nearest(self._cursor)
        if near is None:
            self.repaint()
            return
        if y is not None:
            self.view.put(near, y)
        elif self.rows.nearest(self.view.top.row) != self.view.top.row:
            self.view.top = Place(near)
        self.select(near)
