"""The document's own title: the lines above everything else, where they read like one."""

from __future__ import annotations

import re

from parser.candidate import Candidate
from parser.layout import Layout
from parser.marker import CODES, HAN
from parser.pattern import Pattern

_LOOK = 3000
_LINES = 12
_LONGEST = 60
_SHORTEST_HALF = 5
"""Characters of the first of two lines that make one title; less is a button of a web page."""
_KINDS = (
    "报告|通知|意见|方案|总结|材料|讲话|办法|规定|条例|决定|决议|函|批复|纪要|计划|规划|要点|提纲|"
    "体会|清单|台账|通报|公告|通告|细则|规则|准则|章程|法|说明|情况|发言|汇报|预案|解释|公报|命令|请示|议案"
)
_NOTED = r"(?:\s*[（(〔【［《][^）)〕】］》]{1,40}[）)〕】］》])?"
_TITLE = Pattern(f"(?:.*(?:{_KINDS})|关于.*){_NOTED}")
_NO_TITLE = Pattern(
    r".*(?:[。；！？;!?：:，,]|[0-9〔［(（]\d{4}.*号)$|各位|同志们|来源|发布|作者|编辑|浏览|字号|首页|.*(?:->|>)|"
    r"[\d\s年月日:：./-]+$|[—-]{2}"
)
_LABEL = Pattern(r"^(?:文件|信息)?(?:名称|标题)\s*[:：]\s*")
_BRACKETED = Pattern("[（(][^（(]*[）)]")
_WORD = re.compile(r"\w")
_HAN = re.compile(HAN)
_HASH = CODES["#"] << 4


def title_of(text: str, start: int, layout: Layout) -> str:
    """The title in ``text[:start]``, what stands above the first node; empty where none is."""
    above = text[: min(start, _LOOK)].split("\n")
    lines = [_LABEL.sub("", line.strip(" \t\u3000\xa0\ufeff\u2423#*•·●")) for line in above]
    lines = [line for line in lines if _WORD.search(line) and not _BRACKETED.fullmatch(line)]
    lines = lines[:_LINES]
    for at, line in enumerate(lines):
        if len(line) > 2 * _LONGEST:
            break
        following = lines[at + 1] if at + 1 < len(lines) else ""
        half = len(line) >= _SHORTEST_HALF and _HAN.search(line)
        whole = not half and _is_title(following)
        for title in (line,) if whole else (line, line + following):
            if _is_title(title):
                return _closed_up(title)
    first = lines[0] if lines else ""
    second = text.find("\n", 0, start) + 1
    alone = second > 0 and not layout.goes_on(text, second)
    if alone and 2 <= len(first) <= _LONGEST // 2 and not _NO_TITLE.match(first):
        return _closed_up(first)
    return ""


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST and not _NO_TITLE.match(line) and bool(_TITLE.fullmatch(line))


def lone_heading(text: str, found: list[Candidate]) -> Candidate | None:
    """Markdown's one ``#`` above everything: the title of the document and no node."""
    if not found or found[0].kind != _HASH + 1 or text[: found[0].start].strip():
        return None
    if any(each.level == 1 or each.kind == _HASH + 1 for each in found[1:]):
        return None
    return found[0]


def _closed_up(title: str) -> str:
    """国 务 院 工 作 规 则 without the blanks between its characters."""
    words = title.split()
    return "".join(words) if all(len(word) == 1 for word in words) else title
