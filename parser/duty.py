"""Who and by when: what the text says about it, and what a person types.

Most items say neither, so a glance decides whether the patterns are loaded at all: compiling them
takes longer than reading a short document.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from parser.pattern import Pattern


class DueKind(StrEnum):
    """What sort of a time limit it is."""

    DAY = "day"
    """By a day, or by the end of a month, a quarter or a year."""
    SPAN = "span"
    """Within a span that is counted from the day of writing."""
    AT_ONCE = "at once"
    """立行立改."""
    ONGOING = "ongoing"
    """长期坚持; with a date where the first step has one."""
    REPEATED = "repeated"
    """每季度."""


class Due(NamedTuple):
    """A time limit: the words as they are written, and what they mean."""

    words: str
    date: date | None
    """The last day; None where the words name none, or need a year that nobody knows."""
    kind: DueKind
    assumed: bool = False
    """Whether the year, or the day to count from, is not in the words themselves."""


class Owner(NamedTuple):
    """Who answers for an item: the words as they are written, and the names in them."""

    words: str
    lead: tuple[str, ...]
    """Who answers for it: named as leading, or first of several."""
    support: tuple[str, ...] = ()
    """Who helps."""


SAYS_WHEN = Pattern(
    "[年季月旬周日天度半底末](?:[之以]?[前内止]|[底末]|完成|(?<=每.))|[到至]\\s?(?:20|二)|[时期]限"
    "|立改|知即改|边改|即整改|长期坚持|[（(【：:][^。\n]{0,80}?(?:长期|持续)"
)
SAYS_WHO = Pattern(
    "负责|牵头|责任|承办|主办|主责|抓总|(?:单位|部门|科室|领导|经办人)[ \u3000]?[:：]"
)


def due_of(words: str, today: date | None = None) -> Due | None:
    """Say what a phrase means that is a time limit as a whole, as in a form or a ledger.

    ``today`` is the day to count from: the present day in a form, the document's date for its
    text. Returns None for words that are no time limit.
    """
    from parser.due import meaning

    return meaning(words, today)


def read_due(text: str, *, written: date | Callable[[], date | None] | None = None) -> Due | None:
    """Find by when an item is to be done, in its own text.

    ``written`` is the day of the document (``document_date``), from which a missing year is
    taken, or what finds it when it is needed. Returns None where the text says nothing.
    """
    if not SAYS_WHEN.search(text):
        return None
    from parser.deadline import find_due

    return find_due(text, written() if callable(written) else written)


def read_owner(text: str) -> Owner | None:
    """Find who answers for an item, in its own text; None where it names nobody."""
    if not SAYS_WHO.search(text):
        return None
    from parser.owner import find_owner

    return find_owner(text)


def document_date(text: str) -> date | None:
    """Return the day on which a document says it was written.

    That is the first date on a line of its own (below the title or above the seal), else one in
    brackets below the title, else the day of printing or publishing. Where only the month is
    given, its first day. None where the document says nothing: a year is never guessed.
    """
    from parser.written import find_date

    return find_date(text)
