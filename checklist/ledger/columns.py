"""The columns of a ledger: one table that export and import share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from checklist.error import StateError
from checklist.item import Item
from checklist.ledger.rows import Row
from checklist.ledger.terms import STATUS_NAMES
from parser import Message, column_of

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    zh: str
    en: str
    width: int
    """In half-width characters."""
    value: Callable[[Row], Value]
    usual: bool = True
    """Whether it is there unless others are asked for."""
    centred: bool = False
    field: str = ""
    """The field of an item that a filled-in cell changes; empty where it cannot."""

    def name(self, language: str) -> str:
        """Its heading in ``zh`` or ``en``."""
        return self.en if language == "en" else self.zh

    def text(self, row: Row, language: str = "zh") -> str:
        """Its value in a row as words."""
        if self.key == "status":
            return STATUS_NAMES[language][row.item.status]
        value = self.value(row)
        return "" if value is None else str(value)


def day(moment: datetime | None) -> date | None:
    """The local day of a moment."""
    return moment.astimezone().date() if moment else None


def remarks(item: Item) -> str:
    """All remarks, oldest first, each on a line with its day and its author."""
    return "\n".join(
        f"{day(remark.time)} {remark.author}：{remark.text}" for remark in item.remarks
    )


def alert(row: Row) -> str:
    """超期 or 临近 with the days, for what is not finished."""
    left = row.item.days_left(row.today)
    if left is None or not row.item.status.unfinished or left > NEAR_DAYS:
        return ""
    return f"超期{-left}天" if left < 0 else f"剩{left}天"


NEAR_DAYS = 7
"""A due date this near is marked in yellow."""

COLUMNS: tuple[Column, ...] = (
    Column("position", "序号", "No.", 5, lambda r: r.position, centred=True),
    Column("number", "编号", "Item", 9, lambda r: r.item.number, usual=False, centred=True),
    Column("group", "所属部分", "Section", 15, lambda r: r.group),
    Column("problem", "问题", "Problem", 26, lambda r: r.problem),
    Column("measure", "整改措施", "Measure", 40, lambda r: r.text),
    Column("owner", "责任人", "Owner", 10, lambda r: r.item.owner, field="owner"),
    Column("due", "整改时限", "Due", 12, lambda r: r.item.due, field="due"),
    Column(
        *("due_date", "到期日", "Due date", 11, lambda r: r.item.due_date),
        centred=True,
        field="due_date",
    ),
    Column("status", "状态", "Status", 9, lambda r: r.item.status, centred=True, field="status"),
    Column("alert", "预警", "Alert", 8, alert, centred=True),
    Column("result", "整改情况", "Result", 28, lambda r: r.item.result, field="result"),
    Column(
        *("evidence", "佐证材料", "Evidence", 12, lambda r: "\n".join(r.item.evidence)),
        field="evidence",
    ),
    Column("opinion", "验收意见", "Opinion", 18, lambda r: r.item.opinion, False, field="opinion"),
    Column(
        *("closed_by", "验收人", "Closed by", 10, lambda r: r.item.closed_by, False),
        field="closed_by",
    ),
    Column(
        *("closed_on", "验收时间", "Closed on", 12, lambda r: r.item.closed_on, False),
        centred=True,
        field="closed_on",
    ),
    Column("remark", "备注", "Remarks", 17, lambda r: remarks(r.item), field="remark"),
    Column(
        "changed", "更新时间", "Changed", 12, lambda r: day(r.item.changed), False, centred=True
    ),
    Column("changed_by", "更新人", "Changed by", 10, lambda r: r.item.changed_by, False),
)
BY_KEY = {column.key: column for column in COLUMNS}


def usual_columns(rows: Iterable[Row]) -> tuple[Column, ...]:
    """The usual columns; the problem only where the document names one for some measure."""
    problems = any(row.problem for row in rows)
    return tuple(c for c in COLUMNS if c.usual and (c.key != "problem" or problems))


def chosen_columns(names: str) -> tuple[Column, ...]:
    """The columns named, parted by commas, by key or by any usual heading; raises StateError."""
    chosen: list[Column] = []
    for name in filter(None, (part.strip() for part in names.replace("，", ",").split(","))):
        column = BY_KEY.get(name.lower()) or column_by_heading(name)
        if column is None:
            known = ", ".join(f"{c.key}（{c.zh}）" for c in COLUMNS)
            message = Message(
                "there is no column {name}; there are: {known}", name=name, known=known
            )
            raise StateError(message)
        if column not in chosen:
            chosen.append(column)
    if not chosen:
        raise StateError(Message("no column is named"))
    return tuple(chosen)


def column_by_heading(heading: str) -> Column | None:
    """The column that a heading of a table means, or None."""
    plain = " ".join(heading.split())
    for column in COLUMNS:
        if plain.lower() in {column.zh, column.en.lower()}:
            return column
    key = column_of(plain) or ""
    return BY_KEY.get({"number": "position", "unit": "owner"}.get(key, key))
