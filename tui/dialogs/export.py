"""What to export, as which kind of file, and where to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Input, OptionList
from textual.widgets.option_list import Option

from tui.dialogs.details import labelled
from tui.dialogs.sheet import Sheet
from tui.dialogs.sure import Sure
from tui.frame.fields import Line
from tui.language import N_, _

KINDS = {
    ".xlsx": N_("ledger, for Excel and WPS"),
    ".docx": N_("progress report, for Word and WPS"),
    ".html": N_("ledger as a page that prints well"),
    ".md": N_("report as Markdown"),
    ".csv": N_("ledger as a plain table"),
    ".ics": N_("due dates for a calendar"),
    ".json": N_("everything, for programs"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to have exported."""

    path: Path
    filtered: bool
    """Only the items that the filter of the checklist shows."""
    force: bool = False
    """Whether a file of that name may be replaced."""


class ExportSheet(Sheet[Wanted]):
    """Kind and path; the ending of the path follows the kind."""

    HEADING = N_("Export")
    SAVE = N_("Export")

    def __init__(self, path: Path, filter_name: str) -> None:
        super().__init__()
        self.path = path
        self.filter_name = filter_name

    def fields(self) -> Iterable[Widget]:
        """The kinds, the path, and whether the filter counts."""
        kinds = [
            Option(Content.assemble((f"{ending:<6}", "$text-primary"), _(name)), ending)
            for ending, name in KINDS.items()
        ]
        yield OptionList(*kinds, markup=False, compact=True)
        yield labelled(_("File"), Line(str(self.path), id="path", select_on_focus=False))
        if self.filter_name:
            words = _("only what the filter shows: {filter}").format(filter=self.filter_name)
            yield labelled("", Checkbox(Content(words), id="filtered", compact=True))

    def on_mount(self) -> None:
        """Begin with the spreadsheet."""
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionHighlighted)
    def follow(self, event: OptionList.OptionHighlighted) -> None:
        """Give the path the ending of the kind."""
        line = self.query_one("#path", Line)
        path = Path(line.value)
        if event.option_id and path.suffix in KINDS:
            line.value = str(path.with_suffix(event.option_id))

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def enter(self) -> None:
        """Enter exports."""
        self.action_save()

    def changed(self) -> bool:
        """Whether another folder or name was typed; the ending follows the kind by itself."""
        return stem(self.query_one("#path", Line).value) != stem(str(self.path))

    def typed(self) -> Path:
        """The path that stands there now."""
        words = self.query_one("#path", Line).value.strip()
        return Path(os.path.expanduser(words))  # noqa: PTH111 - for an unknown user it keeps ~name

    def action_save(self) -> None:
        """Give path and choice, when the path can be meant."""
        path = self.typed()
        if path.suffix.lower() not in KINDS:
            self.complain(_("The file's ending must be one of the above."))
        elif os.path.isdir(path):  # noqa: PTH112 - no path makes it raise
            self.complain(_("That is a folder."))
        elif not os.path.isdir(path.parent):  # noqa: PTH112
            self.complain(_("There is no folder {path}.").format(path=path.parent))
        elif os.path.lexists(path):
            question = _("The file exists. Overwrite it?")
            sheet = Sure(question, _("Overwrite"), str(path))
            self.app.push_screen(sheet, lambda sure: self._give(path, force=True) if sure else None)
        else:
            self._give(path)

    def _give(self, path: Path, *, force: bool = False) -> None:
        filtered = self.query("#filtered")
        chosen = bool(filtered) and filtered.first(Checkbox).value
        self.dismiss(Wanted(path, chosen, force))


def stem(path: str) -> str:
    """A path without the ending that says the kind."""
    return os.path.splitext(path.strip())[0]  # noqa: PTH122 - an empty path has one, too
