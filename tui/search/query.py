"""A query as it is typed: words, "phrases", -words, /patterns/ and fields; all must be met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parser import Message
from tui.language import N_, _
from tui.search.bounded import EndlessError, bounded
from tui.search.field import NAMES, Field, RoleField, field, values
from tui.search.fold import BLANKS, fold, plain
from tui.search.term import Pattern, Word

QUOTES = {'"': '"”＂', "“": '”"＂', "”": '”"＂', "＂": '＂"”', "「": "」", "『": "』"}
MINUS = "-－"
SLASH = "/／"
TOKEN = re.compile(f"[^{BLANKS}]+")
NAMED = re.compile(f"([^{BLANKS}:：]+)[:：]")
PATTERN = re.compile(r"(?:\\.|[^/／\\])*")


REASONS = {
    "missing),": N_("a bracket ( is not closed"),
    "unbalanced": N_("a bracket ) is not opened"),
    "unterminatedchar": N_("a bracket [ is not closed"),
    "nothingto": N_("there is nothing that * + or ? could repeat"),
    "multiplerepeat": N_("* + or ? stand one behind the other"),
    "badcharacterrange": N_("what stands in [ ] goes from a later sign to an earlier one"),
    "badescape": N_("this sign has no meaning behind a backslash"),
    "minrepeat": N_("the first number in { } is greater than the second"),
}
"""How Python's complaints begin, without their blanks, and what they mean."""
UNKNOWN = N_("it is not written as a regular expression is")


class QueryError(ValueError):
    """A query that cannot be meant; ``message`` says what is wrong with it."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query."""

    what: Word | Pattern | Field | RoleField
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: an item is found when every term is met in it."""

    text: str
    """As it was typed."""
    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str, today: date | None = None) -> Query:
        """Read a query; raises QueryError. ``today`` is what ``due:7`` counts from."""
        day = today or date.today()
        return cls(text, tuple(_terms(text, day)))

    @property
    def empty(self) -> bool:
        """Whether nothing is asked."""
        return not self.terms

    @property
    def needs_checklist(self) -> bool:
        """Whether it asks for what only a checklist knows."""
        return any(isinstance(term.what, Field | RoleField) for term in self.terms)


def _terms(text: str, today: date) -> Iterator[Term]:
    at = 0
    while found := TOKEN.search(text, at):
        start = found.start()
        negated = text[start] in MINUS and len(found.group()) > 1
        what, at = _one(text, start + negated, today)
        if what is not None:
            yield Term(what, negated)


def _one(text: str, at: int, today: date) -> tuple[Word | Pattern | Field | RoleField | None, int]:
    """The term that begins at ``at``, and where the next may begin."""
    if text[at] in QUOTES:
        phrase, end = _quoted(text, at)
        return (Word(plain(phrase), sounds=False) if plain(phrase) else None), end
    if text[at] in SLASH and (found := PATTERN.match(text, at + 1)) and found.group():
        return _pattern(found.group()), found.end() + 1
    if (found := NAMED.match(text, at)) and fold(found[1]) in NAMES:
        return _field(text, found[1], found.end(), today)
    found = TOKEN.match(text, at)
    if found is None:
        return None, at + 1
    return Word(found.group()), found.end()


def _quoted(text: str, at: int) -> tuple[str, int]:
    """What stands in quotes, and where they end; to the end of the line when they are open."""
    closing = QUOTES[text[at]]
    end = next((n for n in range(at + 1, len(text)) if text[n] in closing), len(text))
    return text[at + 1 : end], end + 1


def _pattern(source: str) -> Pattern:
    try:
        return Pattern(bounded(source))
    except EndlessError:
        message = Message(
            "the pattern /{pattern}/ could take forever: use fewer .* and repeat nothing repeated",
            pattern=source,
        )
    except (re.error, RecursionError, OverflowError) as error:
        message = Message(
            "the pattern /{pattern}/ is not right: {reason}",
            pattern=source,
            reason=reason_of(error),
        )
    raise QueryError(message)


def _field(text: str, said: str, at: int, today: date) -> tuple[Field | RoleField, int]:
    """The field that is called so, whose value begins at ``at``."""
    name = NAMES[fold(said)]
    if at < len(text) and text[at] in QUOTES:
        value, end = _quoted(text, at)
    else:
        found = TOKEN.match(text, at)
        value, end = (found.group(), found.end()) if found else ("", at)
    if not plain(value):
        raise QueryError(Message("{name}: what? No space after the colon", name=said))
    made = field(name, value, today)
    if made is None:
        known = " ".join("/".join(names) for names in values(name))
        raise QueryError(
            Message(
                "{name}: cannot be {value}; it can be {known}", name=said, value=value, known=known
            )
        )
    return made, end


def reason_of(error: Exception) -> str:
    """What is wrong with a pattern, in words for a person."""
    said = str(getattr(error, "msg", error)).replace(" ", "")
    known = (words for beginning, words in REASONS.items() if said.startswith(beginning))
    return _(next(known, UNKNOWN))
