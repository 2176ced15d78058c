"""The first screen once more, from the document itself: what a look at its beginning cannot know.

That are Word files, what was folded, the checklist, a place further on, and every box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.comeback import come_back
from tui.panels.page import Page
from tui.panels.rows import Rows
from tui.panels.view import View

if TYPE_CHECKING:
    from typing import Any

    from checklist import Journal
    from tui.panels.line import Line


def lines(journal: Journal, place: dict[str, Any], width: int, height: int) -> list[Line]:
    """What the panels will show of a document at that size, cells and lines, where it was left."""
    document, checklist = journal.document, journal.checklist
    rows = Rows(document)
    page = Page(document, checklist, rows)
    page.resize(width, page.widths)
    first = rows.first()
    kept = come_back(rows, page, place)
    if page.mode == "checklist":
        restrict(rows, journal, place)
    view = View(rows, page)
    view.height = height
    if kept.top is not None:
        view.top = view.back(view.find(kept.top[0]), kept.top[1])
    cursor = first if kept.cursor is None else kept.cursor
    return view.seen(None if cursor is None else rows.nearest(cursor))


def restrict(rows: Rows, journal: Journal, place: dict[str, Any]) -> None:
    """Show the items of the checklist that the kept filter lets through, in its order."""
    from datetime import date

    from tui.filtering import Filter, Order

    kept = Filter.restored(place.get("filter"))
    wanted = kept.rows(journal.checklist, date.today(), journal.author)
    if kept.order is Order.PLACE:
        rows.restrict(wanted)
    else:
        rows.arrange(wanted)
