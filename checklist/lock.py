"""A lock that the system itself frees when its holder dies, on a side file that stays."""

from __future__ import annotations

import errno
import itertools
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0
"""Seconds; a save takes some milliseconds, so whoever waits longer waits for a stopped program."""
OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
BUSY = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
UNSUPPORTED = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOTSUP}

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BusyError(Exception):
    """Somebody else has held the lock for longer than PATIENCE."""


@contextmanager
def lock(path: Path, like: os.stat_result | None) -> Iterator[bool]:
    """Hold the lock named ``path``; False where there is none to be had, but files can be written.

    A new lock file gets the permissions of ``like``, so that whoever may write the one may hold
    the other. Raises BusyError, and OSError when the side file cannot be made.
    """
    try:
        descriptor = os.open(path, OPEN, stat.S_IMODE(like.st_mode) if like else 0o600)
    except PermissionError:
        # Somebody else's lock file, in a folder where files can be written nevertheless.
        yield False
        return
    try:
        yield _wait(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int) -> bool:
    start = time.monotonic()
    for attempt in itertools.count():
        try:
            _take(descriptor)
        except OSError as error:
            if error.errno in UNSUPPORTED:
                return False
            if error.errno not in BUSY:
                raise
        else:
            return True
        waited = time.monotonic() - start
        if waited > PATIENCE:
            raise BusyError
        import random

        # Whoever has waited longer asks more often, so that nobody in a crowd waits for ever.
        pause = min(0.0005 * 2**attempt, 0.02) if attempt < 8 else 0.02 / (1 + waited)
        time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311
    raise AssertionError
