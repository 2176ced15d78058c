"""Files, read and replaced whole: nobody ever sees half of one, and what is said is on the disk."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from pathlib import Path

NO_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
LARGEST = 256 * 2**20
"""Bytes; a state file of a million events is smaller. What could not be read is not written."""
PATIENCE = 100
"""Attempts at replacing a file, ten milliseconds apart."""
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

Signature = tuple[int, int, int, int]
"""Inode, size, times of the last change of bytes and of anything: one differs after a write."""


def signature_of(status: os.stat_result) -> Signature:
    """What tells this content from another one without reading it."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def read(path: Path) -> tuple[bytes, os.stat_result]:
    """All bytes of a regular file; raises OSError for anything else, and when it is too large."""
    descriptor = os.open(path, READ)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            folder = stat.S_ISDIR(status.st_mode)
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR) if folder else "Not a file")
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        pieces = []
        left = status.st_size
        while left and (piece := os.read(descriptor, left)):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces), status
    finally:
        os.close(descriptor)


def resolve(path: Path) -> Path:
    """Where a symbolic link leads, followed to its end; raises OSError for a circle."""
    for _ in range(40):
        try:
            target = path.readlink()
        except OSError as error:
            if error.errno in {errno.EINVAL, errno.ENOENT, errno.ENOTDIR, errno.EACCES}:
                return path
            raise
        path = path.parent / target
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def create(path: Path, data: bytes, like: os.stat_result | None, *, flush: bool) -> None:
    """Write a new file; ``like`` gives its permissions, else it is private to the user.

    With ``flush`` the bytes have reached the disk on return. On an error nothing stays behind.
    """
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    descriptor = os.open(path, CREATE, 0o600)
    try:
        try:
            if like is not None:
                _permit(descriptor, like)
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
            if flush:
                _flush(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        remove(path)
        raise


def replace(path: Path, temporary: Path, data: bytes, like: os.stat_result | None) -> None:
    """Put ``data`` in the place of ``path``, by way of ``temporary`` in the same folder.

    On return it stays there even if the power fails. On OSError the file is the old or the new
    one, never half of one.
    """
    create(temporary, data, like, flush=True)
    try:
        put(temporary, path)
    except OSError:
        remove(temporary)
        raise
    flush_folder(path.parent)


def put(temporary: Path, path: Path) -> None:
    """Give a file the name of another one, which is gone then."""
    for _ in range(PATIENCE if sys.platform == "win32" else 0):
        try:
            temporary.replace(path)
        except PermissionError:
            # Windows refuses while somebody reads the old file; a reading takes milliseconds.
            time.sleep(0.01)
        else:
            return
    temporary.replace(path)


def flush_folder(folder: Path) -> None:
    """Make the names in a folder outlast a power cut."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _flush(descriptor)
    except OSError as error:
        if error.errno not in NO_FLUSH:
            raise
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file that is of no use any more, if it can be removed."""
    try:
        path.unlink()
    except OSError:
        return


def _permit(descriptor: int, like: os.stat_result) -> None:
    mode = stat.S_IMODE(like.st_mode)
    if sys.platform != "win32":
        if mode & stat.S_IRWXG and like.st_gid != os.fstat(descriptor).st_gid:
            try:
                os.fchown(descriptor, -1, like.st_gid)
            except OSError:
                mode &= ~0o070
        if mode != 0o600:
            os.fchmod(descriptor, mode)


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # fsync on macOS stops at the drive's own memory.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)
