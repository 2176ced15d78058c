"""A line of the screen as the widget and the first screen both paint it: words and style names."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.panels.paragraphs import Paragraph

AS_BLANK = str.maketrans("\t\n", "  ")


class Hit(NamedTuple):
    """A place that a search found."""

    start: int
    """In characters of the document's text."""
    end: int


class Piece(NamedTuple):
    """Words of one line that look alike."""

    text: str
    style: str
    """Name of a style, as in ``looks.py``."""
    at: int = -1
    """Where the words stand in the document's text, in characters; -1 for what is not of it."""


class Line(NamedTuple):
    """One line of the screen."""

    row: int
    """Index of the node it belongs to; -1 for the preamble."""
    pieces: tuple[Piece, ...] = ()
    tone: str = ""
    """Name of a style that lies under the whole line: ``cursor``."""
    box: int = -1
    """Cell in which the box to tick stands, or -1."""
    heading: bool = False
    """Whether it belongs to the row's heading."""


def words(text: str, paragraph: Paragraph) -> str:
    """A paragraph as it is read."""
    if len(paragraph) == 1:
        start, end = paragraph[0]
        return text[start:end]
    return "".join(text[start:end] for start, end in paragraph)


def cut(text: str, paragraph: Paragraph, start: int, end: int, style: str) -> list[Piece]:
    """The pieces of a paragraph from one character of its words to another."""
    pieces: list[Piece] = []
    passed = 0
    for low, high in paragraph:
        begin, stop = max(start - passed, 0), min(end - passed, high - low)
        if begin < stop:
            said = text[low + begin : low + stop].translate(AS_BLANK)
            pieces.append(Piece(said, style, low + begin))
        passed += high - low
    return pieces


def overlay(pieces: Iterable[Piece], ranges: Sequence[tuple[int, int]], style: str) -> list[Piece]:
    """The pieces with another style where the text lies in one of the ranges.

    Args:
        pieces: Words of a line.
        ranges: Beginnings and ends in the document's text, sorted, without overlaps.
        style: The style that such words get.
    """
    found: list[Piece] = []
    for piece in pieces:
        if piece.at < 0:
            found.append(piece)
            continue
        begin, end = piece.at, piece.at + len(piece.text)
        here = begin
        for start, stop in touching(ranges, begin, end):
            low, high = max(start, here), min(stop, end)
            if low >= high:
                continue
            if low > here:
                found.append(Piece(piece.text[here - begin : low - begin], piece.style, here))
            found.append(Piece(piece.text[low - begin : high - begin], style, low))
            here = high
        if here < end:
            found.append(Piece(piece.text[here - begin :], piece.style, here))
    return found


def touching(ranges: Sequence[tuple[int, int]], begin: int, end: int) -> Iterable[tuple[int, int]]:
    """The ranges that have a character between two places."""
    at = max(bisect_right(ranges, begin, key=lambda range_: range_[0]) - 1, 0)
    while at < len(ranges) and ranges[at][0] < end:
        if ranges[at][1] > begin:
            yield ranges[at][0], ranges[at][1]
        at += 1
