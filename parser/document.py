"""A document: one parsed text with its tree of nodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parser.message import Message
from parser.node import Node


@dataclass(frozen=True, slots=True)
class Warning:
    """Something a careful secretary would want to know about the document."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    message: Message


@dataclass(frozen=True, slots=True)
class Document:
    r"""One parsed text: title, preamble, tree of nodes.

    ``text`` has ``\\n`` line ends and visible stand-ins for control characters. The preamble and
    the nodes' own texts, one after another, are the text: nothing is dropped.
    """

    title: str
    text: str = field(repr=False)
    nodes: tuple[Node, ...] = field(repr=False)
    """All nodes in document order."""
    path: str | None = None
    """As given; ``-`` for standard input, None for a text that was passed in."""
    format: str = "text"
    """``text``, ``markdown`` or ``docx``."""
    encoding: str | None = None
    warnings: tuple[Warning, ...] = ()

    @property
    def preamble(self) -> str:
        """What stands before the first node."""
        return self.text[: self.nodes[0].start] if self.nodes else self.text

    @property
    def roots(self) -> tuple[Node, ...]:
        """The nodes at the top."""
        return tuple(node for node in self.nodes if node.parent < 0)

    def walk(self) -> Iterator[Node]:
        """Every node, in document order."""
        return iter(self.nodes)

    def find(self, number: str) -> Node | None:
        """The node with that number (``3.1.2``), or None."""
        return next((node for node in self.nodes if node.number == number), None)
