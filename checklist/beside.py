"""The side files of a state file: their names, and what each is for."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
from datetime import datetime
from pathlib import Path

from checklist import disk
from checklist.log import Log, UnsoundError
from parser import Message

LONGEST = 180
"""Bytes of a name that leave room for an ending; file systems allow 255."""
CONFLICT = ("sync-conflict", "conflicted copy", "conflict copy", "冲突")
NO_LINK = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}


class Beside:
    """Names for the files around the state file ``path``, all in its folder.

    ``.NAME.lock`` is held while writing and never removed; ``.NAME.bak`` is a copy of what was
    written last; ``.NAME.*.tmp`` is being written; ``.NAME.*.part`` holds events that were
    written where locks do not work, until somebody can join them.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        name = path.name
        if len(os.fsencode(name)) > LONGEST:
            name = hashlib.sha256(os.fsencode(name)).hexdigest()[:32]
        self._stem = f".{name}."
        self.lock = path.with_name(f"{self._stem}lock")
        self.copy = path.with_name(f"{self._stem}bak")

    def temporary(self) -> Path:
        """A new name for a file that is being written."""
        return self.path.with_name(f"{self._stem}{secrets.token_hex(4)}.tmp")

    def new_part(self) -> Path:
        """A new name for events that are written without a lock."""
        return self.path.with_name(f"{self._stem}{secrets.token_hex(4)}.part")

    def parts(self) -> tuple[Path, ...]:
        """Events that others wrote without a lock."""
        return self._named(".part")

    def sweep(self) -> None:
        """Remove what writers left who died; only under the lock."""
        for path in self._named(".tmp"):
            disk.remove(path)

    def conflicts(self) -> tuple[Path, ...]:
        """Copies that a program which synchronises folders left beside the state file."""
        stem, ending = self.path.stem, self.path.suffix
        return tuple(
            self.path.with_name(name)
            for name in self._names()
            if name.startswith(stem)
            and name.endswith(ending)
            and any(word in name for word in CONFLICT)
        )

    def last_good(self) -> tuple[Log, Message]:
        """The last good copy, or an empty log, and what to tell the person."""
        with contextlib.suppress(OSError, UnsoundError):
            return Log.read(disk.read(self.copy)[0]), Message(
                "the last good copy is used: {name}", name=self.copy.name
            )
        return Log(), Message("there is no good copy of it; the list begins anew")

    def lost_main(self) -> tuple[Message, ...]:
        """What to tell when there is no state file: whether a copy of an earlier one is there."""
        if not self.copy.exists():
            return ()
        return (
            Message(
                "the state file is gone; {name} is the last copy of it, "
                "and `gangmu merge` takes it in",
                name=self.copy.name,
            ),
        )

    def set_aside(self, path: Path) -> Path:
        """Give an unusable state file a second name, under which it stays."""
        day = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        aside = path.with_name(f"{path.stem}.damaged-{day}-{secrets.token_hex(2)}{path.suffix}")
        self._second_name(path, aside)
        return aside

    def keep_version(self, path: Path, version: int) -> None:
        """Keep a copy of a file of an older version before it is written anew."""
        kept = path.with_name(f"{path.stem}.version-{version}{path.suffix}")
        with contextlib.suppress(FileExistsError):
            self._second_name(path, kept)

    def keep_copy(self, data: bytes, like: os.stat_result | None) -> None:
        """Write the last good copy; the state file is safe already, so nothing is lost without."""
        temporary = self.temporary()
        with contextlib.suppress(OSError):
            disk.create(temporary, data, like, flush=False)
            try:
                temporary.replace(self.copy)
            except OSError:
                disk.remove(temporary)

    def _second_name(self, path: Path, name: Path) -> None:
        try:
            os.link(path, name)
        except OSError as error:
            if error.errno not in NO_LINK:
                raise
            data, status = disk.read(path)
            disk.create(name, data, status, flush=True)

    def _names(self) -> list[str]:
        try:
            return sorted(path.name for path in self.path.parent.iterdir())
        except FileNotFoundError:
            return []

    def _named(self, ending: str) -> tuple[Path, ...]:
        return tuple(
            self.path.with_name(name)
            for name in self._names()
            if name.startswith(self._stem) and name.endswith(ending)
        )
