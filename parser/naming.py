"""Short names of nodes, made of their own words."""

from __future__ import annotations

import re
import unicodedata
from _blake2 import blake2b  # hashlib would import OpenSSL
from collections.abc import Iterator
from itertools import takewhile

from parser.outline import Outline
from parser.pattern import Pattern

BLANKS = re.compile(r"\s+")
FIRST, LAST = "\u4e00", "\u9fff"
"""Characters that are what they are: no other ones are made of them, nor they of others."""
OTHERS = Pattern(f"[^{FIRST}-{LAST}]")
OPENING = 8
"""Characters by which two nodes are told apart, where they are plain."""


def names_of(outline: Outline) -> tuple[str, ...]:
    """The names of all nodes, in document order."""
    if outline.ids is None:
        outline.ids = tuple(_names(outline))
    return outline.ids


def name_of(outline: Outline, index: int) -> str:
    """The name of one node, found without making all the others."""
    if outline.ids is not None:
        return outline.ids[index]
    if index not in outline.some_ids:
        outline.some_ids[index] = _alone(outline, index)
    return outline.some_ids[index]


def first_signs(outline: Outline) -> str:
    """The character after each node's marker: it tells most nodes apart at a glance."""
    if outline.firsts is None:
        text, ends = outline.text, outline.marker_end
        firsts = "".join(map(text.__getitem__, ends[:-1]))
        # Behind the last marker there may be nothing.
        outline.firsts = firsts + (text[ends[-1] : ends[-1] + 1] or " ") if ends else ""
    return outline.firsts


def _alone(outline: Outline, index: int) -> str:
    words = words_of(outline, index)
    return _numbered(_digest(words), 1 + sum(words == same for same in _likely(outline, index)))


def _likely(outline: Outline, index: int) -> Iterator[str]:
    """The words of the nodes before, without most of those that are others at first sight."""
    text, begins = outline.text, outline.marker_end
    begin = _past_blanks(text, begins[index])
    opening = text[begin : min(begin + OPENING, outline.own_end(index))]
    run = _plain_run(opening)
    for other in _beginning_so(first_signs(outline), run[:1], index):
        at = _past_blanks(text, begins[other])
        if run.startswith(_plain_run(text[at : at + len(run)])):
            yield words_of(outline, other)


def _beginning_so(firsts: str, sign: str, end: int) -> Iterator[int]:
    """Where among the first signs that one stands, or one that is not plain; all without one."""
    if not sign:
        yield from range(end)
        return
    at = firsts.find(sign, 0, end)
    while at >= 0:
        yield at
        at = firsts.find(sign, at + 1, end)
    for found in OTHERS.compiled.finditer(firsts, 0, end):
        yield found.start()


def _plain_run(words: str) -> str:
    return "".join(takewhile(_is_plain, words))


def _is_plain(char: str) -> bool:
    return FIRST <= char <= LAST


def _past_blanks(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


def _names(outline: Outline) -> Iterator[str]:
    seen: dict[str, int] = {}
    for index in range(len(outline)):
        name = _digest(words_of(outline, index))
        seen[name] = seen.get(name, 0) + 1
        yield _numbered(name, seen[name])


def words_of(outline: Outline, index: int) -> str:
    """A node's own words without what may change unnoticed: marker, blanks, widths."""
    words = outline.text[outline.marker_end[index] : outline.own_end(index)]
    return BLANKS.sub("", unicodedata.normalize("NFKC", words))


def _digest(words: str) -> str:
    return blake2b(words.encode("utf-8", "replace"), digest_size=5).hexdigest()


def _numbered(name: str, time: int) -> str:
    return name if time == 1 else f"{name}-{time}"
