"""Makes reports of any size with the shape of real ones; the same size gives the same text."""

from __future__ import annotations

import random
from collections.abc import Iterator

TENS = "一二三四五六七八九十"
OPENINGS = ("坚持", "加强", "完善", "推进", "落实", "深化", "强化", "健全", "规范", "提升")
THINGS = (
    *("理论学习", "责任机制", "监督检查", "干部队伍", "服务群众", "风险防控", "制度建设"),
    *("作风纪律", "项目资金", "基层治理", "统筹协调", "问题整改", "培训考核", "工作台账"),
)
LINKS = ("，", "，不断", "，切实", "，进一步", "；同时", "，着力")
TOPICS = ("存在的主要问题", "问题产生的原因", "下一步整改措施")
INDENT = "\u3000\u3000"


def make_report(size: int, seed: int = 1) -> str:
    """Return a report of about ``size`` bytes of UTF-8.

    Parts 一、 hold sections （一）, these hold points 1. with a paragraph, and every third section
    one paragraph of measures 一是…二是…三是….
    """
    return "".join(pieces(size, random.Random(seed)))


def pieces(size: int, chosen: random.Random) -> Iterator[str]:
    """Yield the lines of a report until it has the size."""
    left = size
    part = 0
    while left > 0:
        part += 1
        for line in part_lines(part, chosen):
            left -= len(line.encode())
            yield line
            if left <= 0:
                return


def part_lines(part: int, chosen: random.Random) -> Iterator[str]:
    """Yield the lines of one part."""
    yield f"{INDENT}{numeral(part)}、{TOPICS[part % 3]}\n"
    yield f"{INDENT}{sentences(chosen, 4)}\n"
    for section in range(1, chosen.randint(3, 8)):
        yield f"{INDENT}（{numeral(section)}）{heading(chosen)}。{sentences(chosen, 2)}\n"
        if section % 3 == 0:
            items = (
                f"{numeral(n)}是{heading(chosen)}。{sentences(chosen, 2)}" for n in range(1, 4)
            )
            yield f"{INDENT}{''.join(items)}\n"
            continue
        for point in range(1, chosen.randint(2, 5)):
            yield f"{INDENT}{point}.{heading(chosen)}。{sentences(chosen, 3)}\n"


def heading(chosen: random.Random) -> str:
    """Return a few words without a full stop."""
    return chosen.choice(OPENINGS) + chosen.choice(THINGS)


def sentences(chosen: random.Random, count: int) -> str:
    """Return so many sentences of about forty characters."""
    return "".join(
        "".join(heading(chosen) + chosen.choice(LINKS) for _ in range(5)) + heading(chosen) + "。"
        for _ in range(count)
    )


def numeral(n: int) -> str:
    """Return 一 to 九百九十九, in the form used in headings."""
    hundreds, rest = divmod(n % 1000, 100)
    tens, ones = divmod(rest, 10)
    words = f"{TENS[hundreds - 1]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else TENS[tens - 1]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (TENS[ones - 1] if ones else "") or "一"
