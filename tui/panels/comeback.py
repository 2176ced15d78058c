"""Coming back to a kept view of a document: folds, section, mode and place, as far as they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.panels.rows import PREAMBLE

if TYPE_CHECKING:
    from tui.panels.page import Page
    from tui.panels.rows import Rows

MODES = ("read", "checklist")


class Kept(NamedTuple):
    """What of a kept view is not said by rows and page themselves."""

    cursor: int | None
    """The selected row; None where none was kept."""
    top: tuple[int, int] | None
    """The first character that was seen, and how many lines stood above it."""
    aside: set[int] | None
    """What is folded in the mode not shown; None where no folds were kept."""


def come_back(rows: Rows, page: Page, state: dict[str, object]) -> Kept:
    """Fold, hoist and choose the mode as kept; what does not fit this document is passed over."""
    document = page.document
    aside = None
    if "folded" in state:
        rows.exchange(numbered(rows, state["folded"]))
        aside = numbered(rows, state.get("aside"))
    if isinstance(hoisted := state.get("hoisted"), str):
        rows.hoisted = document.outline.find(hoisted)
    if (mode := state.get("mode")) in MODES:
        choose_mode(rows, page, str(mode))
    row = None
    if isinstance(cursor := state.get("cursor"), str):
        row = rows.nearest(PREAMBLE if not cursor else document.outline.find(cursor) or 0)
    page.touch()
    at, above = state.get("top"), state.get("above", 0)
    top = None
    if isinstance(at, int) and isinstance(above, int):
        top = (min(max(at, 0), len(document.text)), above)
    return Kept(row, top, aside)


def choose_mode(rows: Rows, page: Page, mode: str) -> None:
    """Show ``read`` or ``checklist``; a list has no preamble."""
    page.mode = mode
    rows.has_preamble = mode == "read" and bool(page.document.preamble.strip())


def numbered(rows: Rows, numbers: object) -> set[int]:
    """The rows of kept numbers such as ``3.1.2``; empty for what is no list of them."""
    kept = numbers if isinstance(numbers, list) else []
    return rows.document.outline.find_all([each for each in kept if isinstance(each, str)])
