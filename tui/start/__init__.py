"""The first quarter of a second: a screen to read before Textual is there, and a quick way out.

``begin`` paints the beginning of the document with the standard library alone, ``complete`` the
document itself once it is read; ``TakeoverDriver`` lets Textual go on where that screen is; ``end``
gives the terminal back if it never did. ``note`` writes a few words on that screen meanwhile.
"""

from __future__ import annotations

from tui.start.first import begin, complete, end, note

__all__ = ["begin", "complete", "end", "note"]
