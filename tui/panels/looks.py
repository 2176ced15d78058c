"""How lines look: one CSS rule for each style name, resolved once for each theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.widget import Widget

STYLES = (
    "body",
    "count",
    "count-full",
    "cursor",
    "cursor-blurred",
    "finished",
    "gutter",
    "heading1",
    "heading2",
    "heading3",
    "here",
    "hit",
    "hit-current",
    "item",
    "marker",
    "meta",
    "overdue",
    "selection",
    "sign",
    "soon",
    "status-closed",
    "status-doing",
    "status-done",
    "status-mostly",
    "status-ongoing",
    "status-open",
    "thumb",
)
MARKED = {"hit", "hit-current", "selection", "thumb"}
"""What is seen on the selected row as well; other words take the row's colour."""
PREFIX = "panels--"
CLASSES = {PREFIX + name for name in STYLES}

CSS = """
Panels {
    height: 1fr;
    width: 1fr;
    background: $background;
    color: $foreground;
    & > .panels--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: $block-cursor-text-style;
    }
    & > .panels--cursor-blurred { background: $block-cursor-blurred-background; }
    & > .panels--here { text-style: bold; }
    & > .panels--heading1 { color: $primary; text-style: bold; }
    & > .panels--heading2 { text-style: bold; }
    & > .panels--heading3 { text-style: bold; }
    & > .panels--marker { color: $accent; }
    & > .panels--finished { color: $text-muted; }
    & > .panels--sign { color: $text-muted; }
    & > .panels--meta { color: $text-muted; }
    & > .panels--count { color: $accent; }
    & > .panels--count-full { color: $success; }
    & > .panels--overdue { color: $error; text-style: bold; }
    & > .panels--soon { color: $warning; }
    & > .panels--status-doing { color: $accent; }
    & > .panels--status-done { color: $success; }
    & > .panels--status-closed { color: $success; }
    & > .panels--status-mostly { color: $warning; }
    & > .panels--status-ongoing { color: $accent; }
    & > .panels--hit { background: $warning-muted; color: $foreground; text-style: underline; }
    & > .panels--hit-current { background: $warning; color: $background; text-style: bold; }
    & > .panels--selection { background: $screen-selection-background; }
    & > .panels--thumb { background: $scrollbar; }
}
"""


class Looks:
    """The styles of a widget's components as Rich has them, made when first asked for."""

    def __init__(self, widget: Widget) -> None:
        self.widget = widget
        self._made: dict[tuple[str, str], Style] = {}

    def clear(self) -> None:
        """Forget them, when the theme changed."""
        self._made.clear()

    def style(self, name: str, tone: str = "") -> Style:
        """The style of that name, on top of a line's tone."""
        made = self._made.get((name, tone))
        if made is None:
            made = self.widget.rich_style
            on_top = name in MARKED
            for part in (tone, name) if on_top else (name, tone):
                if part:
                    made += self.widget.get_component_rich_style(PREFIX + part, partial=True)
            self._made[name, tone] = made
        return made
