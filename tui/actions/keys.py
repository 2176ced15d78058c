"""Keys: their full-width twins, their names on a screen, and Textual's bindings of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
}
"""What a key types while an input method is in Chinese mode, beside the full-width form."""

NAMED = {
    "/": "slash",
    "、": "ideographic_comma",
    "÷": "division_sign",
    "／": "fullwidth_solidus",
    "&": "ampersand",
    "＆": "fullwidth_ampersand",
    "[": "left_square_bracket",
    "【": "left_black_lenticular_bracket",
    "「": "left_corner_bracket",
    "［": "fullwidth_left_square_bracket",
    "]": "right_square_bracket",
    "】": "right_black_lenticular_bracket",
    "」": "right_corner_bracket",
    "］": "fullwidth_right_square_bracket",
    "@": "at",
    "＠": "fullwidth_commercial_at",
    "?": "question_mark",
    "？": "fullwidth_question_mark",
}
"""What Textual calls a sign: it would look each of them up in Unicode's names, half a megabyte."""

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


SIGNS = {name: sign for sign, name in NAMED.items()} | {
    "space": " ",
    "ideographic_space": "\u3000",
}
SILENT = NAMES.keys() | {"f1", "backspace", "delete"}


def typed(key: str) -> str | None:
    """What a key writes into a field; None for one that writes nothing."""
    if len(key) == 1 or key in SIGNS:
        return SIGNS.get(key, key)
    if "+" in key or key in SILENT:
        return None
    from textual.keys import key_to_character

    return key_to_character(key)


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


def own(call: str, *keys: str) -> Binding:
    """The binding of keys that a widget has for itself, with their full-width twins."""
    from textual.binding import Binding

    names = [NAMED.get(key, key) for key in with_twins(keys)]
    return Binding(",".join(names), call, show=False)


def with_twins(keys: Iterable[str]) -> list[str]:
    """Keys, then what arrives instead of each while an input method is on."""
    named = list(keys)
    return [*named, *(twin for key in named for twin in twins(key))]


def bindings(where: Where) -> list[Binding]:
    """Textual's bindings of the commands that apply there."""
    from textual.binding import Binding

    made: list[Binding] = []
    for action in ACTIONS:
        if action.keys and action.where & where:
            call = f"app.{action.id}" if action.where & Where.DESK else action.id
            if where is Where.SEARCH:
                call = f"press('{action.id}')"
            names = dict.fromkeys(NAMED.get(key, key) for key in with_twins(action.keys))
            made.extend(Binding(name, call, show=False) for name in names)
    return made
