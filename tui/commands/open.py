"""``gangmu [FILE]``: the app."""

from __future__ import annotations

import importlib

from tui.commands import options
from tui.commands.document import named


@options.file_or_sample
@options.state
@options.author
def open_app(file: str | None, encoding: str | None, state: str | None, by: str | None) -> int:
    """Open a document, or the built-in sample; Textual is imported only here."""
    path = named(file)
    app = importlib.import_module("tui.app")
    status = app.run(path, state=state, author=by, encoding=encoding)
    return int(status or 0)
