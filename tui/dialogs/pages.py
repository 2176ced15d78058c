"""Pages to read: help, progress, notices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.actions import Where, grouped, keys_shown
from tui.dialogs.sheet import Sheet
from tui.frame.prose import broken
from tui.language import _
from tui.panels import measure

NARROW, WIDEST = 60, 100
KEYS, KEYS_NARROW = 20, 10
"""Cells of the keys in the help page."""


class Page(Sheet[None]):
    """A heading, lines of text, and nothing to decide: any of the usual keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter,space,question_mark,f1,ｑ,？,ideographic_space", "leave", show=False),
        Binding("j,down,ｊ", "scroll(1)", show=False),
        Binding("k,up,ｋ", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("g,home", "scroll(-10000)", show=False),
        Binding("G,end", "scroll(10000)", show=False),
    ]
    WIDE = True

    def __init__(self, heading: str, lines: Content, subject: str = "") -> None:
        super().__init__(subject)
        self.heading = heading
        self.lines = lines

    def top_line(self) -> str:
        """The heading, translated already."""
        return self.heading

    def fields(self) -> Iterable[Widget]:
        """The text."""
        yield Static(self.lines, id="lines")
        yield Static(Content(_("Esc  back")), classes="label")

    def action_scroll(self, by: int) -> None:
        """Move the text by that many lines."""
        self.query_one("#sheet", VerticalScroll).scroll_relative(y=by, animate=False)


def help_page(where: Where, width: int) -> Page:
    """Every command with its keys, from the table of commands, for a screen of that width."""
    narrow = width < NARROW
    room = min(width, WIDEST) - 8
    column = KEYS_NARROW if narrow else KEYS
    parts: list[str | tuple[str, str]] = []
    for group, actions in grouped(where):
        parts.append((f"\n{_(group)}\n", "bold $text-primary"))
        for action in (one for one in actions if one.keys):
            keys = "  " + keys_shown(action)
            gap = " " * (column - measure(keys)) if measure(keys) < column else "\n" + " " * column
            parts.append((keys, "bold"))
            lines = broken(_(action.help), room - column)
            parts.append(gap + ("\n" + " " * column).join(lines) + "\n")
    parts.append("\n" + _("The mouse works too: click, wheel, and the keys at the foot.") + "\n")
    parts.append(_("While an input method is on, the keys work all the same."))
    return Page(_("Help"), Content.assemble(*parts))
