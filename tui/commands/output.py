"""Standard output for programs and for pipes: JSON in UTF-8, plain lines in the terminal's own way.

Tables for people are drawn in ``draw``, which imports Rich; this module does not.
"""

from __future__ import annotations

import json
import sys

from tui.visible import visible

_said: set[str] = set()


def write_json(value: object) -> None:
    """Print a value as JSON in UTF-8, whatever the locale.

    Half of a surrogate pair (a file name that is not UTF-8) is written as its escape, which JSON
    readers give back as it was.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def write_line(text: str) -> None:
    """Print one line; characters that the terminal lacks are shown as their escapes."""
    sys.stdout.write(text + "\n")


def warn(sentence: str, path: str | None = None) -> None:
    """One line on standard error: ``gangmu: file: sentence``; nothing is said twice."""
    place = f"{visible(path)}: " if path else ""
    line = f"gangmu: {place}{visible(sentence)}\n"
    if line in _said:
        return
    _said.add(line)
    try:
        sys.stderr.write(line)
        sys.stderr.flush()
    except OSError:
        pass


def prepare() -> None:
    """Let no character that a stream's encoding lacks stop the program; forget what was said."""
    _said.clear()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
