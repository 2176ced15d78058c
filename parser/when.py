"""The day that words for a point in time mean: ``2024年6月底``, ``下周五``, ``6个月内``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from parser.marker import value_of
from parser.pattern import Pattern

N = "([0-9]{1,4}|[一二三四五六七八九十两]{1,3})"
YEAR = "([12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})"
WEEKDAYS = "一二三四五六日天"


class Since(NamedTuple):
    """What words without a year are counted from; each part may be unknown."""

    day: date | None = None
    """The day the words were written."""
    year: int | None = None
    """A year named shortly before in the same text; it goes before that of ``day``."""


Match = re.Match[str]
Resolver = Callable[[Match, Since], date | None]


class NeedsYearError(Exception):
    """The words name no year, and none is known."""


def last_day(year: int, month: int) -> date:
    """Return the last day of a month; months beyond December fall into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def day_known(since: Since) -> date:
    """Return the day to count from, or raise NeedsYearError."""
    if since.day is None:
        raise NeedsYearError
    return since.day


def coming(since: Since, make: Callable[[int], date]) -> date:
    """Return the day made from the year named before, or the next such day."""
    if since.year is not None:
        return make(since.year)
    today = day_known(since)
    this_year = make(today.year)
    return this_year if this_year >= today else make(today.year + 1)


def part_of_month(year: int, month: int, part: str | None) -> date:
    """Return the last day of the first, second or last third of a month."""
    day = {"上旬": 10, "中旬": 20, "初": 10}.get(part or "")
    first = date(year, month, 1)
    return first.replace(day=day) if day else last_day(year, first.month)


def full_day(m: Match, _since: Since) -> date:
    """2024年6月5日, 2024-06-05."""
    return date(value_of(m[1]), value_of(m[2]), value_of(m[3]))


def month_of_year(m: Match, _since: Since) -> date:
    """2024年6月底."""
    return part_of_month(value_of(m[1]), value_of(m[2]), m[3])


def part_of_year(m: Match, _since: Since) -> date:
    """2024年底, 2024年第二季度, 2024年上半年, 2024年."""
    return last_day(value_of(m[1]), months_until(m[2], m[3]))


def months_until(half: str | None, quarter: str | None) -> int:
    """Return the last month of a half or a quarter, of the whole year where neither is given."""
    if quarter:
        return 3 * value_of(quarter)
    return 6 if half == "上" else 12


def named_year(m: Match, since: Since) -> date:
    """今年6月底, 明年底, 本年第三季度."""
    year = day_known(since).year + {"明": 1, "次": 1, "后": 2}.get(m[1], 0)
    if m[2]:
        return (
            date(year, value_of(m[2]), value_of(m[3])) if m[3] else last_day(year, value_of(m[2]))
        )
    return last_day(year, months_until(m[4], m[5]))


def day_of_month(m: Match, since: Since) -> date:
    """12月20日, 12-20."""
    return coming(since, lambda year: date(year, value_of(m[1]), value_of(m[2])))


def month_alone(m: Match, since: Since) -> date:
    """6月底, 6月中旬."""
    return coming(since, lambda year: part_of_month(year, value_of(m[1]), m[2]))


def end_of_year(_m: Match, since: Since) -> date:
    """年底."""
    return coming(since, lambda year: date(year, 12, 31))


def half_or_quarter(m: Match, since: Since) -> date:
    """上半年, 第三季度."""
    return coming(since, lambda year: last_day(year, months_until(m[1], m[2])))


