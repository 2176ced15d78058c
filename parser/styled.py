"""Headings that a word processor knows by their style, where the text has no number for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from parser.candidate import Candidate
from parser.marker import CODES

_HASH = CODES["#"] << 4
_LONGEST = 80
"""Characters: what is longer is a paragraph in the wrong style."""
_BLANKS = " \t\u3000\xa0"


def with_styled(
    text: str, taken: list[Candidate], headings: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """The markers together with the headings that have none, in the order of the text.

    ``headings`` are (offset of the line, level from 1); a line that a marker opens needs no hint.
    """
    starts = [each.start for each in taken]
    styled = []
    for offset, level in headings:
        end = text.find("\n", offset)
        line = text[offset : len(text) if end < 0 else end]
        start = offset + len(line) - len(line.lstrip(_BLANKS))
        at = bisect_left(starts, offset)
        numbered = at < len(starts) and starts[at] <= start
        if line.strip(_BLANKS) and len(line) <= _LONGEST and not numbered:
            depth = min(level, 6)
            styled.append(Candidate(start, start, _HASH + depth, 0, False, depth))
    return sorted([*taken, *styled], key=attrgetter("start")) if styled else taken
