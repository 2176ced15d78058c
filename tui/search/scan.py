"""A search over a document: what is found and what is highlighted come from one function here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf
from time import perf_counter

from checklist import Checklist
from parser import Document
from tui.search.bounded import SlowError
from tui.search.field import Field, RoleField
from tui.search.ground import Ground
from tui.search.hit import PREAMBLE, Hit, Result, outermost
from tui.search.query import Query
from tui.search.term import Finder, Pattern, Span, Word

SLICE = 200_000
"""Characters searched between two looks at the clock, up to the end of an item."""
PATIENCE = 10.0
"""Seconds that a search may take in all; only a very slow pattern takes as long."""


class Search:
    """A search under way: ``run`` it in slices until it is finished, and look at it any time."""

    def __init__(self, ground: Ground, query: Query, checklist: Checklist | None, at: int) -> None:
        self.query = query
        self.finished = query.empty
        self.complete = True
        self._ground = ground
        self._text = ground.document.text
        self._checklist = checklist
        self._wanted, self._unwanted = self._finders(negated=False), self._finders(negated=True)
        self._fields = [
            (term.what, term.negated)
            for term in query.terms
            if isinstance(term.what, Field | RoleField)
        ]
        first = ground.span(ground.node_at(at))[0] if at > 0 else 0
        self._turn = first
        self._at = first
        self._wrapped = first == 0
        self._late: list[Hit] = []
        self._early: list[Hit] = []
        self._spent = 0.0
        self._anchor = max(self._wanted, key=lambda pair: pair[1], default=(None, 0))[0]

    @property
    def hits(self) -> Sequence[Hit]:
        """What is found so far, in document order."""
        if self._early:
            if not self.finished:
                return self._early + self._late
            self._late, self._early = self._early + self._late, []
        return self._late

    @property
    def items(self) -> Sequence[int]:
        """Indices of the nodes with hits so far, in document order; -1 is the preamble."""
        return list(dict.fromkeys(hit.node for hit in self.hits))

    @property
    def count(self) -> int:
        """How many hits there are so far."""
        return len(self._early) + len(self._late)

    @property
    def result(self) -> Result:
        """What is found so far."""
        return Result(self.hits, self.items, complete=self.complete)

    def run(self, seconds: float = PATIENCE, *, enough: float = inf) -> bool:
        """Search on for that long, or until that many hits are known.

        True when the whole document was searched.
        """
        begun = now = perf_counter()
        while not self.finished and now - begun < seconds and self.count < enough:
            if self._spent + now - begun > PATIENCE:
                self.complete, self.finished = False, True
                break
            self._step()
            now = perf_counter()
        self._spent += now - begun
        return self.finished

    def hits_in(self, node: int) -> list[Hit]:
        """What is found in a node's own text (-1: the preamble), in order, none inside another.

        This is the one place where a hit is decided, for counting, moving and highlighting.
        """
        start, end = self._ground.span(node)
        if self.query.empty or not self._suits(node):
            return []
        try:
            found = self._spans(start, end)
        except SlowError:
            self.complete = False
            return []
        if not self._wanted and found is not None:
            return self._heading(node)
        return [Hit(node, first, last) for first, last in outermost(found or [])]

    def hits_between(self, start: int, end: int) -> list[Hit]:
        """What is to be highlighted in a part of the text, whether it was searched yet or not."""
        first, last = self._ground.node_at(start), self._ground.node_at(max(start, end - 1))
        if self.finished and self.complete:
            known = self.hits
            low = bisect_left(known, start, key=lambda hit: hit.end)
            high = bisect_left(known, end, key=lambda hit: hit.start)
            return [hit for hit in known[low:high] if hit.end > start]
        found = (hit for node in range(first, last + 1) for hit in self.hits_in(node))
        return [hit for hit in found if hit.start < end and hit.end > start]

    def _spans(self, start: int, end: int) -> list[Span] | None:
        """Where the words stand in a part of the text; None when one is missing or unwanted."""
        for finder, _ in self._unwanted:
            if next(finder.spans(self._text, start, end), None):
                return None
        found: list[Span] = []
        for finder, _ in self._wanted:
            spans = list(finder.spans(self._text, start, end))
            if not spans:
                return None
            found += spans
        return found

    def _finders(self, *, negated: bool) -> list[tuple[Finder, int]]:
        present = self._ground.present
        made: list[tuple[Finder, int]] = []
        for term in self.query.terms:
            if term.negated is negated and isinstance(term.what, Word | Pattern):
                worth = len(term.what.text) if isinstance(term.what, Word) else 0
                made.append((term.what.finder(present), worth))
        return made

    def _step(self) -> None:
        """Search one slice: to the next item that may hold a hit, but not further than SLICE."""
        end = len(self._text) if not self._wrapped or self._turn == 0 else self._turn
        if self._at >= end:
            if self._wrapped:
                self.finished = True
            else:
                self._wrapped, self._at = True, 0
            return
        stop = self._ground.span(self._ground.node_at(min(self._at + SLICE, end - 1)))[1]
        start = self._at if self._anchor is None else self._anchor.first(self._text, self._at, stop)
        if start is None:
            self._at = stop
            return
        node = self._ground.node_at(start)
        found = self.hits_in(node)
        (self._late if not self._wrapped or self._turn == 0 else self._early).extend(found)
        self._at = self._ground.span(node)[1]

    def _suits(self, node: int) -> bool:
        """Whether the fields of the query are met."""
        if node == PREAMBLE:
            return bool(self._wanted) and not self._fields
        place = self._ground.document.nodes[node]
        for field, negated in self._fields:
            if isinstance(field, RoleField):
                role = self._checklist.role_of(place) if self._checklist else place.role
                met = field.test(role)
            else:
                item = self._checklist.item_of(place) if self._checklist else None
                if item is None:
                    return False
                met = field.test(item)
            if met is negated:
                return False
        return True

    def _heading(self, node: int) -> list[Hit]:
        """The title of a node that is found by its fields alone."""
        place = self._ground.document.nodes[node]
        if place.title_end > place.start:
            return [Hit(node, place.start, place.title_end)]
        return []


class Searcher(Ground):
    """One document made ready to be searched, again and again."""

    def begin(self, query: Query, checklist: Checklist | None = None, *, at: int = 0) -> Search:
        """A search that begins with the item at offset ``at`` and comes round to it again."""
        return Search(self, query, checklist, at)


def search(document: Document, query: Query | str, checklist: Checklist | None = None) -> Result:
    """Search a whole document; raises QueryError for a query that cannot be meant."""
    asked = Query.parse(query) if isinstance(query, str) else query
    under_way = Searcher(document).begin(asked, checklist)
    under_way.run()
    return under_way.result
