"""Items find their nodes again after the document was edited.

Same text first; else the same place with similar text; else similar text elsewhere. What finds
no place is unattached: it is kept, listed, and can be attached by hand.

What the document was like before (``Outline``) decides most of it. A wording that stood there
before is itself and nobody else's new wording, so a deleted item is never taken for the similar
one that moved up into its place; and the unchanged neighbours show where a reworded item sits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checklist.alignment import GONE, GROUP_LIMIT, align, seats
from checklist.saved import (
    Outline,
    SavedItem,
    essence,
    fingerprint,
    outline_id,
    own_text,
    same_wording,
)
from checklist.similarity import FEW, Likeness, pairs
from parser import Document, Node

ANYWHERE = 0.5
"""How alike a wording elsewhere must be, from 0 to 1."""
IN_PLACE = 0.35
"""How alike a wording between the same neighbours must be."""
EVIDENCE = 4
"""Shared pairs of characters that a likeness elsewhere needs at least."""
LITTLE = 2
"""Shared pairs that it needs between the same neighbours."""
SENTENCE = 10
"""Characters from which a wording that stands whole inside another one is no accident."""
WHOLE = 0.8
"""How alike a wording at least is that stands whole inside another one, as after a merger."""
CLOSING = "。;,.:"
"""As ``essence`` writes them; a wording that was joined to another one has lost its own."""
SAME_PLACE = 0.2
SAME_PARENT = 0.05


class Attachment(NamedTuple):
    """Where the saved items stand in a document."""

    nodes: Mapping[str, Node]
    """Key of an item to its node; no node twice."""
    reworded: frozenset[str]
    """Keys of attached items whose wording is no longer the saved one."""
    unattached: tuple[str, ...]
    """Keys of the items that found no place, in the order they were given."""


def attach(
    saved: Sequence[SavedItem], document: Document, outlines: Iterable[Outline] = ()
) -> Attachment:
    """Find the node of each item; ``outlines`` are those that the items name.

    An item whose outline is not given is attached too, by its number and its likeness alone.
    """
    found = _unchanged(saved, document)
    if len(found) < len(saved):
        rest = [item for item in saved if item.key not in found]
        known = {outline.id: outline for outline in outlines}
        nodes = _Nodes(document, (node.index for node in found.values()))
        places = _search(rest, known, nodes)
        found.update((key, document.nodes[place]) for key, place in places.items())
    reworded = frozenset(
        item.key
        for item in saved
        if (node := found.get(item.key)) is not None and not same_wording(item, node, document)
    )
    return Attachment(
        {item.key: found[item.key] for item in saved if item.key in found},
        reworded,
        tuple(item.key for item in saved if item.key not in found),
    )


def _unchanged(saved: Sequence[SavedItem], document: Document) -> dict[str, Node]:
    """The items that were saved with exactly this document."""
    if not saved:
        return {}
    here, nodes = outline_id(document), document.nodes
    found: dict[str, Node] = {}
    taken: set[int] = set()
    for item in saved:
        if item.outline != here or not 0 <= item.place < len(nodes) or item.place in taken:
            continue
        if own_text(document, nodes[item.place]) == item.text:
            found[item.key] = nodes[item.place]
            taken.add(item.place)
    return found


class _Past:
    """Items saved with one wording of the document, and where its places went."""

    def __init__(self, items: Sequence[SavedItem], outline: Outline | None, nodes: _Nodes) -> None:
        self._outlined = outline is not None
        self.items = sorted(items, key=_order)
        if outline:
            self._place = {item.key: item.place for item in self.items}
            self._went = align(outline.fingerprints(), nodes.prints)
        else:
            self._place = {item.key: place for place, item in enumerate(self.items)}
            self._went = _by_number(self.items, nodes)
        self._explained = frozenset(self._went)
        self._end = len(nodes.prints)

    def place_of(self, item: SavedItem) -> int:
        """Where the item went, or GONE."""
        return self._went[self._place[item.key]]

    def found(self, item: SavedItem, place: int) -> None:
        """Take note of where the item went: its neighbours are sought on either side of it."""
        self._went[self._place[item.key]] = place

    def explains(self, place: int) -> bool:
        """Whether the wording at ``place`` stood in the document before."""
        return place in self._explained

    def seats(self, item: SavedItem) -> range:
        """The places between the neighbours that the item had."""
        low, high = seats(self._went, self._place[item.key], self._end)
        return range(low + 1, high)

    def keeps_place(self, item: SavedItem, node: Node) -> bool:
        """Whether ``node`` stands where the item stood."""
        return node.index in self.seats(item) if self._outlined else node.number == item.number


class _Nodes:
    """The nodes of a document with their wordings, and which of them are still free."""

    def __init__(self, document: Document, taken: Iterable[int]) -> None:
        self.nodes = document.nodes
        self.wordings = [essence(own_text(document, node), node.marker) for node in self.nodes]
        self.prints = [fingerprint(wording) for wording in self.wordings]
        self.taken = set(taken)

    def parent_title(self, place: int) -> str:
        """Title of the node above; empty at the top."""
        above = self.nodes[place].parent
        return self.nodes[above].title if above >= 0 else ""


def _order(item: SavedItem) -> tuple[int, list[int], str]:
    steps = [int(step) if step.isdecimal() else 0 for step in item.number.split(".")]
    return item.place, steps, item.key


def _by_number(items: Sequence[SavedItem], nodes: _Nodes) -> list[int]:
    """Where items without an outline went: same wording, same number and parent first."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, print_ in enumerate(nodes.prints):
        places[print_].append(place)
    ranked = []
    for rank, item in enumerate(items):
        for place in places.get(fingerprint(essence(item.text, item.marker)), ())[:GROUP_LIMIT]:
            other_number = nodes.nodes[place].number != item.number
            other_parent = nodes.parent_title(place) != item.parent
            ranked.append((other_number, other_parent, rank, place))
    went = [GONE] * len(items)
    taken: set[int] = set()
    for _, _, rank, place in sorted(ranked):
        if went[rank] == GONE and place not in taken:
            went[rank] = place
            taken.add(place)
    return went


