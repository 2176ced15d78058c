"""The one line that a row has in checklist mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.cells import elide, measure, pad
from tui.panels.line import Line, Piece, cut, words
from tui.panels.signs import count_of, due_words, state_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checklist import Item
    from parser import Node
    from tui.panels.page import Page
    from tui.panels.paragraphs import Paragraph


def entry(page: Page, node: Node, hit: int | None = None) -> Line:
    """One line for a row of the checklist: sign, marker, title, then the columns.

    Args:
        page: Width, state of the checklist and what is folded.
        node: What the row shows.
        hit: A character of the document's text that has to be seen, though it be further on.
    """
    item = page.checklist.item_of(node)
    front, box = page.front(node, item)
    columns = columns_of(page, node, item)
    edge = page.right
    room = edge - page.taken(front) - page.taken(columns)
    pieces = excerpt(page, node, max(room - 1, 0), page.title_style(node, item), hit)
    blank = Piece(" " * (room - page.taken(pieces)), "gutter")
    return Line(node.index, (*front, *pieces, blank, *columns), box=box, heading=True)


def excerpt(page: Page, node: Node, room: int, style: str, hit: int | None) -> list[Piece]:
    """The title in so many cells, or the words around a hit that would not be seen in it."""
    spans, at = page.paragraphs(node.index)[0], 0
    if hit is not None:
        spans, at = holding(page.paragraphs(node.index), hit)
    said = words(page.document.text, spans).rstrip("。；;，,：:")
    begin = at
    while begin and measure(said[begin - 1 : at], page.widths) <= room // 3:
        begin -= 1
    ahead = [Piece("…", style)] if begin else []
    shown = elide(said[begin:], max(room - page.taken(ahead), 0), page.widths)
    whole = len(shown) - (shown != said[begin:])
    pieces = cut(page.document.text, spans, begin, begin + max(whole, 0), style)
    if shown != said[begin:] and shown:
        pieces.append(Piece("…", style))
    return ahead + pieces


def holding(found: Sequence[Paragraph], place: int) -> tuple[Paragraph, int]:
    """The paragraph that holds a character of the text, and where in its words that stands."""
    for paragraph in found:
        passed = 0
        for start, end in paragraph:
            if start <= place < end:
                return paragraph, passed + place - start
            passed += end - start
    return found[0], 0


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
