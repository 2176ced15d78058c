"""A widget of lines: it paints those that changed, and hands out the others as they were."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

LineT = TypeVar("LineT", bound=Hashable)

KEPT = 160
"""Lines of the screen that are remembered as they were painted: a few screens of them."""


class Painted(Widget, Generic[LineT]):
    """A window painted line by line.

    Two lines that are equal look alike. Textual's own way draws every line of a widget again for
    any change anywhere, or goes over it for borders and padding; there are none here.
    """

    def __init__(self, *, name: str | None = None, id: str | None = None, **more: Any) -> None:
        super().__init__(name=name, id=id, **more)
        self._painted: list[LineT] = []
        self._strips: dict[LineT, Strip] = {}
        self._shown: list[Strip | None] = []
        self._looked: object = None

    # -- what a widget says of itself ------------------------------------------

    def compose_lines(self) -> list[LineT]:
        """What stands in the window now, one for each line of its height."""
        raise NotImplementedError

    def draw(self, line: LineT, width: int) -> Strip:
        """A line as it looks, exactly ``width`` cells."""
        raise NotImplementedError

    # -- painting --------------------------------------------------------------

    def lay_out(self) -> None:
        """Compose the lines for the size that the widget has now."""
        self._painted, self._shown = self.compose_lines(), []

    def repaint(self) -> None:
        """Paint the lines that changed since the last time, and no others."""
        lines = self.compose_lines()
        if self.is_mounted and len(lines) == len(self._painted):
            self.exchange(dict(enumerate(lines)))
        else:
            self._painted, self._shown = lines, []
            self.refresh()

    def exchange(self, lines: Mapping[int, LineT]) -> None:
        """Paint lines of the window, from its top down, where they are others than before."""
        changed = [y for y, line in lines.items() if self._painted[y] != line]
        if not changed:
            return
        for y in changed:
            self._painted[y] = lines[y]
            if y < len(self._shown):
                self._shown[y] = None
        width, start = self.size.width, changed[0]
        for y, following in zip(changed, (*changed[1:], -1), strict=True):
            if following != y + 1:
                self.refresh(Region(0, start, width, y + 1 - start))
                start = following

    def forget_strips(self) -> None:
        """Draw every line again: colours or widths are others now."""
        self._strips.clear()
        self._shown = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region as they are painted."""
        if self.gutter.totals != (0, 0):
            return super().render_lines(crop)
        width, lines = self._ready()
        _, background = self.background_colors
        look = (width, background, *self.get_line_filters())
        if look != self._looked:
            self._looked, self._shown = look, []
            self._strips.clear()
        if len(self._shown) != len(lines):
            self._shown = [None] * len(lines)
        inside = range(crop.y, min(crop.bottom, len(lines)))
        strips = [self._shown[y] or self._finish(y, width, background) for y in inside]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _finish(self, y: int, width: int, background: Any) -> Strip:
        line = self._painted[y]
        strip = self._strips.get(line)
        if strip is None or strip.cell_length != width:
            strip = self.draw(line, width).simplify()
            for each in self.get_line_filters():
                strip = strip.apply_filter(each, background)
            self._strips[line] = strip
        self._shown[y] = strip
        return strip

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width, lines = self._ready()
        return self.draw(lines[y], width)

    def _ready(self) -> tuple[int, Sequence[LineT]]:
        """The width, and the lines laid out for the size that there is now."""
        if len(self._painted) != self.size.height:
            self.lay_out()
        if len(self._strips) > KEPT:
            self._strips.clear()
        return self.size.width, self._painted

    def on_resize(self) -> None:
        """Lay out again, and paint all of it: what was painted meanwhile was for another size."""
        self.lay_out()
        self.refresh()

    def notify_style_update(self) -> None:
        """Take over the colours of another theme."""
        self.forget_strips()
        super().notify_style_update()
