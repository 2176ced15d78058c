"""How far the reading of a long document is, said on the first screen until the app is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from tui.language import _
from tui.start.first import note

LONG = 1_000_000
"""Bytes from which on the reading takes long enough to be told at once."""
SOON = 0.5
"""Seconds after which it is told of any other document, such as a Word file."""


def reading(path: str) -> Callable[[float], None]:
    """What is called while a document is read, with the part that is done, from 0 to 1."""
    size = 0
    with suppress(OSError, ValueError):
        size = os.stat(path).st_size  # noqa: PTH116 - pathlib takes as long to import as the rest
    begun = monotonic()

    def tell(part: float) -> None:
        if size >= LONG or monotonic() - begun > SOON:
            note(" " + _("Reading {percent}%").format(percent=int(part * 100)) + " ")

    tell(0)
    return tell