def this_quarter(m: Match, since: Since) -> date:
    """本季度末, 下季度."""
    today = day_known(since)
    return last_day(today.year, 3 * ((today.month + 2) // 3) + (3 if is_next(m[1]) else 0))


def this_month(m: Match, since: Since) -> date:
    """月底, 本月20日, 下月底, 月初."""
    today = day_known(since)
    day = 10 if m[3] == "初" else value_of(m[2]) if m[2] else None
    passed = not m[1] and day is not None and day < today.day
    end = last_day(today.year, today.month + (1 if is_next(m[1]) or passed else 0))
    return end.replace(day=day) if day is not None else end


def is_next(which: str | None) -> bool:
    """Whether 下 or 下个 stands before a month or a quarter."""
    return (which or "").startswith("下")


def day_alone(m: Match, since: Since) -> date:
    """15号, 15日前: the next such day."""
    today, day = day_known(since), value_of(m[1])
    months = (last_day(today.year, today.month + ahead) for ahead in range(3))
    days = (month.replace(day=day) for month in months if 0 < day <= month.day)
    if (found := next((found for found in days if found >= today), None)) is None:
        raise ValueError(day)
    return found


def month_numbered(m: Match, _since: Since) -> date:
    """2026-12."""
    return last_day(value_of(m[1]), value_of(m[2]))


def weekday(m: Match, since: Since) -> date:
    """周五, 本周五, 下周五, 下周 (its Friday), 周末 (Sunday)."""
    today = day_known(since)
    wanted = {"内": 4, "末": 6}.get(m[2] or "内", min(WEEKDAYS.find(m[2] or ""), 6))
    monday = today - timedelta(days=today.weekday())
    found = monday + timedelta(days=wanted, weeks=(m[1] or "").count("下"))
    if found >= today:
        return found
    if m[2] == "内":
        return monday + timedelta(days=6)
    return found if m[1] else found + timedelta(weeks=1)


def near_day(m: Match, since: Since) -> date:
    """今天, 明天, 后天."""
    ahead = {"今": 0, "当": 0, "明": 1, "后": 2, "大后": 3}[m[1]]
    return day_known(since) + timedelta(days=ahead)


def days_on(m: Match, since: Since) -> date:
    """30日内, 两周内."""
    each = 7 if m[2] in {"周", "个星期", "星期"} else 1
    return day_known(since) + timedelta(days=each * value_of(m[1]))


def months_on(m: Match, since: Since) -> date:
    """6个月内, 一年内, 半年内, 半个月."""
    today = day_known(since)
    if m[1] == "半" and m[2] == "个月":
        return today + timedelta(days=15)
    months = 6 if m[1] == "半" else value_of(m[1]) * (12 if m[2] == "年" else 1)
    end = last_day(today.year, today.month + months)
    return end.replace(day=min(today.day, end.day))


END = "(?:年?[底末终]|年内)?"
HALVES = "(?:年?([上下])半年|年?第?([一二三四1-4])季度?)[底末]?"
BY = "之?前|以前"
DAY = f"{N}(?:[日号]|(?={BY}|$))"
PART = "([底末初]|上旬|中旬|下旬|份)?"

POINTS: tuple[tuple[Pattern, Resolver], ...] = (
    (Pattern(rf"{YEAR}[年./-]{N}[月./-]{N}[日号]?", *"年./-"), full_day),
    (Pattern(rf"{YEAR}年{N}月{PART}", "年"), month_of_year),
    (Pattern(rf"{YEAR}(?:{HALVES}|年{END})", *"年季"), part_of_year),
    (
        Pattern(rf"([今本当明次后])年(?:{N}月(?:{DAY}|[底末])?|{HALVES}|{END})", "年"),
        named_year,
    ),
    (Pattern(rf"(本|这个|这|当|下个|下)?月(?:{N}[日号]|([底末初])|内)", "月"), this_month),
    (Pattern(rf"{YEAR}[-/.](1[0-2]|0?[1-9])(?![-/.0-9])", *"-/."), month_numbered),
    (Pattern(rf"{N}月{DAY}", "月"), day_of_month),
    (Pattern(rf"{N}(?:号|日(?={BY}))", *"号日"), day_alone),
    (Pattern(r"(1[0-2]|0?[1-9])[-/.]([0-3]?[0-9])", *"-/."), day_of_month),
    (Pattern(rf"{N}月{PART}", "月"), month_alone),
    (Pattern(r"(本|这个|这|下个|下)?季度?[底末内]?", "季"), this_quarter),
    (Pattern(HALVES, *"半季"), half_or_quarter),
    (Pattern(r"年[底末终内]|年终", "年"), end_of_year),
    (
        Pattern(rf"(本|这个?|下{{1,2}}个?)?(?:周|星期|礼拜)([{WEEKDAYS}]|[内末])?", *"周星礼"),
        weekday,
    ),
    (Pattern(r"(今|当|明|大后|后)[天日]", *"天日"), near_day),
    (Pattern(rf"{N}个?(日|天|周|星期|个星期)[之以]?内?", *"日天周星"), days_on),
    (Pattern(rf"(半|{N[1:-1]})(个月|年)[之以]?内?", *"月年"), months_on),
)
