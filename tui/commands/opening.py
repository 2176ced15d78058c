"""Opening a document in the app."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from parser import Message
from tui import remembered
from tui.commands.document import named
from tui.commands.failure import Failure
from tui.start import complete
from tui.start.lean import lean
from tui.start.reading import reading
from tui.wide import is_wide, use_wide


def open_document(
    file: str | None,
    *,
    state: str | None = None,
    author: str | None = None,
    encoding: str | None = None,
    wide: bool | None = None,
) -> int:
    """Open a document, or the built-in sample; Textual is imported once it is on the screen.

    Raises ParseError and StateError for what cannot be opened.
    """
    path = named(file)
    with lean():
        from checklist import Journal
        from parser import load

        settings = remembered.settings()
        if wide is not None and wide != settings.get("wide"):
            remembered.set(wide=wide)
        document = load(path, encoding=encoding, progress=reading(path))
        with_keyboard()
        name = author or remembered.name()
        journal = Journal(document, state=Path(state) if state else None, author=name)
        complete(journal)
        if is_wide(wide, settings.get("wide")):
            use_wide()
        app = importlib.import_module("tui.app")
    status = app.run(
        document, journal, encoding=encoding, named=name is not None, beside=state is None
    )
    return int(status or 0)


def with_keyboard() -> None:
    """Take keys from the terminal where standard input was something else, such as the document.

    Raises Failure where there is no terminal to show anything on.
    """
    if os.isatty(0) and os.isatty(2):
        return
    if os.isatty(2):
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            pass
        else:
            os.dup2(terminal, 0)
            if terminal:
                os.close(terminal)
            if sys.__stdin__ is None:  # it was closed; Textual asks it for its number
                setattr(sys, "__stdin__", open(0, closefd=False))  # noqa: B010, SIM115
            return
    raise Failure(
        Message("the screen needs a terminal; without one use gangmu outline, list or search")
    )