def _pasts(
    items: Sequence[SavedItem], outlines: Mapping[str, Outline], nodes: _Nodes
) -> list[_Past]:
    groups: defaultdict[str, list[SavedItem]] = defaultdict(list)
    for item in items:
        known = item.outline in outlines and outlines[item.outline].holds(item)
        groups[item.outline if known else ""].append(item)
    return [_Past(group, outlines.get(name), nodes) for name, group in groups.items()]


def _search(
    items: Sequence[SavedItem], outlines: Mapping[str, Outline], nodes: _Nodes
) -> dict[str, int]:
    """Places of the items that have one."""
    found: dict[str, int] = {}
    lost: list[tuple[_Past, SavedItem]] = []
    for past in _pasts(items, outlines, nodes):
        for item in past.items:
            place = past.place_of(item)
            if place == GONE or place in nodes.taken:
                lost.append((past, item))
            else:
                found[item.key] = place
                nodes.taken.add(place)
    if lost:
        free = [place for place in range(len(nodes.prints)) if place not in nodes.taken]
        likeness = Likeness(nodes.wordings, free)
        for least in (ANYWHERE, IN_PLACE):
            lost = _settle(lost, nodes, likeness, least, found)
    return found


def _settle(
    lost: Sequence[tuple[_Past, SavedItem]],
    nodes: _Nodes,
    likeness: Likeness,
    least: float,
    found: dict[str, int],
) -> list[tuple[_Past, SavedItem]]:
    """Give each lost item the free node that is most like it, the best pairs first."""
    ranked = sorted(
        (-score, abs(place - past.seats(item).start), number, place)
        for number, (past, item) in enumerate(lost)
        for place, alike, score in _candidates(past, item, nodes, likeness)
        if alike >= least
    )
    for _, _, number, place in ranked:
        past, item = lost[number]
        if place not in nodes.taken and item.key not in found:
            nodes.taken.add(place)
            found[item.key] = place
            past.found(item, place)
    return [(past, item) for past, item in lost if item.key not in found]


def _candidates(
    past: _Past, item: SavedItem, nodes: _Nodes, likeness: Likeness
) -> Iterator[tuple[int, float, float]]:
    """Places with their likeness and their score: more for the same place and parent."""
    said = essence(item.text, item.marker)
    wording, said = pairs(said), said.rstrip(CLOSING)
    seats = past.seats(item)
    for place, shares, shared in likeness.near(wording, seats if len(seats) <= FEW else ()):
        if place in nodes.taken or past.explains(place):
            continue
        whole = len(said) >= SENTENCE and said in nodes.wordings[place]
        alike = max(shares, WHOLE) if whole else shares
        keeps = past.keeps_place(item, nodes.nodes[place])
        least, evidence = (IN_PLACE, LITTLE) if keeps else (ANYWHERE, EVIDENCE)
        if alike < least or shared < evidence:
            continue
        parent = bool(item.parent) and nodes.parent_title(place) == item.parent
        yield place, alike, alike + SAME_PLACE * keeps + SAME_PARENT * parent
