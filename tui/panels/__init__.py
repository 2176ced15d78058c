"""The panels: one widget that draws a document line by line.

Measuring text and laying it out need no Textual; the widget is imported when it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.panels.cells import NARROW, WIDE, Widths, elide, measure, pad
from tui.panels.line import Hit
from tui.panels.signs import sign

if TYPE_CHECKING:
    from tui.panels.panels import Panels

__all__ = ["NARROW", "WIDE", "Hit", "Panels", "Widths", "elide", "measure", "pad", "sign"]


def __getattr__(name: str) -> object:
    if name == "Panels":
        from tui.panels.panels import Panels

        return Panels
    raise AttributeError(name)
