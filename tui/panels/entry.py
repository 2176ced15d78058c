"""The one line that a row has in checklist mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.cells import elide, pad
from tui.panels.line import Line, Piece, cut, words
from tui.panels.signs import count_of, due_words, state_words

if TYPE_CHECKING:
    from checklist import Item
    from parser import Node
    from tui.panels.page import Page


def entry(page: Page, node: Node) -> Line:
    """One line for a row of the checklist: sign, marker, title, then the columns."""
    item = page.checklist.item_of(node)
    front, box = page.front(node, item)
    columns = columns_of(page, node, item)
    edge = page.right
    room = edge - page.taken(front) - page.taken(columns)
    spans = page.paragraphs(node.index)[0]
    said = words(page.document.text, spans).rstrip("。；;，,：:")
    shown = elide(said, max(room - 1, 0), page.widths)
    style = page.title_style(node, item)
    whole = len(shown) - (shown != said)
    pieces = cut(page.document.text, spans, 0, max(whole, 0), style)
    if shown != said and shown:
        pieces.append(Piece("…", style))
    blank = Piece(" " * (room - page.taken(pieces)), "gutter")
    return Line(node.index, (*front, *pieces, blank, *columns), box=box, heading=True)


def columns_of(page: Page, node: Node, item: Item | None) -> list[Piece]:
    """Owner, due and state in columns that are aligned; as many as the width allows."""
    if item is None:
        return [Piece(*count_of(page.checklist.progress_of(node)))] if node.children else []
    due, style = due_words(item, page.today)
    pieces: list[Piece] = []
    owner_room, due_room = page.filled
    if owner_room and page.width >= 64:
        pieces.append(Piece(" " + pad(item.owner, owner_room, page.widths), "meta"))
    if due_room and page.width >= 44:
        pieces.append(Piece(" " + pad(due, due_room, page.widths), style))
    if page.width >= 56:
        state = pad(state_words(item.status), page.state_width, page.widths)
        pieces.append(Piece(" " + state, f"status-{item.status}"))
    return pieces
