"""The frame of every dialog: a box in the middle, a title, keys at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, OptionList, Static

from tui.frame.prose import Prose
from tui.frame.steady import SteadyScreen
from tui.language import _

Answer = TypeVar("Answer")
BESIDE, SUBJECT = 6, 4
"""Lines that a sheet takes besides a list, and those of what it is about."""
LONGEST = 18
"""Lines of a list that the eye still takes in at once."""


class Sheet(SteadyScreen[Answer], ModalScreen[Answer], Generic[Answer]):
    """A box over the screen; Esc and a click beside it leave without an answer.

    Subclasses fill ``fields()`` and give the answer with ``dismiss``. A sheet whose ``changed()``
    is true asks before it throws away what was typed.
    """

    CSS_PATH = "sheet.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
    ]
    HEADING = ""
    """English, translated where it is shown."""
    SAVE = ""
    """The label of the button that saves, English; no button where it is empty."""
    WIDE = False

    def __init__(self, subject: str = "") -> None:
        super().__init__()
        self.subject = subject

    def top_line(self) -> str:
        """The line at the top, in the language in use."""
        return _(self.HEADING)

    def fields(self) -> Iterable[Widget]:
        """What stands between title and buttons."""
        return ()

    def changed(self) -> bool:
        """Whether leaving would lose something that was typed."""
        return False

    def action_save(self) -> None:
        """Take what was typed as the answer."""

    def compose(self) -> ComposeResult:
        """Title, subject, fields, buttons."""
        with VerticalScroll(id="sheet", classes="wide" if self.WIDE else "", can_focus=False):
            yield Static(Content(self.top_line()), id="heading")
            if self.subject:
                yield Prose(self.subject, id="subject")
            yield from self.fields()
            yield Static(Content(""), id="problem", classes="above-buttons" if self.SAVE else "")
            if self.SAVE:
                with Horizontal(id="buttons"):
                    yield Button(Content(_(self.SAVE) + "  Ctrl+S"), id="save", compact=True)
                    yield Button(Content(_("Cancel") + "  Esc"), id="cancel", compact=True)

    def on_mount(self) -> None:
        """Begin at the heading: the field that gets the keys draws the box down to itself."""
        self.call_after_refresh(self._go_to_heading)

    def _go_to_heading(self) -> None:
        box, field = self.query_one("#sheet", VerticalScroll), self.focused
        if field is not None:
            lines = field.region.bottom - box.region.y + round(box.scroll_y)
            if lines < box.size.height:
                box.scroll_home(animate=False)

    def on_resize(self) -> None:
        """A list takes the lines that there are below the heading, and scrolls by itself."""
        left = self.size.height - BESIDE - (SUBJECT if self.subject else 0)
        for options in self.query(OptionList):
            options.styles.max_height = min(max(left, 3), LONGEST)

    def complain(self, problem: str) -> None:
        """Say what keeps the answer from being taken."""
        self.query_one("#problem", Static).update(Content(problem))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The two buttons at the foot."""
        if event.button.id == "save":
            event.stop()
            self.action_save()
        elif event.button.id == "cancel":
            event.stop()
            self.action_leave()

    def on_click(self, event: Click) -> None:
        """A click beside the box leaves it."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave without an answer; ask first when something was typed."""
        if not self.changed():
            self.dismiss(None)
            return
        from tui.dialogs.sure import Sure

        self.app.push_screen(Sure(_("Throw away what was typed?"), _("Throw away")), self._left)

    def _left(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)
