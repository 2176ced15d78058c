"""A node: a heading or an enumerated item, with everything below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from parser.role import Role


@dataclass(frozen=True, slots=True)
class Node:
    """One heading or item, as a view into the text by offsets (characters, from 0).

    The node's own text is ``text[start:own_end]``: the marker, the title and the body up to the
    first child. Everything below it ends at ``end``, where the next sister or aunt begins.
    """

    text: str = field(repr=False, compare=False)
    index: int
    """Place in ``Document.nodes`` (document order, from 0)."""
    parent: int
    """Index of the parent, or -1 at the top."""
    depth: int
    """1 at the top."""
    number: str
    """Place for people and commands: ``3.1.2``."""
    marker: str
    """The label as written, without the blanks around it: ``三、`` ``（一）`` ``一是``."""
    form: str
    """Name of the numbering form, a key of the table in ``parser/marker.py``."""
    role: Role | None
    """Its own or inherited role."""
    start: int
    title_start: int
    title_end: int
    own_end: int
    end: int
    children: tuple[Node, ...]

    @property
    def title(self) -> str:
        """The heading, or an item's first sentence, without marker and closing punctuation."""
        return self.text[self.title_start : self.title_end]

    @property
    def body(self) -> str:
        """The node's own text after its title, up to its first child, trimmed."""
        return self.text[self.title_end : self.own_end].lstrip("。；;：:，,、.．！？!?").strip()
