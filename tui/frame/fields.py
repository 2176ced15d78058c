"""The fields to type in: everything that an input method commits is text there."""

from __future__ import annotations

from typing import Any

from textual.events import Key
from textual.widgets import Input

WIDE_BLANK = "\u3000"
"""Not printable to Python, so Textual passes it on as a key, and it would tick an item."""


class Line(Input):
    """One line of text; its cursor does not blink, since every blink is output."""

    def __init__(self, value: str = "", *, id: str | None = None, **more: Any) -> None:
        super().__init__(value, id=id, **more)
        self.cursor_blink = False

    async def _on_key(self, event: Key) -> None:
        if event.key == "ideographic_space":
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(WIDE_BLANK)
