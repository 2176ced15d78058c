"""The state file and the side files around it: reading, and writing so that nothing is lost.

Writing is: lock, re-read, union, temporary file, flush, replace, flush of the folder. Whoever
comes back from ``write`` without an error is right to say "saved".
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from checklist import disk
from checklist.beside import NOTHING, Beside, Found
from checklist.disk import Signature, signature_of
from checklist.error import StateError
from checklist.event import Line
from checklist.lock import BusyError, lock
from checklist.log import VERSION, Log, NewerError, UnsoundError
from parser import Message

Compose = Callable[[Log], list[Line]]
"""Given what is on the disk now, the events to join to it."""
Seen = tuple[Signature | None, int | None]
"""Of the state file and its folder: it differs when anything was written."""


class Reading(NamedTuple):
    """What was found on the disk."""

    log: Log
    status: os.stat_result | None = None
    """Of the state file; None when there is none yet."""
    seen: Seen = (None, None)
    found: Found = NOTHING
    unsound: UnsoundError | None = None
    """Why the state file could not be used; ``log`` is then the last good copy."""
    notices: tuple[Message, ...] = ()

    @property
    def newer(self) -> bool:
        """Whether a newer gangmu wrote the file, so that it must not be written."""
        return isinstance(self.unsound, NewerError)


class Store:
    """One state file at ``path``; a symbolic link is followed first.

    With ``make_folder`` its folder is made when something is written.
    """

    def __init__(self, path: Path, *, make_folder: bool = False) -> None:
        self._make_folder = make_folder
        try:
            self.path = disk.resolve(path)
        except OSError as error:
            raise _unreadable(error, path) from None
        self.beside = Beside(self.path)

    def seen(self) -> Seen:
        """Tell cheaply whether anything was written: two calls of the system."""
        main = None
        with contextlib.suppress(OSError):
            main = signature_of(self.path.stat())
        return main, self._folder()

    def _folder(self) -> int | None:
        with contextlib.suppress(OSError):
            return self.path.parent.stat().st_mtime_ns
        return None

    def read(self, known: Reading | None = None) -> Reading:
        """What is on the disk now; raises StateError when it is there but cannot be opened.

        What is damaged, foreign or newer is not touched: the last good copy is read instead.
        ``known`` is used again where the file is still the same.
        """
        folder = self._folder()
        try:
            reading = self._read_main(known)
            found = self.beside.look()
        except OSError as error:
            raise _unreadable(error, self.path) from None
        log, parts = reading.log, []
        for part in found.parts:
            with contextlib.suppress(OSError, UnsoundError):
                other = Log.read(disk.read(part)[0])
                log = log.plus(other.lines, other.extra)
                parts.append(part)
        found = found._replace(parts=tuple(parts))
        main = signature_of(reading.status) if reading.status else None
        return reading._replace(log=log, seen=(main, folder), found=found)

    def write(self, compose: Compose, known: Reading, extra: dict[str, object]) -> Reading:
        """Put events on the disk, joined with all that is there; raises StateError."""
        try:
            if self._make_folder:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with lock(self.beside.lock, known.status) as held:
                reading = self.read(known)
                if isinstance(reading.unsound, NewerError):
                    raise StateError(reading.unsound.message, self.path)
                if reading.status and not os.access(self.path, os.W_OK):
                    raise OSError(errno.EACCES, os.strerror(errno.EACCES))
                lines = compose(reading.log)
                log = reading.log.plus(lines, extra)
                if not held:
                    return self._write_part(Log(lines, extra), reading, log)
                return self._write_main(log, reading)
        except BusyError:
            message = Message("nothing was saved: another program keeps it locked; try again")
            raise StateError(message, self.path) from None
        except OSError as error:
            message = Message("nothing was saved: {reason}", reason=_reason(error))
            raise StateError(message, self.path) from None

    def _read_main(self, known: Reading | None) -> Reading:
        try:
            if known and known.status and not known.unsound and not known.found.parts:
                status = self.path.stat()
                if signature_of(status) == signature_of(known.status):
                    return known._replace(notices=())
            data, status = disk.read(self.path)
        except FileNotFoundError:
            return Reading(Log(), notices=self.beside.lost_main())
        try:
            return Reading(Log.read(data), status)
        except NewerError as newer:
            return Reading(newer.log, status, unsound=newer, notices=(newer.message,))
        except UnsoundError as unsound:
            copy, told = self.beside.last_good()
            notice = Message("the state file cannot be used: {reason}", reason=unsound.message)
            return Reading(copy, status, unsound=unsound, notices=(notice, told))

    def _write_main(self, log: Log, before: Reading) -> Reading:
        notices = list(before.notices)
        for path in before.found.temporaries:
            disk.remove(path)
        if before.unsound:
            notices.append(self.beside.set_aside())
        elif before.log.version < VERSION:
            self.beside.keep_version(before.log.version)
        elif before.status is None:
            notices += self.beside.keep_lost()
        data = log.data()
        disk.replace(self.path, self.beside.temporary(), data, before.status)
        for path in before.found.parts:
            disk.remove(path)
        self.beside.keep_copy(data, before.status)
        status = self.path.stat()
        seen = signature_of(status), self._folder()
        found = Found(conflicts=before.found.conflicts)
        return Reading(log, status, seen, found, notices=tuple(notices))

    def _write_part(self, part: Log, before: Reading, log: Log) -> Reading:
        """Write the events to a file of their own: without a lock a joint one loses some."""
        path = self.beside.new_part()
        disk.replace(path, self.beside.temporary(), part.data(), before.status)
        found = before.found._replace(parts=(*before.found.parts, path))
        return before._replace(log=log, found=found, seen=self.seen())


def _unreadable(error: OSError, path: Path) -> StateError:
    return StateError(Message("it cannot be read: {reason}", reason=_reason(error)), path)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
