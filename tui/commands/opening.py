"""Opening a document in the app; the usual command line is understood without Click."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from tui import remembered
from tui.commands import table
from tui.commands.document import named
from tui.start.lean import lean
from tui.wide import is_wide, use_wide


def plain(arguments: Sequence[str]) -> bool:
    """Whether a command line only names a file to open, or nothing at all.

    Click takes 1 MB and 15 ms, which is much where somebody waits for a page to read.
    """
    return len(arguments) <= 1 and not any(
        argument.startswith("-") or not argument or argument in table.names()
        for argument in arguments
    )


def open_document(
    file: str | None,
    *,
    state: str | None = None,
    author: str | None = None,
    encoding: str | None = None,
    wide: bool | None = None,
) -> int:
    """Open a document, or the built-in sample; Textual is imported only here."""
    path = named(file)
    settings = remembered.settings()
    if wide is not None and wide != settings.get("wide"):
        remembered.set(wide=wide)
    with lean():
        if is_wide(wide, settings.get("wide")):
            use_wide()
        app = importlib.import_module("tui.app")
    status = app.run(path, state=state, author=author, encoding=encoding)
    return int(status or 0)
