"""Where titles begin and end."""

from __future__ import annotations

import re
from array import array

from parser.candidate import Candidate
from parser.layout import Layout
from parser.marker import HAN
from parser.outline import Outline
from parser.pattern import Pattern

_LEAD = Pattern(
    r"[ \t\u3000\xa0\u2002\u2003\u200b\u2423*、.．：:，,]*(?:\n[ \t\u3000\xa0]*(?=[^\s]))?"
)
_STOP = re.compile(
    rf"[。！？；\n]|[!?;](?![0-9A-Za-z&=/_%-])"
    rf"|\.(?:(?<={HAN}\.)|(?<=[”）]\.))(?={HAN}|[“（(《\s]|$)"
)
# All that is left of a line end in a text that lost them.
_GAP = Pattern(
    "(?<=[\u4e00-\u9fff”》）):：])[ \u3000]+"
    "(?=[\u4e00-\u9fff“《（(]|[12１２][09０９][0-9０-９]{2}年)"
)
_PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("《", "》"))
_SHORTEST = 4
_LONGEST = 200
_TRAIL = "。；;：:，,、.．！？!? \t\u3000\xa0\n*#"
_GLUED = Pattern(
    "(?:整改任务|整改目标|整改措施|整改时限|责任单位|责任领导|责任人|完成情况|整改情况|整改完成情况|验收意见|"
    "基本情况|总体要求|指导思想|基本原则|工作目标|主要目标|组织领导|保障措施|工作要求|主要任务|"
    "(?:整改)?工作安排情况|存在的?(?:主要)?问题|原因分析|下一步工作(?:打算|安排|计划)?|问题描述)"
    "(?=[：:]|(?P<bare>[^。；\n]))"
)
# Who is to do it, behind a heading: it belongs to the item and not to its title.
_NOTE = Pattern("[（(][^（()）]*(?:负责|牵头|责任单位|责任部门|责任人|配合)[^（()）]*[）)]$")
_LONGEST_NOTE = 120
_CLOSING = ("）", ")")
_GLUED_FIRST = "整责完验基总指工主组保存原下问"
_RUN_ON = Pattern("[^的和与及、方体情]{4}[^。；]*[，,]")


def find_titles(outline: Outline, taken: list[Candidate], layout: Layout) -> None:
    """Fill in where each node's marker ends and where its title stands."""
    text, starts = outline.text, outline.start
    ends = array("i", (each.end for each in taken))
    title_start, title_end = outline.title_start, outline.title_end
    last = len(starts) - 1
    for index, end in enumerate(ends):
        limit = starts[index + 1] if index < last else len(text)
        lead = None if text[end : end + 1].isalnum() else _LEAD.match(text, end, limit)
        begin = lead.end() if lead else end
        stop = _title_end(text, begin, limit, layout)
        title_start.append(begin)
        title_end.append(stop)
    outline.marker_end = ends


def _title_end(text: str, begin: int, limit: int, layout: Layout) -> int:
    m = _STOP.search(text, begin, limit)
    while m and layout.wrapped and m[0] == "\n" and layout.goes_on(text, m.end()):
        m = _STOP.search(text, m.end(), limit)
    stop = m.start() if m else limit
    if layout.flat:
        stop = _gap(text, begin, stop)
    if stop - begin > 8 and text[begin] in _GLUED_FIRST:
        glued = _GLUED.match(text, begin, stop)
        if glued and (not glued.lastgroup or _is_glued(text, glued.end(), stop)):
            stop = glued.end()
    if text[stop - 1 : stop] in _CLOSING:
        noted = _NOTE.search(text, max(begin + 1, stop - _LONGEST_NOTE), stop)
        stop = noted.start() if noted else stop
    while stop > begin and text[stop - 1] in _TRAIL:
        stop -= 1
    return stop


def _gap(text: str, begin: int, stop: int) -> int:
    """Where a blank is left of a lost line end, and no bracket or quotation is open."""
    last = min(stop, begin + _LONGEST)
    gap = _GAP.search(text, begin + _SHORTEST, last)
    while gap:
        words = text[begin : gap.start()]
        if all(words.count(opening) <= words.count(closing) for opening, closing in _PAIRS):
            return gap.start()
        gap = _GAP.search(text, gap.end(), last)
    return stop


def _is_glued(text: str, after: int, stop: int) -> bool:
    """A usual heading that runs on into a whole sentence has lost its line end."""
    return text[stop : stop + 1] != "\n" and bool(_RUN_ON.match(text, after, stop))
