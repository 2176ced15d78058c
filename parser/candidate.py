"""Every place that looks like a marker, at a line's start or inside a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parser.layout import Layout, at_line_starts
from parser.marker import (
    BLANK,
    BRACKETED_SIGNS,
    CHINESE_SIGNS,
    CODES,
    DOTTED_SIGNS,
    FORMS,
    NUMERALS,
    SIGNS,
    STEMS,
    value_of,
)


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
_FIRST = f"(?=[第其首再最（(〔【［0-9—―─{NUMERALS}{STEMS}①-⑳⑴-⒛㈠-㈩])"
_LINE = re.compile(
    f"\n({BLANK}*)(?:{_PREFIX}{_ORNAMENT}{BLANK}?{_FIRST}(?:"
    + "|".join(form.pattern for form in _PLAIN)
    + f")|{FORMS[CODES['#']].pattern}|{FORMS[CODES['-']].pattern})"
)
_LINE_CODES = [0, 0, 0] + [CODES[form.name] for form in _PLAIN] + [CODES["#"], CODES["-"]]
_HASH, _DASH, _DOTTED, _BARE = CODES["#"], CODES["-"], CODES["1.1"], CODES["1"]
_N = f"[{NUMERALS}]"
# Each begins with a class of characters: the engine then skips to the next of them by itself.
_SPOKEN = re.compile(f"({_N}{_N}{{0,2}}){BLANK}?(?:(是)|(要)(?![么素求闻员])|(、))")
_SPOKEN_CODES = (0, 0, CODES["一是"], CODES["一要"], CODES["一、"])
_SIGN = re.compile("([①-⑳⑴-⒛㈠-㈩])、?")
_SIGN_CODES = {
    sign: CODES[name]
    for name, signs in (
        ("①", SIGNS),
        ("⑴", BRACKETED_SIGNS),
        ("⒈", DOTTED_SIGNS),
        ("㈠", CHINESE_SIGNS),
    )
    for sign in signs
}


class _Inside(NamedTuple):
    pattern: re.Pattern[str]
    codes: tuple[int, ...]


def _inside(*names: str) -> _Inside:
    return _Inside(
        re.compile("|".join(FORMS[CODES[name]].pattern for name in names)),
        tuple(CODES[name] for name in names),
    )


_INSIDE = (_inside("（一）", "（1）"), _inside("1."), _inside("第一，", "其一"))
# Where line ends were lost, greater headings too stand in the middle of a line.
_FLAT = (
    _inside("第一编", "第一分编", "第一部分", "第一章", "第一节", "第一条"),
    _Inside(
        re.compile(
            r"(?<![0-9.．])([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})(?=[ 一-鿿])"
            "(?![ ]?(?:[分年月日万亿元倍个米吨名人次时度级版号]|公[里斤顷]|左右|以上|以下))"
        ),
        (_DOTTED,),
    ),
)


def candidates(text: str, layout: Layout) -> list[Candidate]:
    """Everything that may be a marker, in the order of the text."""
    found = [_line_start(text, m, shift, layout) for m, shift in at_line_starts(_LINE, text)]
    taken = {each.end for each in found}
    for start, end, code, numeral in _inside_lines(text, layout):
        if end not in taken:
            value = value_of(numeral)
            if value:
                kind = _dotted_kind(numeral) if code == _DOTTED else code * 16
                found.append(Candidate(start, end, kind, value, True))
    found.sort()
    return found


def _dotted_kind(numeral: str) -> int:
    return _DOTTED * 16 + min(15, len(re.split("[.．]", numeral)))


def _inside_lines(text: str, layout: Layout) -> Iterator[tuple[int, int, int, str]]:
    for m in _SPOKEN.finditer(text):
        yield m.start(), m.end(), _SPOKEN_CODES[m.lastindex or 0], m[1]
    for m in _SIGN.finditer(text):
        yield m.start(), m.end(), _SIGN_CODES[m[1]], m[1]
    for pattern, codes in _INSIDE + _FLAT if layout.flat else _INSIDE:
        for m in pattern.finditer(text):
            group = m.lastindex or 1
            yield m.start(), m.end(), codes[group - 1], m[group]


def _line_start(text: str, m: re.Match[str], shift: int, layout: Layout) -> Candidate:
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
            kind = _dotted_kind(numeral)
        if m[2] and m[2][0] == "#":
            level = len(m[2])
    inside = layout.goes_on(text, m.start() + shift + 1)
    return Candidate(m.end(1) + shift, m.end() + shift, kind, value, inside, level)
