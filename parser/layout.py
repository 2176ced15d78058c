"""How the text is broken into lines: whole paragraphs, hard-wrapped lines, or one line for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from parser.pattern import Pattern

_OPENING = 400
_SAMPLE = 60_000
_NARROWEST, _WIDEST = 15, 60
_LONGEST = 1.6  # widths: no line of a hard-wrapped text is longer
_TURN = 5  # lines that the turn of a page may take
_LONGEST_PARAGRAPH = 150
_PREVIEW = Pattern(r"\n[ \t\u3000]*([0-9]{1,3})、")
_SHORTEST_PAGE = 180
_BROKEN_PAGES = 0.6
_EDGE = 0.5
_AT_EDGE = 2  # characters by which broken lines differ, since no line begins with a comma
_FEWEST_BROKEN = 4
_SHORTER = 3  # characters by which the last line of a paragraph is shorter, at least
_STOPS = "。；！？”）》】;!?)"
_CLOSED = "。：；！？…”）》】:;!?)"
# What a line begins with that begins something new: the one before it was not broken off.
_OPENS = Pattern(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、]"
    r"|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①-⑳#*-]|——)"
)
_FURNITURE = Pattern(
    r"[\s—―\-–·.|]*(?:第?\s*[0-9]{1,4}\s*页?(?:\s*[/共]\s*[0-9]{1,4}\s*页?)?)[\s—―\-–·.|页]*"
)


class Layout(NamedTuple):
    """What the line ends of a text mean."""

    wrapped: float = 0
    """Width of hard-wrapped lines in characters, 0 where a line end ends a paragraph."""
    flat: bool = False
    """Whether line ends were lost, so that headings stand in the middle of lines."""
    pages: tuple[tuple[int, int], ...] = ()
    """The numbers of a web library before the pages of its preview, by start and end."""

    def goes_on(self, text: str, line: int) -> bool:
        """Whether the line beginning at ``line`` continues the paragraph of the line before."""
        if not self.wrapped or line < 2 or text[line : line + 2].isspace():
            return False
        start = line
        turned = False
        for _ in range(_TURN):
            begin = text.rfind("\n", max(0, line - 200), line - 1) + 1
            before = text[begin : line - 1].rstrip()
            if before and not is_furniture(before.strip()):
                return self._is_broken(before, text, start)
            turned = turned or bool(before)
            line = begin
            if line < 2:
                break
            if not before and not turned and not self._page_ends(text, line):
                break
        return False

    def _is_broken(self, before: str, text: str, line: int) -> bool:
        """Whether a line was broken off; a sentence that ends right at the edge seldom is the last.

        One line in twenty of a paragraph ends with a full stop by chance, one paragraph in thirty
        ends at the edge: so a full line with a stop goes on, unless a number follows.
        """
        if before[-1] not in _CLOSED:
            return _width(before) >= 0.8 * self.wrapped
        at_edge = before[-1] in _STOPS and _width(before) >= self.wrapped - _EDGE
        return at_edge and not _OPENS.match(text, line)

    @staticmethod
    def _page_ends(text: str, line: int) -> bool:
        begin = text.rfind("\n", max(0, line - 200), line - 1) + 1
        return is_furniture(text[begin : line - 1].strip() or "字")


def survey(text: str) -> Layout:
    """Find out how the text is broken into lines, from its first 60,000 characters."""
    if pages := preview_pages(text):
        return Layout(flat=True, pages=pages)
    sample = text[:_SAMPLE]
    lines = [line for line in map(str.rstrip, sample.split("\n")) if line]
    flat = _is_flat(len(sample), len(lines)) or _holds_all(max(map(len, lines), default=0), sample)
    if flat or len(lines) < 8:
        return Layout(flat=flat)
    width = _wrap(lines)
    if not width:
        return Layout()
    ends = sum(_width(line) < width - _SHORTER for line in lines)
    return Layout(wrapped=width, flat=_is_flat(len(sample), ends))


def preview_pages(text: str) -> tuple[tuple[int, int], ...]:
    """Find 1、…⏎2、…⏎3、… before pages of some hundred characters that end in mid-sentence.

    Web libraries cut a document into such pages; its own line ends are lost. Empty where the
    text is no such preview.
    """
    pages: list[tuple[int, int]] = []
    for m, shift in at_line_starts(_PREVIEW, text) if "2、" in text else ():
        if int(m[1]) != len(pages) + 1:
            return ()
        pages.append((m.start(1) + shift, m.end() + shift))
    lines = [text[one[1] : next[0]].strip() for one, next in pairwise(pages)]
    if not lines or any(len(line) < _SHORTEST_PAGE or "\n" in line for line in lines):
        return ()
    broken = sum(line[-1].isalnum() or line[-1] in "，,、" for line in lines)
    return tuple(pages) if broken >= _BROKEN_PAGES * len(lines) else ()


def _is_flat(length: int, paragraphs: int) -> bool:
    """Whether paragraphs are so long that their line ends must have been lost."""
    longest = 100 if paragraphs <= 1 else 180 if paragraphs <= 3 else 500
    return length > longest * max(1, paragraphs)


def _holds_all(longest: int, sample: str) -> bool:
    """Whether a good part of the text is one line, below what a web page puts above it."""
    return longest > max(_LONGEST_PARAGRAPH, 0.3 * len(sample))


def _wrap(lines: list[str]) -> float:
    """The width at which most lines are broken off; 0 where they end as they please."""
    if max(map(len, lines)) > 2 * _LONGEST * _WIDEST:
        return 0
    widths = sorted(map(_width, lines))
    edge = _edge(lines, widths)
    if edge:
        return edge
    full = widths[int(len(widths) * 0.8)]
    if not _NARROWEST <= full <= _WIDEST or widths[-1] > _LONGEST * full:
        return 0
    long = [line for line in lines if _width(line) >= 0.8 * full]
    before = {line for line, after in pairwise(lines) if _OPENS.match(after)}
    broken = [line for line in long if line[-1] not in _CLOSED and line not in before]
    sharp = sum(abs(_width(line) - full) <= 2 for line in broken)
    common = len(broken) >= 0.45 * len(lines)
    edged = sharp >= max(0.25 * len(lines), 0.6 * len(long)) and widths[-1] <= full + 4
    return full if common or edged else 0


def _edge(lines: list[str], widths: list[float]) -> float:
    """The right edge that long lines are broken off at, whatever short lines and tables there are.

    In a list whose items have no full stop the longest lines differ in length; where lines are
    broken off, those that end in the midst of a sentence end within two characters of the longest.
    """
    edge = widths[-1 - len(widths) // 50]
    if not _NARROWEST <= edge <= _WIDEST or widths[-1] > _LONGEST * edge:
        return 0
    opening = {line for line, after in pairwise(lines) if _OPENS.match(after)}
    ends = [
        width
        for line in lines
        if line[-1] not in _CLOSED and line not in opening and (width := _width(line)) >= 0.5 * edge
    ]
    broken = sum(-_AT_EDGE <= width - edge <= _AT_EDGE for width in ends)
    prose = sum(width >= 0.5 * edge for width in widths)
    return edge if broken >= max(_FEWEST_BROKEN, 0.75 * len(ends), 0.1 * prose) else 0


def at_line_starts(
    pattern: re.Pattern[str] | Pattern, text: str
) -> Iterator[tuple[re.Match[str], int]]:
    r"""Each match of a pattern that begins with ``\n``, and what to add to its offsets.

    The first line has no ``\n`` before it and is given one, in a copy of its opening.
    """
    first = pattern.match("\n" + text[:_OPENING])
    if first:
        yield first, -1
    for m in pattern.finditer(text):
        yield m, 0


def is_furniture(line: str) -> bool:
    """Whether a line is a page number or the like."""
    return bool(_FURNITURE.fullmatch(line))


def _width(line: str) -> float:
    """In characters of full width."""
    return len(line) - 0.5 * len(line.encode("ascii", "ignore"))
