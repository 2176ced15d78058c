"""The progress report (整改情况报告) in its own grammar, as paragraphs that any format can set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checklist.ledger.ledger import Ledger, counts_in_chinese, day_in_chinese, summary
from checklist.ledger.rows import Row
from checklist.ledger.terms import STATUS_NAMES
from checklist.status import Status

Kind = Literal["title", "body", "first", "second", "item", "sign"]
NAME = "整改情况报告"
TITLE_LINE = 20
"""Characters of 二号 that a line holds."""
NUMERALS = "零一二三四五六七八九"
MARKER = re.compile(
    r"\s*(?:第[一二三四五六七八九十百零〇]+[编章节条部分]*|[（(]?[一二三四五六七八九十百零〇]+[）)、.．]"
    r"|[一二三四五六七八九十]+[是要]|[（(]?\d+(?:[.．]\d+)*[）)、.．]?|[①-⑳])\s*"
)
"""The number that a heading had in the document: the report counts its own."""
END = "。！？；…"
NO_DAY = 10**6
SHORTEST = 6
"""Characters that a name of a measure has at least."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the report."""

    kind: Kind
    text: str
    lead: str = ""
    """What opens it in another type (the measure, before what came of it)."""


def report_of(ledger: Ledger) -> Iterator[Paragraph]:
    """The report: how far everything is, then each section with its measures, then what is open."""
    gap = "\n" if len(ledger.title) + len(NAME) > TITLE_LINE else ""
    yield Paragraph("title", f"{ledger.title}{gap}{NAME}")
    yield Paragraph("first", "一、总体情况")
    yield Paragraph("body", summary(ledger))
    yield Paragraph("first", "二、整改落实情况")
    for index, (group, rows) in enumerate(ledger.groups, 1):
        heading = without_number(group) or "其他事项"
        yield Paragraph("second", f"（{chinese(index)}）{heading}")
        yield Paragraph("body", section(ledger, rows))
        for place, row in enumerate(rows, 1):
            yield measure(row, place)
    # Late and nearly late items come first; what names no day comes last, in document order.
    rest = sorted((row for row in ledger.rows if row.item.status.unfinished), key=pressing)
    if rest:
        yield Paragraph("first", "三、尚未完成的事项")
        yield Paragraph("body", f"尚有{len(rest)}项未完成，将紧盯责任和时限，逐项对账销号。")
        for place, row in enumerate(rest, 1):
            yield unfinished(row, place)
    yield Paragraph("body", "")
    yield Paragraph("sign", day_in_chinese(ledger.today))


def section(ledger: Ledger, rows: list[Row]) -> str:
    """How far a section is."""
    progress = ledger.progress_of(rows)
    late = f"，其中超期未完成{progress.overdue}项" if progress.overdue else ""
    return f"共{progress.total}项措施，{counts_in_chinese(progress)}{late}。"


def measure(row: Row, place: int) -> Paragraph:
    """A measure with its state and what came of it."""
    item = row.item
    facts = [f"状态：{STATUS_NAMES['zh'][item.status]}"]
    if item.owner:
        facts.append(f"责任人：{item.owner}")
    if item.due and item.status is not Status.CLOSED:
        facts.append(f"整改时限：{due_words(item.due)}")
    text = "；".join(facts) + "。"
    if item.result:
        text += f"整改情况：{ended(item.result)}"
    if item.evidence:
        text += f"佐证材料：{'、'.join(item.evidence)}。"
    if item.status is Status.CLOSED and item.opinion:
        text += f"验收意见：{ended(item.opinion)}"
    return Paragraph("item", text, f"{place}.{ended(without_number(row.text))}")


def unfinished(row: Row, place: int) -> Paragraph:
    """A measure that is still open: who does it by when, and how late it is."""
    item = row.item
    left = item.days_left(row.today)
    facts = [
        STATUS_NAMES["zh"][item.status],
        f"责任人：{item.owner}" if item.owner else "责任人未明确",
        f"整改时限：{due_words(item.due)}" if item.due else "整改时限未明确",
        f"已超期{-left}天" if left is not None and left < 0 else "",
    ]
    title = first_clause(without_number(item.title or row.text.partition("\n")[0]))
    return Paragraph("item", f"（{'；'.join(filter(None, facts))}）。", f"{place}.{title}")


def pressing(row: Row) -> int:
    """Days that are left; many where no day is named."""
    left = row.item.days_left(row.today)
    return NO_DAY if left is None else left


def due_words(words: str) -> str:
    """The time limit as people write it; a bare 2026-11-25 is spelled out."""
    try:
        return f"{day_in_chinese(date.fromisoformat(words))}前"
    except ValueError:
        return words


def first_clause(text: str) -> str:
    """What a measure is called when it was said in full before: up to its first comma."""
    place = next(
        (at for at, char in enumerate(text) if char in "，；。：" and at >= SHORTEST), None
    )
    return text if place is None else text[:place]


def without_number(text: str) -> str:
    """A heading or measure without its number in the document."""
    match = MARKER.match(text)
    return text[match.end() :] if match else text


def ended(text: str) -> str:
    """The text on one line, each paragraph of it with a full stop."""
    lines = filter(None, (line.strip() for line in text.split("\n")))
    return "".join(line if line.endswith(tuple(END)) else line + "。" for line in lines)


def chinese(number: int) -> str:
    """一 … 九十九; digits beyond."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十"
    return head + (NUMERALS[ones] if ones else "")
