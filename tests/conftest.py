"""No test touches the home of whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = str(Path.home())
"""The real one, for pip, whose settings lie there."""
NAMED = {"XDG_DATA_HOME", "XDG_STATE_HOME"}


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, states and logs of the whole run, and of what it starts, lie in a new folder."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in NAMED & os.environ.keys():
            patch.delenv(name)
        for name in ("HOME", "USERPROFILE", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        yield
