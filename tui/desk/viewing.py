"""What is shown, and how: checklist mode, filters, outline, themes, pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from checklist import Status
from tui import remembered
from tui.actions import Where
from tui.desk.desk import Desk
from tui.filtering import NAMES, ORDERS, Filter, Order, Which, owners
from tui.language import _
from tui.start.frame import NARROW
from tui.themes import NAMES as THEME_NAMES
from tui.themes import following
from tui.words import status_name


class Viewing(Desk):
    """The commands that change what is shown."""

    only_hits = False
    """Whether only the hits of a search are shown, whatever the filter says."""
    outline_wished: bool | None = None
    """Whether somebody showed or hid the outline; None leaves it to the room there is."""

    def fit(self) -> None:
        """Show the outline where there is room for it."""
        raise NotImplementedError

    def action_checklist(self) -> None:
        """The checklist, one line an item, or the whole text."""
        self.show_mode("read" if self.panels.mode == "checklist" else "checklist")

    def show_mode(self, mode: str) -> None:
        """Show ``read`` or ``checklist``."""
        self.panels.mode = mode
        self.apply_filter()
        self.fit()

    def apply_filter(self) -> None:
        """In checklist mode, show the items that the filter lets through, in its order."""
        if self.panels.mode != "checklist":
            self.panels.restrict(None)
        else:
            rows = self.filter.rows(self.checklist, self.today(), self.journal.author)
            self._show_items(rows)
            if not self.checklist.items:
                words = _("The checklist is empty: c leaves it, a puts an entry on it.")
                self.say(words, "warning")
            elif not rows:
                self.say(_("No item is like that; f chooses another filter."), "warning")
        self.show_header()

    def _show_items(self, rows: list[int]) -> None:
        if self.filter.order is Order.PLACE:
            self.panels.restrict(rows)
        else:
            self.panels.show_rows(rows)

    def changed(self) -> None:
        """Show the checklist as it is now, with the items that the filter lets through by now.

        Those that it lets through no more stay until it is asked again: what was just ticked
        does not vanish under somebody's eyes.
        """
        super().changed()
        order = self.panels.rows.order
        if self.panels.mode != "checklist" or self.filter.plain or order is None or self.only_hits:
            return
        shown = set(order)
        rows = self.filter.rows(self.checklist, self.today(), self.journal.author, keep=shown)
        if not shown.issuperset(rows):
            self._show_items(rows)

    def action_filter(self) -> None:
        """Ask which items are shown, and in which order."""
        from tui.dialogs.choose import Choose

        self.push_screen(Choose(_("Show"), self._filter_choices()), self._filter_chosen)

    def _filter_choices(self) -> list[Any]:
        from tui.dialogs.choose import Choice

        items, now = self.checklist.items, self.filter

        def choice(which: Which, name: str, value: str = "") -> Choice:
            one = Filter(which, value)
            count = len(one.chosen(items, self.today(), self.journal.author))
            current = (now.which, now.value) == (which, value)
            return Choice(f"{which}:{value}", name, str(count), current)

        choices: list[Choice | None] = [choice(which, _(name)) for which, name in NAMES.items()]
        choices.append(None)
        choices += [
            choice(Which.STATE, status_name(s), s)
            for s in Status
            if any(item.status is s for item in items)
        ]
        named = owners(items)
        if any(name for name, _count in named):
            choices.append(None)
            choices += [choice(Which.OWNER, n or _("without owner"), n) for n, _c in named]
        choices.append(None)
        choices += [
            Choice(f"order:{order}", _(name), current=now.order is order)
            for order, name in ORDERS.items()
        ]
        return choices

    def _filter_chosen(self, chosen: str | None) -> None:
        if chosen is None:
            return
        kind, _colon, value = chosen.partition(":")
        if kind == "order":
            self.filter = replace(self.filter, order=Order(value))
        else:
            self.filter = replace(self.filter, which=Which(kind), value=value)
        self.show_mode("checklist")

    def show_text(self) -> None:
        """Show the text again where the outline stands in its place."""
        if not self.panels.display:
            self.outline.display = False
            self.panels.display = True

    def action_hoist(self) -> None:
        """Show only this section, or everything again."""
        if self.panels.hoisted is None:
            self.panels.hoist()
        else:
            self.panels.unhoist()
        self.show_header()

    def action_outline(self) -> None:
        """Show the outline and give it the keys; hide it when it has them."""
        if not self.outline.display:
            self.outline.display = self.outline_wished = True
            self.outline.focus()
        elif self.outline.has_focus:
            self.outline.display = self.outline_wished = False
            self.panels.focus()
        else:
            self.outline.focus()
        remembered.set(outline=self.outline_wished)
        self.panels.display = not (self.outline.display and self.size.width < NARROW)

    def action_theme(self) -> None:
        """The next look."""
        self.theme = following(self.theme)
        remembered.set(theme=self.theme)
        self.say(_("Theme: {name}").format(name=_(THEME_NAMES[self.theme])))

    def action_projector(self) -> None:
        """Large spacing, one group at a time."""
        from tui.projector import Projector

        if not self.checklist.items:
            self.say(_("There is nothing on the checklist."), "warning")
            return
        self.footer.hush()
        self.push_screen(Projector(self))

    def action_progress(self) -> None:
        """All counts, for the whole and for each group."""
        from tui.dialogs.progress import progress_page

        self.push_screen(progress_page(self.checklist))

    def action_notices(self) -> None:
        """What is odd in the document or its state file."""
        from tui.dialogs.notices import notices_page

        self.push_screen(notices_page(self.document, self.journal))

    def action_help(self) -> None:
        """The table of commands."""
        from tui.dialogs.pages import help_page

        desk = Where.DESK | Where.SEARCH
        showing = self.screen is not self.screen_stack[0]
        self.push_screen(help_page(Where.PROJECTOR if showing else desk, self.size.width))

    def action_palette(self) -> None:
        """Find a command by its name."""
        from tui.dialogs.palette import Palette

        self.push_screen(Palette(Where.DESK), self._called)

    async def _called(self, id: str | None) -> None:
        if id is not None:
            await self.run_action(id)
