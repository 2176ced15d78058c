"""Opening a document in the app."""

from __future__ import annotations

import importlib

from tui import remembered
from tui.commands.document import named
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
    """Open a document, or the built-in sample; Textual is imported only here."""
    path = named(file)
    progress = reading(path)
    with lean():
        settings = remembered.settings()
        if wide is not None and wide != settings.get("wide"):
            remembered.set(wide=wide)
        if is_wide(wide, settings.get("wide")):
            use_wide()
        app = importlib.import_module("tui.app")
    status = app.run(path, state=state, author=author, encoding=encoding, progress=progress)
    return int(status or 0)
