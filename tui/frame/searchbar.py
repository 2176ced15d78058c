"""The search bar: a line to type on, with the counter of hits at its right.

It lies over the last line of the panels: where they stand, and how wide they are, stays as it was,
and so nothing else is laid out or painted when it comes and goes.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.actions import Where, bindings
from tui.frame.fields import Line
from tui.panels import measure

COUNTER = 9
"""Cells kept for the counter: as long as it needs no more, a letter typed lays out nothing."""


class SearchInput(Line):
    """The line; its keys come from the table of commands, every letter is text."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Where.SEARCH))

    class Pressed(Message):
        """A key of the bar: ``accept``, ``cancel``, ``older``, ``newer`` or ``only``."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Left(Message):
        """The keys go elsewhere now."""

    def on_blur(self) -> None:
        """Tell the app."""
        self.post_message(self.Left())

    def action_press(self, key: str) -> None:
        """Tell the app."""
        self.post_message(self.Pressed(key))


class SearchBar(Horizontal):
    """Shown while a word is typed; tells the app what is typed."""

    DEFAULT_CSS = """
    SearchBar {
        layer: over;
        dock: bottom;
        height: 1;
        margin-bottom: 1;
        background: $surface;
        & > #slash { width: 3; color: $primary; text-style: bold; }
        & > #hits { padding: 0 1; text-align: right; color: $text-muted; }
        & > #hits.none { color: $text-warning; }
        & > SearchInput, & > SearchInput:focus {
            width: 1fr;
            height: 1;
            border: none;
            padding: 0;
            background: $surface;
            background-tint: $foreground 0%;
        }
    }
    """

    class Typed(Message):
        """What is searched for now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__(id="search")
        self._width = 0

    def compose(self) -> ComposeResult:
        """Slash, line, counter."""
        yield Static(Content(" / "), id="slash")
        yield SearchInput(compact=True, id="words")
        yield Static(Content(""), id="hits")

    @property
    def line(self) -> SearchInput:
        """The line that is typed on."""
        return self.query_one(SearchInput)

    def clear(self) -> None:
        """Begin with nothing typed; that is no search."""
        with self.line.prevent(Input.Changed):
            self.line.value = ""
        self.count("")

    def count(self, text: str, *, none: bool = False) -> None:
        """Show the counter, or what is wrong with the search."""
        hits = self.query_one("#hits", Static)
        if (width := max(measure(text), COUNTER) + 2) != self._width:
            self._width = hits.styles.width = width
        hits.update(Content(text), layout=False)
        hits.set_class(none, "none")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search at every letter."""
        event.stop()
        self.post_message(self.Typed(event.value))
