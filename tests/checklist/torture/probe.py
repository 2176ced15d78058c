"""Watch the calls of the system that a save makes, and make one of them go wrong."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

NAMES = (
    "access", "close", "fchmod", "fchown", "fstat", "fsync", "link", "listdir", "lstat", "mkdir",
    "open", "read", "readlink", "rename", "replace", "scandir", "stat", "unlink", "write",
)  # fmt: skip
ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EACCES, errno.EROFS)
KILL, TORN, FULL = "kill", "torn write", "full disk"
KILLED = 137

Call = tuple[str, tuple[Any, ...], Any]
"""Name, arguments, result."""


class Probe:
    """Counts the calls; at number ``target`` (from 0) the ``fault`` happens."""

    def __init__(self, target: int = -1, fault: int | str = 0) -> None:
        self.target = target
        self.fault = fault
        self.calls: list[Call] = []
        self._real = {name: getattr(os, name) for name in NAMES}

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the calls made inside."""
        flock = fcntl and fcntl.flock
        for name, real in self._real.items():
            setattr(os, name, self._wrapped(name, real))
        if fcntl:
            fcntl.flock = self._wrapped("flock", flock)
        try:
            yield
        finally:
            for name, real in self._real.items():
                setattr(os, name, real)
            if fcntl:
                fcntl.flock = flock

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            number = len(self.calls)
            self.calls.append((name, args, None))
            if number == self.target:
                self._go_wrong(name, real, args)
            result = real(*args, **kwargs)
            self.calls[number] = (name, args, result)
            return result

        return call

    def _go_wrong(self, name: str, real: Callable[..., Any], args: tuple[Any, ...]) -> None:
        if self.fault == KILL:
            os._exit(KILLED)
        if self.fault in {TORN, FULL}:
            if name == "write":
                real(args[0], bytes(args[1])[: len(args[1]) // 2])
            if self.fault == TORN:
                os._exit(KILLED)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if name == "close":
            real(*args)
        if isinstance(self.fault, int):
            raise OSError(self.fault, os.strerror(self.fault))
