"""Yes or no, before something is lost."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import Button

from tui.dialogs.sheet import Sheet
from tui.language import _


class Sure(Sheet[bool]):
    """A question with two buttons, y and n; the careful answer has the focus."""

    def __init__(self, question: str, yes: str, detail: str = "") -> None:
        super().__init__(detail)
        self.question = question
        self.yes = yes

    def top_line(self) -> str:
        """The question, translated already."""
        return self.question

    def fields(self) -> Iterable[Widget]:
        """The two answers."""
        yield Horizontal(
            Button(Content(_("Back") + "  Esc"), id="no", compact=True),
            Button(Content(self.yes + "  y"), id="yes", compact=True),
            id="buttons",
        )

    def on_mount(self) -> None:
        """Nothing is lost by pressing Enter in haste."""
        self.query_one("#no").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Either answer."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def on_key(self, event: Key) -> None:
        """The answers as letters, full width too."""
        if event.character in {"y", "Y", "ｙ", "Ｙ"}:
            event.stop()
            self.dismiss(True)
        elif event.character in {"n", "N", "ｎ", "Ｎ", "q", "ｑ"}:
            event.stop()
            self.dismiss(False)
        elif event.key in {"left", "right"}:
            self.focus_next()
