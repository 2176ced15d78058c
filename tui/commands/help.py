"""The pages that ``--help`` prints."""

from __future__ import annotations

import click
from rich.console import RenderableType

from tui.commands import table
from tui.commands.draw import definitions, drawn, heading, paragraph
from tui.language import _


def command_page(ctx: click.Context, command: click.Command) -> str:
    """How one command is used."""
    words = [ctx.command_path, *_arguments(ctx, command), _("[OPTIONS]")]
    parts: list[RenderableType] = [
        paragraph(_("Usage: {usage}").format(usage=" ".join(words))),
        paragraph(_(command.help) if command.help else ""),
        heading(_("Options")),
        definitions(_options(ctx, command)),
    ]
    entry = table.entry(command.name or "")
    if entry is not None and entry.details:
        parts.append(heading(_("What may be asked")))
        parts.append(definitions([(_(typed), _(meaning)) for typed, meaning in entry.details]))
    return drawn(*parts)


def program_page(ctx: click.Context, opening: click.Command | None) -> str:
    """How the program is used, and all commands."""
    parts: list[RenderableType] = [
        paragraph(_("Usage:")),
        definitions(
            [
                ("gangmu " + _("[FILE]"), _("open a document, or the built-in sample")),
                ("gangmu " + _("COMMAND …"), _("answer at once, for people and scripts")),
            ]
        ),
    ]
    for group, entries in table.COMMANDS.items():
        parts.append(heading(_(group)))
        parts.append(definitions([(name, _(entry.help)) for name, entry in entries.items()]))
    parts.append(heading(_("Options")))
    options = _options(ctx, opening) if opening is not None else []
    version = ("--version", _("Show the version and exit."))
    parts.append(definitions([*options[:-1], version, *options[-1:]]))
    parts.append(
        paragraph("\n" + _("A file with the name of a command is opened as gangmu ./list."))
    )
    return drawn(*parts)


def _arguments(ctx: click.Context, command: click.Command) -> list[str]:
    arguments = [p for p in command.get_params(ctx) if isinstance(p, click.Argument)]
    return [argument.make_metavar(ctx) for argument in arguments]


def _options(ctx: click.Context, command: click.Command) -> list[tuple[str, str]]:
    rows = []
    for option in command.get_params(ctx):
        if isinstance(option, click.Option) and not option.hidden:
            label = ", ".join([*option.opts, *option.secondary_opts])
            if isinstance(option.type, click.Choice):
                label += " " + "|".join(option.type.choices)
            elif not option.is_flag:
                label += " " + _(option.metavar) if option.metavar else ""
            rows.append((label, _(option.help) if option.help else ""))
    return rows
