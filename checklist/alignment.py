"""Two lists of fingerprints laid beside each other: where each old place went.

What stands there once before and once after is the same. Where the same wording stands several
times, its neighbours tell which is which, and the order where they do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

NEIGHBOURS = 3
"""Places on each side that are compared to tell equal wordings apart."""
GROUP_LIMIT = 60
"""Equal wordings beyond this number are told apart by their order alone."""
GONE = -1


def align(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """For each place in ``old`` the place in ``new`` with the same wording, or GONE."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, print_ in enumerate(new):
        places[print_].append(place)
    origins: defaultdict[str, list[int]] = defaultdict(list)
    for place, print_ in enumerate(old):
        origins[print_].append(place)
    went = [GONE] * len(old)
    for print_, sources in origins.items():
        targets = places.get(print_)
        if not targets:
            continue
        if len(sources) == len(targets) == 1:
            went[sources[0]] = targets[0]
            continue
        for source, target in _pair(old, new, sources, targets):
            went[source] = target
    return went


def _pair(
    old: Sequence[str], new: Sequence[str], sources: list[int], targets: list[int]
) -> list[tuple[int, int]]:
    if len(sources) * len(targets) > GROUP_LIMIT * GROUP_LIMIT:
        return list(zip(sources, targets, strict=False))
    ranked = sorted(
        (-_agreement(old, source, new, target), abs(rank - other), source, target)
        for rank, source in enumerate(sources)
        for other, target in enumerate(targets)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, source, target in ranked:
        if source not in pairs and target not in taken:
            pairs[source] = target
            taken.add(target)
    return list(pairs.items())


def _agreement(old: Sequence[str], source: int, new: Sequence[str], target: int) -> float:
    """How much the neighbours agree; the beginning and the end count as neighbours."""
    total = 0.0
    for step in (-1, 1):
        for distance in range(1, NEIGHBOURS + 1):
            here, there = source + step * distance, target + step * distance
            inside, within = 0 <= here < len(old), 0 <= there < len(new)
            if inside != within or (inside and old[here] != new[there]):
                break
            total += 1
            if not inside:
                break
    return total


def seats(went: Sequence[int], place: int, length: int) -> tuple[int, int]:
    """The open interval of new places between what stood before and after ``place``.

    The neighbours are the nearest ones on each side that are still there; ``(-1, length)`` is
    everywhere. The interval is empty where the neighbours no longer stand in their order.
    """
    low = next((went[at] for at in range(place - 1, -1, -1) if went[at] != GONE), -1)
    high = next((went[at] for at in range(place + 1, len(went)) if went[at] != GONE), length)
    return low, high
