"""The log of what nobody foresaw: a file in the user's own folder, never the terminal."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path


def record(error: BaseException) -> str:
    """Write the traceback of an error to a new file and return its path."""
    text = "".join(traceback.format_exception(error))
    for folder in (_logs, _temporary):
        try:
            with tempfile.NamedTemporaryFile(
                "w",
                encoding="utf-8",
                errors="backslashreplace",
                prefix="gangmu-",
                suffix=".log",
                dir=folder(),
                delete=False,
            ) as log:
                log.write(text)
        except OSError:
            continue
        return log.name
    return "-"


def _logs() -> Path:
    import platformdirs

    return platformdirs.user_log_path("gangmu", appauthor=False, ensure_exists=True)


def _temporary() -> Path:
    return Path(tempfile.gettempdir())
