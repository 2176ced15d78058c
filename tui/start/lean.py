"""Importing Textual without what this program never uses of it: nothing here goes to a network.

asyncio imports OpenSSL where it can, 4 MB of memory and 30 ms of time, and the standard library
offers compression in the same way. All of them do without, as in a Python that was built so.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

UNUSED = ("ssl", "_hashlib", "bz2", "lzma")
"""Modules that asyncio, hashlib and shutil import only if they are there."""


@contextmanager
def lean() -> Iterator[None]:
    """Import without those modules; what asks for one of them later gets it."""
    missing = [name for name in UNUSED if name not in sys.modules]
    modules: Any = sys.modules
    modules.update(dict.fromkeys(missing))  # None: not to be found
    try:
        yield
    finally:
        for name in missing:
            if modules[name] is None:
                del modules[name]
