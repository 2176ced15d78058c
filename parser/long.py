"""A long UTF-8 file, decoded while it is read: its bytes never lie beside its text."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterator
from typing import BinaryIO

from parser.decode import BOM, THREE_BYTES
from parser.kind import WORD, kind_of
from parser.source import LIMIT, STANDARD_INPUT, open_at_once

LONG = 1 << 20
"""Bytes from which on this is worth its while."""
PIECE = 1 << 16


def read_long(name: str) -> tuple[str, str] | None:
    """Format and text of a long file that can only be UTF-8.

    None for any other, and for what cannot be read: those are read whole, and judged then.
    """
    if name == STANDARD_INPUT:
        return None
    try:
        with open_at_once(name) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode) or not LONG <= status.st_size <= LIMIT:
                return None
            head = file.read(PIECE)
            kind = kind_of(head, name)
            if kind == WORD or not re.search(THREE_BYTES, head):
                return None
            return kind, "".join(pieces(head, file)).removeprefix(BOM)
    except (OSError, ValueError):
        return None


def pieces(head: bytes, file: BinaryIO) -> Iterator[str]:
    """The text of a file piece by piece; raises ValueError where it is not UTF-8 all through."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    data, total = head, 0
    while data:
        total += len(data)
        if b"\0" in data or total > LIMIT:
            raise ValueError
        yield decoder.decode(data)
        data = file.read(PIECE)
    yield decoder.decode(b"", final=True)
