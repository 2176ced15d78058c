"""What one word of a query finds in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from tui.search import pinyin
from tui.search.bounded import Bounded
from tui.search.fold import GAP, fold, same_as

Span = tuple[int, int]
Present = Callable[[str], bool]
"""Whether a character occurs anywhere in the text that is searched."""


class Finder(Protocol):
    """What finds: offsets in characters, never an empty span."""

    def first(self, text: str, start: int, end: int) -> int | None:
        """Where something may begin that is found in ``text[start:end]``; None if nothing is."""

    def spans(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Everything that is found there."""


class Patterns:
    """Several patterns, each of which finds; for words and their pinyin."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self._ahead: list[tuple[int, int, int | None]] = [(0, 0, None) for _ in self.patterns]

    def first(self, text: str, start: int, end: int) -> int | None:
        """Where the earliest match begins; ``end`` is where an item ends.

        What each pattern finds next is remembered: one that finds nothing would otherwise be
        looked for again after every match of another.
        """
        for number, pattern in enumerate(self.patterns):
            low, high, at = self._ahead[number]
            if low <= start and at is not None and start <= at:
                continue
            if low <= start <= high and at is None:
                begin = high
            else:
                low, begin = start, start
            match = pattern.search(text, begin, end) if begin < end else None
            self._ahead[number] = (low, max(begin, end), match.start() if match else None)
        return min((at for *_, at in self._ahead if at is not None and at < end), default=None)

    def spans(self, text: str, start: int, end: int) -> Iterator[Span]:
        """All matches, one pattern after the other."""
        for pattern in self.patterns:
            for match in pattern.finditer(text, start, end):
                yield match.span()


@dataclass(frozen=True, slots=True)
class Expression:
    """A person's own regular expression."""

    bounded: Bounded

    def first(self, text: str, start: int, end: int) -> int | None:  # noqa: ARG002
        """The beginning: what is bounded is bounded within one item, so every item is asked."""
        return start if start < end else None

    def spans(self, text: str, start: int, end: int) -> Iterator[Span]:
        """All matches that are not empty."""
        return self.bounded.finditer(text, start, end)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase: found with any blanks inside, and in any form of its characters."""

    text: str
    sounds: bool = True
    """Whether letters may also be the pinyin of what is meant."""

    def finder(self, present: Present) -> Finder:
        """What finds it in a text that has the characters that are ``present``."""
        written = literal(self.text, present)
        sounds = pinyin.patterns(self.text) if self.sounds else ()
        return Patterns([*([written] if written else []), *sounds])


@dataclass(frozen=True, slots=True)
class Pattern:
    """``/regular expression/``."""

    bounded: Bounded

    def finder(self, present: Present) -> Finder:  # noqa: ARG002
        """What finds it, in any text."""
        return Expression(self.bounded)


def literal(word: str, present: Present) -> re.Pattern[str] | None:
    """The pattern of a word as it may be written; None when the text lacks a character of it.

    Forms that do not occur are left out: a pattern that begins with one sure character is looked
    for ten times as fast.
    """
    classes = []
    for char in fold(word):
        forms = [form for form in same_as(char) if present(form)]
        if not forms:
            return None
        classes.append(re.escape(forms[0]) if len(forms) == 1 else f"[{re.escape(''.join(forms))}]")
    return re.compile(GAP.join(classes)) if classes else None
