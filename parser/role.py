"""Roles: what a node is about (a problem, a cause, a measure), told by the words of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

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
        ("措施", "打算", "对策", "建议", "下一步", "下步", "今后工作", "方向", "整改任务"),
    ),
    (Role.CAUSE, ("原因", "根源", "剖析", "成因")),
    (Role.PROBLEM, ("问题", "不足", "差距", "短板", "薄弱环节", "困难")),
)
_JOINED = re.compile("以及|[及和与、]")
_HEADING = 40
# Labels that tell a role of their own below another: each problem followed by its 整改措施.
_LABEL = re.compile(
    "(?P<measure>(?:具体|主要|下一?步|今后|落实)*(?:整改|改进|工作)*(?:措施|打算|建议)|努力方向|(?:整改|改进)方向)"
    "|(?P<cause>(?:产生|问题|主要|存在)*(?:原因|根源)(?:分析|剖析)?)"
    "|(?P<problem>(?:目前|当前|主要|突出|存在的?)*问题(?:和不足|表现|描述)?|存在的?不足|具体表现)"
)


def find_roles(outline: Outline, chosen: Mapping[int, Role | None] | None = None) -> None:
    """Give every node its own or inherited role; ``chosen`` overrides by index."""
    roles: list[Role | None] = []
    chosen = chosen or {}
    for index, parent in enumerate(outline.parent):
        inherited = roles[parent] if parent >= 0 else None
        if index in chosen:
            roles.append(chosen[index])
        else:
            roles.append(_role_of_heading(outline, index, inherited))
    outline.roles = roles


def _role_of_heading(outline: Outline, index: int, inherited: Role | None) -> Role | None:
    """What a heading's words tell; below a role only a short label (整改措施) tells another."""
    begin, end = outline.title_start[index], outline.title_end[index]
    if inherited:
        label = _LABEL.fullmatch(outline.text, begin, end)
        return Role(label.lastgroup) if label and label.lastgroup else inherited
    if end - begin > _HEADING:
        return None
    heading = outline.text[begin:end]
    told = {_told(part) for part in _JOINED.split(heading)} - {None}
    return told.pop() if len(told) == 1 else None


def _told(words: str) -> Role | None:
    for role, names in _WORDS:
        for name in names:
            if name in words:
                return role
    return None
