"""A node: a heading or an enumerated item, with everything below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, overload

from parser.closing import body_end
from parser.layout import is_furniture
from parser.marker import FORMS
from parser.outline import Outline
from parser.pattern import Pattern
from parser.role import Role

# What may stand before a marker on its line: Markdown's signs and ornaments.
_BEFORE = Pattern(
    r"(?:(?:#{1,6}|[-*+](?:[ \t]+\[[ xX]\])?)(?=[ \t]))?[^\w\[（(〔【［①-⒛㈠-㈩—―─-]*"
)
_BRACKETS = "（("

LONGEST_LABEL = 32
"""Characters of a label; longer titles are elided."""


class Node:
    """One heading or item, as a view into the text by offsets (characters, from 0).

    The node's own text is ``text[start:own_end]``: the marker, the title and the body up to the
    first child. Everything below it ends at ``end``, where the next sister or aunt begins.
    Two nodes are equal when they are the same place of the same parsed document.
    """

    __slots__ = ("index", "outline")

    def __init__(self, outline: Outline, index: int) -> None:
        self.outline: Final = outline
        self.index: Final = index
        """Place in ``Document.nodes`` (document order, from 0)."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return self.index == other.index and self.outline is other.outline

    def __hash__(self) -> int:
        return hash((id(self.outline), self.index))

    def __repr__(self) -> str:
        return f"Node(index={self.index})"

    @property
    def text(self) -> str:
        """The whole document's text."""
        return self.outline.text

    @property
    def parent(self) -> int:
        """Index of the parent, or -1 at the top."""
        return self.outline.parent[self.index]

    @property
    def depth(self) -> int:
        """1 at the top."""
        return self.outline.depth[self.index]

    @property
    def number(self) -> str:
        """Place for people and commands: ``3.1.2``."""
        return self.outline.number(self.index)

    @property
    def marker(self) -> str:
        """The label as written, without the blanks around it: ``三、`` ``（一）`` ``一是``."""
        text, start, end = self.text, self.start, self.outline.marker_end[self.index]
        if text[start].isalnum() or text[start] in _BRACKETS:
            return text[start:end].strip()
        before = _BEFORE.match(text, start, end)
        return text[before.end() if before else start : end].strip() or self._bullet()

    def _bullet(self) -> str:
        return "" if self.form == "#" else self.text[self.start]

    @property
    def form(self) -> str:
        """Name of the numbering form, as in the table in ``parser/marker.py``."""
        return FORMS[self.outline.codes[self.index]].name

    @property
    def role(self) -> Role | None:
        """Its own or inherited role."""
        return self.outline.roles[self.index]

    @property
    def start(self) -> int:
        """Where it begins, at the marker."""
        return self.outline.start[self.index]

    @property
    def title_start(self) -> int:
        """Where the title begins, after the marker and blanks."""
        return self.outline.title_start[self.index]

    @property
    def title_end(self) -> int:
        """Where the title ends, before its closing punctuation."""
        return self.outline.title_end[self.index]

    @property
    def own_end(self) -> int:
        """Where its own text ends and the first child, or the next node, begins."""
        return self.outline.own_end(self.index)

    @property
    def end(self) -> int:
        """Where everything below it ends."""
        return self.outline.end(self.index)

    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes directly below."""
        return tuple(Node(self.outline, index) for index in self.outline.below(self.index))

    @property
    def title(self) -> str:
        """The heading, or an item's first sentence, without marker and closing punctuation."""
        title = self.text[self.title_start : self.title_end]
        if "**" in title:
            title = title.replace("**", "")
        if "\n" not in title:
            return title
        return "".join(line for line in title.split("\n") if not is_furniture(line.strip()))

    @property
    def label(self) -> str:
        """The title as it is named in passing: where it is a whole long sentence, its opening.

        Some 10 to 30 characters up to a comma, then ``…``; the whole title where it is short.
        """
        title = self.title
        if len(title) <= LONGEST_LABEL:
            return title
        pause = max(title.rfind(sign, 8, LONGEST_LABEL) for sign in "，,；;、")
        return title[: pause if pause > 0 else LONGEST_LABEL - 4] + "…"

    @property
    def body(self) -> str:
        """The node's own text after its title, up to its first child, trimmed.

        What closes a document (attachments named, signature, date) is not the last item's.
        """
        return self.text[self.title_end : self.body_end].lstrip("。；;：:，,、.．！？!?*").strip()

    @property
    def body_end(self) -> int:
        """Where the body ends: at ``own_end``, or before what closes the document."""
        return body_end(self.outline, self.index)


class Nodes(Sequence[Node]):
    """The nodes of a document in document order; each is made when it is asked for."""

    __slots__ = ("outline",)

    def __init__(self, outline: Outline) -> None:
        self.outline = outline

    def __len__(self) -> int:
        return len(self.outline)

    @overload
    def __getitem__(self, index: int) -> Node: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Node]: ...

    def __getitem__(self, index: int | slice) -> Node | Sequence[Node]:
        if isinstance(index, slice):
            return tuple(Node(self.outline, each) for each in range(len(self))[index])
        return Node(self.outline, range(len(self))[index])

    def __iter__(self) -> Iterator[Node]:
        outline = self.outline
        return (Node(outline, index) for index in range(len(outline)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Nodes) and other.outline is self.outline

    def __hash__(self) -> int:
        return id(self.outline)
