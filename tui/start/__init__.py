"""The first quarter of a second: a screen to read before Textual is there, and a quick way out.

``begin`` paints the beginning of the document with the standard library alone; ``TakeoverDriver``
lets Textual go on where that screen is; ``end`` gives the terminal back if it never did. ``note``
writes a few words on that screen meanwhile.
"""

from __future__ import annotations

from tui.start.first import begin, end, note

__all__ = ["begin", "end", "note"]
