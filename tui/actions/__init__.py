"""The commands of the screen, each declared once: key, footer, palette, help page and README."""

from tui.actions.action import Action, Where
from tui.actions.keys import bindings, keys_shown, own
from tui.actions.table import ACTIONS, grouped

__all__ = [
    "ACTIONS",
    "Action",
    "Where",
    "bindings",
    "grouped",
    "keys_shown",
    "own",
]
