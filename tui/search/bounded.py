"""A person's own regular expression, made sure to come to an end.

Python's matcher tries every way in which a pattern can match, and some patterns have more ways
than there are seconds. The ways are counted from the pattern's parse tree: what repeats a
repetition is refused, and of the rest as many characters are looked at in one go as the count
allows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from time import monotonic
from typing import Any

STEPS = 5e6
"""Of the matcher, in one go: about a tenth of a second at the very worst."""
WINDOWS = (20_000, 2_000, 500, 160)
"""Characters looked at in one go, by falling preference."""
PATIENCE = 1.0
"""Seconds for one item."""
FLAGS = re.IGNORECASE | re.MULTILINE
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}


class EndlessError(ValueError):
    """A pattern that could take longer than anybody waits."""


class SlowError(RuntimeError):
    """A pattern took longer than PATIENCE in one item."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A compiled pattern and how many characters it may look at in one go.

    In an item that is longer, what it finds is at most half as long as that.
    """

    pattern: re.Pattern[str]
    window: int

    def finditer(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Start and end of each match in ``text[start:end]`` that is not empty.

        Raises SlowError when that takes too long.
        """
        own, size = text[start:end], end - start  # so that ^ is where an item begins
        at, until = 0, monotonic() + PATIENCE
        while at < size:
            if at and monotonic() > until:
                raise SlowError(self.pattern.pattern)
            stop = min(at + self.window, size)
            fresh = stop if stop == size else at + self.window // 2
            following = fresh
            for found in self.pattern.finditer(own, at, stop):
                if found.start() >= fresh:
                    break
                if found.end() > found.start():
                    yield start + found.start(), start + found.end()
                    following = max(following, found.end())
            at = following


def bounded(source: str) -> Bounded:
    """Compile a pattern, for any letter case, with ``^`` and ``$`` at the ends of lines.

    Raises re.error or EndlessError.
    """
    pattern = re.compile(source, FLAGS)
    ways = [count(backtracking(_parser.parse(source, FLAGS)), window) for window in WINDOWS]
    for window, number in zip(WINDOWS, ways, strict=True):
        if window * number <= STEPS:
            return Bounded(pattern, window)
    raise EndlessError(source)


def backtracking(tree: Any) -> Any:
    """A pattern without what repeats at its very end: whatever that takes, nothing fails after."""
    if len(tree) and tree[-1][0] in REPEATS and tree[-1][1][2].getwidth()[1] == 1:
        return tree[:-1]
    return tree


def count(tree: Any, length: int) -> float:
    """In how many ways a part of a pattern can match at one place of a text of that length."""
    ways = 1.0
    for kind, value in tree:
        ways *= _ways(kind, value, length)
    return ways


def _ways(kind: Any, value: Any, length: int) -> float:
    if kind in REPEATS:
        least, most, inside = value
        once = count(inside, length)
        times = min(most, length)
        if once > 1 or inside.getwidth()[0] == 0:
            many = times * math.log(max(once, 2)) > math.log(STEPS)
            return math.inf if many else once**times
        return float(max(times - least + 1, 1))
    if kind is op.BRANCH:
        branches = value[1]
        each = [count(branch, length) for branch in branches]
        return max(each) if _apart(branches) else sum(each)
    if kind is op.SUBPATTERN:
        return count(value[-1], length)
    if kind is op.ATOMIC_GROUP:
        return count(value, length)
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        return count(value[1], length)
    if kind is op.GROUPREF_EXISTS:
        return sum(count(branch, length) for branch in value[1:] if branch)
    return 1


def _apart(branches: Any) -> bool:
    """Whether the first character decides which branch it is."""
    firsts = [
        branch[0][1] if branch and branch[0][0] is op.LITERAL else None for branch in branches
    ]
    return None not in firsts and len(set(firsts)) == len(firsts)
