"""Text to Document: the steps in their order."""

from __future__ import annotations

from array import array

from parser.aside import asides
from parser.candidate import candidates
from parser.document import Document
from parser.layout import survey
from parser.nesting import nest
from parser.node import Nodes
from parser.outline import Outline
from parser.role import find_roles
from parser.settle import settle
from parser.title import find_titles


def parse(
    text: str,
    *,
    title: str = "",
    path: str | None = None,
    format: str = "text",
    encoding: str | None = None,
) -> Document:
    r"""Read the structure of a text whose line ends are ``\n``.

    ``title`` is used where the text itself has none; ``path``, ``format`` and ``encoding`` are
    kept as they are given.
    """
    layout = survey(text)
    found = candidates(text, layout)
    aside = asides(text, found)
    taken = settle(text, found, aside, layout)
    outline = Outline(
        text,
        array("i", (each.start for each in taken)),
        bytearray(each.kind >> 4 for each in taken),
        nest(text, taken, aside),
    )
    find_titles(outline, taken, layout)
    find_roles(outline)
    return Document(title, text, Nodes(outline), path, format, encoding, layout=layout)
