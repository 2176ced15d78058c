"""Pages to read: help, progress, notices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from tui.actions import Where, grouped, keys_shown, own
from tui.dialogs.sheet import Sheet
from tui.frame.prose import broken
from tui.language import N_, _
from tui.panels import measure

NARROW, WIDEST = 60, 100
KEYS, KEYS_NARROW = 20, 10
"""Cells of the keys in the help page."""


SEARCHES = (
    (N_("word other"), N_("Entries in which every one of the words occurs, in any form")),
    (N_('"a phrase"'), N_("These signs one after the other, no pinyin")),
    (N_("xcb xunchaban"), N_("Pinyin, initials or syllables")),
    (N_("-word"), N_("Entries without the word")),
    (N_("/regex/"), N_("A regular expression")),
    (N_("status:done"), N_("Items in that state: open doing done closed mostly ongoing, or late")),
    (N_("owner:NAME"), N_("Items of that person or office")),
    (N_("due:..2026-06"), N_("Items due by then; also due:7 (days), due:late, due:none")),
    (N_("role:measure"), N_("Entries about problem, cause or measure")),
)
"""Examples of what is searched for, and what each finds."""


class Page(Sheet[None]):
    """A heading, lines of text, and nothing to decide: any of the usual keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        own("leave", "q", "enter", "space", "?", "f1"),
        own("scroll(1)", "j", "down"),
        own("scroll(-1)", "k", "up"),
        own("scroll(10)", "pagedown"),
        own("scroll(-10)", "pageup"),
        own("scroll(-10000)", "g", "home"),
        own("scroll(10000)", "G", "end"),
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
        back = Button(Content(_("Back") + "  Esc"), id="cancel", compact=True)
        back.can_focus = False  # it would be scrolled to, past all there is to read
        yield Horizontal(back, id="buttons")

    def action_scroll(self, by: int) -> None:
        """Move the text by that many lines."""
        self.query_one("#sheet", VerticalScroll).scroll_relative(y=by, animate=False)


def help_row(name: str, meaning: str, column: int, room: int) -> Iterator[str | tuple[str, str]]:
    """What is typed, and behind it, from a column on, what that does; in so many cells."""
    name = "  " + name
    yield name, "bold"
    yield " " * (column - measure(name)) if measure(name) < column else "\n" + " " * column
    yield ("\n" + " " * column).join(broken(meaning, room - column)) + "\n"


def help_page(where: Where, width: int) -> Page:
    """Every command with its keys, from the table of commands, for a screen of that width."""
    narrow = width < NARROW
    room = min(width, WIDEST) - 8
    column = KEYS_NARROW if narrow else KEYS
    parts: list[str | tuple[str, str]] = []
    for group, actions in grouped(where):
        parts.append((f"\n{_(group)}\n", "bold $text-primary"))
        for action in (one for one in actions if one.keys):
            parts += help_row(keys_shown(action), _(action.help), column, room)
    if Where.SEARCH & where:
        parts.append(("\n" + _("What can be searched for") + "\n", "bold $text-primary"))
        for example, meaning in SEARCHES:
            parts += help_row(_(example), _(meaning), column, room)
    parts.append("\n" + _("The mouse works too: click, wheel, and the keys at the foot.") + "\n")
    parts.append(_("While an input method is on, the keys work all the same."))
    return Page(_("Help"), Content.assemble(*parts))
