"""The tree as flat arrays of offsets: small, fast to build, and never copied."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator

from parser.role import Role

LONGEST_STEP = 9
"""Digits between two dots of a number."""


class Outline:
    """All nodes of one text in document order, one array per property.

    Offsets are in characters of ``text``. ``Node`` is the view that people use.
    """

    __slots__ = (
        "after",
        "codes",
        "depth",
        "firsts",
        "ids",
        "marker_end",
        "parent",
        "place",
        "roles",
        "some_ids",
        "start",
        "text",
        "title_end",
        "title_start",
    )

    def __init__(self, text: str, start: array[int], codes: bytearray, parent: array[int]) -> None:
        self.text = text
        self.start = start
        self.codes = codes
        self.parent = parent
        self.marker_end: array[int] = array("i")
        self.title_start: array[int] = array("i")
        self.title_end: array[int] = array("i")
        self.roles: tuple[Role | None, ...] | list[Role | None] = ()
        self.ids: tuple[str, ...] | None = None
        self.some_ids: dict[int, str] = {}
        """Those that were asked for, while nobody has asked for all."""
        self.firsts: str | None = None
        """The character after each marker, once names were asked for."""
        self.depth, self.place, self.after = _shape(parent)

    def __len__(self) -> int:
        return len(self.start)

    def own_end(self, index: int) -> int:
        """Where the node's own text ends: at the next node, or at the text's end."""
        index += 1
        return self.start[index] if index < len(self.start) else len(self.text)

    def end(self, index: int) -> int:
        """Where everything below the node ends."""
        index = self.after[index]
        return self.start[index] if index < len(self.start) else len(self.text)

    def below(self, parent: int) -> Iterator[int]:
        """The indexes of a node's children; -1 asks for the top."""
        index = parent + 1
        stop = self.after[parent] if parent >= 0 else len(self.start)
        while index < stop:
            yield index
            index = self.after[index]

    def number(self, index: int) -> str:
        """A node's place for people: ``3.1.2``."""
        steps: list[str] = []
        while index >= 0:
            steps.append(str(self.place[index]))
            index = self.parent[index]
        return ".".join(reversed(steps))

    def find(self, number: str) -> int | None:
        """The index of the node with that number."""
        found = -1
        for step in number.split("."):
            if len(step) > LONGEST_STEP or not (step.isascii() and step.isdecimal()):
                return None
            if step[0] == "0" or (found := self._child(found, int(step))) < 0:
                return None
        return found

    def _child(self, parent: int, place: int) -> int:
        """The index of a node's child at a place (from 1), or -1."""
        return next((index for index in self.below(parent) if self.place[index] == place), -1)

    def find_all(self, numbers: Collection[str]) -> set[int]:
        """The indexes of the nodes with those numbers; unknown numbers are passed over."""
        wanted, found = set(numbers), set[int]()
        path: list[str] = []
        for index, place in enumerate(self.place if wanted else ()):
            del path[self.depth[index] - 1 :]
            path.append(str(place))
            if ".".join(path) in wanted:
                found.add(index)
        return found


def _shape(parent: array[int]) -> tuple[array[int], array[int], array[int]]:
    """Depth, place among the sisters (both from 1), and the index after everything below."""
    count = len(parent)
    depth, place, after = (array("i", bytes(4 * count)) for _ in range(3))
    sisters = array("i", bytes(4 * (count + 1)))
    for index, above in enumerate(parent):
        depth[index] = depth[above] + 1 if above >= 0 else 1
        sisters[above] += 1  # -1, the top, is the last cell
        place[index] = sisters[above]
    for index in range(count - 1, -1, -1):
        after[index] = max(after[index], index + 1)
        above = parent[index]
        if above >= 0 and after[above] < after[index]:
            after[above] = after[index]
    return depth, place, after
