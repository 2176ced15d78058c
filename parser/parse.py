"""Text to Document: the steps in their order."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from parser.aside import asides
from parser.candidate import candidates
from parser.document import Document
from parser.heading import lone_heading, title_of
from parser.layout import survey
from parser.nesting import nest
from parser.node import Nodes
from parser.outline import Outline
from parser.role import find_roles
from parser.settle import settle
from parser.title import find_titles
from parser.warnings import warnings_of

Progress = Callable[[float], None]
"""Told, from 0 to 1, about what part of the work is done."""


def silent(_part: float) -> None:
    """Tell nobody."""


def parse(
    text: str,
    *,
    title: str = "",
    path: str | None = None,
    format: str = "text",
    encoding: str | None = None,
    headings: Sequence[tuple[int, int]] = (),
    progress: Progress = silent,
) -> Document:
    r"""Read the structure of a text whose line ends are ``\n``.

    ``title`` is used where the text itself has none; ``path``, ``format`` and ``encoding`` are
    kept as they are given. ``headings`` are (offset of a line, level from 1) of headings that are
    known by their style; they count where the line has no number. ``progress`` is told after each
    step about what part of the work is done. Raises ParseError for a text with more numbers than
    any document has.
    """
    layout = survey(text)
    found = candidates(text, layout)
    progress(0.35)
    aside = asides(text, found, layout)
    progress(0.45)
    taken = settle(text, found, aside, layout)
    if headings:
        from parser.styled import with_styled

        taken = with_styled(text, taken, headings)
    progress(0.6)
    above = lone_heading(text, taken)
    if above:
        taken.remove(above)
    parents, faults = nest(text, taken, aside, layout)
    progress(0.75)
    outline = Outline(
        text,
        array("i", (each.start for each in taken)),
        bytearray(each.kind >> 4 for each in taken),
        parents,
    )
    find_titles(outline, taken, layout)
    progress(0.85)
    find_roles(outline)
    own = title_of(text, taken[0].start if taken else len(text), layout)
    return Document(
        own or title,
        text,
        Nodes(outline),
        path,
        format,
        encoding,
        warnings_of(text, taken, faults),
        layout,
    )
