"""One line of words in the styles of the theme, painted only where it changed."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.style import Style

from tui.panels import measure
from tui.panels.painted import Painted

Words = tuple[tuple[str, str], ...]
"""Texts with their styles, as in markup: ``bold $text-muted``; empty for the bar's own."""


class Bar(Painted[Words]):
    """A line that says something at its left and something at its right."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks: dict[str, RichStyle] = {}

    def sides(self, width: int) -> tuple[Words, Words]:
        """What stands at the left and at the right of ``width`` cells."""
        raise NotImplementedError

    def compose_lines(self) -> list[Words]:
        """The line, its sides apart."""
        width = self.size.width
        left, right = self.sides(width)
        taken = sum(measure(text) for text, _ in (*left, *right))
        gap = " " * max(width - 2 - taken, 1)
        return [((" ", ""), *left, (gap, ""), *right, (" ", ""))] * self.size.height

    def draw(self, line: Words, width: int) -> Strip:
        """The words in their styles."""
        segments = [Segment(text, self._look(style)) for text, style in line if text]
        return Strip(segments).adjust_cell_length(width, self._look(""))

    def _look(self, style: str) -> RichStyle:
        found = self._looks.get(style)
        if found is None:
            made = self.visual_style + Style.parse(style, self.app.theme_variables)
            found = self._looks[style] = made.rich_style
        return found

    def forget_strips(self) -> None:
        """Draw the line again: colours are others now."""
        self._looks.clear()
        super().forget_strips()
