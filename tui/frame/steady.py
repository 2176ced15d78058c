"""Screens and containers that Textual paints once where it would paint them two or three times."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget


class SteadyScreen(Screen[ScreenResultType]):
    """A screen that is not painted whole because another widget got the keys: those two are."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def _on_timer_update(self) -> None:
        """Lay out first where both is to be done: Textual paints after either of them."""
        if self._layout_required and self._repaint_required and self.is_current:
            with self.app.batch_update():
                self._refresh_layout(scroll=self._scroll_required)
            self._layout_required = self._scroll_required = False
        super()._on_timer_update()


class Row(Horizontal):
    """Widgets side by side that never scroll: a new size of it needs no second layout."""

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
