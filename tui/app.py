"""The app: one screen to read, search and tick; everything else is laid over it."""

from __future__ import annotations

import os
import sys
from asyncio import get_running_loop
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.driver import Driver
from textual.screen import Screen

from checklist import Journal, StateError
from parser import Document
from tui import remembered
from tui.actions import Where
from tui.crash import record
from tui.desk.desk import DeskScreen
from tui.desk.handing import Handing
from tui.desk.moving import Moving
from tui.desk.watching import Watching
from tui.desk.working import Working
from tui.filtering import Filter
from tui.frame import Footer, Outline
from tui.language import _, ngettext
from tui.panels.messages import Opened, Ticked
from tui.sample import is_sample
from tui.start import garbage
from tui.start.frame import NARROW, outline_shown, outline_width
from tui.themes import THEMES


class GangmuApp(Working, Moving, Handing, Watching, inherit_bindings=False):
    """Outline, panels, header and footer over one document and its journal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "help_quit", show=False),
        # Textual's own goes before a sheet's, and would leave with what is typed there.
        Binding("ctrl+q", "quit", show=False),
    ]
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #desk { height: 1fr; }
    """

    def __init__(
        self, document: Document, journal: Journal, *, encoding: str | None = None
    ) -> None:
        super().__init__(document, journal)
        self.encoding = encoding
        self.settings = remembered.settings()
        self.log_path = ""
        self.elsewhere = False
        """Whether the state of a user's own document could not be put beside it."""
        self.outline_wished = self.settings.get("outline")
        for theme in THEMES:
            self.register_theme(theme)
        known = [theme.name for theme in THEMES]
        wished = self.settings.get("theme")
        self.theme = wished if wished in known else "light"
        self.title = document.title

    def get_default_screen(self) -> Screen[Any]:
        """The screen with the keys of the table."""
        return DeskScreen(id="_default")

    def get_driver_class(self) -> type[Driver]:
        """The driver that takes the first screen over, where Textual would take the plain one."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from tui.start.driver import TakeoverDriver

        return TakeoverDriver

    def compose(self) -> ComposeResult:
        """Header; outline and panels side by side; footer; all as the user left it."""
        self.fit()
        self.outline.show_document(self.document, self.checklist)
        if self.document.path:
            self.come_back(remembered.place(place_of(self.document)))
        self.outline.follow(self.panels.cursor)
        self.panels.follower = self.outline.follow
        self.show_header()
        yield self.header
        with Horizontal(id="desk"):
            yield self.outline
            yield self.panels
        yield self.footer

    def on_mount(self) -> None:
        """Begin to watch the disk, and say what is to be said about the files."""
        garbage.look_among_new()
        self.panels.focus()
        self.watch_disk()
        self.watch_signals()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if self.journal.notices:
            count = len(self.journal.notices)
            words = ngettext("{count} notice: press w", "{count} notices: press w", count)
            self.say(words.format(count=count), "warning")
        elif self.checklist.unattached:
            self.say(self.lost(len(self.checklist.unattached)), "warning")
        elif self.elsewhere:
            words = _("This folder may not be written: changes are kept in {folder}.")
            self.say(words.format(folder=self.journal.path.parent), "warning")
        elif self.journal.protected:
            self.say(_("The state file may not be written here: press w"), "warning")

    def watch_signals(self) -> None:
        """Save and remember the place when the terminal's window is closed, too."""
        import signal

        handlers = {"SIGHUP": self.hung_up, "SIGTERM": self.told_to_end}
        for name, handler in handlers.items():
            if number := getattr(signal, name, None):
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    get_running_loop().add_signal_handler(number, handler)

    def hung_up(self) -> None:
        """The terminal is gone: nothing can be asked or shown any more."""
        with suppress(StateError):
            self.journal.save()
        self.keep_place()
        os._exit(128 + 1)

    def told_to_end(self) -> None:
        """The machine is shut down, say: save what can be, and leave the terminal as it was."""
        with suppress(StateError):
            self.journal.save()
        self.keep_place()
        self.exit(128 + 15)

    def come_back(self, place: dict[str, Any]) -> None:
        """Position, folds, mode, filter and searches of the last time."""
        self.panels.restore(place)
        self.filter = Filter.restored(place.get("filter"))
        kept = place.get("searches")
        texts = kept if isinstance(kept, list) else []
        self.searches = [text for text in texts if isinstance(text, str)]
        if self.panels.mode == "checklist":
            self.apply_filter()

    def keep_place(self) -> None:
        """Remember position, folds, mode, filter and searches for the next start."""
        self.leave_hits_only()
        if self.document.path and self.document.path != "-":
            kept = {**self.panels.view_state(), "filter": self.filter.kept()}
            kept["searches"] = self.searches[-KEPT_SEARCHES:]
            remembered.set_place(place_of(self.document), kept)

    def fit(self) -> None:
        """Show the outline where there is room for it; the checklist has its own headings."""
        width = self.size.width
        self.outline.display = outline_shown(width, self.outline_wished, self.panels.mode)
        self.outline.styles.width = outline_width(width) if width >= NARROW else "1fr"

    def resized(self) -> None:
        """Room for the outline came or went."""
        self.fit()
        self.panels.display = True

    def on_panels_ticked(self, event: Ticked) -> None:
        """A click on a box."""
        self.panels.select(event.row)
        self.action_tick()

    def on_panels_opened(self, event: Opened) -> None:
        """A double click on an item."""
        self.panels.select(event.row)
        self.action_details()

    def on_outline_chosen(self, event: Outline.Chosen) -> None:
        """A heading of the outline."""
        if event.row is not None:
            self.panels.go_to(event.row)
            self.show_header()
        if event.leave:
            self.show_text()
            self.panels.focus()

    def on_header_clicked(self) -> None:
        """A click on the progress."""
        self.action_progress()

    async def on_footer_chosen(self, event: Footer.Chosen) -> None:
        """A click on a key of the foot."""
        if self.footer.where is Where.SEARCH and self.bar is not None:
            self.bar.line.action_press(event.id)
        else:
            own = hasattr(self.screen, f"action_{event.id}")
            await self.run_action(event.id, default_namespace=self.screen if own else self)

    async def action_quit(self) -> None:
        """Leave when everything is on the disk; ask when it cannot be."""
        if self.journal.pending and not await self.saver.now():
            from tui.dialogs.sure import Sure

            pending = self.journal.pending
            question = ngettext(
                "{count} change is not saved. Leave all the same?",
                "{count} changes are not saved. Leave all the same?",
                pending,
            )
            sheet = Sure(question.format(count=pending), _("Leave"), self.saver.failure)
            self.push_screen(sheet, self._leave_if)
            return
        self._leave_if(True)

    def _leave_if(self, sure: bool | None) -> None:
        if sure:
            self.keep_place()
            if leave := getattr(self._driver, "leave", None):
                leave(0)
            self.exit(0)

    def action_help_quit(self) -> None:
        """What ctrl+c does in Textual: say how to leave."""
        self.say(_("q leaves."))

    def _fatal_error(self) -> None:
        """What nobody foresaw: a log file instead of a traceback full of the document's text."""
        self.log_path = record(self._exception or RuntimeError())
        self._close_messages_no_wait()


KEPT_SEARCHES = 50


def place_of(document: Document) -> str:
    """The name under which a document's place is remembered."""
    return str(Path(document.path or "").resolve())


def run(
    document: Document,
    journal: Journal,
    *,
    encoding: str | None = None,
    named: bool = True,
    beside: bool = True,
) -> int:
    """Show a document in the terminal until the user leaves; returns the exit status.

    Args:
        document: What was read.
        journal: What was done to it.
        encoding: How to read the document again when its file changes.
        named: Whether somebody chose the name that signs.
        beside: Whether to say when the state could not be put beside a user's own document.
    """
    app = GangmuApp(document, journal, encoding=encoding)
    app.named = named
    app.elsewhere = beside and not app.is_beside() and not is_sample(document)
    status = app.run()
    if app.log_path:
        words = _("Something went wrong that should not have. The details are in {path}.")
        sys.stderr.write(f"gangmu: {words.format(path=app.log_path)}\n")
        if journal.pending:
            journal.save()
        return 2
    return status or 0
