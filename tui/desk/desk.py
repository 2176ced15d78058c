"""What every command of the screen stands on: the document, its journal, and the widgets."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType

from checklist import Checklist, Item, Journal, StateError
from parser import Document, Node
from tui.actions import Where, bindings
from tui.desk.saving import Saver
from tui.filtering import Filter
from tui.frame import Footer, Header, Outline
from tui.frame.steady import SteadyScreen
from tui.language import _, ngettext, translate
from tui.panels import Panels
from tui.typeahead import Typeahead
from tui.wording import label, told

if TYPE_CHECKING:
    from tui.frame.footer import Kind

WRITTEN = 0.002
"""Seconds that Textual's own thread gets to send a painted screen before others run."""


class DeskScreen(SteadyScreen[None]):
    """Outline and panels; its keys come from the table of commands."""

    DEFAULT_CSS = """
    DeskScreen { layers: default over; }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Where.DESK))

    def on_paste(self) -> None:
        """Text for which there is no field here, such as what an input method committed."""
        if isinstance(self.app, Desk):
            self.app.say(_("That was text: press / first to search for it."), "warning")

    def on_resize(self) -> None:
        """The screen is told after the app has its new size; the app's own handler before."""
        if isinstance(self.app, Desk):
            self.app.resized()


class Desk(Typeahead, App[int]):
    """The open document, its journal, and the widgets that show them."""

    def __init__(self, document: Document, journal: Journal) -> None:
        super().__init__()
        self.document = document
        self.journal = journal
        self.named = True
        """Whether somebody chose the name that signs, or was told which one it is."""
        self.panels = Panels(document, journal.checklist)
        self.header = Header()
        self.outline = Outline()
        self.footer = Footer()
        self.saver = Saver(self)
        self.filter = Filter()

    @property
    def checklist(self) -> Checklist:
        """The checklist as it is now, with what is not saved yet."""
        return self.journal.checklist

    def today(self) -> date:
        """The day by which things are late."""
        return date.today()

    def node_here(self) -> Node | None:
        """The node under the cursor of what is shown; None in the preamble."""
        row = self.row_here()
        return self.document.nodes[row] if row is not None and row >= 0 else None

    def row_here(self) -> int | None:
        """The row under the cursor; without one, say so."""
        if isinstance(self.screen, Showing):
            return self.screen.row
        if self.panels.selected is None:
            self.say(_("Nothing is shown here that this could be done to."), "warning")
        return self.panels.selected

    def item_here(self) -> Item | None:
        """The item under the cursor; without one, say so."""
        row = self.row_here()
        if row is None:
            return None
        node = self.document.nodes[row] if row >= 0 else None
        item = self.checklist.item_of(node) if node else None
        if item is None:
            self.say(self._no_item(node), "warning")
        return item

    def resized(self) -> None:
        """Fit what is shown to the terminal's new size."""
        raise NotImplementedError

    def _no_item(self, node: Node | None) -> str:
        """Why an entry cannot be ticked, and what can be done."""
        below = self.checklist.progress_of(node).total if node is not None else 0
        if not below:
            return _("This entry is not on the checklist; a puts it there.")
        return ngettext(
            "This is a heading: its {n} item stands below; choose that.",
            "This is a heading: its {n} items stand below; choose one of them.",
            below,
        ).format(n=below)

    def say(self, message: str, kind: Kind = "done") -> None:
        """A message for the person, at the foot of the screen that they see."""
        if isinstance(self.screen, Showing):
            self.screen.footer.say(message, kind)
        else:
            self.footer.say(message, kind)

    def change(self, item: Item | Node, **fields: object) -> bool:
        """Change fields of an item: shown at once, saved right after; False when refused."""
        try:
            events = self.journal.change(item, **fields)
        except StateError as error:
            self.say(translate(error.message), "error")
            return False
        if events:
            changed = self.checklist.by_key(events[0].item)
            name = label(changed) if changed else ""
            with self.footer.at_once():
                self.say(f"{told(events[0].fields)}{self._signature()} · {name}")
                self.changed()
                self.saver.show()
            # Once the change is on the screen, so that nobody waits for the disk.
            self.call_after_refresh(self.set_timer, WRITTEN, self.saver.soon)
        return True

    def _signature(self) -> str:
        """By which name a change is signed, the first time when nobody gave one.

        A sheet that asks would swallow the next ticks of a meeting.
        """
        if self.named:
            return ""
        self.named = True
        words = _(" (signed {name}; @ changes the name)")
        return words.format(name=self.journal.author)

    def changed(self) -> None:
        """Show the checklist as it is now."""
        self.panels.show_checklist(self.checklist)
        self.outline.show_checklist(self.checklist)
        self.show_header()
        if isinstance(self.screen, Showing):
            self.screen.show_checklist(self.checklist)

    def show_header(self) -> None:
        """Title, progress, and what of the document is shown."""
        view = self.filter.name() if self.panels.mode == "checklist" else ""
        if self.panels.hoisted is not None:
            view = (_("only this section") + " " + view).rstrip()
        title = self.document.title or _("Without a title")
        self.header.show(title, self.checklist.progress, view)


class Showing(SteadyScreen[None]):
    """A screen of its own that shows items, such as the projector view."""

    footer: Footer

    @property
    def row(self) -> int | None:
        """Index of the node under its cursor."""
        raise NotImplementedError

    def show_checklist(self, checklist: Checklist) -> None:
        """Show the checklist as it is now."""
        raise NotImplementedError
