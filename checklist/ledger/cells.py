"""The cells of a filled-in row: what was exported, what stands here now, what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from checklist.item import Item
from checklist.ledger.columns import Column
from checklist.ledger.rows import Row
from checklist.ledger.safe import for_cell
from checklist.ledger.table import Line, words
from checklist.ledger.terms import STATUS_NAMES, status_of
from checklist.status import Status
from parser import Message, due_of

CLOSING = ("opinion", "closed_by", "closed_on")
DAYS = {"due_date", "closed_on"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the ledger that can be filled in."""

    column: Column
    exported: str | None
    """As it went out; None in a foreign ledger."""
    here: str
    """As the checklist has it now."""
    there: str
    """As the ledger has it."""


def read_cells(
    columns: Iterable[Column],
    line: Line,
    row: Row,
    exported: Mapping[str, str] | None,
    today: date,
) -> Iterator[Cell]:
    """The cells of a row, all in one spelling."""
    for column in columns:
        if not column.field or column.key not in line.cells:
            continue
        out = exported.get(column.key) if exported is not None else None
        yield Cell(
            column,
            None if out is None else spelled(column, out, today),
            spelled(column, for_cell(column.text(row)), today),
            spelled(column, line.cells[column.key], today),
        )


def spelled(column: Column, text: str, today: date) -> str:
    """The text in one spelling: states by their name, days as 2026-06-30."""
    text = words(text)
    if column.key == "status":
        status = status_of(text)
        return STATUS_NAMES["zh"][status] if status else text
    if column.key in DAYS and text:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            due = due_of(text, today)
            return due.date.isoformat() if due and due.date else text
    return text


def compare(cell: Cell) -> bool | None:
    """None when the colleague changed nothing; else whether it was changed here, too."""
    if cell.column.key == "remark":
        return False if new_remarks(cell) else None
    if cell.there == cell.here:
        return None
    if cell.exported is not None:
        return None if cell.there == cell.exported else cell.here != cell.exported
    if not cell.there:
        return None
    return bool(cell.here) and cell.here != STATUS_NAMES["zh"][Status.OPEN]


def new_remarks(cell: Cell) -> str:
    """The lines that were not among the remarks; remarks are only ever added."""
    known = {*cell.here.split("\n"), *(cell.exported or "").split("\n")}
    return "\n".join(line for line in cell.there.split("\n") if line and line not in known)


def asked(
    cells: list[Cell], item: Item, today: date
) -> Iterator[tuple[tuple[Cell, ...], dict[str, object]]]:
    """What ``Journal.change`` is to set, cells that belong together in one."""
    by_key = {cell.column.key: cell for cell in cells}
    remark = by_key.pop("remark", None)
    note = new_remarks(remark) if remark else ""
    due = tuple(by_key.pop(key) for key in ("due", "due_date") if key in by_key)
    if due:
        yield due, due_fields(due, today)
    closing = tuple(by_key.pop(key) for key in ("status", *CLOSING) if key in by_key)
    if closing:
        fields = status_fields(closing, item)
        if item.status is Status.CLOSED and fields.get("status") != Status.CLOSED and note:
            fields["reason"], note = note, ""
            closing = (*closing, *filter(None, [remark]))
        yield closing, fields
    for cell in by_key.values():
        value: object = cell.there
        if cell.column.key == "evidence":
            value = tuple(filter(None, cell.there.split("\n")))
        yield (cell,), {cell.column.field: value}
    if note and remark is not None:
        yield (remark,), {"remark": note}


def due_fields(cells: tuple[Cell, ...], today: date) -> dict[str, object]:
    """Words and day of a time limit: each is told by the other where only one was filled in."""
    said = {cell.column.key: cell.there for cell in cells}
    if "due" not in said:
        return {"due": said["due_date"], "due_date": said["due_date"] or None}
    if "due_date" in said:
        return {"due": said["due"], "due_date": said["due_date"] or None}
    meant = due_of(said["due"], today)
    return {"due": said["due"], "due_date": meant.date if meant else None}


def status_fields(cells: tuple[Cell, ...], item: Item) -> dict[str, object]:
    """The state, with what belongs to closing."""
    said = {cell.column.key: cell.there for cell in cells}
    fields: dict[str, object] = {}
    if "status" in said:
        fields["status"] = status_of(said["status"]) or said["status"]
    if fields.get("status", item.status) == Status.CLOSED:
        fields.update({key: said[key] for key in CLOSING if said.get(key)})
        if item.status is Status.CLOSED:
            fields.setdefault("opinion", item.opinion)
            fields.setdefault("closed_by", item.closed_by)
            fields.setdefault("closed_on", item.closed_on)
    else:
        fields.update({key: said[key] for key in CLOSING if said.get(key)})
    return fields


def objection(fields: Mapping[str, object], item: Item) -> Message | None:
    """Why the fields cannot be taken, where a person must decide."""
    status = fields.get("status", item.status)
    if not isinstance(status, Status):
        known = " ".join(STATUS_NAMES["zh"].values())
        return Message("{value} is no state; there are: {known}", value=status, known=known)
    if status is not Status.CLOSED and any(fields.get(key) for key in CLOSING):
        closed = STATUS_NAMES["zh"][Status.CLOSED]
        return Message("what belongs to closing counts only with the state {state}", state=closed)
    return None
