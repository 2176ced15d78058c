"""Fields of a query: ``status:done``, ``责任人：张三``, ``due:<2026-12-31``, ``类别:措施``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checklist import Item, Status
from parser import Role
from tui.search.fold import plain
from tui.search.term import Word

NAMES = {
    "status": "status",
    "state": "status",
    "状态": "status",
    "owner": "owner",
    "责任人": "owner",
    "due": "due",
    "时限": "due",
    "role": "role",
    "类别": "role",
}
"""What a field may be called, folded, and what it is."""

STATUSES = {
    Status.OPEN: ("open", "未启动"),
    Status.DOING: ("doing", "整改中"),
    Status.DONE: ("done", "待验收"),
    Status.CLOSED: ("closed", "已销号"),
    Status.MOSTLY: ("mostly", "基本完成"),
    Status.ONGOING: ("ongoing", "长期坚持"),
}
ROLES = {
    Role.PROBLEM: ("problem", "问题"),
    Role.CAUSE: ("cause", "原因"),
    Role.MEASURE: ("measure", "措施"),
}
NOTHING = ("none", "no", "无")
LATE = ("late", "overdue", "超期", "逾期")
DAYS = re.compile(r"([0-9]{1,4})(?:d|天)?")
BOUND = re.compile(r"([<>])=?([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
LAST_MONTH, LAST_DAY = 12, 31

Test = Callable[[Item], bool]
RoleTest = Callable[[Role | None], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a query: whether an item has the value."""

    name: str
    """``status``, ``owner``, ``due`` or ``role``."""
    test: Test


@dataclass(frozen=True, slots=True)
class RoleField:
    """The field that every node has, whether it is on the checklist or not."""

    test: RoleTest


def field(name: str, value: str, today: date) -> Field | RoleField | None:
    """The field of that name; None when it cannot have such a value."""
    if name == "role":
        meant = _role(plain(value))
        return RoleField(meant) if meant else None
    make = {"status": _status, "owner": _owner, "due": _due}[name]
    test = make(plain(value), today)
    return Field(name, test) if test else None


def values(name: str) -> tuple[tuple[str, ...], ...]:
    """The values that a field may have, English and Chinese; empty when any text is one."""
    if name == "status":
        return tuple(STATUSES.values())
    return tuple(ROLES.values()) if name == "role" else ()


def _status(value: str, today: date) -> Test | None:
    meant = {status for status, names in STATUSES.items() if _begins(names, value)}
    if value in LATE and not meant:
        return lambda item: item.overdue(today)
    return (lambda item: item.status in meant) if meant else None


def _role(value: str) -> RoleTest | None:
    if value in NOTHING:
        return lambda role: role is None
    meant = {role for role, names in ROLES.items() if _begins(names, value)}
    return (lambda role: role in meant) if meant else None


def _begins(names: tuple[str, ...], value: str) -> bool:
    return any(name.startswith(value) for name in names)


def _owner(value: str, _today: date) -> Test | None:
    if value in NOTHING:
        return lambda item: not item.owner.strip()
    return _holds(value, lambda item: item.owner)


def _holds(value: str, text_of: Callable[[Item], str]) -> Test:
    def test(item: Item) -> bool:
        text = text_of(item)
        finder = Word(value).finder(lambda char: char in text)
        return finder.first(text, 0, len(text)) is not None

    return test


def _due(value: str, today: date) -> Test | None:
    if value in NOTHING:
        return lambda item: not item.due.strip() and item.due_date is None
    if value in LATE:
        return lambda item: item.overdue(today)
    if found := DAYS.fullmatch(value):
        within = int(found[1])
        if len(found[1]) < len("2026"):
            return lambda item: _near(item, within, today)
    if found := BOUND.fullmatch(value):
        return _bound(found)
    in_words = _holds(value, lambda item: item.due)
    return lambda item: (
        in_words(item)
        or (item.due_date is not None and item.due_date.isoformat().startswith(value))
    )


def _near(item: Item, within: int, today: date) -> bool:
    left = item.days_left(today)
    return left is not None and left <= within and item.status.unfinished


def _bound(found: re.Match[str]) -> Test | None:
    year, month, day = int(found[2]), found[3], found[4]
    before = found[1] == "<"
    inclusive = "=" in found[0]
    # Of ``<2026`` and ``>=2026`` the first day of the year is meant, of the others the last.
    first = before != inclusive
    text = (year, int(month or (1 if first else LAST_MONTH)), int(day or 0))
    return _compare(text, before=before, inclusive=inclusive, first=first)


def _compare(day: tuple[int, int, int], *, before: bool, inclusive: bool, first: bool) -> Test:
    edge = day if day[2] else (day[0], day[1], 1 if first else LAST_DAY)

    def test(item: Item) -> bool:
        if item.due_date is None:
            return False
        due = (item.due_date.year, item.due_date.month, item.due_date.day)
        if due == edge:
            return inclusive
        return (due < edge) == before

    return test
