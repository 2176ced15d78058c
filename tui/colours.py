"""The colours of the three looks, for Textual and for the first screen before it."""

LOOKS = ("light", "dark", "contrast")
COLOURS = {
    "primary": ("#1d5a86", "#7cb7e0", "#ffff00"),
    "secondary": ("#5d6b78", "#8d99a5", "#ffffff"),
    "accent": ("#1d5a86", "#7cb7e0", "#00ffff"),
    "foreground": ("#23272b", "#d9dde1", "#ffffff"),
    "background": ("#fdfcf9", "#14181c", "#000000"),
    "surface": ("#f4f2ec", "#1b2126", "#000000"),
    "panel": ("#e9e6dd", "#242b32", "#1c1c1c"),
    "success": ("#2c7a3f", "#7fc98f", "#00ff66"),
    "warning": ("#9a5b00", "#e6b450", "#ffb000"),
    "error": ("#b3261e", "#ff8a80", "#ff6a6a"),
    "text-muted": ("#646b72", "#95a0aa", "#e0e0e0"),
    "text-disabled": ("#8b9097", "#6d7780", "#b0b0b0"),
    "block-cursor-background": ("#cfe1ee", "#2a4459", "#ffff00"),
    "block-cursor-foreground": ("#23272b", "#ffffff", "#000000"),
    "block-cursor-text-style": ("none", "none", "bold"),
    "block-cursor-blurred-background": ("#e3e9ec", "#242f38", "#4a4a00"),
    "footer-key-foreground": ("#1d5a86", "#7cb7e0", "#ffff00"),
    "border": ("#1d5a86", "#7cb7e0", "#ffff00"),
    "border-blurred": ("#d4d0c5", "#3a444d", "#ffffff"),
    "scrollbar": ("#cfcabd", "#3a444d", "#b0b0b0"),
    "scrollbar-hover": ("#b5b0a2", "#4d5963", "#ffffff"),
    "scrollbar-active": ("#1d5a86", "#7cb7e0", "#ffff00"),
    "scrollbar-background": ("#f4f2ec", "#1b2126", "#1c1c1c"),
    "scrollbar-corner-color": ("#f4f2ec", "#1b2126", "#1c1c1c"),
    "input-selection-background": ("#9cc3df", "#35607f", "#0050a0"),
}
"""By name in Textual's style sheets: the values in the three looks, in the order of LOOKS."""
