"""Where the state of a document lies."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from parser import Document

ENDING = ".gangmu.json"
LONGEST_NAME = 255
"""Bytes, on all usual file systems."""
EXAMPLE = Path(__file__).resolve().parent.parent / "seeds"


def state_path(document: Document, override: str | Path | None = None) -> Path:
    """The state file of a document: beside it, or in the user's data directory.

    The data directory serves the built-in example, documents without a file, names that are too
    long, and folders that cannot be written. ``override`` is taken as it is.
    """
    if override is not None:
        return Path(override)
    if document.path is None or document.path == "-":
        return _in_data_directory(document.title, document.text)
    path = Path(document.path)
    beside = path.with_name(path.name + ENDING)
    if os.path.lexists(beside):
        return beside
    folder = path.resolve().parent
    if folder == EXAMPLE or not os.access(folder, os.W_OK) or _too_long(beside.name):
        return _in_data_directory(path.name, str(path.resolve()))
    return beside


def _too_long(name: str) -> bool:
    return len(os.fsencode(name)) > LONGEST_NAME


def _in_data_directory(name: str, identity: str) -> Path:
    from platformdirs import user_data_path

    digest = hashlib.sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    short = name.replace("/", "_").replace("\\", "_")[:48] or "gangmu"
    return user_data_path("gangmu", appauthor=False) / f"{short}.{digest}{ENDING}"
