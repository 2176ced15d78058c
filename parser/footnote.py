"""Footnotes: ① or 〔1〕 behind a word, and the same at the start of a line with its source."""

from __future__ import annotations

from collections.abc import Sequence

from parser.candidate import Candidate
from parser.marker import CODES
from parser.pattern import Pattern

_NOTED = (CODES["①"], CODES["（1）"])
_BEFORE_LISTS = frozenset("：:；;，,、\n")
# What a note says of its source or its word: 列宁：《…》第5页. “两重”：指…
_EXPLAINS = Pattern("[^\n。]{0,60}(?:《|[0-9]页|[：:]|指)")


def footnotes(text: str, found: Sequence[Candidate]) -> list[tuple[int, int]]:
    """The spans of all notes and of the signs that refer to them.

    Lines are notes when they count from one to as many as signs have stood behind words so far.
    """
    if "①" not in text and "〔1〕" not in text:
        return []
    spans: list[tuple[int, int]] = []
    for code in _NOTED:
        signs: dict[int, Candidate] = {}
        notes: list[Candidate] = []
        for each in found:
            if each.kind >> 4 != code or text[each.start] in "（(":
                continue
            if each.inside:
                if text[each.start - 1] not in _BEFORE_LISTS:
                    signs.setdefault(each.value, each)
                continue
            if each.value != len(notes) + 1:
                notes = []
            if each.value == len(notes) + 1 and _EXPLAINS.match(text, each.end):
                notes.append(each)
            if 0 < len(notes) == len(signs) and len(notes) in signs:
                spans += [(sign.start, sign.end) for sign in signs.values()]
                spans += [(note.start, _line_end(text, note)) for note in notes]
                signs, notes = {}, []
    return spans


def _line_end(text: str, note: Candidate) -> int:
    end = text.find("\n", note.end)
    return len(text) if end < 0 else end
