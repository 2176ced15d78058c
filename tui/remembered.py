"""What the program remembers for its user: theme, name, and where they were in each document.

It lies in the user's own data folder, never in the shared state file; losing it loses no work, so
what cannot be read or written is passed over.
"""

from __future__ import annotations

import json
import os
from _blake2 import blake2b  # hashlib would import OpenSSL
from contextlib import suppress
from pathlib import Path
from typing import Any

Values = dict[str, Any]
PLACES = "places"
SETTINGS = "settings.json"


def folder() -> Path:
    """The user's own folder; ``GANGMU_HOME`` names another one."""
    named = os.environ.get("GANGMU_HOME")
    if named:
        return Path(named)
    from checklist import data_folder  # here: nothing else of it is needed to paint a first screen

    return data_folder()


def settings() -> Values:
    """What holds for every document: ``theme``, ``name``, ``outline``."""
    return read(folder() / SETTINGS)


def name() -> str | None:
    """The name that the user gave, to sign with."""
    given = settings().get("name")
    return given if isinstance(given, str) and given else None


def set(**values: object) -> None:
    """Remember some settings beside the others."""
    write(folder() / SETTINGS, {**settings(), **values})


def place(document: str) -> Values:
    """Where the user was in the document of that path."""
    return read(place_path(document))


def set_place(document: str, values: Values) -> None:
    """Remember where the user is in a document."""
    write(place_path(document), {"document": document, **values})


def place_path(document: str) -> Path:
    """A file per document, named by what its path hashes to."""
    name = blake2b(document.encode(errors="surrogateescape"), digest_size=10).hexdigest()
    return folder() / PLACES / f"{name}.json"


def read(path: Path) -> Values:
    """The values in a file; none when it is missing or unsound."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def write(path: Path, values: Values) -> None:
    """Replace a file in one go; do nothing where that cannot be."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8", errors="backslashreplace")
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
