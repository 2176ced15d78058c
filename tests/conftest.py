"""No test touches the home of whoever runs it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

OWN = {
    "XDG_DATA_HOME": "share",
    "XDG_STATE_HOME": "state",
    "LOCALAPPDATA": "local",
}
"""By variable of the environment: the folder that a program keeps its own files in."""


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, states and logs of the whole run, and of what it starts, lie in a new folder."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in OWN.items():
            patch.setenv(name, str(home / folder))
        if sys.platform == "darwin":
            patch.setenv("HOME", str(home))
        yield
