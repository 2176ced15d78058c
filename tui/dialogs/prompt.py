"""One text to type: a remark, a reason, a name."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tui.dialogs.sheet import Sheet
from tui.frame.fields import Line
from tui.frame.note import Note
from tui.language import N_, _


class Prompt(Sheet[str]):
    """A heading (translated already) over one line to type; gives what was typed, trimmed."""

    SAVE = "Save"

    def __init__(self, heading: str, subject: str = "", *, value: str = "", hint: str = "") -> None:
        super().__init__(subject)
        self.heading = heading
        self.value = value
        self.hint = hint

    def top_line(self) -> str:
        """The heading, translated already."""
        return self.heading

    def fields(self) -> Iterable[Widget]:
        """The line to type on."""
        yield Line(self.value, id="text", select_on_focus=True)
        if self.hint:
            yield Static(Content(self.hint), classes="hint")

    def typed(self) -> str:
        """What stands there now."""
        return self.query_one("#text", Input).value.strip()

    def changed(self) -> bool:
        """Whether something was typed."""
        return self.typed() != self.value

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Give the text; nothing is no answer."""
        if self.typed():
            self.dismiss(self.typed())
        else:
            self.complain(_("Nothing is written yet."))


class LedgerPrompt(Prompt):
    """The file to take in; nothing of it is kept before the next sheet."""

    SAVE = N_("Show changes")


class RemarkSheet(Prompt):
    """A remark, which may have several lines."""

    def fields(self) -> Iterable[Widget]:
        """A field that grows."""
        yield Note(self.value, id="text")
        yield Static(Content(_("Enter breaks the line, Ctrl+S saves.")), classes="hint")
        if self.hint:
            yield Static(Content(self.hint), classes="hint")

    def typed(self) -> str:
        """What stands there now."""
        return self.query_one("#text", TextArea).text.strip()
