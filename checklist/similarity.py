"""How alike two wordings are: shared pairs of characters, the rare ones counting for more.

Official prose is full of set phrases: two measures about different things share half their
characters. What nearly every item says therefore weighs next to nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log

SAMPLE = 2_000
"""Wordings that are looked at to learn which pairs are common."""
COMMON = 40
"""A pair that stands in more candidates than this finds none of them."""
FEW = 40
"""So few candidates are all compared."""
BEST = 8
"""Candidates compared in full for one wording."""

Pairs = frozenset[str]


def pairs(wording: str) -> Pairs:
    """All pairs of neighbouring characters."""
    return frozenset(map(str.__add__, wording, wording[1:]))


class Likeness:
    """Compares wordings with candidates out of one document."""

    def __init__(self, wordings: Sequence[str], candidates: Iterable[int]) -> None:
        """``candidates`` are places in ``wordings``, the wordings of the whole document."""
        step = len(wordings) // SAMPLE + 1
        sample = wordings[::step]
        self._seen = Counter(pair for wording in sample for pair in pairs(wording))
        self._size = len(sample)
        self._pairs = {place: pairs(wordings[place]) for place in candidates}
        self._weights = {place: self.weight(found) for place, found in self._pairs.items()}
        self._index: defaultdict[str, list[int]] = defaultdict(list)
        for place, found in self._pairs.items():
            for pair in found:
                self._index[pair].append(place)

    def weight(self, found: Iterable[str]) -> float:
        """How much these pairs say; a pair nobody else uses says the most."""
        size, seen = self._size + 1, self._seen
        return sum(log(size / (seen[pair] or 1)) for pair in found)

    def near(self, wording: Pairs, always: Iterable[int] = ()) -> Iterator[tuple[int, float, int]]:
        """Candidates worth comparing, how alike they are (0 to 1), how many pairs they share.

        ``always`` are compared in any case, as far as they are candidates.
        """
        if len(self._pairs) <= FEW:
            chosen: Iterable[int] = self._pairs
        else:
            shared: Counter[int] = Counter()
            for pair in wording:
                holders = self._index.get(pair, ())
                if len(holders) <= COMMON:
                    shared.update(holders)
            chosen = {place for place, _ in shared.most_common(BEST)}
            chosen.update(place for place in always if place in self._pairs)
        own = self.weight(wording)
        for place in chosen:
            shared_pairs = wording & self._pairs[place]
            both = own + self._weights[place]
            alike = 2 * self.weight(shared_pairs) / both if both else 0.0
            yield place, alike, len(shared_pairs)
