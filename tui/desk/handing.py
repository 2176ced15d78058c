"""Handing the ledger out, and taking it in again."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from checklist import StateError, Status
from tui.desk.desk import Desk
from tui.filtering import Filter, Which
from tui.language import _, ngettext, translate
from tui.panels import elide_middle, measure

if TYPE_CHECKING:
    from checklist import Plan, Selection
    from tui.dialogs.export import Wanted

BESIDE = 16
"""Cells of the foot that a message leaves to what stands beside it."""
UNFINISHED = frozenset(Status) - {Status.DONE, Status.CLOSED}


class Handing(Desk):
    """The commands that write and read other files."""

    def action_copy(self) -> None:
        """Copy the text of the entry, everything below it included."""
        row, text = self.row_here(), self.document.text
        if row is None:
            return
        node = self.document.nodes[row] if row >= 0 else None
        copied = text[node.start : node.end] if node else self.document.preamble
        self.copy_to_clipboard(copied.strip())
        # Whether the terminal takes it (OSC 52) cannot be found out.
        self.say(_("Sent to the terminal's clipboard."))

    def action_export(self) -> None:
        """Ask what and where to."""
        from tui.dialogs.export import ExportSheet

        selection = selected(self.filter, self.journal.author)
        name = self.filter.name() if selection is not None else ""
        self.push_screen(ExportSheet(self._beside(), name), self._export)

    def _beside(self) -> Path:
        """A new file beside the document, or at home where that folder cannot be written."""
        path = Path(self.document.path or "-")
        folder = (
            path.parent if os.access(path.parent, os.W_OK) and self.is_beside() else Path.home()
        )
        from checklist import ledger_title

        title = ledger_title((self.document.title or path.stem)[:40])
        return folder / f"{title}{self.today()}.xlsx"

    def is_beside(self) -> bool:
        """Whether the state lies beside the document, as it does for a user's own file."""
        document = Path(self.document.path or "-").resolve()
        return document.parent == self.journal.path.resolve().parent

    def _export(self, wanted: Wanted | None) -> None:
        from checklist import Selection

        if wanted is not None:
            chosen = selected(self.filter, self.journal.author) if wanted.filtered else None
            work = self._hand_out(wanted.path, chosen or Selection(), force=wanted.force)
            self.run_worker(work)

    async def _hand_out(self, path: Path, selection: Selection, *, force: bool) -> None:
        from checklist import export, ledger_of

        checklist = self.checklist

        def write() -> int:
            ledger = ledger_of(checklist, selection=selection, today=self.today())
            export(ledger, path, force=force)
            return len(ledger.rows)

        try:
            count = await asyncio.to_thread(write)
        except StateError as error:
            self.say(translate(error.message), "error")
            return
        words = ngettext("{count} item written to {path}", "{count} items written to {path}", count)
        room = self.size.width - measure(words.format(count=count, path="")) - BESIDE
        self.say(words.format(count=count, path=elide_middle(str(path.resolve()), room)))

    def action_import(self) -> None:
        """Ask for a ledger that colleagues filled in."""
        from tui.dialogs.prompt import LedgerPrompt

        hint = _("An .xlsx or .csv; what would change is shown before anything is changed.")
        self.push_screen(LedgerPrompt(_("Take in a ledger"), hint=hint), self._import)

    def _import(self, words: str | None) -> None:
        if words is not None:
            path = Path(words.strip("\"'“”")).expanduser()
            self.run_worker(self._take_in(path))

    async def _take_in(self, path: Path) -> None:
        from checklist import plan_import
        from tui.dialogs.intake import IntakeSheet

        try:
            plan = await asyncio.to_thread(plan_import, self.journal, path, today=self.today())
        except StateError as error:
            self.say(translate(error.message), "error")
            return
        if not plan.changes and plan.clean:
            self.say(_("The ledger says nothing new."))
            return
        self.push_screen(IntakeSheet(plan), lambda sure: self._apply(plan) if sure else None)

    def _apply(self, plan: Plan) -> None:
        from checklist import apply

        try:
            events = apply(self.journal, plan)
        except StateError as error:
            self.say(translate(error.message), "error")
            return
        self.changed()
        self.saver.soon()
        count = len(events)
        words = ngettext(
            "{count} change taken in; u undoes", "{count} changes taken in; u undoes", count
        )
        self.say(words.format(count=count))


def selected(wanted: Filter, me: str) -> Selection | None:
    """What an export takes for a filter; None for those that it does not know."""
    from checklist import Selection

    match wanted.which:
        case Which.OPEN:
            return Selection(statuses=UNFINISHED)
        case Which.LATE:
            return Selection(late=True)
        case Which.MINE:
            return Selection(owner=me)
        case Which.OWNER if wanted.value:
            return Selection(owner=wanted.value)
        case Which.STATE:
            return Selection(statuses=frozenset({Status(wanted.value)}))
        case _:
            return None
