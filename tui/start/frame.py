"""What stands around the lines of the first screen: header, footer and outline, as empty bars."""

from __future__ import annotations

import os

from tui.panels.cells import elide, measure
from tui.start.colours import Paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tui.panels.line import Line

BESIDE_TEXT, BESIDE_LIST = 76, 120
"""Cells of the terminal from which on the outline is shown unasked, by mode: a list has columns."""
NARROW = 60
"""In a narrower terminal the outline is shown only when asked for, instead of the text."""


class Frame:
    """The terminal as it is now, parted as the app will part it."""

    def __init__(self, settings: dict[str, Any], mode: str = "read") -> None:
        self.width, self.height = os.get_terminal_size(2)
        beside = outline_shown(self.width, settings.get("outline"), mode)
        self.left = outline_width(self.width) if beside else 0
        self.paint = Paint(str(settings.get("theme") or ""))

    @property
    def panels(self) -> tuple[int, int]:
        """Cells and lines of the panels; (0, 0) where there is no room for them."""
        width, height = self.width - self.left, self.height - 2
        return (width, height) if width >= 20 and height >= 2 else (0, 0)

    def screen(self, lines: Sequence[Line], title: str) -> str:
        """The escape codes and words of the whole screen."""
        code = self.paint.code
        bar = code("plain", "panel")
        head = elide(title, self.width - 2)
        out = [f"\x1b[H{bar} {code('heading2', 'panel')}{head}"]
        out.append(f"{bar}{' ' * (self.width - 1 - measure(head))}")
        beside = code("plain", "surface") + " " * self.left if self.left else ""
        for y in range(self.height - 2):
            out.append(f"\x1b[{y + 2}H{beside}")
            out += self.words(lines[y] if y < len(lines) else None)
        out.append(f"\x1b[{self.height}H{bar}{' ' * self.width}\x1b[0m")
        return "".join(out)

    def words(self, line: Line | None) -> list[str]:
        """One line of the panels, filled up with blanks."""
        ground = (line.tone if line else "") or "background"
        out, cells = [], 0
        for text, style, _ in line.pieces if line else ():
            out.append(self.paint.code(style, ground) + text)
            cells += measure(text)
        out.append(self.paint.code("plain", ground) + " " * (self.width - self.left - cells))
        return out

    def corner(self, words: str) -> str:
        """Words at the right of the header."""
        code = self.paint.code("meta", "panel")
        return f"\x1b[1;{self.width - measure(words)}H{code}{words}\x1b[0m"


def outline_width(width: int) -> int:
    """Cells of the outline beside the text, in a terminal that is so wide."""
    return max(24, min(width * 3 // 10, 40))


def outline_shown(width: int, wished: object, mode: str) -> bool:
    """Whether the outline stands beside the panels in ``read`` or ``checklist`` mode."""
    if wished is not None:
        return bool(wished) and width >= NARROW
    return width >= (BESIDE_TEXT if mode == "read" else BESIDE_LIST)
