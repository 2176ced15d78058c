"""The outline at the left: the headings with their progress, and where in them the cursor is."""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from checklist import Checklist
from parser import Document
from tui.language import _
from tui.panels import measure, pad
from tui.wording import label_of

MOST = 400
"""So many headings are an outline; of more, only the upper levels are shown."""


class Outline(ScrollView, can_focus=True):
    """Headings, drawn line by line; the one that holds the cursor of the panels is marked."""

    DEFAULT_CSS = """
    Outline {
        width: 30;
        background: $surface;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    Outline > .outline--current { background: $block-cursor-blurred-background; text-style: bold; }
    Outline > .outline--cursor { background: $block-cursor-background;
        color: $block-cursor-foreground; text-style: bold; }
    Outline > .outline--count { color: $text-muted; }
    Outline > .outline--done { color: $success; }
    Outline > .outline--name { color: $text-muted; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outline--current",
        "outline--cursor",
        "outline--count",
        "outline--done",
        "outline--name",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("home,g", "move(-100000)", show=False),
        Binding("end,G", "move(100000)", show=False),
        Binding("enter,right,l,escape", "leave", show=False),
    ]

    class Chosen(Message):
        """A heading to go to, by its node's index; ``leave``: the text gets the keys again."""

        def __init__(self, row: int | None, *, leave: bool) -> None:
            super().__init__()
            self.row = row
            self.leave = leave

    def __init__(self) -> None:
        super().__init__(id="outline")
        self.document: Document | None = None
        self.entries: list[int] = []
        self.current = 0
        self.checklist: Checklist | None = None

    def show_document(self, document: Document, checklist: Checklist) -> None:
        """Draw the headings of a document."""
        self.document = document
        self.checklist = None
        self.entries = headings(document)
        self.current = 0
        self.virtual_size = Size(1, len(self.entries) + 1)
        self.show_checklist(checklist)

    def show_checklist(self, checklist: Checklist) -> None:
        """Draw the headings whose progress is another one now."""
        before, self.checklist = self.checklist, checklist
        if before is None or self.document is None:
            self.refresh()
            return
        top = max(self.scroll_offset.y - 1, 0)
        for at in range(top, min(top + self.size.height, len(self.entries))):
            node = self.document.nodes[self.entries[at]]
            if before.progress_of(node) != checklist.progress_of(node):
                self._redraw(at)

    def follow(self, row: int) -> None:
        """Mark the heading that holds the node of that index."""
        if not self.entries:
            return
        at = max(bisect_right(self.entries, row) - 1, 0)
        if at != self.current:
            before, self.current = self.current, at
            self._redraw(before)
            self._redraw(at)
            self.scroll_to_region(Region(0, at + 1, 1, 1), animate=False)

    def action_move(self, by: int) -> None:
        """Go up or down that many headings, the panels following."""
        if self.entries:
            to = min(max(self.current + by, 0), len(self.entries) - 1)
            self.follow(self.entries[to])
            self.post_message(self.Chosen(self.entries[to], leave=False))

    def action_leave(self) -> None:
        """Give the keys back to the text."""
        self.post_message(self.Chosen(None, leave=True))

    def on_click(self, event: Click) -> None:
        """Go to the heading under the mouse."""
        at = event.y + self.scroll_offset.y - 1
        if 0 <= at < len(self.entries):
            self.post_message(self.Chosen(self.entries[at], leave=True))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The current heading is drawn stronger while the outline has the keys."""
        super().watch_has_focus(has_focus)
        self._redraw(self.current)

    def _redraw(self, at: int) -> None:
        self.refresh_lines(at + 1)

    def render_line(self, y: int) -> Strip:
        """One heading, or the name of the pane above them."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y - 1
        base = self.rich_style
        if at < 0:
            style = base + self.get_component_rich_style("outline--name", partial=True)
            return Strip([Segment(pad(" " + _("Outline"), width), style)], width)
        if at >= len(self.entries):
            return Strip.blank(width, base)
        style = base
        if at == self.current:
            name = "outline--cursor" if self.has_focus else "outline--current"
            style += self.get_component_rich_style(name, partial=True)
        return self._entry(self.entries[at], width, at == self.current and self.has_focus, style)

    def _entry(self, row: int, width: int, plain: bool, style: Style) -> Strip:
        assert self.document is not None
        assert self.checklist is not None
        node = self.document.nodes[row]
        progress = self.checklist.progress_of(node)
        count = f" {progress.finished}/{progress.total} " if progress.total else " "
        text = " " * (2 * node.depth - 1) + label_of(node)
        part = style
        if progress.total and not plain:
            whole = progress.finished == progress.total
            name = "outline--done" if whole else "outline--count"
            part += self.get_component_rich_style(name, partial=True)
        room = width - measure(count)
        return Strip([Segment(pad(text, room), style), Segment(count, part)], width)


def headings(document: Document) -> list[int]:
    """The entries that hold others, their sisters, and all at the top.

    Of more than are an outline, the upper levels only.
    """
    outline = document.outline
    above = {outline.parent[row] for row, after in enumerate(outline.after) if after > row + 1} | {
        -1
    }
    rows = [row for row, parent in enumerate(outline.parent) if parent in above]
    level = max((outline.depth[row] for row in rows), default=1)
    while len(rows) > MOST and level > 1:
        level -= 1
        rows = [row for row in rows if outline.depth[row] <= level]
    return rows
