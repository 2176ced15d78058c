"""A quick look at the beginning of a document, for the first screen only.

It knows the commonest markers and nests them by order of appearance. What it gets wrong is put
right a moment later, when the parser has read the whole document.
"""

from __future__ import annotations

import codecs
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ENOUGH = 48_000
"""Bytes at the beginning that fill any screen."""
NUMERAL = "[一二三四五六七八九十百]"
MARKER = re.compile(
    rf"(?m)^[ \t\u3000\xa0]*(?:(?P<part>第{NUMERAL}+[编章节])|(?P<article>第{NUMERAL}+条)"
    rf"|(?P<a>{NUMERAL}+、)|(?P<b>[（(]{NUMERAL}+[）)])|(?P<c>\d{{1,2}}(?:、|[.．](?!\d)))"
    rf"|(?P<d>[（(]\d{{1,2}}[）)]))|(?:^[ \t\u3000\xa0]*|(?<=[。；：]))(?P<e>{NUMERAL}是)"
)
STOP = re.compile(r"[。！？；!?;\n]")
LEAD = re.compile(r"[ \t\u3000\xa0、.．]*")
TRAIL = "。；;：:，,、.．！？!? \t\u3000\xa0"
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
TITLE = re.compile(
    "(?:.*(?:报告|通知|意见|方案|总结|材料|讲话|办法|规定|条例|决定|决议|函|批复|纪要|计划|规划|要点|提纲|"
    "体会|清单|台账|通报|公告|细则|规则|准则|章程|法|说明|情况|发言|汇报|预案)|关于.*)"
    "(?:[（(〔【［《][^）)〕】］》]{1,40}[）)〕】］》])?"
)
NO_TITLE = re.compile(
    "[。；！？;!?:：，,]$|各位|同志们|来源|发布|作者|^[\\d\\s年月日:：./-]+$|[—-]{2}"
)
CLOSED = "。：；！？…”）》】:;!?)"


class Nothing:
    """A checklist of which nothing is known yet."""

    total = finished = 0

    def item_of(self, _: object) -> None:
        """No boxes."""

    def progress_of(self, _: object) -> Nothing:
        """No counts."""
        return self


class Branches:
    """The tree as lists, named as the parser's are."""

    def __init__(self) -> None:
        self.start: list[int] = []
        self.parent: list[int] = []
        self.depth: list[int] = []
        self.after: list[int] = []
        self.marker_end: list[int] = []

    def find(self, number: str) -> int | None:
        """The index of the node with that number (``3.1.2``); -1 for the preamble."""
        made: dict[str, int] = {"": -1}
        names: list[str] = []
        counts: dict[int, int] = {}
        for index, parent in enumerate(self.parent):
            counts[parent] = counts.get(parent, 0) + 1
            above = f"{names[parent]}." if parent >= 0 else ""
            names.append(above + str(counts[parent]))
            made[names[-1]] = index
        return made.get(number)


class Twig:
    """A node, with what the panels ask of it."""

    def __init__(self, sketch: Sketch, index: int) -> None:
        outline, text = sketch.outline, sketch.text
        self.index = index
        self.parent = outline.parent[index]
        self.depth = outline.depth[index]
        self.start = outline.start[index]
        last = index + 1 == len(outline.start)
        self.own_end = self.end = len(text) if last else outline.start[index + 1]
        end = outline.marker_end[index]
        self.marker = text[self.start : end]
        lead = LEAD.match(text, end)
        self.title_start = lead.end() if lead else end
        stop = STOP.search(text, self.title_start, self.own_end)
        title = text[self.title_start : stop.start() if stop else self.own_end]
        self.title_end = self.title_start + len(title.rstrip(TRAIL))
        self.children = range(index + 1, outline.after[index])


class Sketch:
    """The beginning of a document, with what the panels ask of a document."""

    def __init__(self, text: str, title: str) -> None:
        self.text = text
        self.outline = Branches()
        self._grow()
        self.nodes = [Twig(self, index) for index in range(len(self.outline.start))]
        self.preamble = text[: self.outline.start[0]] if self.nodes else text
        self.title = title_in(self.preamble) or title

    def _grow(self) -> None:
        tree, stack = self.outline, [("", -1)]
        for found in MARKER.finditer(self.text):
            kind = found.lastgroup or ""
            if kind == "e" and not self._goes_on(found.start(kind)):
                continue
            if kind in {name for name, _ in stack}:
                while stack[-1][0] != kind:
                    stack.pop()
                stack.pop()
            index = len(tree.start)
            tree.start.append(found.start(kind))
            tree.marker_end.append(found.end(kind))
            tree.parent.append(stack[-1][1])
            tree.depth.append(len(stack))
            tree.after.append(index + 1)
            for _, above in stack[1:]:
                tree.after[above] = index + 1
            stack.append((kind, index))

    def _goes_on(self, place: int) -> bool:
        """Whether 一是 has a 二是 after it; alone it is prose."""
        return self.text[place] != "一" or self.text.find("二是", place, place + 3000) > 0

    def paragraphs(self, node: Twig | None = None) -> Iterator[tuple[tuple[int, int], ...]]:
        """The paragraphs of a node's own text, or of the preamble."""
        start, end = (node.start, node.own_end) if node else (0, len(self.preamble))
        while start < end:
            stop = self.text.find("\n", start, end)
            stop = end if stop < 0 else stop
            line = self.text[start:stop]
            if bare := line.strip():
                begin = start + line.index(bare)
                yield ((begin, begin + len(bare)),)
            start = stop + 1


def title_in(preamble: str) -> str:
    """The line that reads like the document's title, if there is one."""
    lines = [line for line in map(str.strip, preamble[:3000].split("\n")) if line][:12]
    for line in lines:
        if len(line) > 120:
            break
        if len(line) <= 60 and TITLE.fullmatch(line) and not NO_TITLE.search(line):
            return line
    first = lines[0] if len(lines) > 1 else ""
    return first if 2 <= len(first) <= 30 and not NO_TITLE.search(first) else ""


def sketch(path: str, title: str) -> Sketch | None:
    """A quick look at a file; None where only the parser can tell what it is.

    Raises OSError.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib takes as long to import as the rest
        data = file.read(ENOUGH)
    text = decoded(data)
    if text is None:
        return None
    if len(data) == ENOUGH:
        text = text[: max(text.rfind("\n"), text.rfind("。")) + 1]
    text = UNSAFE.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))
    return None if is_hard_wrapped(text) else Sketch(text, title)


def decoded(data: bytes) -> str | None:
    """The text, where it is UTF-8 or GB18030; a character cut in two at the end is left out."""
    if b"\0" in data or data.startswith((b"PK", b"%PDF", b"{\\rtf")):
        return None
    for encoding, usual in (("utf-8-sig", ""), ("gb18030", "的，。")):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data)
        except UnicodeDecodeError:
            continue
        # Other encodings pass for GB18030 as well, but give no such text.
        return text if all(char in text for char in usual) else None
    return None


def is_hard_wrapped(text: str) -> bool:
    """Whether line ends stand in the middle of sentences; the parser joins such lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:80]
    broken = [line for line in lines if 15 <= len(line) <= 60 and line[-1] not in CLOSED]
    return len(lines) >= 8 and len(broken) >= 0.4 * len(lines)
