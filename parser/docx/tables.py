"""Tables as text; the table of a ledger becomes items with their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from parser.columns import column_of
from parser.docx.names import W, number

if TYPE_CHECKING:
    from parser.docx.story import Story

WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
NUMBERED = re.compile(
    r"[（(]?[0-9一二三四五六七八九十]{1,4}[）)、.．是]|[①-⑳]|第[一二三四五六七八九十]"
)
HEADER_ROWS = 3
"""A ledger's header is looked for in the first rows: above it may stand a title."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell."""

    paragraphs: tuple[str, ...]
    column: int
    """First grid column, from 0."""
    goes_on: bool
    """Merged with the cell above."""

    @property
    def text(self) -> str:
        """The whole cell on one line."""
        return " ".join(self.paragraphs)


Row = tuple[Cell, ...]


def table_of(element: Element, story: Story) -> list[Row]:
    """Read the rows of a ``w:tbl`` that are neither deleted nor hidden."""
    rows: list[Row] = []
    for row in unwrapped(element, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and any(
            properties.find(W + name) is not None for name in ("del", "hidden")
        ):
            continue
        column = number(properties, "gridBefore") or 0
        cells: list[Cell] = []
        for cell in unwrapped(row, f"{W}tc"):
            shape = cell.find(f"{W}tcPr")
            merge = shape.find(f"{W}vMerge") if shape is not None else None
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            texts = tuple(line.text.strip() for line in story.contained(cell))
            cells.append(Cell(tuple(t for t in texts if t), column, goes_on))
            column += max(1, min(number(shape, "gridSpan") or 1, 1000))
        rows.append(tuple(cells))
    return rows


def unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    """The children with that name, also those in content controls and tracked insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from unwrapped(child, tag)


def table_lines(rows: list[Row]) -> Iterator[str]:
    """A table as lines of text."""
    for index, row in enumerate(rows[:HEADER_ROWS]):
        columns = {cell.column: column_of(cell.text) for cell in row}
        keys = {key for key in columns.values() if key}
        if len(keys) >= 3 and keys & {"problem", "measure"}:
            for title in rows[:index]:
                yield from row_lines(title)
            headings = {cell.column: cell.text for cell in row}
            known = {column: key for column, key in columns.items() if key}
            yield from ledger_lines(rows[index + 1 :], known, headings)
            return
    for row in rows:
        yield from row_lines(row)


def row_lines(row: Row) -> Iterator[str]:
    """A row on one line, cells parted by tabs; paragraphs of long cells go below each other."""
    if any(len(cell.paragraphs) > 1 for cell in row):
        for cell in row:
            yield from cell.paragraphs
    elif text := "\t".join(cell.text for cell in row).strip("\t"):
        yield text


def ledger_lines(
    rows: list[Row], columns: dict[int, str], headings: dict[int, str]
) -> Iterator[str]:
    """The rows of a ledger as items: the problem, below it its measures, with their columns.

    A problem cell merged over several rows, or left empty below, holds for all of them.
    """
    by_key = {key: column for column, key in reversed(columns.items())}
    main = by_key.get("measure", by_key.get("problem", 0))
    over = by_key["problem"] if "measure" in by_key and "problem" in by_key else None
    problems = measures = 0
    for row in rows:
        cells = {cell.column: cell for cell in row}
        if len(row) == 1:
            yield from row_lines(row)
            continue
        problem = cells.get(over) if over is not None else None
        if over is not None and problem is not None and problem.text and not problem.goes_on:
            problems += 1
            measures = 0
            yield f"{problems}.{problem.text}"
        item = cells.get(main)
        if item is not None and item.paragraphs and not item.goes_on:
            measures += 1
            yield from item_lines(item, f"（{measures}）" if over is not None else f"{measures}.")
        for column, heading in headings.items():
            skipped = column in {main, over} or columns.get(column) == "number"
            if not skipped and (cell := cells.get(column)) is not None and cell.text:
                yield f"{heading}：{cell.text}"


def item_lines(item: Cell, marker: str) -> Iterator[str]:
    """The paragraphs of a measure; it gets a number unless it brings its own."""
    numbered = NUMBERED.match(item.paragraphs[0])
    yield item.paragraphs[0] if numbered else marker + item.paragraphs[0]
    yield from item.paragraphs[1:]
