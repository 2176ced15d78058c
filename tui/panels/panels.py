"""The panels: a document drawn line by line, with folds, boxes to tick and hits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual import events

from checklist import Checklist
from parser import Document
from tui.panels import messages
from tui.panels.comeback import choose_mode, come_back
from tui.panels.folding import Folding
from tui.panels.looks import CLASSES, CSS
from tui.panels.rows import PREAMBLE
from tui.panels.view import Place, beginning


class Panels(Folding):
    """One document as foldable panels, with the state of its checklist.

    Args:
        document: What is read.
        checklist: What is ticked in it.
    """

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    CursorMoved = messages.CursorMoved
    Ticked = messages.Ticked
    Opened = messages.Opened

    _put_by: Collection[int] = ()
    """What is folded in the mode not shown: a folded text hides no item of the checklist."""

    @property
    def mode(self) -> str:
        """``read`` or ``checklist``."""
        return self.page.mode

    @mode.setter
    def mode(self, mode: str) -> None:
        if mode != self.page.mode:
            with_y = self._height_of_cursor()
            choose_mode(self.rows, self.page, mode)
            self._put_by = self.rows.exchange(self._put_by)
            self._settle(with_y)

    @property
    def hoisted(self) -> int | None:
        """The section that is shown alone, or None."""
        return self.rows.hoisted

    def show_checklist(self, checklist: Checklist) -> None:
        """Show another state, the selected row where it stood; what differs is painted."""
        y = self._head_of_cursor() if self._laid_out else None
        if (today := date.today()) != self._day:
            self._day = self.page.today = today
            self.page.touch()
        rows = self.page.show(checklist)
        if rows is not None and self.view.renew(rows):
            self.repaint_rows(rows)
            return
        if y is not None:
            self._stand_at(y)
        self.repaint()

    def mark_hits(self, hits: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Highlight places of the document's text: sorted, without overlaps."""
        self._hits = hits
        self._current = current
        self.repaint()

    def show_document(self, document: Document, checklist: Checklist) -> None:
        """Show the document after it was edited; place and folds are kept by the nodes' words."""
        before, rows, y = self.document, self.rows, self._height_of_cursor()
        mode, cursor = self.mode, self._cursor
        self._build(document, checklist)
        choose_mode(self.rows, self.page, mode)
        index = {id: row for row, id in enumerate(document.ids())}

        def found(row: int) -> int | None:
            return index.get(before.ids()[row]) if row >= 0 else PREAMBLE

        self.rows.folded = {new for row in rows.folded if (new := found(row)) is not None}
        self._put_by = {new for row in self._put_by if (new := found(row)) is not None}
        if rows.hoisted is not None:
            self.rows.hoisted = found(rows.hoisted)
        same = found(cursor)
        self._cursor = min(cursor, len(document.nodes) - 1) if same is None else same
        self._hits, self._current = (), None
        self.page.resize(self.size.width, self._widths)
        self.view.height = self.room
        self._settle(y or 0)

    def view_state(self) -> dict[str, object]:
        """Position, folds and mode, to be kept for the next start; only plain values."""
        shown = self.view.window()
        texts = [beginning(line) for _, line in shown]
        nodes = self.document.nodes
        return {
            "cursor": nodes[self._cursor].number if self._cursor >= 0 else "",
            "top": next((at for at in texts if at >= 0), 0),
            "above": next((y for y, at in enumerate(texts) if at >= 0), 0),
            "folded": self._numbers(self.rows.folded),
            "aside": self._numbers(self._put_by),
            "hoisted": nodes[self.rows.hoisted].number if self.rows.hoisted is not None else None,
            "mode": self.mode,
        }

    def _numbers(self, rows: Iterable[int]) -> list[str]:
        return [self.document.nodes[row].number for row in sorted(rows)[:5000]]

    def restore(self, state: dict[str, object]) -> None:
        """Come back to a kept state; what does not fit this document is passed over."""
        kept = come_back(self.rows, self.page, state)
        self._put_by = self._put_by if kept.aside is None else kept.aside
        self._cursor = self._cursor if kept.cursor is None else kept.cursor
        self._top = self._top if kept.top is None else kept.top
        if self._laid_out:
            self._come_back()
            self._see_cursor()
            self.repaint()

    def drag_to(self, y: int) -> None:
        """Show the rows that line ``y`` of the scroll bar stands for."""
        last = max(self.room - 1, 1)
        row = self.view.at(min(max(y / last, 0.0), 1.0))
        if y >= last:
            self.view.to_end()
        elif row is not None:
            self.view.top = Place(row)
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """Tick on a box, fold on a heading, select elsewhere; twice asks for the details."""
        if event.x >= self.size.width - 1 or self.text_selection is not None:
            return
        if event.y >= len(self._painted) or (line := self._painted[event.y]).row < PREAMBLE:
            return
        if line.row != self._cursor:
            self._cursor = line.row
            self.repaint()
            self.tell(line.row)
        if 0 <= line.box <= event.x < line.box + 2:
            self.post_message(messages.Ticked(line.row))
        elif event.chain == 2 and line.box >= 0:
            self.post_message(messages.Opened(line.row))
        elif line.heading and line.pieces and self.rows.has_children(line.row):
            self.toggle(line.row)
