"""Saving: a change is shown at once, written by a thread, and called saved only after that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from checklist import StateError
from tui.language import _, ngettext, translate

if TYPE_CHECKING:
    from tui.desk.desk import Desk

RETRY = 5.0
"""Seconds after which a failed save is tried again."""


class Saver:
    """Puts what is pending on the disk, one save at a time, again and again until it is there."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.failure: str = ""
        self._running = False
        self._told = list(desk.journal.notices)

    def soon(self) -> None:
        """Save now, unless that is being done; say how it goes at the foot."""
        self.show()
        if not self._running:
            self._running = True
            self.desk.run_worker(self._save(), group="save", exit_on_error=False)

    async def now(self) -> bool:
        """Save before leaving; False when it failed."""
        while self._running and not self.failure:
            await asyncio.sleep(0.01)
        return await self._try()

    async def _save(self) -> None:
        try:
            while self.desk.journal.pending and await self._try():
                pass
        finally:
            self._running = False
        self.show()
        if self.failure:
            self.desk.set_timer(RETRY, self.soon)

    async def _try(self) -> bool:
        """One save; its failure is said at once and kept."""
        failure = ""
        journal = self.desk.journal
        before = journal.checklist
        try:
            await asyncio.to_thread(journal.save)
        except StateError as error:
            why = error.message.values.get("reason")
            failure = _(why) if isinstance(why, str) else translate(error.message)
        except OSError as error:
            failure = error.strerror or str(error)
        if failure and failure != self.failure:
            self.desk.say(
                _("Not saved yet, will be tried again: {why}").format(why=failure), "error"
            )
        elif self.failure and not failure:
            self.desk.say(_("Everything is saved again."))
        self.failure = failure
        if journal.checklist is not before:
            # The save took in what others had written; watching the disk finds nothing new then.
            self.desk.changed()
        self.show()
        self.tell()
        return not failure

    def tell(self) -> None:
        """Say what saving or looking brought to light, such as a file that had to be set aside."""
        new = [notice for notice in self.desk.journal.notices if notice not in self._told]
        if new:
            self.desk.say(translate(new[-1]), "warning")
        self._told += new

    def show(self) -> None:
        """Say at the right of the foot whether all is on the disk."""
        if not self.desk.screen_stack:
            return  # leaving: a timer was still to come
        pending = self.desk.journal.pending
        footers = {self.desk.footer, getattr(self.desk.screen, "footer", self.desk.footer)}
        for footer in footers:
            if pending and self.failure:
                words = ngettext("{count} change not saved", "{count} changes not saved", pending)
                footer.mark("! " + words.format(count=pending), unsaved=True)
            else:
                footer.mark("· " + _("saving") if pending else "✓ " + _("saved"))
