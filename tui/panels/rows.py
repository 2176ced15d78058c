"""Which nodes are rows of the screen: folds, the section hoisted into, the nodes asked for.

Nothing is listed beforehand: a row is found from its neighbour, so that folding costs the same
in a law of a thousand articles as in a page of notes. A row is the index of its node; the
preamble is row -1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from parser import Document, Node

PREAMBLE = -1


class Rows:
    """The rows of a document, in the order in which they are shown."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.nodes = document.nodes
        self.folded: set[int] = set()
        self.hoisted: int | None = None
        """The section that is shown alone."""
        self.order: list[int] | None = None
        """The rows asked for, headings among them; None for all."""
        self.places: dict[int, int] | None = None
        """Where each row stands in an order that is not the document's."""
        self._hidden: tuple[list[int], list[int], list[int]] | None = None
        self.has_preamble = bool(document.preamble.strip())
        """Whether the preamble is a row; a list of headings has none."""

    def node(self, row: int) -> Node | None:
        """The node of a row; None for the preamble."""
        return self.nodes[row] if row >= 0 else None

    def after(self, row: int) -> int:
        """The first index that is not below this node."""
        return self.document.outline.after[row]

    def ancestors(self, row: int) -> Iterator[int]:
        """The nodes above a row, nearest first."""
        parent = self.document.outline.parent
        while row >= 0 and (row := parent[row]) >= 0:
            yield row

    def can_fold(self, row: int) -> bool:
        """Whether there is anything below or behind a row's heading."""
        if row < 0:
            return False
        node = self.nodes[row]
        return self.has_children(row) or bool(node.body) or node.body_end < node.own_end

    def has_children(self, row: int) -> bool:
        """Whether there are nodes below a row."""
        return self.after(row) > row + 1

    # -- what is shown ------------------------------------------------------

    @property
    def bounds(self) -> tuple[int, int]:
        """First row and the index after the last one, as far as hoisting goes."""
        if self.hoisted is not None and self.places is None:
            return self.hoisted, self.after(self.hoisted)
        from_start = self.has_preamble and (not self.order or self.order[0] == PREAMBLE)
        return (PREAMBLE if from_start else 0), len(self.nodes)

    def first(self) -> int | None:
        """The first row, or None where there is nothing to show."""
        low, high = self.bounds
        if self.order is not None:
            return self._listed(0 if self.places is not None else bisect_left(self.order, low))
        return low if low < high else None

    def last(self) -> int | None:
        """The last row, or None where there is nothing to show."""
        low, high = self.bounds
        if self.order is not None:
            at = len(self.order) if self.places is not None else bisect_left(self.order, high)
            row = self.order[at - 1] if at else None
        else:
            row = high - 1 if low < high else None
        return None if row is None or row < low else self.shown(row)

    def next(self, row: int) -> int | None:
        """The row after this one."""
        if self.order is not None:
            if self.places is not None:
                return self._listed(self.places.get(row, -1) + 1)
            if row >= 0 and row in self.folded:
                return self._listed(bisect_left(self.order, self.after(row)))
            return self._listed(bisect_right(self.order, row))
        row = self.after(row) if row >= 0 and row in self.folded else row + 1
        return row if row < self.bounds[1] else None

    def previous(self, row: int) -> int | None:
        """The row before this one."""
        low, _ = self.bounds
        if self.order is not None:
            at = self._listed_at(row)
            before = self.order[at - 1] if at else low - 1
        else:
            before = row - 1
        return self.shown(before) if before >= low else None

    def shown(self, row: int) -> int:
        """The row itself, or the outermost folded heading that hides it."""
        found = row
        if self.folded and self.places is None and row != self.hoisted:
            for above in self.ancestors(row):
                if above in self.folded:
                    found = above
                if above == self.hoisted:
                    break
        return found

    def nearest(self, row: int) -> int | None:
        """The row itself where it is shown, else the one that stands nearest to it."""
        low, high = self.bounds
        if self.order is None:
            return self.shown(min(max(row, low), high - 1)) if low < high else None
        if self.places is not None:
            return row if row in self.places else self.first()
        at = bisect_right(self.order, min(max(row, low), high - 1)) - 1
        found = self._listed(max(at, 0))
        return self.shown(found) if found is not None else self.first()

    def _listed_at(self, row: int) -> int:
        """The place of a row in the order."""
        if self.places is not None:
            return self.places.get(row, 0)
        return bisect_left(self.order or [], row)

    def _listed(self, at: int) -> int | None:
        """The row at a place of the order, if it is there and not hoisted away."""
        assert self.order is not None
        low, high = self.bounds
        if not 0 <= at < len(self.order) or not low <= self.order[at] < high:
            return None
        return self.order[at]

    # -- where it stands ----------------------------------------------------

    def stands(self, row: int) -> int:
        """A number that grows from row to row."""
        return self.places.get(row, -1) if self.places is not None else row

    def holding(self, offset: int) -> int:
        """The node whose own text holds a character of the document; -1 is the preamble."""
        return bisect_right(self.document.outline.start, offset) - 1

    def passed(self, row: int, offset: int) -> float:
        """What part of all rows comes before a character of a row, from 0 to 1."""
        if self.order is not None:
            return self._listed_at(row) / max(len(self.order), 1)
        low, high = self._ends()
        here = max(offset, self.nodes[row].start if row >= 0 else 0)
        total = high - low - (self._hidden_before(high) - self._hidden_before(low))
        before = here - low - (self._hidden_before(here) - self._hidden_before(low))
        return before / max(total, 1)

    def at(self, part: float) -> int:
        """The row that has this part of all rows before it."""
        if self.order is not None:
            at = min(max(int(part * len(self.order)), 0), len(self.order) - 1)
            return self.order[at] if self.order else PREAMBLE
        least, most = self.bounds
        while most - least > 1:
            middle = (least + most) // 2
            if self.passed(middle, -1) <= part:
                least = middle
            else:
                most = middle
        return least

    def _ends(self) -> tuple[int, int]:
        if self.hoisted is None:
            return 0, len(self.document.text)
        node = self.nodes[self.hoisted]
        return node.start, node.end

    def _hidden_before(self, offset: int) -> int:
        """Characters before a place that are folded away."""
        if self._hidden is None:
            self._hidden = self._find_hidden()
        starts, ends, sums = self._hidden
        at = bisect_right(starts, offset) - 1
        if at < 0:
            return 0
        return sums[at] + min(max(offset - starts[at], 0), ends[at] - starts[at])

    def _find_hidden(self) -> tuple[list[int], list[int], list[int]]:
        starts, ends, sums = [], [], []
        total = beyond = 0
        for row in sorted(self.folded):
            if row < beyond:
                continue
            beyond = self.after(row)
            node = self.nodes[row]
            starts.append(node.title_end)
            ends.append(node.end)
            sums.append(total)
            total += node.end - node.title_end
        return starts, ends, sums

    # -- what changes it ----------------------------------------------------

    def fold(self, row: int, *, away: bool = True) -> None:
        """Fold a row, or open it again."""
        (self.folded.add if away else self.folded.discard)(row)
        self._hidden = None

    def reveal(self, row: int) -> None:
        """Open every section that hides a row."""
        if self.folded:
            self.folded.difference_update(self.ancestors(row))
            self._hidden = None
        if self.hoisted is not None:
            low, high = self.bounds
            if not low <= row < high:
                self.hoisted = None

    def exchange(self, folded: Iterable[int]) -> set[int]:
        """Fold exactly these rows; what was folded before."""
        before, self.folded = self.folded, set(folded)
        self._hidden = None
        return before

    def fold_to(self, level: int) -> None:
        """Show headings down to a level (1: the top) and fold what is below; 0 opens all."""
        outline = self.document.outline
        self.folded = {
            row
            for row, (depth, after) in enumerate(zip(outline.depth, outline.after, strict=True))
            if depth >= level > 0 and after > row + 1
        }
        self._hidden = None

    def restrict(self, wanted: Collection[int] | None) -> None:
        """Show only these nodes and their headings; None shows all again."""
        self.places = None
        if wanted is None:
            self.order = None
            return
        rows = {row for row in wanted if row >= 0 or self.has_preamble}
        for row in tuple(rows):
            for above in self.ancestors(row):
                if above in rows:
                    break
                rows.add(above)
        self.order = sorted(rows)

    def arrange(self, rows: Iterable[int]) -> None:
        """Show exactly these rows in this order, without headings."""
        self.order = list(rows)
        self.places = {row: at for at, row in enumerate(self.order)}
