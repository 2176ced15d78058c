"""What the user's own folder says about a document, read without any import that takes time."""

from __future__ import annotations

import json
import os
import sys
from _blake2 import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ELSEWHERE = ("folded", "hoisted")
"""What makes the remembered view another one than the text from some line on."""


def folder() -> str | None:
    """The folder of ``tui.remembered``, on the platforms where its name is simple."""
    if named := os.environ.get("GANGMU_HOME"):
        return named
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support/gangmu")  # noqa: PTH111
    home = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")  # noqa: PTH111
    return os.path.join(home, "gangmu")  # noqa: PTH118


def settings() -> dict[str, Any]:
    """What holds for every document, such as the theme."""
    return read("settings.json")


def place(path: str) -> dict[str, Any] | None:
    """Where the user was in a document; None where a look at its beginning would mislead."""
    was = kept(path)
    plain = was.get("mode", "read") == "read" and not any(was.get(name) for name in ELSEWHERE)
    return was if plain else None


def kept(path: str) -> dict[str, Any]:
    """The view of a document as it was left; empty when it was never opened."""
    name = os.path.realpath(path).encode(errors="surrogateescape")
    return read(os.path.join("places", f"{blake2b(name, digest_size=10).hexdigest()}.json"))  # noqa: PTH118


def read(name: str) -> dict[str, Any]:
    """The values in a file of the folder; none when it is missing or unsound."""
    try:
        with open(os.path.join(folder() or "", name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            values = json.load(file)
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
