"""The three looks: light, dark and high contrast."""

from __future__ import annotations

from textual.theme import Theme

from tui.colours import COLOURS, LOOKS
from tui.language import N_

NAMES = {
    "light": N_("light"),
    "dark": N_("dark"),
    "contrast": N_("high contrast"),
}
FADED = 0.95
"""How opaque text is by itself; in high contrast it is wholly so."""


def look(name: str) -> Theme:
    """One look out of the table."""
    column = LOOKS.index(name)
    colours = {variable: values[column] for variable, values in COLOURS.items()}
    base = {own: colours.pop(own) for own in list(colours) if own in Theme.__dataclass_fields__}
    contrast = name == "contrast"
    return Theme(
        name,
        dark=name != "light",
        text_alpha=1.0 if contrast else FADED,
        variables=colours,
        **base,  # type: ignore[arg-type]
    )


THEMES = tuple(map(look, NAMES))


def following(name: str) -> str:
    """The look after that one, round and round."""
    names = list(NAMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
