"""The three looks: light, dark and high contrast."""

from __future__ import annotations

from textual.theme import Theme

from tui.language import N_

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#1d5a86",
    secondary="#5d6b78",
    accent="#1d5a86",
    foreground="#23272b",
    background="#fdfcf9",
    surface="#f4f2ec",
    panel="#e9e6dd",
    success="#2c7a3f",
    warning="#9a5b00",
    error="#b3261e",
    variables={
        "text-muted": "#646b72",
        "text-disabled": "#8b9097",
        "block-cursor-background": "#cfe1ee",
        "block-cursor-foreground": "#23272b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e3e9ec",
        "footer-key-foreground": "#1d5a86",
        "border": "#1d5a86",
        "border-blurred": "#d4d0c5",
        "scrollbar": "#cfcabd",
        "scrollbar-hover": "#b5b0a2",
        "scrollbar-active": "#1d5a86",
        "scrollbar-background": "#f4f2ec",
        "scrollbar-corner-color": "#f4f2ec",
        "input-selection-background": "#9cc3df",
    },
)
DARK = Theme(
    name="dark",
    dark=True,
    primary="#7cb7e0",
    secondary="#8d99a5",
    accent="#7cb7e0",
    foreground="#d9dde1",
    background="#14181c",
    surface="#1b2126",
    panel="#242b32",
    success="#7fc98f",
    warning="#e6b450",
    error="#ff8a80",
    variables={
        "text-muted": "#95a0aa",
        "text-disabled": "#6d7780",
        "block-cursor-background": "#2a4459",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#242f38",
        "footer-key-foreground": "#7cb7e0",
        "border": "#7cb7e0",
        "border-blurred": "#3a444d",
        "scrollbar": "#3a444d",
        "scrollbar-hover": "#4d5963",
        "scrollbar-active": "#7cb7e0",
        "scrollbar-background": "#1b2126",
        "scrollbar-corner-color": "#1b2126",
        "input-selection-background": "#35607f",
    },
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#ffff00",
    secondary="#ffffff",
    accent="#00ffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#00ff66",
    warning="#ffb000",
    error="#ff6a6a",
    text_alpha=1.0,
    variables={
        "text-muted": "#e0e0e0",
        "text-disabled": "#b0b0b0",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#4a4a00",
        "footer-key-foreground": "#ffff00",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "scrollbar": "#b0b0b0",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#1c1c1c",
        "scrollbar-corner-color": "#1c1c1c",
        "input-selection-background": "#0050a0",
    },
)
THEMES = (LIGHT, DARK, CONTRAST)
NAMES = {
    "light": N_("light"),
    "dark": N_("dark"),
    "contrast": N_("high contrast"),
}


def following(name: str) -> str:
    """The look after that one, round and round."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
