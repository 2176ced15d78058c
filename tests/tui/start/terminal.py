"""The program as it is started in a terminal, in English, with a user's own folder."""

import sys
from pathlib import Path

from tests.terminal import Terminal


def started(*arguments: str, home: Path, **environ: str) -> Terminal:
    """The program with these arguments; use it as a context manager."""
    env = {"TERM": "xterm-256color", "GANGMU_HOME": str(home), "GANGMU_LANG": "en", **environ}
    return Terminal([sys.executable, "-m", "tui", *arguments], env=env)
