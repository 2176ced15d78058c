"""The lines that a heading has in reading mode, with what is said at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.cells import elide, measure
from tui.panels.line import Line, Piece, cut
from tui.panels.rows import PREAMBLE
from tui.panels.signs import count_of, remarks_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checklist import Item
    from parser import Node
    from tui.panels.page import Page

NARROWEST = 16
"""Cells that a title needs beside what stands at its right."""


def heading(page: Page, node: Node) -> list[Line]:
    """The lines of a heading or of an item's first sentence, with what is at its right."""
    row = node.index
    item = page.checklist.item_of(node)
    front, box = page.front(node, item)
    left = sum(measure(piece.text, page.widths) for piece in front)
    room = max(page.edge - left, 2)
    meta = said_of(page, node, item)
    taken = meta_width(page, meta)
    beside = bool(meta) and room - taken - 2 >= NARROWEST
    spans = page.paragraphs(row)[0]
    cuts = page.wrapped(row, 0, room, room - taken - 2 if beside else None)
    style = page.title_style(node, item)
    lines = [Line(row, heading=True)] if gap(page, node) else []
    for at, (start, end) in enumerate(cuts):
        pieces = cut(page.document.text, spans, start, end, style)
        ahead = front if at == 0 else (Piece(" " * left, "gutter"),)
        if at == 0 and beside:
            pieces += at_right(page, left + page.taken(pieces), meta, taken)
        lines.append(Line(row, (*ahead, *pieces), box=-1 if at else box, heading=True))
    if meta and not beside:
        lines.append(Line(row, tuple(at_right(page, 0, meta, taken)), heading=True))
    return lines


def gap(page: Page, node: Node) -> bool:
    """Whether a blank line stands above a row: above a section, and after one."""
    before = page.rows.previous(node.index)
    if before is None or before == node.parent != PREAMBLE:
        return False
    if before == PREAMBLE or page.document.nodes[before].depth > node.depth:
        return True
    return bool(node.children) and node.index not in page.rows.folded


def said_of(page: Page, node: Node, item: Item | None) -> list[tuple[str, str]]:
    """What is said at the right of a row."""
    said = remarks_on(item, page.today) if item is not None else []
    if node.children:
        said.append(count_of(page.checklist.progress_of(node)))
    return [(text.translate({10: " "}), style) for text, style in said if text]


def meta_width(page: Page, meta: Sequence[tuple[str, str]]) -> int:
    """Cells of what is said at the right, with the dots between."""
    dots = measure(" · ", page.widths) * max(len(meta) - 1, 0)
    return min(sum(measure(text, page.widths) for text, _ in meta) + dots, page.edge // 2)


def at_right(page: Page, used: int, meta: Sequence[tuple[str, str]], taken: int) -> list[Piece]:
    """The pieces that end at the right edge after ``used`` cells."""
    pieces = [Piece(" " * (page.edge - taken - used), "gutter")]
    left = taken
    for at, (text, style) in enumerate(yielding(page, meta, taken)):
        dot = " · " if at else ""
        shown = elide(text, left - measure(dot, page.widths), page.widths)
        if not shown:
            break
        pieces += [Piece(dot, "meta")] * bool(dot) + [Piece(shown, style)]
        left -= measure(dot + shown, page.widths)
    return pieces


def yielding(page: Page, meta: Sequence[tuple[str, str]], room: int) -> list[tuple[str, str]]:
    """What is said at the right, a long owner cut so that the day is seen."""
    (owner, style), *rest = meta
    if not rest or rest[0][1].startswith("status-"):
        return [*meta]
    spare = room - meta_width(page, rest[:1]) - measure(" · ", page.widths)
    short = elide(owner, max(spare, 0), page.widths)
    return [(short, style), *rest] if short else rest
