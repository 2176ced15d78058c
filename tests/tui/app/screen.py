"""What a person sees: the screen as lines of text."""

from textual.app import App
from textual.pilot import Pilot


def lines(app: App[int]) -> list[str]:
    """The lines of the screen that is on top, trailing blanks cut."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def seen(app: App[int]) -> str:
    """The whole screen as one text."""
    return "\n".join(lines(app))


async def write(pilot: Pilot[int], text: str) -> None:
    """Type a text, as an input method commits it."""
    for character in text:
        await pilot.press("ideographic_space" if character == "\u3000" else character)
