"""``gangmu [FILE]``: the app."""

from __future__ import annotations

import importlib

import click

from tui import remembered
from tui.commands import options
from tui.commands.document import named
from tui.language import N_
from tui.wide import is_wide, use_wide


@options.file_or_sample
@options.state
@options.author
@click.option(
    "--wide/--narrow",
    default=None,
    help=N_("Whether the terminal draws “ … — two cells wide; remembered."),
)
def open_app(
    file: str | None, encoding: str | None, state: str | None, by: str | None, wide: bool | None
) -> int:
    """Open a document, or the built-in sample; Textual is imported only here."""
    path = named(file)
    settings = remembered.settings()
    if wide is not None and wide != settings.get("wide"):
        remembered.set(wide=wide)
    if is_wide(wide, settings.get("wide")):
        use_wide()
    app = importlib.import_module("tui.app")
    status = app.run(path, state=state, author=by, encoding=encoding)
    return int(status or 0)
