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
    r"(?:[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:[）)、.．]|(?<=[一二三四五六七八九十])是)(?![0-9])"
    r"|[①-⑳])\s*"
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
    rest = {
        column: heading
        for column, heading in headings.items()
        if column not in {main, over} and columns.get(column) != "number"
    }
    problems = measures = 0
    for row in rows:
        cells = {cell.column: cell for cell in row}
        if len(row) == 1:
            yield from row_lines(row)
            continue
        if over is not None and (problem := fresh(cells.get(over))):
            problems, measures = problems + 1, 0
            yield f"{problems}.{bare(problem[0])}"
            yield from problem[1:]
        facts = [
            f"{heading}：{cell.text}"
            for column, heading in rest.items()
            if (cell := cells.get(column)) is not None and cell.text
        ]
        for text in measures_of(fresh(cells.get(main))) or [[]]:
            if text:
                measures += 1
                yield (f"（{measures}）" if over is not None else f"{measures}.") + bare(text[0])
                yield from text[1:]
            yield from facts


def fresh(cell: Cell | None) -> tuple[str, ...]:
    """The paragraphs of a cell that is not the rest of the one above."""
    return () if cell is None or cell.goes_on else cell.paragraphs


def measures_of(paragraphs: tuple[str, ...]) -> list[list[str]]:
    """The measures in a cell: each numbered paragraph begins one, with its own columns."""
    measures: list[list[str]] = []
    for line in (line for paragraph in paragraphs for line in paragraph.split("\n")):
        if not measures or NUMBERED.match(line):
            measures.append([line])
        else:
            measures[-1].append(line)
    return measures


def bare(text: str) -> str:
    """The text without the number it has in its cell: in the list it gets one that counts on."""
    match = NUMBERED.match(text)
    return text[match.end() :] if match else text
