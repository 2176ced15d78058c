"""Every place that looks like a marker, at a line's start or inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parser.layout import Layout
from parser.marker import BLANK, CODES, FORMS, NUMERALS, value_of


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
_ORNAMENT = "(?:[*_★☆◆◇●○■□▲△▶►▪•◎※✅⭐\U0001f300-\U0001faff]\ufe0f?){0,3}"
_PLAIN = [form for form in FORMS if form.name not in ("#", "-")]
_LINE = re.compile(
    f"\n({BLANK}*)(?:{_PREFIX}{_ORNAMENT}{BLANK}?(?:"
    + "|".join(form.pattern for form in _PLAIN)
    + f")|{FORMS[CODES['#']].pattern}|{FORMS[CODES['-']].pattern})"
)
_LINE_CODES = [0, 0, 0] + [CODES[form.name] for form in _PLAIN] + [CODES["#"], CODES["-"]]
_HASH, _DASH, _DOTTED, _BARE = CODES["#"], CODES["-"], CODES["1.1"], CODES["1"]
_N = f"[{NUMERALS}]"


class _Inside(NamedTuple):
    pattern: re.Pattern[str]
    codes: tuple[int, ...]


def _inside(*names: str) -> _Inside:
    return _Inside(
        re.compile("|".join(FORMS[CODES[name]].pattern for name in names)),
        tuple(CODES[name] for name in names),
    )


_INSIDE = (
    _Inside(
        re.compile(f"({_N}){BLANK}?是|({_N}){BLANK}?要(?![么素求闻员])|({_N}{_N}{{0,2}})、"),
        (CODES["一是"], CODES["一要"], CODES["一、"]),
    ),
    _inside("（一）", "（1）"),
    _inside("1."),
    _inside("㈠", "⒈", "⑴", "①"),
    _inside("第一，", "其一"),
)


def candidates(text: str, layout: Layout) -> list[Candidate]:
    """Everything that may be a marker, in the order of the text."""
    found = list(_at_line_starts(text, layout))
    taken = {each.start for each in found}
    for pattern, codes in _INSIDE:
        for m in pattern.finditer(text):
            if m.start() not in taken:
                group = m.lastindex or 1
                value = value_of(m[group])
                if value:
                    found.append(Candidate(m.start(), m.end(), codes[group - 1] * 16, value, True))
    found.sort()
    return found


def _at_line_starts(text: str, layout: Layout) -> Iterator[Candidate]:
    for m in _LINE.finditer("\n" + text):
        yield _line_start(text, m, layout)


def _line_start(text: str, m: re.Match[str], layout: Layout) -> Candidate:
    start = m.end(1) - 1  # the pattern saw one line end more than the text has
    group = m.lastindex or 0
    code = _LINE_CODES[group]
    numeral = m[group]
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
            kind += min(15, len(re.split("[.．]", numeral)))
        if m[2] and m[2][0] == "#":
            level = len(m[2])
    inside = layout.goes_on(text, m.start())
    return Candidate(start, m.end() - 1, kind, value, inside, level)
