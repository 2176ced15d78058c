"""The outline at the left: the headings with their progress, and where in them the cursor is."""

from __future__ import annotations

from bisect import bisect_right
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from checklist import Checklist
from parser import Document
from tui.actions import own
from tui.language import _
from tui.panels import measure, pad
from tui.panels.lined import Lined, thumb
from tui.wording import label_of

MOST = 400
"""So many headings are an outline; of more, only the upper levels are shown."""


NAME, BLANK = -1, -2
"""The line above the headings, and one below them."""


class Entry(NamedTuple):
    """One line of the outline."""

    row: int
    """Index of the heading's node; or the line with the pane's name, or a blank one."""
    tone: str = ""
    """Name of the style of the whole line: ``current`` or ``cursor``."""
    finished: int = 0
    total: int = 0
    bar: str = ""
    """Name of the style of the last cell where there is a scroll bar: ``thumb`` or ``track``."""


class Outline(Lined[Entry], can_focus=True):
    """Headings, drawn line by line; the one that holds the cursor of the panels is marked."""

    DEFAULT_CSS = """
    Outline {
        width: 30;
        height: 1fr;
        background: $surface;
    }
    Outline > .outline--current { background: $block-cursor-blurred-background; text-style: bold; }
    Outline > .outline--cursor { background: $block-cursor-background;
        color: $block-cursor-foreground; text-style: bold; }
    Outline > .outline--count { color: $text-muted; }
    Outline > .outline--done { color: $success; }
    Outline > .outline--name { color: $text-muted; text-style: bold; }
    Outline > .outline--thumb { background: $scrollbar; }
    Outline > .outline--track { background: $scrollbar-background; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outline--current",
        "outline--cursor",
        "outline--count",
        "outline--done",
        "outline--name",
        "outline--thumb",
        "outline--track",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        own("move(-1)", "up", "k"),
        own("move(1)", "down", "j"),
        own("move(-100000)", "home", "g"),
        own("move(100000)", "end", "G"),
        own("leave", "enter", "right", "l", "escape"),
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
        self.top = 0
        self._counts: dict[int, tuple[int, int]] = {}

    def show_document(self, document: Document, checklist: Checklist) -> None:
        """Draw the headings of a document."""
        self.document, self.checklist = document, checklist
        self.entries = headings(document)
        self.current = self.top = 0
        self._counts.clear()
        self._painted = []  # an equal line is another heading there
        self.forget_strips()
        self.repaint()

    def show_checklist(self, checklist: Checklist) -> None:
        """Draw the headings whose progress is another one now."""
        before, self.checklist = self.checklist, checklist
        rows = checklist.changed_since(before) if before is not None else None
        if rows is None:
            self._counts.clear()
            self.repaint()
            return
        for row in rows:
            self._counts.pop(row, None)
        lines = {y: line for y, line in enumerate(self._painted) if line.row in rows}
        for y, line in lines.items():
            finished, total = self._count(line.row)
            lines[y] = line._replace(finished=finished, total=total)
        self.exchange(lines)

    def follow(self, row: int) -> None:
        """Mark the heading that holds the node of that index."""
        if not self.entries:
            return
        at = max(bisect_right(self.entries, row) - 1, 0)
        if at != self.current:
            self.current = at
            self.keep_in_sight()
            self.repaint()

    def keep_in_sight(self) -> None:
        """Scroll as little as needed to see the heading that is marked."""
        height = self.room
        if self.size.height:
            least = self.current + 2 - height
            self._go_to_line(min(max(self.top, least), self.current + 1 if self.current else 0))

    def _go_to_line(self, top: int) -> None:
        self.top = min(max(top, 0), max(len(self.entries) + 1 - self.room, 0))

    def scroll_lines(self, lines: int) -> None:
        """Scroll down (or up, below zero) by lines."""
        self._go_to_line(self.top + lines)
        self.repaint()

    def drag_to(self, y: int) -> None:
        """Show the headings that line ``y`` of the scroll bar stands for."""
        height = self.room
        beyond = len(self.entries) + 1 - height
        self._go_to_line(beyond * y // max(height - 1, 1))
        self.repaint()

    def lay_out(self) -> None:
        """Compose the lines for the size that there is now, with the marked heading among them."""
        self.keep_in_sight()
        super().lay_out()

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
        at = event.y + self.top - 1
        if 0 <= at < len(self.entries):
            self.post_message(self.Chosen(self.entries[at], leave=True))

    def compose_lines(self) -> list[Entry]:
        """The lines of the window: the name of the pane, the headings, and the scroll bar."""
        height, size = self.room, len(self.entries) + 1
        long = size > height
        bar = thumb(self.top / size, (self.top + height) / size, height) if long else range(0)
        bars = ("thumb" if y in bar else "track" if long else "" for y in range(self.size.height))
        return [self._entry(self.top + y - 1, bar) for y, bar in enumerate(bars)]

    def _entry(self, at: int, bar: str) -> Entry:
        if not 0 <= at < len(self.entries):
            return Entry(NAME if at < 0 else BLANK, bar=bar)
        row = self.entries[at]
        tone = ("cursor" if self.has_focus else "current") if at == self.current else ""
        return Entry(row, tone, *self._count(row), bar)

    def _count(self, row: int) -> tuple[int, int]:
        """How many items below a heading are finished, and how many there are."""
        found = self._counts.get(row)
        if found is None:
            assert self.document is not None
            assert self.checklist is not None
            progress = self.checklist.progress_of(self.document.nodes[row])
            found = self._counts[row] = (progress.finished, progress.total)
        return found

    def draw(self, line: Entry, width: int) -> Strip:
        """One heading, or the name of the pane above them."""
        room = width - bool(line.bar)
        segments = self._words(line, room)
        if line.bar:
            segments.append(Segment(" ", self._style(self.rich_style, line.bar)))
        return Strip(segments, width)

    def _words(self, line: Entry, width: int) -> list[Segment]:
        style = self.rich_style
        if line.row == BLANK:
            return [Segment(" " * width, style)]
        if line.row == NAME:
            return [Segment(pad(" " + _("Outline"), width), self._style(style, "name"))]
        if line.tone:
            style = self._style(style, line.tone)
        assert self.document is not None
        node = self.document.nodes[line.row]
        count = f" {line.finished}/{line.total} " if line.total else " "
        text = " " * (2 * node.depth - 1) + label_of(node)
        part = style
        if line.total and line.tone != "cursor":
            part = self._style(style, "done" if line.finished == line.total else "count")
        return [Segment(pad(text, width - measure(count)), style), Segment(count, part)]

    def _style(self, ground: Style, name: str) -> Style:
        return ground + self.get_component_rich_style(f"outline--{name}", partial=True)


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
