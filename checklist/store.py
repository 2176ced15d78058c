"""The state file and the side files around it: reading, and writing so that nothing is lost.

Writing is: lock, re-read, union, temporary file, flush, replace, flush of the folder. Whoever
comes back from ``write`` without an error is right to say "saved".
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from checklist import disk
from checklist.beside import Beside
from checklist.disk import Signature, signature_of
from checklist.error import StateError
from checklist.event import Line
from checklist.lock import BusyError, lock
from checklist.log import VERSION, Log, NewerError, UnsoundError
from parser import Message

Stamp = Callable[[Log], list[Line]]
"""Given what is on the disk now, the lines to put at its end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found on the disk."""

    log: Log
    status: os.stat_result | None = None
    """Of the state file; None when there is none yet."""
    signature: tuple[Signature | None, int | None] = (None, None)
    """Of the state file and its folder: whether to look again."""
    parts: tuple[Path, ...] = ()
    unsound: UnsoundError | None = None
    """Why the state file could not be used; ``log`` is then the last good copy."""
    notices: tuple[Message, ...] = ()


class Store:
    """One state file at ``path``; a symbolic link is followed first.

    With ``make_folder`` its folder is made when something is written.
    """

    def __init__(self, path: Path, *, make_folder: bool = False) -> None:
        self._make_folder = make_folder
        try:
            self.path = disk.resolve(path)
        except OSError as error:
            raise StateError(
                Message("it cannot be read: {reason}", reason=_reason(error)), path
            ) from None
        self.beside = Beside(self.path)

    def signature(self) -> tuple[Signature | None, int | None]:
        """Tell cheaply whether anything was written: two calls of the system."""
        main = folder = None
        with contextlib.suppress(OSError):
            main = signature_of(self.path.stat())
        with contextlib.suppress(OSError):
            folder = self.path.parent.stat().st_mtime_ns
        return main, folder

    def read(self, known: Reading | None = None) -> Reading:
        """What is on the disk now; raises StateError when it is there but cannot be opened.

        What is damaged, foreign or newer is not touched: the last good copy is read instead.
        """
        signature = self.signature()
        try:
            reading = self._read_main(known)
            parts = self.beside.parts()
        except OSError as error:
            reason = Message("it cannot be read: {reason}", reason=_reason(error))
            raise StateError(reason, self.path) from None
        log = reading.log
        for part in parts:
            with contextlib.suppress(OSError, UnsoundError):
                other = Log.read(disk.read(part)[0])
                log = log.plus(other.lines, other.extra)
        return Reading(log, reading.status, signature, parts, reading.unsound, reading.notices)

    def write(self, foreign: Iterable[Line], stamp: Stamp, known: Reading | None = None) -> Reading:
        """Put events on the disk, joined with all that is there; raises StateError.

        ``foreign`` are events as they are, from other files; ``stamp`` gives new ones their count.
        """
        try:
            if self._make_folder:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with lock(self.beside.lock) as held:
                found = self.read(known)
                if isinstance(found.unsound, NewerError):
                    raise StateError(found.unsound.message, self.path)
                log = found.log.plus(foreign)
                new = stamp(log)
                if not held:
                    return self._write_part([*foreign, *new], found, log.plus(new))
                return self._write_main(log.plus(new), found)
        except BusyError:
            message = Message("another program keeps it locked; nothing was saved, try again")
            raise StateError(message, self.path) from None
        except OSError as error:
            reason = Message("nothing was saved: {reason}", reason=_reason(error))
            raise StateError(reason, self.path) from None

    def _read_main(self, known: Reading | None) -> Reading:
        try:
            if known and known.status and not known.unsound and not known.parts:
                status = self.path.stat()
                if signature_of(status) == signature_of(known.status):
                    return known
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

    def _write_main(self, log: Log, found: Reading) -> Reading:
        self.beside.sweep()
        notices = list(found.notices)
        if found.unsound:
            aside = self.beside.set_aside(self.path)
            notices.append(Message("it was kept as {name}", name=aside.name))
        elif found.log.version < VERSION:
            self.beside.keep_version(self.path, found.log.version)
        data = log.data()
        disk.replace(self.path, self.beside.temporary(), data, found.status)
        for part in found.parts:
            disk.remove(part)
        self.beside.keep_copy(data, found.status)
        return Reading(log, self.path.stat(), self.signature(), notices=tuple(notices))

    def _write_part(self, lines: list[Line], found: Reading, log: Log) -> Reading:
        part = self.beside.new_part()
        disk.replace(part, self.beside.temporary(), Log(lines).data(), found.status)
        return Reading(log, found.status, self.signature(), (*found.parts, part))


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
