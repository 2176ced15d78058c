"""The field for several lines, in a module of its own: its import takes as long as the rest."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import TextArea

from tui.frame.fields import WIDE_BLANK


class Note(TextArea):
    """Several lines of text, on which Tab goes on to the next field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+enter", "screen.save", show=False)]

    def __init__(self, text: str = "", *, id: str, placeholder: str = "") -> None:
        super().__init__(
            text,
            id=id,
            placeholder=Content(placeholder),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            compact=True,
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    async def _on_key(self, event: Key) -> None:
        if event.key == "ideographic_space":
            event.stop()
            event.prevent_default()
            self.insert(WIDE_BLANK)
