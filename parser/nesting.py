"""Which marker stands under which: decided by what it continues, restarts or opens."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import NamedTuple

from parser.aside import Asides
from parser.candidate import Candidate
from parser.layout import Layout
from parser.marker import CODES, FORMS

DEEPEST = 32
_LOOK = 64
_STATUTE = frozenset(
    CODES[name] for name in ("第一编", "第一分编", "第一部分", "第一章", "第一节", "第一条")
)

# Numbers of these run through a whole document: their 1 begins another one.
_WHOLE = _STATUTE - {CODES["第一节"]}


class Fault(NamedTuple):
    """A number that is not the next one."""

    at: int
    """Index of the marker."""
    before: int
    """Index of the marker before it in its list, -1 where the list begins with it."""
    due: int = -1
    """Index of a marker above whose list it would continue, were it written like that."""
    runs_on: bool = False
    """Whether it goes on from a list of an earlier section."""


class _List:
    """A list that is open at some point of the text."""

    __slots__ = ("earlier", "inside", "kind", "last", "node")

    def __init__(self, kind: int, last: int, node: int, inside: bool) -> None:
        self.kind = kind
        self.last = last
        self.node = node
        self.inside = inside
        self.earlier: set[int] = set()

    def take(self, value: int, node: int) -> bool:
        """Set the list forward; tell whether the number is one that may come."""
        due = value <= 1 or value == self.last + 1 or value - 1 in self.earlier
        if value <= 1 and self.last > 1:
            self.earlier.add(self.last)
        self.last, self.node = value, node
        return due


class _Nesting:
    """The open lists, outermost first, and what the document has taught so far."""

    def __init__(self, text: str, taken: list[Candidate], aside: Asides, layout: Layout) -> None:
        self.text, self.layout = text, layout
        self.taken = taken
        self.aside = aside
        self.open: list[_List] = []
        self.parent: array[int] = array("i")
        self.home: dict[int, int] = {}
        self.closed: dict[int, int] = {}
        self.begun: dict[int, int] = {}
        self.faults: list[Fault] = []
        self.following = _following(taken)

    def run(self) -> array[int]:
        for at, each in enumerate(self.taken):
            last = self.open[-1] if self.open else None
            if last is None or each.kind != last.kind or each.value != last.last + 1 or each.level:
                self._choose(at, each)
            else:
                last.last = self.closed[each.kind] = each.value
                last.node = at
                self.parent.append(self.parent[at - 1] if last is None else self._above())
        return self.parent

    def _above(self) -> int:
        return self.open[-2].node if len(self.open) > 1 else -1

    def _choose(self, at: int, each: Candidate) -> None:
        """Continue an open list, or open a new one at the right height."""
        height, goes_on = self._height(at, each)
        height = min(height, DEEPEST - 1)
        del self.open[height + goes_on :]
        if goes_on:
            before = self.open[-1].node
            if not self.open[-1].take(each.value, at):
                self.faults.append(Fault(at, before))
        else:
            self._note_opening(at, each)
            self.open.append(_List(each.kind, each.value, at, each.inside))
        self.closed[each.kind] = each.value
        self.parent.append(self._above())

    def _note_opening(self, at: int, each: Candidate) -> None:
        """Remember where lists of a form begin; a number above 1 is worth a word."""
        if each.value <= 1:
            self.home[each.kind] = self.open[-1].kind if self.open else -1
            self.begun[each.kind] = self.begun.get(each.kind, 0) + 1
            return
        runs_on = self.closed.get(each.kind, 0) + 1 == each.value
        above = self.open[-1] if self.open else None
        is_due = above and above.last + 1 == each.value and above.kind >> 4 not in _STATUTE
        self.faults.append(Fault(at, -1, above.node if above and is_due else -1, runs_on))

    def unusual(self) -> list[Fault]:
        """The faults without the sections that run on where running on is this document's way."""
        runs = Counter(self.taken[fault.at].kind for fault in self.faults if fault.runs_on)
        usual = {kind for kind, count in runs.items() if self.begun.get(kind, 0) < 2 + 2 * count}
        return [
            fault
            for fault in self.faults
            if not (fault.runs_on and self.taken[fault.at].kind in usual)
        ]

    def _height(self, at: int, each: Candidate) -> tuple[int, bool]:
        """How many lists stay open above the marker, and whether it continues the next one."""
        same = [height for height, one in enumerate(self.open) if one.kind == each.kind]
        if not each.value and same:
            return same[-1], True
        for height in reversed(same):
            if each.value == self.open[height].last + 1:
                return height, True
        if each.value <= 1:
            return self._opening(at, each, same)
        if same:
            return same[-1], True
        return self._resumed(each), False

    def _opening(self, at: int, each: Candidate, same: list[int]) -> tuple[int, bool]:
        if each.value == 1 and self._is_seam(at):
            return 0, False
        if not same:
            return self._under(at, each), False
        height = same[-1]
        if self._is_nested_again(at, height):
            return len(self.open), False
        above = [one.kind for one in self.open[height + 1 :]]
        if self.home.get(each.kind) in above:
            return height + 2 + above.index(self.home[each.kind]), False
        if each.kind >> 4 in _WHOLE:
            return 0, False
        return height, True

    def _is_seam(self, at: int) -> bool:
        before = self.taken[at - 1].start if at else 0
        return bool(at) and self.aside.seam_between(before, self.taken[at].start)

    def _under(self, at: int, each: Candidate) -> int:
        """The height of a list that was not open: below what usually stands above it."""
        rank = _rank(each.kind)
        if at and self.open and self.aside.turn_between(self.taken[at - 1].start, each.start):
            return 1 if _rank(self.open[0].kind) < rank else 0
        home = self.home.get(each.kind)
        apart = not each.inside or self._is_new_paragraph(at)
        height = len(self.open)
        while height:
            one = self.open[height - 1]
            lower = _rank(one.kind) >= rank or (one.inside and apart)
            statute = one.kind >> 4 in _STATUTE and each.kind >> 4 in _STATUTE
            if not lower or (not statute and self._is_pending(one, at)) or one.kind == home:
                break
            height -= 1
        return height

    def _is_new_paragraph(self, at: int) -> bool:
        line = self.taken[at - 1].end if at else 0
        for _ in range(_LOOK):
            line = self.text.find("\n", line, self.taken[at].start) + 1
            if not line or not self.layout.goes_on(self.text, line):
                break
        return bool(line)

    def _is_pending(self, one: _List, at: int) -> bool:
        """Whether an open list goes on after what is now to be placed."""
        after = self._continuation(one)
        if after < at or after - at > _LOOK:
            return False
        closing = {each.kind for each in self.open if each is not one}
        return not any(each.kind in closing for each in self.taken[at:after])

    def _continuation(self, one: _List) -> int:
        """Where the next number of an open list stands, past inner lists of the same form."""
        before, here = 0, self.following[one.node]
        for _ in range(_LOOK):
            if here < 0:
                break
            value = self.taken[here].value
            if value == one.last + 1 != before + 1 or (value == one.last + 1 and not before):
                return here
            before, here = value, self.following[here]
        return -1

    def _is_nested_again(self, at: int, height: int) -> bool:
        """1、 > 一、 > 1、: what a restart would close goes on afterwards."""
        for one in self.open[height + 1 :]:
            after = self.following[one.node]
            if at < after <= at + _LOOK and self.taken[after].value == one.last + 1 > 1:
                return True
        return self._resumes_after(at, self.open[height].last)

    def _resumes_after(self, at: int, last: int) -> bool:
        """Whether the numbers from 1 that begin here are followed by the outer list's next.

        Lists of the same form may stand in each other several times over.
        """
        levels, here = [last, 1], self.following[at]
        for _ in range(_LOOK):
            value = self.taken[here].value if here >= 0 else 0
            if value == 1:
                levels.append(1)
            else:
                while levels and levels[-1] + 1 != value:
                    levels.pop()
                if len(levels) < 2:
                    break
                levels[-1] = value
            here = self.following[here]
        return len(levels) == 1

    def _resumed(self, each: Candidate) -> int:
        """The height for numbers that run on from an earlier section, or begin in the middle."""
        rank = _rank(each.kind)
        height = len(self.open)
        while height and (
            _rank(self.open[height - 1].kind) >= rank
            or (self.open[height - 1].inside and not each.inside)
        ):
            height -= 1
        home = self.home.get(each.kind)
        kinds = [one.kind for one in self.open[height:]]
        return height + kinds.index(home) + 1 if home in kinds else height


def nest(
    text: str, taken: list[Candidate], aside: Asides, layout: Layout
) -> tuple[array[int], list[Fault]]:
    """The index of every marker's parent, -1 at the top; and the numbers that do not follow."""
    nesting = _Nesting(text, taken, aside, layout)
    return nesting.run(), nesting.unusual()


def _rank(kind: int) -> float:
    return FORMS[kind >> 4].rank + (kind & 15) / 16


def _following(taken: list[Candidate]) -> list[int]:
    following = [-1] * len(taken)
    seen: dict[int, int] = {}
    for at in range(len(taken) - 1, -1, -1):
        following[at] = seen.get(taken[at].kind, -1)
        seen[taken[at].kind] = at
    return following
