"""The colours of the themes, as escape codes for the terminal at hand."""

from __future__ import annotations

import os

COLOURS = {
    "light": {
        "foreground": "#23272b",
        "background": "#fdfcf9",
        "surface": "#f4f2ec",
        "panel": "#e9e6dd",
        "primary": "#1d5a86",
        "accent": "#1d5a86",
        "muted": "#646b72",
        "cursor": "#cfe1ee",
        "cursor-ink": "#23272b",
    },
    "dark": {
        "foreground": "#d9dde1",
        "background": "#14181c",
        "surface": "#1b2126",
        "panel": "#242b32",
        "primary": "#7cb7e0",
        "accent": "#7cb7e0",
        "muted": "#95a0aa",
        "cursor": "#2a4459",
        "cursor-ink": "#ffffff",
    },
    "contrast": {
        "foreground": "#ffffff",
        "background": "#000000",
        "surface": "#000000",
        "panel": "#1c1c1c",
        "primary": "#ffff00",
        "accent": "#00ffff",
        "muted": "#e0e0e0",
        "cursor": "#ffff00",
        "cursor-ink": "#000000",
    },
}
"""By theme, then by name; a test holds them to the themes."""

INK = {
    "heading1": ("primary", True),
    "heading2": ("foreground", True),
    "heading3": ("foreground", True),
    "here": ("foreground", True),
    "marker": ("accent", False),
    "sign": ("muted", False),
    "meta": ("muted", False),
}
"""Colour and boldness of a style name; what is not named is plain."""


def depth() -> int:
    """Bits of colour that the terminal has: 24, 8, or 0 where that is not known."""
    if os.environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return 24
    return 8 if "256color" in os.environ.get("TERM", "") else 0


class Paint:
    """Escape codes of one theme."""

    def __init__(self, theme: str) -> None:
        self.colours = COLOURS.get(theme, COLOURS["light"])
        self.bits = depth()
        self.grey = bool(os.environ.get("NO_COLOR"))

    def code(self, style: str, ground: str) -> str:
        """The escape code that begins words of a style on a ground such as ``background``."""
        name, bold = INK.get(style, ("foreground", False))
        if ground == "cursor":
            name = "cursor-ink"
        parts = ["0"] + ["1"] * bold
        if self.bits:
            parts += [self.colour("38", name), self.colour("48", ground)]
        return f"\x1b[{';'.join(parts)}m"

    def colour(self, layer: str, name: str) -> str:
        """The code of one colour as ink (38) or as ground (48)."""
        red, green, blue = bytes.fromhex(self.colours[name][1:])
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
