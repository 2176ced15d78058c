"""Writing a ledger to a file: the format by the name's ending, whole or not at all."""

from __future__ import annotations

import contextlib
import importlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from checklist.error import StateError
from checklist.ledger.ledger import Ledger
from checklist.state_path import ENDING
from parser import Message

FORMATS: dict[str, str] = {
    ".xlsx": "checklist.ledger.xlsx",
    ".docx": "checklist.ledger.docx",
    ".html": "checklist.ledger.html",
    ".md": "checklist.ledger.markdown",
    ".csv": "checklist.ledger.csv",
    ".ics": "checklist.ledger.ics",
    ".json": "checklist.ledger.json",
}
"""Ending → module with ``render(ledger) -> bytes``, imported when it is needed."""
ALIASES = {".htm": ".html", ".markdown": ".md"}
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def render(ledger: Ledger, suffix: str) -> bytes:
    """The ledger in the format of that ending (``.xlsx``); raises StateError for no such format."""
    suffix = ALIASES.get(suffix.lower(), suffix.lower())
    if suffix not in FORMATS:
        raise StateError(
            Message(
                "the ending {ending} names no format; there are: {known}",
                ending=suffix or "(none)",
                known=" ".join(FORMATS),
            )
        )
    make: Callable[[Ledger], bytes] = importlib.import_module(FORMATS[suffix]).render
    return make(ledger)


def export(ledger: Ledger, path: Path, *, force: bool = False) -> None:
    """Write the ledger to ``path``.

    The file appears whole or not at all. Raises StateError when it exists and ``force`` is not
    given, when it is the document or a state file, when its ending names no format, and when the
    folder or the disk refuses.
    """
    if not force and os.path.lexists(path):
        raise StateError(Message("the file exists; say --force to overwrite it"), path)
    protect(ledger, path)
    data = render(ledger, path.suffix)
    try:
        put(path, data, force=force)
    except FileExistsError:
        message = Message("the file exists; say --force to overwrite it")
        raise StateError(message, path) from None
    except OSError as error:
        reason = error.strerror or str(error)
        message = Message("the file could not be written: {reason}", reason=reason)
        raise StateError(message, path) from error


def protect(ledger: Ledger, path: Path) -> None:
    """Raise StateError when ``path`` is the document or a state file, which nobody means."""
    same = False
    if ledger.source is not None:
        with contextlib.suppress(OSError):
            same = path.samefile(ledger.source)
    if same or path.name.endswith(ENDING):
        message = Message("this is the document or its state file; choose another name")
        raise StateError(message, path)


def put(path: Path, data: bytes, *, force: bool) -> None:
    """Write by way of a temporary file beside it, so that nobody sees half a file."""
    path = path.resolve() if path.is_symlink() else path
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with os.fdopen(os.open(temporary, CREATE, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not force:
            claim(path, temporary)
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def claim(path: Path, temporary: Path) -> None:
    """Make sure that the name is still free; raises FileExistsError when somebody took it."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links: the name was free a moment ago
        if os.path.lexists(path):
            raise FileExistsError(path) from None
