"""A document: one parsed text with its tree of nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from parser.layout import Layout
from parser.message import Message
from parser.naming import first_signs, name_of, names_of
from parser.node import Node, Nodes
from parser.outline import Outline
from parser.reading import in_full_width, paragraphs
from parser.role import Role, find_roles


class Warning(NamedTuple):
    """Something a careful secretary would want to know about the document."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    message: Message


class Document(NamedTuple):
    r"""One parsed text: title, preamble, tree of nodes.

    ``text`` has ``\\n`` line ends and visible stand-ins for control characters. The preamble and
    the nodes' own texts, one after another, are the text: nothing is dropped.
    """

    title: str
    text: str
    nodes: Nodes
    """All nodes in document order, a sequence."""
    path: str | None = None
    """As given; ``-`` for standard input, None for a text that was passed in."""
    format: str = "text"
    """``text``, ``markdown`` or ``docx``."""
    encoding: str | None = None
    warnings: tuple[Warning, ...] = ()
    layout: Layout = Layout()
    """How the text is broken into lines."""

    def __repr__(self) -> str:
        return f"Document(title={self.title!r}, path={self.path!r}, nodes={len(self.nodes)})"

    @property
    def outline(self) -> Outline:
        """The tree as arrays."""
        return self.nodes.outline

    @property
    def preamble(self) -> str:
        """What stands before the first node."""
        return self.text[: self.nodes[0].start] if self.nodes else self.text

    @property
    def roots(self) -> tuple[Node, ...]:
        """The nodes at the top."""
        return tuple(Node(self.outline, index) for index in self.outline.below(-1))

    def walk(self) -> Iterator[Node]:
        """Every node, in document order."""
        return iter(self.nodes)

    def find(self, number: str) -> Node | None:
        """The node with that number (``3.1.2``), or None."""
        index = self.outline.find(number)
        return None if index is None else self.nodes[index]

    def id_of(self, node: Node) -> str:
        """A short name made of the node's own words, the same as long as the words are.

        Numbering, blanks and widths do not matter. Where two nodes have the same words the
        second is called ``…-2``.
        """
        return name_of(self.outline, node.index)

    def prepare(self) -> None:
        """Find out beforehand what ``id_of`` needs of a long text."""
        first_signs(self.outline)

    def ids(self) -> tuple[str, ...]:
        """The ids of all nodes, in document order."""
        return names_of(self.outline)

    def node_of(self, id: str) -> Node | None:
        """The node with that id, or None."""
        ids = self.ids()
        return self.nodes[ids.index(id)] if id in ids else None

    def with_roles(self, roles: Mapping[str, Role | None]) -> Document:
        """The same document with other roles.

        ``roles`` maps numbers (``3.1``) or ids to the role the node shall have, None for no role;
        what stands below inherits it. Unknown keys are passed over.
        """
        chosen: dict[int, Role | None] = {}
        for key, role in roles.items():
            node = self.find(key) or self.node_of(key)
            if node is not None:
                chosen[node.index] = role
        from copy import copy

        outline = copy(self.outline)
        find_roles(outline, chosen)
        return self._replace(nodes=Nodes(outline))

    def paragraphs(self, node: Node | None = None) -> Iterator[tuple[tuple[int, int], ...]]:
        """The paragraphs of a node's own text (or of the preamble), repaired for reading.

        Each is a tuple of spans (start, end) of ``text`` that are to be read without a gap:
        one span usually, more where a hard-wrapped paragraph runs over several lines. Blanks
        around lines, empty lines and page numbers are left out. The first paragraph begins
        with the marker.
        """
        start = node.start if node else 0
        end = node.own_end if node else len(self.preamble)
        return paragraphs(self.text, self.layout, start, end)

    def repaired(self, spans: tuple[tuple[int, int], ...]) -> str:
        """The words of a paragraph as they should have been typed, one for each character.

        Half-width punctuation after Chinese is made full-width; nothing changes its place.
        """
        return in_full_width("".join(self.text[start:end] for start, end in spans))
