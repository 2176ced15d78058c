"""A document as a search sees it: one text, and whose text each place is."""

from __future__ import annotations

from bisect import bisect_right

from parser import Document
from tui.search.hit import PREAMBLE


class Ground:
    """What every search of one document needs, found out once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.starts = document.outline.start
        self._present: dict[str, bool] = {}

    def present(self, char: str) -> bool:
        """Whether a character occurs anywhere in the text."""
        known = self._present.get(char)
        if known is None:
            known = self._present[char] = char in self.document.text
        return known

    def node_at(self, offset: int) -> int:
        """Index of the node whose own text holds the offset; -1 is the preamble."""
        return bisect_right(self.starts, offset) - 1

    def span(self, node: int) -> tuple[int, int]:
        """Where a node's own text begins and ends."""
        if node == PREAMBLE:
            return 0, self.starts[0] if self.starts else len(self.document.text)
        after = node + 1
        end = self.starts[after] if after < len(self.starts) else len(self.document.text)
        return self.starts[node], end
