"""What a search finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.search.term import Span

PREAMBLE = -1


class Hit(NamedTuple):
    """One place that was found."""

    node: int
    """Index of the node in whose own text it lies; -1 is the preamble."""
    start: int
    """Offset in the document's text, in characters; so is ``end``."""
    end: int


@dataclass(frozen=True, slots=True)
class Result:
    """All that was found, in document order."""

    hits: Sequence[Hit]
    items: Sequence[int]
    """Indices of the nodes with hits; -1 is the preamble."""
    complete: bool = True
    """Whether the whole document was searched before patience ran out."""


def outermost(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, without those that lie inside another."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
