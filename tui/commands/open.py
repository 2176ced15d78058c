"""``gangmu [FILE]``: the app."""

from __future__ import annotations

import click

from tui.commands import options
from tui.commands.opening import open_document
from tui.language import N_


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
    return open_document(file, state=state, author=by, encoding=encoding, wide=wide)
