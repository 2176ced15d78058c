"""Bytes from where a person says: a regular file or standard input, and nothing that blocks."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from parser.error import ParseError
from parser.message import Message

STANDARD_INPUT = "-"

LIMIT = 32 << 20
"""Largest input in bytes; the longest law takes about 1 MB."""

CHUNK = 1 << 16

NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

NOT_REGULAR = (
    (stat.S_ISDIR, Message("this is a folder; name a document in it")),
    (
        stat.S_ISFIFO,
        Message("this is a pipe; pass it on standard input, with - for a name"),
    ),
    (stat.S_ISSOCK, Message("this is a socket; only files and standard input can be opened")),
    (stat.S_ISCHR, Message("this is a device; only files and standard input can be opened")),
    (stat.S_ISBLK, Message("this is a device; only files and standard input can be opened")),
)

TOO_LARGE = Message(
    "this is larger than {limit} MB, more than any document; split it into parts and open those",
    limit=LIMIT >> 20,
)


def read_source(path: str | Path) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises ParseError where there is nothing to read, where it may not be read, where reading
    could wait forever (pipes, devices, sockets), or where it is larger than LIMIT.
    """
    try:
        if str(path) == STANDARD_INPUT:
            return read_limited(sys.stdin.buffer)
        refuse_irregular(Path(path).stat().st_mode)
        with open_at_once(path) as file:
            status = os.fstat(file.fileno())
            refuse_irregular(status.st_mode)
            return read_limited(file, status.st_size)
    except FileNotFoundError:
        raise ParseError(Message("there is no such file; check the name and the folder")) from None
    except PermissionError:
        raise ParseError(
            Message("you may not read this file; ask its owner for leave, or for a copy")
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ParseError(Message("this cannot be read: {reason}", reason=reason)) from None


def open_at_once(path: str | Path) -> BinaryIO:
    """Open without waiting, even if the file became a pipe meanwhile."""
    return os.fdopen(os.open(path, os.O_RDONLY | NO_WAITING), "rb")


def refuse_irregular(mode: int) -> None:
    """Raise ParseError for anything but a regular file."""
    for is_kind, refusal in NOT_REGULAR:
        if is_kind(mode):
            raise ParseError(refusal)


def read_limited(file: BinaryIO, size: int = 0) -> bytes:
    """Return all bytes, ``size`` of them as far as is known, or raise ParseError at too many."""
    data = file.read(min(size, LIMIT) + 1) or b""
    if len(data) <= min(size, LIMIT):
        return data
    pieces, total = [data], len(data)
    while pieces[-1] and total <= LIMIT:
        pieces.append(file.read(CHUNK) or b"")
        total += len(pieces[-1])
    if total > LIMIT:
        raise ParseError(TOO_LARGE)
    return b"".join(pieces)
