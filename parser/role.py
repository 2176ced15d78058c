"""Roles: what a node is about (a problem, a cause, a measure), told by the words of headings."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from parser.marker import CODES
from parser.pattern import Pattern

if TYPE_CHECKING:
    from parser.outline import Outline


class Role(StrEnum):
    """What a node is about; a node without a role of its own inherits its parent's."""

    PROBLEM = "problem"
    CAUSE = "cause"
    MEASURE = "measure"


_WORDS = (
    (
        Role.MEASURE,
        (
            *("措施", "打算", "对策", "建议", "举措", "下一步", "下步", "今后工作", "方向"),
            *("整改任务", "整改落实", "整改情况", "整改工作", "重点任务", "主要任务", "工作任务"),
        ),
    ),
    (Role.CAUSE, ("原因", "根源", "剖析", "成因")),
    (Role.PROBLEM, ("问题", "不足", "差距", "短板", "薄弱环节", "困难")),
)
_ALL_WORDS = tuple(word for _, words in _WORDS for word in words)
_JOINS = ("以及", "及", "和", "与")
_HEADING = 40
# Labels that tell a role of their own below another: each problem followed by its 整改措施.
_MEASURES = (
    "(?:具体|主要|下一?步|今后|落实)*(?:整改|改进|工作)*(?:措施|打算|建议)|(?:努力|整改|改进)方向"
)
_CAUSES = "(?:产生|问题|主要|存在)*(?:原因|根源)(?:分析|剖析)?"
_PROBLEMS = (
    "(?:目前|当前|主要|突出|存在的?)*问题(?:和不足|表现|描述)?|存在的?不足|(?:具体|主要)表现"
)
_LABEL = Pattern(f"(?P<measure>{_MEASURES})|(?P<cause>{_CAUSES})|(?P<problem>{_PROBLEMS})")
_LABEL_ENDS = (
    *("措施", "打算", "建议", "方向", "原因", "根源", "分析", "剖析"),
    *("问题", "不足", "表现", "描述"),
)
# What may follow such a label before a list: 整改措施如下：1.…2.…
_INTRODUCING = Pattern("(?:如下|包括|主要|有|是|为|在于)*[：:]")
_BREAKS = "。；，\n"
# In a statute 强制措施 and 法律问题 are its matter: only whole labels tell a role there and below.
_STATUTE = frozenset(CODES[name] for name in ("第一编", "第一章", "第一节", "第一条"))
_BEFORE = 24
_COLONS = ("：", ":")
_LEADING = tuple("：:\n \t\u3000\xa0")


def find_roles(outline: Outline, chosen: Mapping[int, Role | None] | None = None) -> None:
    """Give every node its own or inherited role; ``chosen`` overrides by index."""
    roles: list[Role | None] = []
    chosen = chosen or {}
    silenced: set[int] = set()
    introduced: dict[int, tuple[int, Role]] = {}
    statute: set[int] = set()
    for index, parent in enumerate(outline.parent):
        if outline.codes[index] in _STATUTE or parent in statute:
            statute.add(index)
        if index in chosen:
            roles.append(chosen[index])
            if chosen[index] is None:
                silenced.add(index)
            continue
        if parent in silenced:
            roles.append(None)
            silenced.add(index)
            continue
        role = _introduced(outline, index)
        if role:
            introduced[parent] = outline.codes[index], role
        code, told = introduced.get(parent, (-1, None))
        inherited = roles[parent] if parent >= 0 else None
        if told and code == outline.codes[index]:
            roles.append(told)
        else:
            roles.append(_role_of_heading(outline, index, inherited, whole=index in statute))
    outline.roles = roles


def _introduced(outline: Outline, index: int) -> Role | None:
    """What the words right before a list say that its items are."""
    text, start = outline.text, outline.start[index]
    if text[start - 1 : start] not in _LEADING:
        return None
    before = text[max(0, start - _BEFORE) : start].rstrip()
    if not before.endswith(_COLONS):
        return None
    words = before[max(map(before.rfind, _BREAKS)) + 1 :].strip(" \t\u3000\xa0")
    label = _LABEL.match(words)
    introduces = label and _INTRODUCING.fullmatch(words, label.end())
    return Role(label.lastgroup) if label and label.lastgroup and introduces else None


def _role_of_heading(
    outline: Outline, index: int, inherited: Role | None, *, whole: bool
) -> Role | None:
    """What a heading's words tell; below a role only a short label (整改措施) tells another.

    With ``whole`` only such labels tell a role at all.
    """
    begin, end = outline.title_start[index], outline.title_end[index]
    if end - begin > _HEADING:
        return inherited
    if inherited:
        if not outline.text.endswith(_LABEL_ENDS, begin, end):
            return inherited
        label = _LABEL.fullmatch(outline.text, begin, end)
        return Role(label.lastgroup) if label and label.lastgroup else inherited
    title = outline.text[begin:end]
    if not any(map(title.__contains__, _LABEL_ENDS if whole else _ALL_WORDS)):
        return None
    parts = _parts(title)
    if whole:
        told = {
            Role(m.lastgroup) for part in parts if (m := _LABEL.fullmatch(part)) and m.lastgroup
        }
    else:
        told = {role for part in parts if (role := _told(part))}
    return told.pop() if len(told) == 1 else None


def _parts(title: str) -> list[str]:
    """问题及原因 tells two things."""
    for sign in _JOINS:
        title = title.replace(sign, "、")
    return title.split("、")


def _told(words: str) -> Role | None:
    for role, names in _WORDS:
        for name in names:
            if name in words:
                return role
    return None
