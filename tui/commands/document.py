"""The document that a command is about."""

from __future__ import annotations

from pathlib import Path

from parser import Document, Message, load
from tui.commands import table
from tui.commands.failure import Failure
from tui.sample import sample


def read(file: str | None, encoding: str | None = None) -> Document:
    """Load a document, or the built-in sample where none is named."""
    return load(file if file is not None else str(sample()), encoding=encoding)


def named(file: str | None) -> str:
    """The path to open; a mistyped command is told from a missing file."""
    if file is None:
        return str(sample())
    if file != "-" and not Path(file).exists():
        import difflib

        near = difflib.get_close_matches(file, table.names(), n=1, cutoff=0.7)
        if near:
            raise Failure(
                Message(
                    "neither a file nor a command; did you mean gangmu {command}?", command=near[0]
                ),
                path=file,
            )
    return file
