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


_MEASURE = (
    "整改措施|整改落实措施|努力方向|改进措施|下一步.*(?:措施|打算|安排|计划|工作|方向)|"
    "下步.*(?:措施|打算|安排|计划|工作)|今后.*(?:措施|打算|方向|工作)|工作措施|具体措施|保障措施|"
    "主要措施|整改(?:方向|打算|任务|思路)|对策|措施|建议|改进(?:方向|办法|意见)|工作(?:打算|安排|计划)"
)
_CAUSE = "(?:问题|根源|思想)?.{0,6}(?:原因|根源|剖析|成因)"
_PROBLEM = "问题|不足|差距|短板|薄弱环节|困难"
_WORDS = re.compile(f"(?P<measure>{_MEASURE})|(?P<cause>{_CAUSE})|(?P<problem>{_PROBLEM})")
_ROLES = {role.value: role for role in Role}
_HEADING = 40


def find_roles(outline: Outline, chosen: Mapping[int, Role | None] | None = None) -> None:
    """Give every node its own or inherited role; ``chosen`` overrides by index."""
    roles: list[Role | None] = []
    chosen = chosen or {}
    for index, parent in enumerate(outline.parent):
        inherited = roles[parent] if parent >= 0 else None
        if index in chosen:
            roles.append(chosen[index])
        else:
            roles.append(inherited or role_of_heading(outline, index))
    outline.roles = roles


def role_of_heading(outline: Outline, index: int) -> Role | None:
    """What the words of a heading tell about what stands below it."""
    begin, end = outline.title_start[index], outline.title_end[index]
    if end - begin > _HEADING:
        return None
    found = {m.lastgroup for m in _WORDS.finditer(outline.text, begin, end)}
    for role in ("measure", "cause", "problem"):
        if role in found:
            return _ROLES[role]
    return None
