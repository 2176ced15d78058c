"""Fields of a query: ``status:done``, ``责任人：张三``, ``due:<2026-12-31``, ``类别:措施``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import ge, gt, le, lt

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
    "负责人": "owner",
    "责任单位": "owner",
    "牵头单位": "owner",
    "due": "due",
    "时限": "due",
    "期限": "due",
    "到期": "due",
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
WRITTEN = re.compile(
    r"([0-9]{4})[年/.-](?:([0-9]{1,2})(?:月(?:([0-9]{1,2})日?)?|[/.-]([0-9]{1,2}))?)?"
)
"""2026年6月, 2026/6/5, 2026-6: dates as people write them; all become 2026-06, 2026-06-05."""
ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
BOUND = re.compile(rf"([<>])(=?)({ISO.pattern})")
RANGE = re.compile(rf"({ISO.pattern})?(?:\.\.+|~|至|到)({ISO.pattern})?")
DUES = ("2026-12", ">=2026-06", "2026-01..2026-06", "7", "late/超期", "none/无")
"""Examples of what the field may be."""
LAST_MONTH = 12

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
    if name == "due":
        return tuple((example,) for example in DUES)
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
    words = value
    value = WRITTEN.sub(_iso, value.replace("≥", ">=").replace("≤", "<="))
    if value[:1] in "<>":
        bound = BOUND.fullmatch(value)
        return _bound(bound[1], bound[2], bound[3]) if bound else None
    if (found := RANGE.fullmatch(value)) and (found[1] or found[5]):
        low = _bound(">", "=", found[1]) if found[1] else _any
        high = _bound("<", "=", found[5]) if found[5] else _any
        return (lambda item: low(item) and high(item)) if low and high else None
    in_words = _holds(words, lambda item: item.due)
    return lambda item: (
        in_words(item)
        or (item.due_date is not None and item.due_date.isoformat().startswith(value))
    )


def _iso(found: re.Match[str]) -> str:
    year, month, day = found[1], found[2], found[3] or found[4]
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _any(item: Item) -> bool:
    return item.due_date is not None


def _near(item: Item, within: int, today: date) -> bool:
    left = item.days_left(today)
    return left is not None and 0 <= left <= within and item.status.unfinished


def _bound(side: str, inclusive: str, text: str) -> Test | None:
    """Before or after a day, or a month or a year as a whole; None for a day that is none."""
    found = ISO.fullmatch(text)
    assert found is not None
    year, month, day = int(found[1]), found[2], found[3]
    try:
        first = date(year, int(month or 1), int(day or 1))
        last = first if day else last_day(year, int(month or LAST_MONTH))
    except ValueError:
        return None
    far, near = (last, first) if side == "<" else (first, last)
    test = (le if inclusive else lt) if side == "<" else (ge if inclusive else gt)
    edge = far if inclusive else near
    return lambda item: item.due_date is not None and test(item.due_date, edge)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
