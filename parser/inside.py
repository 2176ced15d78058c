"""What looks like a marker in the middle of a line: one scan for each kind of first character.

Every pattern begins with a class of characters or a literal, so that the engine itself skips to
the next of them; with an alternative or a look-behind in front it would take ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from parser.layout import Layout
from parser.marker import (
    BLANK,
    BRACKETED_SIGNS,
    CHINESE_SIGNS,
    CODES,
    DOTTED_SIGNS,
    FORMS,
    NUMERALS,
    SIGNS,
)
from parser.pattern import Pattern

_N = f"[{NUMERALS}]"


Found = tuple[int, int, int, str]
"""A marker's start and end, its form and its numeral."""


class _Scan:
    """One pattern, whose groups are each the numeral or the sign of the form of that name.

    A list that counts on holds one of ``seconds``; a text without any is not scanned.
    """

    __slots__ = ("codes", "pattern", "seconds")

    def __init__(self, pattern: str, *names: str, seconds: tuple[str, ...] = ()) -> None:
        self.pattern = Pattern(pattern)
        self.codes = [CODES[name] for name in names]
        self.seconds = seconds

    def may_find(self, text: str) -> bool:
        """Whether the text may hold a list of these forms."""
        return not self.seconds or any(
            second[0] in text and second in text for second in self.seconds
        )


# In hard-wrapped text a line may end within 一是.
_SPOKEN = re.compile(f"({_N}{_N}{{0,2}})(?:{BLANK}|\n)?(?:(是)|(要)(?![么素求闻员])|(、))")
_SPOKEN_CODES = (0, 0, CODES["一是"], CODES["一要"], CODES["一、"])
_SCANS = (
    _Scan(
        f"[（(〔【［]{BLANK}?(?:({_N}{{1,7}}){BLANK}?[）)〕】］]|([0-9０-９]{{1,3}}){BLANK}?[）)〕])、?",
        "（一）",
        "（1）",
    ),
    _Scan(FORMS[CODES["1."]].pattern, "1."),
    _Scan(
        "|".join(FORMS[CODES[name]].pattern for name in ("第一，", "其一")),
        "第一，",
        "其一",
        seconds=("第二，", "第二、", "第二,", "第二：", "第二:", "第 二", "其二"),
    ),
    _Scan(f"([{SIGNS}])、?", "①", seconds=("②",)),
    _Scan(f"([{BRACKETED_SIGNS}])", "⑴", seconds=("⑵",)),
    _Scan(f"([{DOTTED_SIGNS}])", "⒈", seconds=("⒉",)),
    _Scan(f"([{CHINESE_SIGNS}])", "㈠", seconds=("㈡",)),
)
_STATUTE = ("第一编", "第一分编", "第一部分", "第一章", "第一节", "第一条")
# Where line ends were lost, greater headings too stand in the middle of a line.
_FLAT = (
    _Scan("|".join(FORMS[CODES[name]].pattern for name in _STATUTE), *_STATUTE),
    _Scan(FORMS[CODES["甲、"]].pattern, "甲、"),
    _Scan(
        r"(?<![0-9.．])([0-9]{1,2}(?:[.．][0-9]{1,2}){1,3})(?=[ 一-鿿])"
        "(?![ ]?(?:[分年月日万亿元倍个米吨名人次时度级版号]|公[里斤顷]|左右|以上|以下))",
        "1.1",
    ),
    # 2组织机构2.1领导机构: a chapter's number is known by its first section.
    _Scan(
        "(?<![0-9.．第])([0-9]{1,2})"
        "(?=[ \u3000]?[^0-9章节条。，；：、,;:]{2,24}\\1[.．]1(?![0-9]))",
        "1",
    ),
)


def inside_lines(text: str, layout: Layout, taken: Container[int]) -> Iterator[Found]:
    """Everything that may be a marker and does not end where one of ``taken`` ends."""
    flat = layout.flat
    for m in _SPOKEN.finditer(text):
        end = m.end()
        if end in taken or (text[m.end(1)] == "\n" and not layout.wrapped):
            continue
        yield m.start(), end, _SPOKEN_CODES[m.lastindex or 0], m[1]
    for scan in _SCANS + _FLAT if flat else _SCANS:
        if not flat and not scan.may_find(text):
            continue
        for m in scan.pattern.finditer(text):
            end = m.end()
            if end not in taken:
                group = m.lastindex or 1
                yield m.start(), end, scan.codes[group - 1], m[group]
