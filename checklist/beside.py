"""The side files of a state file: their names, and what each is for."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from checklist import disk
from checklist.log import Log, UnsoundError
from parser import Message

LONGEST = 180
"""Bytes of a name that leave room for an ending; file systems allow 255."""
CONFLICT = ("sync-conflict", "conflicted copy", "conflict copy", "冲突")
NO_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}


class Found(NamedTuple):
    """What lies around a state file."""

    parts: tuple[Path, ...] = ()
    """Events that others wrote where locks do not work."""
    temporaries: tuple[Path, ...] = ()
    """Files being written, or left by writers who died."""
    conflicts: tuple[Path, ...] = ()
    """Copies that a program which synchronises folders could not join."""


NOTHING = Found()


class Beside:
    """Names for the files around the state file ``path``, all in its folder.

    ``.NAME.lock`` is held while writing and never removed; ``.NAME.bak`` is a copy of what was
    written last; ``.NAME.*.tmp`` is being written; ``.NAME.*.part`` holds events that were
    written where locks do not work, until somebody can join them. What must not be lost gets a
    visible name: ``NAME.damaged-*``, ``NAME.lost-*``, ``NAME.version-*``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        name = path.name
        self._visible = path.stem
        if len(os.fsencode(name)) > LONGEST:
            name = hashlib.sha256(os.fsencode(name)).hexdigest()[:32]
            self._visible = name
        self._stem = f".{name}."
        self.lock = path.with_name(f"{self._stem}lock")
        self.copy = path.with_name(f"{self._stem}bak")

    def temporary(self) -> Path:
        """A new name for a file that is being written."""
        return self.path.with_name(f"{self._stem}{os.urandom(4).hex()}.tmp")

    def new_part(self) -> Path:
        """A new name for events that are written without a lock."""
        return self.path.with_name(f"{self._stem}{os.urandom(4).hex()}.part")

    def look(self) -> Found:
        """What lies around the state file now, from one look into the folder."""
        try:
            names = sorted(path.name for path in self.path.parent.iterdir())
        except FileNotFoundError:
            return Found()
        ours = [name for name in names if name.startswith(self._stem)]
        return Found(
            self._paths(name for name in ours if name.endswith(".part")),
            self._paths(name for name in ours if name.endswith(".tmp")),
            self._paths(filter(self._conflicting, names)),
        )

    def last_good(self) -> tuple[Log, Message]:
        """The last good copy, or an empty log, and what to tell the person."""
        with contextlib.suppress(OSError, UnsoundError):
            log = Log.read(disk.read(self.copy)[0])
            return log, Message("the last good copy is used: {name}", name=self.copy.name)
        return Log(), Message("there is no good copy of it; the list begins anew")

    def lost_main(self) -> tuple[Message, ...]:
        """What to tell when there is no state file: whether a copy of an earlier one is there."""
        if not self.copy.exists():
            return ()
        return (
            Message(
                "the state file is gone; {name} is a copy of it that `gangmu merge` takes in",
                name=self.copy.name,
            ),
        )

    def keep_lost(self) -> tuple[Message, ...]:
        """Keep the copy of a state file that is gone before a new one takes its place."""
        kept = self._dated("lost")
        try:
            self.copy.rename(kept)
        except FileNotFoundError:
            return ()
        return (
            Message("the copy of the state file that is gone was kept as {name}", name=kept.name),
        )

    def set_aside(self) -> Message:
        """Give an unusable state file a second name, under which it stays."""
        aside = self._dated("damaged")
        self._second_name(aside)
        return Message("the state file that cannot be used was kept as {name}", name=aside.name)

    def keep_version(self, version: int) -> None:
        """Keep a copy of a file of an older version before it is written anew."""
        ending = f"version-{version}{self.path.suffix}"
        with contextlib.suppress(FileExistsError):
            self._second_name(self.path.with_name(f"{self._visible}.{ending}"))

    def keep_copy(self, data: bytes, like: os.stat_result | None) -> None:
        """Write the last good copy; the state file is safe already, so nothing is lost without."""
        temporary = self.temporary()
        with contextlib.suppress(OSError):
            disk.create(temporary, data, like, flush=False)
            try:
                disk.put(temporary, self.copy)
            except OSError:
                disk.remove(temporary)

    def _conflicting(self, name: str) -> bool:
        return (
            name.startswith(self.path.stem)
            and name.endswith(self.path.suffix)
            and any(word in name for word in CONFLICT)
        )

    def _paths(self, names: Iterable[str]) -> tuple[Path, ...]:
        return tuple(map(self.path.with_name, names))

    def _dated(self, word: str) -> Path:
        day = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        unique = os.urandom(2).hex()
        return self.path.with_name(f"{self._visible}.{word}-{day}-{unique}{self.path.suffix}")

    def _second_name(self, name: Path) -> None:
        try:
            name.hardlink_to(self.path)
        except OSError as error:
            if error.errno not in NO_LINK:
                raise
            data, status = disk.read(self.path)
            disk.create(name, data, status, flush=True)
