"""The palette: every command by its name, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.actions import Action, Where, grouped, keys_shown
from tui.dialogs.sheet import Sheet
from tui.frame.fields import Line
from tui.language import N_, _
from tui.search.term import Word

OWN = {"palette", "step_back", "up", "down", "page_up", "page_down"}
"""Commands that nobody looks for by name."""


class Palette(Sheet[str]):
    """A line to type on and the commands that hold every word of it; gives the id of one."""

    HEADING = N_("Commands")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.actions = [a for _g, group in grouped(where) for a in group if a.id not in OWN]

    def fields(self) -> Iterable[Widget]:
        """The line and the list."""
        yield Line(id="text")
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """All commands, until something is typed."""
        self._fill(self.actions)
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list down."""
        self._fill(matching(self.actions, event.value))
        self.refresh()  # the box shrinks, and its edge may have cut a wide character in two

    def on_input_submitted(self) -> None:
        """Enter takes what is marked."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        self.dismiss(event.option_id)

    def action_move(self, by: int) -> None:
        """Mark the next or the previous one."""
        options = self.query_one(OptionList)
        options.action_cursor_down() if by > 0 else options.action_cursor_up()

    def _fill(self, actions: Sequence[Action]) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(
                Content.assemble(
                    _(action.label),
                    ("  " + _(action.help), "$text-muted"),
                    ("  " + keys_shown(action), "$footer-key-foreground"),
                ),
                action.id,
            )
            for action in actions
        )
        options.highlighted = 0 if actions else None


def matching(actions: Sequence[Action], typed: str) -> list[Action]:
    """The commands whose name or sentence holds every word; those whose name does first.

    A word is found as in a document, by its pinyin too.
    """
    words = [Word(word) for word in typed.split()]
    found = []
    for action in actions:
        name = f"{_(action.label)} | {action.label}"
        whole = f"{name} | {_(action.help)} | {action.help}"
        if all(holds(whole, word) for word in words):
            found.append((not all(holds(name, word) for word in words), action))
    return [action for _late, action in sorted(found, key=lambda row: row[0])]


def holds(text: str, word: Word) -> bool:
    """Whether the word, or what sounds like it, is in the text."""
    return word.finder(lambda char: char in text).first(text, 0, len(text)) is not None
