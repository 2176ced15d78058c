"""Every place that looks like a marker, at a line's start or inside a line."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from parser.error import ParseError
from parser.inside import inside_lines
from parser.layout import Layout, at_line_starts
from parser.marker import BLANK, CODES, FORMS, Form, value_of
from parser.message import Message


class Candidate(NamedTuple):
    """Something that may be a marker."""

    start: int
    """Where it begins, Markdown's ``#`` and ``-`` included."""
    end: int
    """Where the marker ends."""
    kind: int
    """Which list it may belong to: 16 times the form's code, plus the level a form itself tells
    (``1.1.1`` is 3, ``##`` is 2, an indented ``-`` more than a plain one)."""
    value: int
    """Its number, 0 for a bullet."""
    inside: bool
    """Whether it stands inside a paragraph."""
    level: int = 0
    """How many ``#`` stand before it."""


_PREFIX = "(?:(#{1,6}|[-*+](?:[ \t]+\\[[ xX]\\])?)[ \t]+)?"
_ORNAMENTS = "*_★☆◆◇●○■□▲△▶►▪•◎※✅⭐"
_ORNAMENT = f"(?:[{_ORNAMENTS}\U0001f300-\U0001faff]\ufe0f?){{0,3}}"
_PLAIN = tuple(form for form in FORMS if form.name not in ("#", "-"))
# What forums put before a line against copying: # u+ z1 Q) S# H$ k) R (1), O4 w3.
_NOISE = r"(?:(?=[!-~ ]{0,24}[^\w\s])(?:[!-~]{1,3} ){4,16}(?:[!-'*-~]{1,2}?(?=[0-9]))?)?"
_HASH, _DASH, _DOTTED = CODES["#"], CODES["-"], CODES["1.1"]
_OPENING = re.compile(r"\n[^\S\n]*+([!-~][ -~]{4}|\S)")
_BEFORE_SIGNS = frozenset(_ORNAMENTS + "\u200b\u2423")
"""With ASCII and pictures, what may stand at a line's start before a marker."""
_DIGITS = frozenset("0123456789")
_LONG = 100_000
"""Characters of a text so long that choosing among the forms takes longer than it saves."""


class _Line:
    """What to look for at the starts of lines, and what the last group of a match tells.

    For each group of the pattern ``codes`` holds its form, ``numerals`` the group of the numeral.
    """

    __slots__ = ("codes", "numerals", "pattern")

    def __init__(self, pattern: str, codes: list[int], numerals: list[int]) -> None:
        self.pattern = re.compile(pattern)
        self.codes = codes
        self.numerals = numerals


def _line(text: str) -> _Line:
    """The pattern of the forms that may open a line of this text, when it is short.

    Compiling all of them takes longer than reading it.
    """
    if len(text) > _LONG:
        return _compiled(_PLAIN, decorated=True)
    openings = set(_OPENING.findall("\n" + text))
    if any(map(_decorates, openings - _DIGITS)):
        return _compiled(_PLAIN, decorated=True)
    forms = tuple(form for form in _PLAIN if not openings.isdisjoint(form.signs))
    # Where none of them fits, any one does for a pattern.
    return _compiled(forms or _PLAIN[-1:], decorated=False)


def _decorates(sign: str) -> bool:
    """Whether what opens a line may stand before a marker."""
    return sign < "\x7f" or sign > "\uffff" or sign in _BEFORE_SIGNS


@lru_cache(maxsize=64)
def _compiled(forms: tuple[Form, ...], *, decorated: bool) -> _Line:
    """The pattern of these forms, with what may stand before them where lines are decorated."""
    expressions: list[str] = []
    codes, numerals = [0, 0, 0], [0, 0, 0]
    for opening, group in groupby(forms, attrgetter("opening")):
        alike = list(group)
        told = [CODES[form.name] for form in alike]
        if len(alike) == 1:
            expressions.append(alike[0].pattern)
        else:
            expressions.append(f"{opening}(?:{'|'.join(f'({form.closing})' for form in alike)})")
            told.insert(0, 0)
        numerals += [len(codes)] * len(told)
        codes += told
    marker = "|".join(expressions)
    if not decorated:
        return _Line(f"\n({BLANK}*+)()(?:{marker})", codes, numerals)
    signs = re.escape("".join(form.signs for form in forms))
    pattern = (
        f"\n({BLANK}*+{_NOISE})(?:{_PREFIX}{_ORNAMENT}{BLANK}?(?=[{signs}])(?:{marker})"
        f"|{FORMS[_HASH].pattern}|{FORMS[_DASH].pattern})"
    )
    numerals += [len(codes), len(codes) + 1]
    return _Line(pattern, [*codes, _HASH, _DASH], numerals)


LIMIT = 300_000
"""Most candidates of one text; ten megabytes of report have 30,000."""


def candidates(text: str, layout: Layout) -> list[Candidate]:
    """Everything that may be a marker, in the order of the text; ParseError above the limit."""
    found: list[Candidate] = []
    line = _line(text)
    for m, shift in at_line_starts(line.pattern, text):
        found.append(_line_start(text, m, shift, layout, line))
        if len(found) > LIMIT:
            raise _too_many(text, found[-1].start)
    taken = {each.end for each in found}
    for start, end, code, numeral in inside_lines(text, layout, taken):
        value = value_of(numeral)
        if value:
            kind = _dotted_kind(numeral) if code == _DOTTED else code * 16
            found.append(Candidate(start, end, kind, value, True))
            if len(found) > LIMIT:
                raise _too_many(text, start)
    found.sort()
    return found


def _too_many(text: str, at: int) -> ParseError:
    return ParseError(
        Message(
            "more than {limit} numbers look like headings up to here; split this into parts",
            limit=LIMIT,
        ),
        line=text.count("\n", 0, at) + 1,
        column=at - text.rfind("\n", 0, at),
    )


def _dotted_kind(numeral: str) -> int:
    return _DOTTED * 16 + min(15, len(re.split("[.．]", numeral)))


def _line_start(text: str, m: re.Match[str], shift: int, layout: Layout, line: _Line) -> Candidate:
    group = m.lastindex or 0
    code = line.codes[group]
    numeral = m[line.numerals[group]]
    kind, value = code * 16, 0
    level = 0
    if code == _HASH:
        level = len(numeral)
        kind += level
    elif code == _DASH:
        kind += min(15, len(m[1].expandtabs(4)) // 2)
    else:
        value = value_of(numeral)
        if code == _DOTTED:
            kind = _dotted_kind(numeral)
        if m[2] and m[2][0] == "#":
            level = len(m[2])
    inside = layout.goes_on(text, m.start() + shift + 1)
    return Candidate(m.end(1) + shift, m.end() + shift, kind, value, inside, level)
