"""Keys: their full-width twins, their names on a screen, and Textual's bindings of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.actions.action import Action, Where
from tui.actions.table import ACTIONS
from tui.language import N_, _

if TYPE_CHECKING:
    from textual.binding import Binding

FULL_WIDTH = ord("！") - ord("!")
"""From an ASCII character to its full-width form."""

IN_CHINESE = {
    "/": "、÷",
    "?": "？",
    "[": "【「",
    "]": "】」",
    "&": "…",
}
"""What a key types while an input method is in Chinese mode, beside the full-width form."""

NAMES = {
    "space": N_("Space"),
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "tab": N_("Tab"),
    "up": N_("Up"),
    "down": N_("Down"),
    "left": N_("Left"),
    "right": N_("Right"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
    "home": N_("Home"),
    "end": N_("End"),
}
"""In words: many Chinese terminals draw an arrow two cells wide, others one."""


def twins(key: str) -> Iterator[str]:
    """What arrives instead of a key when an input method is switched to Chinese."""
    if key == "space":
        yield "ideographic_space"
    yield from IN_CHINESE.get(key, "")
    if len(key) == 1 and "!" <= key <= "~":
        yield chr(ord(key) + FULL_WIDTH)


def shown(key: str) -> str:
    """The name of a key for a person, in the language in use."""
    if key in NAMES:
        return _(NAMES[key])
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return key.upper() if len(key) > 1 else key


def keys_shown(action: Action) -> str:
    """All keys of a command for a person: ``g Home``."""
    return " ".join(shown(key) for key in action.keys)


def bindings(where: Where) -> list[Binding]:
    """Textual's bindings of the commands that apply there."""
    from textual.binding import Binding

    made: list[Binding] = []
    for action in ACTIONS:
        if action.keys and action.where & where:
            keys = [*action.keys, *(twin for key in action.keys for twin in twins(key))]
            call = f"app.{action.id}" if action.where & Where.DESK else action.id
            if where is Where.SEARCH:
                call = f"press('{action.id}')"
            made.extend(Binding(key, call, show=False) for key in dict.fromkeys(keys))
    return made
