"""A text of the document, broken into lines as the standard asks."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.panels import elide
from tui.panels.wrap import wrap


class Prose(Widget):
    """Paragraphs, each on a line of its own in ``text``; ``hang`` indents all but the first line.

    An ellipsis stands for what does not fit into a ``max-height``.
    """

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; }
    """

    def __init__(self, text: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the text takes at that width (cells)."""
        return len(broken(self.text, width))

    def render(self) -> Content:
        """The lines that there is room for."""
        width, height = self.size
        lines = broken(self.text, width)
        shown = lines[:height]
        if shown and shown != lines:
            shown[-1] = elide(shown[-1] + "…", width)
        return Content("\n".join(shown))


def broken(text: str, room: int) -> list[str]:
    """The lines of a text, none of them wider than ``room`` cells."""
    room = max(room, 2)
    return [
        paragraph[start:end].rstrip()
        for paragraph in text.split("\n")
        for start, end in wrap(paragraph, room) or [(0, 0)]
    ]
