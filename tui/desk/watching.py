"""Watching the disk: another process's ticks, and the document itself being edited."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from checklist import Journal, StateError
from parser import Document, ParseError, load
from tui.desk.finding import Finding
from tui.language import _, ngettext, translate

EVERY = 0.5
"""Seconds between two looks; a look costs three calls of the system and draws nothing."""
Stamp = tuple[int, int, int]


class Watching(Finding):
    """What others write is shown within a second."""

    encoding: str | None = None
    seen: Stamp | None = None
    """The document as it was read."""
    _before: Stamp | None = None
    _looking = False
    _postponed: Stamp | None = None
    """A changed document that is read when nothing is laid over the screen any more."""

    def watch_disk(self) -> None:
        """Begin to look."""
        self.seen = self._before = stamp(self.document.path)
        self.set_interval(EVERY, self._look)

    async def _look(self) -> None:
        if self._looking:
            return
        self._looking = True
        try:
            await self._look_at_state()
            await self._look_at_document()
        finally:
            self._looking = False

    async def _look_at_state(self) -> None:
        try:
            if await asyncio.to_thread(self.journal.refresh):
                self.changed()
                if self.journal.pending:
                    self.saver.soon()
                self.say(_("Somebody else changed the checklist; it is shown."))
            self.saver.tell()
        except (StateError, OSError):
            return  # saving says what is wrong with the file, and reading it goes on

    async def _look_at_document(self) -> None:
        now = stamp(self.document.path)
        settled = now == self._before
        self._before = now
        if now == self.seen or not settled:
            return
        if now is None:
            self.seen = None
            self.say(
                _("The document is gone from its folder; changes are kept all the same."), "error"
            )
        elif not self._laid_over():
            await self._reload()
        elif now != self._postponed:
            self._postponed = now
            self.say(_("The document was changed; it is read again when this is closed."))

    def _laid_over(self) -> bool:
        """Whether something is open whose answer is about the document as it was read."""
        return len(self.screen_stack) > 1

    async def _reload(self) -> None:
        """Read the document again and keep the place."""
        path = self.document.path or ""
        now = stamp(path)
        try:
            if self.journal.pending:
                # What cannot be saved now is taken over.
                with suppress(StateError):
                    await asyncio.to_thread(self.journal.save)
            document, journal = await asyncio.to_thread(self._read, path)
        except (ParseError, StateError) as error:
            self.seen = now
            self.say(translate(error.message), "error")
            return
        except OSError as error:
            self.seen = now
            self.say(error.strerror or str(error), "error")
            return
        if self._laid_over():
            return
        self.seen = now
        known = {item.key for item in self.checklist.unattached}
        self.leave_hits_only()
        self._opened.clear()
        journal.take_over(self.journal)
        self.document, self.journal = document, journal
        self.panels.show_document(document, journal.checklist)
        self.outline.show_document(document, journal.checklist)
        self._show_as_before()
        self.outline.follow(self.panels.cursor)
        self.changed()
        self.saver.soon()
        lost = [item for item in self.checklist.unattached if item.key not in known]
        if lost:
            self.say(self.lost(len(lost)), "warning")
        else:
            self.say(_("The document was changed; it was read again."))

    def lost(self, count: int) -> str:
        """That so many items find no place in the document, and where they are."""
        return ngettext(
            "{count} item has no place in the document any more; it is kept: press w",
            "{count} items have no place in the document any more; they are kept: press w",
            count,
        ).format(count=count)

    def _show_as_before(self) -> None:
        """Filter and search are those of the document that is shown now."""
        words = self.searched
        self.forget_hits()
        self.apply_filter()
        if self.typing:
            self.look_for(words)

    def _read(self, path: str) -> tuple[Document, Journal]:
        document = load(path, encoding=self.encoding)
        journal = Journal(document, state=self.journal.path, author=self.journal.author)
        return document, journal


def stamp(path: str | None) -> Stamp | None:
    """What tells whether a file was changed; None when there is no such file now."""
    if not path or path == "-":
        return None
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
