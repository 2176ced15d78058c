"""Data files of other packages, read without importing the packages (pypinyin takes 200 ms)."""

from __future__ import annotations

import importlib.util
import os


def read(package: str, *path: str) -> str:
    """The text of a file inside an installed package; raises OSError when it is not there."""
    found = importlib.util.find_spec(package)
    if found is None or found.loader is None or not found.submodule_search_locations:
        raise FileNotFoundError(package)
    name = os.path.join(found.submodule_search_locations[0], *path)  # noqa: PTH118
    get_data = getattr(found.loader, "get_data", None)
    if get_data is None:
        raise FileNotFoundError(name)
    content: bytes = get_data(name)
    return content.decode("utf-8")
