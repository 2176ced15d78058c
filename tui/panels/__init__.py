"""The panels: one widget that draws a document line by line.

Everything is imported when it is asked for: measuring text and laying it out need nothing but the
standard library, so that a first screen can be painted before Textual is there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tui.panels.cells import TERMINAL, WIDE, Widths, elide, elide_middle, measure, pad
    from tui.panels.line import Hit
    from tui.panels.panels import Panels
    from tui.panels.signs import sign

__all__ = [
    "TERMINAL",
    "WIDE",
    "Hit",
    "Panels",
    "Widths",
    "elide",
    "elide_middle",
    "measure",
    "pad",
    "sign",
]

HOMES = {"Hit": "line", "Panels": "panels", "sign": "signs"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"tui.panels.{HOMES.get(name, 'cells')}"), name)
