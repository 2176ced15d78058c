"""销号: the second step of an item, with opinion, name and date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dialogs.sheet import Sheet
from tui.frame.fields import Line
from tui.language import N_, _


@dataclass(frozen=True, slots=True)
class Closing:
    """Who accepted an item, when and with which words."""

    opinion: str
    closed_by: str
    closed_on: date


class ClosingSheet(Sheet[Closing]):
    """Opinion, name and date, with the usual answers filled in."""

    HEADING = N_("Close the item")
    SAVE = N_("Close it")

    def __init__(self, subject: str, author: str, today: date) -> None:
        super().__init__(subject)
        self.today = today
        self.filled = (_("Rectified as required; agreed to be closed."), author, today.isoformat())

    def fields(self) -> Iterable[Widget]:
        """Three lines."""
        opinion, author, day = self.filled
        yield Static(Content(_("Opinion of acceptance")), classes="label")
        yield Line(opinion, id="opinion")
        yield Static(Content(_("Accepted by")), classes="label")
        yield Line(author, id="by", select_on_focus=False)
        yield Static(Content(_("Date")), classes="label")
        yield Line(day, id="on", select_on_focus=False)
        yield Static(
            Content(_("Enter closes the item, Tab goes to the next line.")), classes="hint"
        )

    def typed(self) -> tuple[str, str, str]:
        """What stands in the three lines."""
        opinion, by, on = (self.query_one(f"#{id}", Input).value for id in ("opinion", "by", "on"))
        return opinion.strip(), by.strip(), normalize("NFKC", on).strip()

    def changed(self) -> bool:
        """Whether something differs from what was filled in."""
        return self.typed() != self.filled

    def on_input_submitted(self) -> None:
        """Enter closes the item."""
        self.action_save()

    def on_input_changed(self) -> None:
        """Say at once what is missing."""
        self.complain(self.problem())

    def problem(self) -> str:
        """What keeps the item from being closed, or nothing."""
        opinion, by, on = self.typed()
        if not opinion:
            return _("Closing needs an opinion.")
        if not by:
            return _("Closing needs a name.")
        try:
            day = date.fromisoformat(on)
        except ValueError:
            return _("The date is written like 2026-12-31.")
        return _("That day is still to come.") if day > self.today else ""

    def action_save(self) -> None:
        """Give the three, when they are whole."""
        if problem := self.problem():
            self.complain(problem)
            return
        opinion, by, on = self.typed()
        self.dismiss(Closing(opinion, by, date.fromisoformat(on)))
