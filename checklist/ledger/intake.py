"""A filled-in ledger against the checklist: what would change, and what needs a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from checklist.change import changes_of
from checklist.error import StateError
from checklist.event import Event
from checklist.item import Item
from checklist.journal import Journal
from checklist.ledger.cells import Cell, asked, compare, objection, read_cells
from checklist.ledger.match import Matcher
from checklist.ledger.rows import Row, rows_of
from checklist.ledger.table import Line, Table, read_table
from parser import Message


@dataclass(frozen=True, slots=True)
class Change:
    """A cell, or cells that belong together, that a colleague filled in."""

    line: int
    """Row of the spreadsheet, from 1."""
    item: Item
    cells: tuple[Cell, ...]
    fields: Mapping[str, object]
    """What ``Journal.change`` is to set."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that was changed there and here since the export."""

    line: int
    item: Item
    cell: Cell


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell whose value cannot be taken, and why."""

    line: int
    item: Item
    cells: tuple[Cell, ...]
    reason: Message


@dataclass(frozen=True, slots=True)
class Unknown:
    """A row that is about no item of the checklist."""

    line: int
    text: str


@dataclass(slots=True)
class Plan:
    """What an import would do; nothing is changed yet."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    missing: list[Item] = field(default_factory=list)
    """Exported items whose row was taken out of the ledger; nothing happens to them."""
    alike: list[tuple[int, str, Item]] = field(default_factory=list)
    """(row, its text, the item) where a row was matched by similar text only."""

    ignored: tuple[str, ...] = ()
    """Headings of columns that were not read: this program keeps nothing like them."""

    @property
    def clean(self) -> bool:
        """Whether nothing is left for a person to look at."""
        return not (self.conflicts or self.refusals or self.unknown or self.missing)


def plan_import(
    journal: Journal, path: Path, *, theirs: bool = False, today: date | None = None
) -> Plan:
    """Compare a filled-in ledger with the checklist.

    Args:
        journal: Whose checklist; its author will sign the changes.
        path: The ``.xlsx`` or ``.csv``.
        theirs: Take the ledger's side where both sides changed a cell.
        today: The day by which a time limit without a year is read.

    Raises:
        StateError: The file cannot be read as a ledger.

    """
    table = read_table(path)
    day = today or date.today()
    plan = Plan(ignored=table.ignored)
    rows = {row.item.key: row for row in rows_of(journal.checklist, today=day)}
    matcher = Matcher(list(rows.values()))
    taken: dict[str, int] = {}
    for line in table.lines:
        row = find(line, rows, matcher, plan)
        if row is None or row.item.key in taken:
            plan.unknown.append(Unknown(line.number, line_text(line)))
            continue
        taken[row.item.key] = line.number
        compare_line(journal, plan, table, line, row, theirs=theirs, today=day)
    plan.missing = [rows[k].item for k in table.exported if k in rows and k not in taken]
    return plan


def find(line: Line, rows: Mapping[str, Row], matcher: Matcher, plan: Plan) -> Row | None:
    """The row of the checklist that a line is about: by its key, else by its text."""
    if line.key:
        return rows.get(line.key)
    for name in ("measure", "problem"):
        text = line.cells.get(name, "")
        if text and (found := matcher.find(text)) is not None:
            row, exact = found
            if not exact:
                plan.alike.append((line.number, text, row.item))
            return row
    return None


def line_text(line: Line) -> str:
    """What a row is about, for a message."""
    names = ("measure", "problem", "group")
    text = next((line.cells[name] for name in names if line.cells.get(name)), "")
    return text or " ".join(filter(None, line.cells.values()))


def compare_line(
    journal: Journal,
    plan: Plan,
    table: Table,
    line: Line,
    row: Row,
    *,
    theirs: bool,
    today: date,
) -> None:
    """Sort the cells of a row into changes, conflicts and refusals."""
    exported = table.exported.get(line.key) if table.ours else None
    wanted: list[Cell] = []
    for cell in read_cells(table.columns, line, row, exported, today):
        if (both := compare(cell)) and not theirs:
            plan.conflicts.append(Conflict(line.number, row.item, cell))
        elif both is not None:
            wanted.append(cell)
    for cells, fields in asked(wanted, row.item, today):
        if (reason := objection(fields, row.item)) is not None:
            plan.refusals.append(Refusal(line.number, row.item, cells, reason))
            continue
        try:
            changes_of(row.item, fields, on_list=True, author=journal.author)
        except StateError as error:
            plan.refusals.append(Refusal(line.number, row.item, cells, error.message))
        else:
            plan.changes.append(Change(line.number, row.item, cells, fields))


def apply(journal: Journal, plan: Plan) -> tuple[Event, ...]:
    """Make the changes of a plan, in memory and as one step; the caller saves."""
    events: list[Event] = []
    with journal.step():
        for change in plan.changes:
            events += journal.change(change.item, **change.fields)
    return tuple(events)
