"""Where the state of a document lies."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from checklist.check import sound
from checklist.error import StateError
from parser import Document

ENDING = ".gangmu.json"
LONGEST_NAME = 255
"""Bytes, on all usual file systems."""
EXAMPLE = Path(__file__).resolve().parent.parent / "seeds"


def state_path(document: Document, override: str | Path | None = None) -> Path:
    """The state file of a document: beside it, or in the user's data directory.

    The data directory serves the built-in example, documents without a file, names that are too
    long, and folders that cannot be written. What is there already is used where it is, even if
    the folder can be written by now. ``override`` is taken as it is.
    """
    if override is not None:
        return Path(override)
    places = _places(document)
    return next(filter(os.path.lexists, places), places[0])


def other_states(document: Document, used: Path, *, new: bool) -> tuple[Path, ...]:
    """State files of the document in the other places where they may lie.

    Where it has none at all (``new``: nor at ``used``), those of a document of that text which
    was renamed.
    """
    others = [path for path in _places(document) if path != used]
    found = [path for path in others if os.path.lexists(path)]
    if not found and document.path not in {None, "-"} and new:
        found = list(_left_behind(document))
    here = os.path.realpath(used) if found else ""
    return tuple(path for path in found if os.path.realpath(path) != here)


def _left_behind(document: Document) -> Iterator[Path]:
    """State files beside the document that were about its text, under a name that is gone."""
    folder = Path(str(document.path)).parent
    for path in sorted(folder.glob("*" + ENDING)):
        if os.path.lexists(str(path).removesuffix(ENDING)):
            continue
        with suppress(StateError):
            places = [line.get("at") for line in sound(path).lines]
            texts = (at.get("text") for at in places if isinstance(at, dict))
            if any(isinstance(text, str) and text in document.text for text in texts if text):
                yield path


def _places(document: Document) -> list[Path]:
    """Where the state may lie, the best place first."""
    if document.path is None or document.path == "-":
        return [_in_data_directory(document.title, document.text)]
    path = Path(document.path)
    real = path.resolve()
    away = _in_data_directory(path.name, str(real))
    if real.parent == EXAMPLE or _too_long(path.name + ENDING):
        return [away]
    beside = [path.with_name(path.name + ENDING)]
    if path.is_symlink():
        beside.insert(0, real.with_name(real.name + ENDING))
    return [*beside, away] if os.access(beside[0].parent, os.W_OK) else [away, *beside]


def _too_long(name: str) -> bool:
    return len(os.fsencode(name)) > LONGEST_NAME


def _in_data_directory(name: str, identity: str) -> Path:
    digest = hashlib.sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    short = name.replace("/", "_").replace("\\", "_")[:48] or "gangmu"
    return data_folder() / f"{short}.{digest}{ENDING}"


def data_folder() -> Path:
    """Where the user's own data lies: what platformdirs says.

    On Linux that is known without it (XDG Base Directory Specification, 0.8), and without the
    fifteen modules that come with it, when a command has to answer at once.
    """
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        named = os.environ.get("XDG_DATA_HOME", "").strip()
        home = os.environ.get("HOME", "")
        if named.startswith("/") or (not named and home.startswith("/")):
            return Path(named or f"{home}/.local/share") / "gangmu"
    from platformdirs import user_data_path

    return user_data_path("gangmu", appauthor=False)
