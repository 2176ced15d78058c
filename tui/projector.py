"""The projector view: large spacing, one group at a time, the progress always in sight."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from checklist import Checklist, Item
from tui.actions import Where, bindings
from tui.desk.desk import Showing
from tui.frame import Footer, Header
from tui.frame.header import bar, percent
from tui.frame.prose import broken
from tui.language import _
from tui.panels import sign
from tui.wording import days, label, label_of
from tui.words import status_name

if TYPE_CHECKING:
    from tui.desk.desk import Desk

MARK = "❯ "
"""Before the current item: colour never carries a meaning alone."""
INDENT = "     "
Parts = list[str | tuple[str, str]]


BOX = range(2, 8)
"""Cells of an entry that stand for its box: with the blanks around it, it is hit more easily."""
AGAIN = 2
"""Lines that are seen again after turning a page."""


class Entry(Static):
    """One item of the group; a click makes it the current one, on its box it ticks."""

    def __init__(self, row: int) -> None:
        super().__init__(classes="entry", markup=False)
        self.row = row

    def on_click(self, event: Click) -> None:
        """A click selects; on the box, or twice, it ticks."""
        event.stop()
        assert isinstance(self.screen, Projector)
        on_box = event.x in BOX and event.y <= 1
        self.screen.clicked(self.row, tick=on_box or event.chain == 2)


class Projector(Showing):
    """One group of items, with room around each; its keys come from the table of commands."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Where.PROJECTOR))
    CSS = """
    Projector { background: $background; }
    #group { padding: 1 6 0 6; height: auto; text-style: bold; color: $text-primary; }
    #entries { height: 1fr; padding: 1 6 0 6; scrollbar-size-vertical: 1; }
    #far { height: 2; padding: 0 6; }
    .entry { padding: 1 2; height: auto; color: $foreground; }
    .entry.current { background: $block-cursor-background; color: $block-cursor-foreground; }
    Projector.narrow #group, Projector.narrow #entries, Projector.narrow #far { padding: 0 1; }
    Projector.narrow .entry { padding: 0 1 1 1; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.header = Header()
        self.footer = Footer(Where.PROJECTOR)
        self.groups = grouped(desk.checklist)
        self.at = self._group_of(desk.panels.cursor)
        rows = self.groups[self.at]
        self._row = desk.panels.cursor if desk.panels.cursor in rows else rows[0]

    @property
    def row(self) -> int | None:
        """Index of the node under the cursor."""
        return self._row

    def compose(self) -> ComposeResult:
        """Header, the group's heading, its items, the bar, footer."""
        yield self.header
        yield Static(id="group", markup=False)
        yield VerticalScroll(id="entries", can_focus=False)
        yield Static(id="far", markup=False)
        yield self.footer

    async def on_mount(self) -> None:
        """Show the group that holds the cursor."""
        await self.show_group()

    def on_resize(self) -> None:
        """Less room around the text where there is little."""
        self.set_class(self.size.width < 60, "narrow")
        self.show_checklist(self.desk.checklist)

    async def show_group(self) -> None:
        """Draw another group."""
        entries = self.query_one("#entries", VerticalScroll)
        await entries.remove_children()
        await entries.mount_all([Entry(row) for row in self.groups[self.at]])
        self.show_checklist(self.desk.checklist)

    def show_checklist(self, checklist: Checklist) -> None:
        """Draw the items as they are now."""
        self.desk.header.show(self.desk.header.title, checklist.progress, self.desk.header.view)
        title = self.desk.document.title or _("Without a title")
        self.header.show(title, checklist.progress, "")
        nodes = checklist.document.nodes
        parent = nodes[self.groups[self.at][0]].parent
        heading = label_of(nodes[parent]) if parent >= 0 else title
        lines = broken(heading, self.size.width - (4 if self.has_class("narrow") else 14))
        self.query_one("#group", Static).update(Content("\n".join(lines)))
        self._draw_entries(checklist)
        if (current := self._current()) is not None:
            self.call_after_refresh(current.scroll_visible, animate=False)
        self._draw_far()

    def _current(self) -> Entry | None:
        """The item under the cursor; None while another group is being put on the screen."""
        return next((entry for entry in self.query(Entry) if entry.row == self._row), None)

    def _draw_entries(self, checklist: Checklist) -> None:
        for entry in self.query(Entry):
            item = checklist.item_of(checklist.document.nodes[entry.row])
            entry.set_class(entry.row == self._row, "current")
            if item is not None:
                entry.update(self._entry(item, whole=entry.row == self._row))

    def _draw_far(self) -> None:
        """Which group of how many, and a bar over the whole width for how far everything is."""
        progress = self.desk.checklist.progress
        where = _("Group {at} of {count}").format(at=self.at + 1, count=len(self.groups))
        counts = f"{progress.finished}/{progress.total}  {percent(progress)}%  "
        room = self.size.width - (2 if self.has_class("narrow") else 12)
        cells = room - Content(counts + where).cell_length - 3
        parts: Parts = [(counts, "bold"), *bar(progress.rate, max(cells, 2)), " "]
        self.query_one("#far", Static).update(Content.assemble(*parts, (where, "$text-muted")))

    def _entry(self, item: Item, *, whole: bool) -> Content:
        """Sign and title, under them owner, due and state; the current one with its text."""
        meta = [item.owner, item.due, days(item, self.desk.today()), status_name(item.status)]
        room = max(self.size.width - (10 if self.has_class("narrow") else 24), 8)
        blank = "\n" if self.has_class("narrow") else "\n\n"
        mark = MARK if whole else " " * len(MARK)
        parts: Parts = [f"{mark}{sign(item.status)}  ", (hung(label(item), room), "bold")]
        said = hung(" · ".join(word for word in meta if word), room)
        parts.append((blank + INDENT + said, "" if whole else "$text-muted"))
        if whole and item.node is not None and item.node.body:
            parts.append(blank + INDENT + hung(" ".join(item.node.body.split()), room))
        return Content.assemble(*parts)

    def clicked(self, row: int, *, tick: bool) -> None:
        """A click on an item."""
        self._row = row
        self.show_checklist(self.desk.checklist)
        if tick:
            self.app.call_later(self.app.run_action, "tick")

    def on_header_clicked(self) -> None:
        """A click on the progress."""
        self.app.call_later(self.app.run_action, "progress")

    async def action_next_group(self) -> None:
        """The next group."""
        await self._turn(1)

    async def action_previous_group(self) -> None:
        """The previous group."""
        await self._turn(-1)

    async def _turn(self, by: int) -> None:
        to = self.at + by
        if 0 <= to < len(self.groups):
            self.at = to
            self._row = self.groups[to][0]
            await self.show_group()
        else:
            self.footer.say(
                _("This is the last group.") if by > 0 else _("This is the first group.")
            )

    async def action_read_on(self) -> None:
        """A page further in the group; at its end, the next group."""
        await self._turn_page(1)

    async def action_read_back(self) -> None:
        """A page back in the group; at its beginning, the group before."""
        await self._turn_page(-1)

    async def _turn_page(self, by: int) -> None:
        entries = self.query_one("#entries", VerticalScroll)
        there = entries.scroll_y < entries.max_scroll_y if by > 0 else entries.scroll_y > 0
        if not there:
            await self._turn(by)
            return
        lines = max(entries.size.height - AGAIN, 1)
        entries.scroll_relative(y=by * lines, animate=False)
        self.call_after_refresh(self._choose_seen)

    def _choose_seen(self) -> None:
        """Make an item that is seen the current one: Space ticks nothing out of sight."""
        seen = self.query_one("#entries", VerticalScroll).content_region
        shown = [each for each in self.query(Entry) if each.region.overlaps(seen)]
        if shown and self._row not in {each.row for each in shown}:
            self._row = shown[0].row
            self._draw_entries(self.desk.checklist)

    def action_next_item(self) -> None:
        """The next item of the group; one that does not fit on the screen is first read."""
        if not self._scrolled(1):
            self._step(1)

    def action_previous_item(self) -> None:
        """The previous item of the group, likewise."""
        if not self._scrolled(-1):
            self._step(-1)

    def _scrolled(self, by: int) -> bool:
        """Whether there was more of the current item beyond the edge, which is shown now."""
        entries = self.query_one("#entries", VerticalScroll)
        if (entry := self._current()) is None:
            return False
        seen, item = entries.content_region, entry.region
        beyond = item.bottom > seen.bottom if by > 0 else item.y < seen.y
        if beyond:
            entries.scroll_relative(y=by * max(seen.height // 2, 1), animate=False)
        return beyond

    def _step(self, by: int) -> None:
        rows = self.groups[self.at]
        to = rows.index(self._row) + by
        if 0 <= to < len(rows):
            self._row = rows[to]
            self.show_checklist(self.desk.checklist)

    def action_leave(self) -> None:
        """Back to the text, to the same item."""
        self.desk.panels.go_to(self._row)
        self.dismiss()

    def _group_of(self, row: int) -> int:
        """The group that holds a row, or the first one after it."""
        for at, rows in enumerate(self.groups):
            if rows[-1] >= row:
                return at
        return 0


def grouped(checklist: Checklist) -> list[list[int]]:
    """The items by the heading under which they stand, as indexes of nodes."""
    nodes = [item.node for item in checklist.items if item.node is not None]
    return [[node.index for node in some] for _parent, some in groupby(nodes, key=parent_of)]


def hung(text: str, room: int) -> str:
    """The text on lines of that many cells, those after the first indented."""
    return ("\n" + INDENT).join(broken(text, room))


def parent_of(node: object) -> int:
    """Index of the heading above."""
    return getattr(node, "parent", -1)
