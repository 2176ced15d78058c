"""A widget of lines with a scroll bar: it scrolls by mouse, and shows whether keys go to it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Self

from textual import events
from textual.dom import NoScreen

from tui.panels.painted import LineT, Painted

WHEEL = 3
"""Lines that one notch of the wheel scrolls."""


class Lined(Painted[LineT]):
    """A window painted line by line, with a scroll bar in its last column."""

    def __init__(self, *, name: str | None = None, id: str | None = None, **more: Any) -> None:
        super().__init__(name=name, id=id, **more)
        self._dragging = False
        self._covered = 0

    @property
    def room(self) -> int:
        """Lines of the window that nothing lies over, at least one."""
        return max(self.size.height - self._covered, 1)

    def cover(self, lines: int) -> None:
        """Leave so many lines at the foot to what is laid over them, such as the search bar."""
        if lines != self._covered:
            self._covered = lines
            self.keep_in_sight()
            self.repaint()

    def keep_in_sight(self) -> None:
        """See to it that what is selected is seen in the room that there is now."""
        raise NotImplementedError

    def scroll_lines(self, lines: int) -> None:
        """Scroll down (or up, below zero) by lines."""
        raise NotImplementedError

    def drag_to(self, y: int) -> None:
        """Show the part of the whole that line ``y`` of the scroll bar stands for."""
        raise NotImplementedError

    def focus(self, scroll_visible: bool = True) -> Self:
        """Ask for the keys. Textual's own way paints every line at once, and again with them."""

        def take_keys() -> None:
            with suppress(NoScreen):
                self.screen.set_focus(self, scroll_visible=scroll_visible)

        self.app.call_later(take_keys)
        return self

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether keys go here; Textual tells its widgets of it before it is so."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def on_focus(self, event: events.Focus) -> None:
        """Take the keys; Textual's own way paints every line for it."""
        event.prevent_default()
        self.has_focus = True

    def on_blur(self, event: events.Blur) -> None:
        """Let the keys go."""
        event.prevent_default()
        self.has_focus = False

    # -- scrolling by mouse ----------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar."""
        if event.x >= self.size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self.drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scroll bar."""
        if self._dragging:
            self.drag_to(event.y)

    def on_mouse_up(self) -> None:
        """Let the scroll bar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()


def thumb(begin: float, end: float, height: int) -> range:
    """The lines at which the thumb of a scroll bar stands; none where everything is seen.

    Args:
        begin: What part of the whole comes before the window, from 0 to 1.
        end: What part comes before its end.
        height: Lines of the window.
    """
    low = min(int(begin * height), height - 1)
    high = max(int(end * height + 0.999), low + 1)
    return range(low, high) if end - begin < 1 else range(0)
