"""One of a few: by number, by arrow keys or by mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.dialogs.sheet import Sheet

NUMBERS = "123456789"
FULL_WIDTH_NUMBERS = "１２３４５６７８９"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose."""

    id: str
    label: str
    note: str = ""
    """What stands behind it, dimmed."""
    current: bool = False


class Choose(Sheet[str]):
    """A list of choices under a heading, which is translated already; gives the id of one."""

    def __init__(self, heading: str, choices: Sequence[Choice | None], subject: str = "") -> None:
        super().__init__(subject)
        self.heading = heading
        self.choices = choices

    def top_line(self) -> str:
        """The heading, translated already."""
        return self.heading

    def fields(self) -> Iterable[Widget]:
        """The list; None among the choices draws a gap."""
        options: list[Option | None] = []
        number = 0
        for choice in self.choices:
            if choice is None:
                options.append(None)
                continue
            number += 1
            options.append(Option(line(choice, number), choice.id))
        yield OptionList(*options, markup=False, compact=True)

    def on_mount(self) -> None:
        """Start at the present choice."""
        options = self.query_one(OptionList)
        chosen = [choice for choice in self.choices if choice is not None]
        current = next((at for at, choice in enumerate(chosen) if choice.current), 0)
        options.highlighted = current
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        self.dismiss(event.option_id)

    def on_key(self, event: Key) -> None:
        """A number chooses at once; j and k move like the arrows."""
        character = event.character or ""
        options = self.query_one(OptionList)
        at = (NUMBERS + FULL_WIDTH_NUMBERS).find(character) % len(NUMBERS) if character else -1
        chosen = [choice for choice in self.choices if choice is not None]
        if character and character in NUMBERS + FULL_WIDTH_NUMBERS and at < len(chosen):
            event.stop()
            self.dismiss(chosen[at].id)
        elif character in {"j", "ｊ"}:
            options.action_cursor_down()
        elif character in {"k", "ｋ"}:
            options.action_cursor_up()


def line(choice: Choice, number: int) -> Content:
    """``✓ 1  label  note``."""
    return Content.assemble(
        ("✓ " if choice.current else "  ", "$text-success"),
        (f"{number}  " if number <= len(NUMBERS) else "   ", "$text-primary"),
        choice.label,
        (f"  {choice.note}" if choice.note else "", "$text-muted"),
    )
