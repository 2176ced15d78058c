"""What Click is taught: commands from the table, translated help, a file without a verb."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import click

from tui.commands import table
from tui.language import N_

VALUED = frozenset({"--lang", "--state", "--by", "--encoding"})
"""Options that take a value and may stand before the name of a command."""
ANSWERED_AT_ONCE = frozenset({"--help", "-h", "--version"})
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Command(click.Command):
    """A command whose help is drawn by us: translated, and as wide as its characters are."""

    def get_help(self, ctx: click.Context) -> str:
        """The page that ``--help`` prints."""
        from tui.commands.help import command_page, program_page

        if self.name == table.OPEN and ctx.parent is not None:
            return program_page(ctx.parent, self)
        return command_page(ctx, self)


class Program(click.Group):
    """``gangmu``: a command of the table, or else a file to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of the table."""
        return table.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command and give it its name and help."""
        entry = table.entry(cmd_name)
        if entry is None:
            return None
        module, _, function = entry.target.partition(":")
        callback: Callable[..., object] = getattr(importlib.import_module(module), function)
        # click.command() would take the options off the function: good for one call only.
        declared: list[click.Parameter] = getattr(callback, "__click_params__", [])
        return Command(
            cmd_name,
            callback=callback,
            params=declared[::-1],
            help=entry.help,
            context_settings=SETTINGS,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find out which command is meant before Click looks."""
        return super().parse_args(ctx, route(args))

    def get_help(self, ctx: click.Context) -> str:
        """The page that ``gangmu --help`` prints."""
        from tui.commands.help import program_page

        return program_page(ctx, self.get_command(ctx, table.OPEN))


def route(arguments: list[str]) -> list[str]:
    """The arguments with the command first: its name moved there, or the unnamed one put there.

    Options may stand before the name. A first word that is no command is a file to open.
    """
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        if arguments[place] in {"-", "--"}:
            break
        place += 2 if arguments[place] in VALUED else 1
    named = arguments[place] if place < len(arguments) else None
    if named is not None and named in table.names():
        return [named, *arguments[:place], *arguments[place + 1 :]]
    for argument in arguments:
        if argument == "--":
            break
        if argument in ANSWERED_AT_ONCE:
            return [argument]
    return [table.OPEN, *arguments]


def program() -> Program:
    """The whole command line."""
    made = Program("gangmu", context_settings=SETTINGS)
    return version_option(made)


def version_option(made: Program) -> Program:
    """Add ``--version``."""

    def show(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
        if wanted:
            from tui.commands.output import write_line
            from tui.version import version

            write_line(f"gangmu {version()}")
            ctx.exit()

    made.params.append(
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=show,
            help=N_("Show the version and exit."),
        )
    )
    return made
