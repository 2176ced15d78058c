"""The colours of the themes, as escape codes for the terminal at hand."""

from __future__ import annotations

import os

from tui.colours import COLOURS, LOOKS

CURSOR, CURSOR_INK = "block-cursor-background", "block-cursor-foreground"
INK = {
    "heading1": ("primary", True),
    "heading2": ("foreground", True),
    "heading3": ("foreground", True),
    "here": ("foreground", True),
    "marker": ("accent", False),
    "finished": ("text-muted", False),
    "sign": ("text-muted", False),
    "meta": ("text-muted", False),
    "count": ("accent", False),
    "count-full": ("success", False),
    "overdue": ("error", True),
    "soon": ("warning", False),
    "status-doing": ("accent", False),
    "status-done": ("success", False),
    "status-closed": ("success", False),
    "status-mostly": ("warning", False),
    "status-ongoing": ("accent", False),
}
"""Colour and boldness of a style name, as the panels have it; what is not named is plain."""


def depth() -> int:
    """Bits of colour that the terminal has: 24, 8, or 0 where that is not known."""
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return 24
    return 8 if "256color" in os.environ.get("TERM", "") else 0


class Paint:
    """Escape codes of one theme."""

    def __init__(self, theme: str) -> None:
        self.column = LOOKS.index(theme) if theme in LOOKS else 0
        self.bits = depth()
        self.grey = bool(os.environ.get("NO_COLOR"))

    def code(self, style: str, ground: str) -> str:
        """The escape code that begins words of a style on a ground such as ``background``."""
        name, bold = INK.get(style, ("foreground", False))
        if ground == "cursor":
            name, ground = CURSOR_INK, CURSOR
        parts = ["0"] + ["1"] * bold
        if self.bits:
            parts += [self.colour("38", name), self.colour("48", ground)]
        return f"\x1b[{';'.join(parts)}m"

    def colour(self, layer: str, name: str) -> str:
        """The code of one colour as ink (38) or as ground (48)."""
        red, green, blue = bytes.fromhex(COLOURS[name][self.column][1:])
        if self.grey:
            red = green = blue = round(red * 0.2126 + green * 0.7152 + blue * 0.0722)
        if self.bits == 24:
            return f"{layer};2;{red};{green};{blue}"
        return f"{layer};5;{nearest(red, green, blue)}"


def nearest(red: int, green: int, blue: int) -> int:
    """The number of the nearest of 256 colours, chosen as Rich does."""
    high, low = max(red, green, blue) / 255, min(red, green, blue) / 255
    light, spread = (high + low) / 2, high - low
    full = high + low if light <= 0.5 else 2.0 - high - low
    if spread == 0 or spread / full < 0.15:
        grey = round(light * 25.0)
        return 16 if grey == 0 else 231 if grey == 25 else 231 + grey
    steps = (value / 95 if value < 95 else 1 + (value - 95) / 40 for value in (red, green, blue))
    big, middle, small = (round(step) for step in steps)
    return 16 + 36 * big + 6 * middle + small
