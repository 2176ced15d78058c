"""What Click is taught: commands from the table, translated help, a file without a verb."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import click

from tui.commands import table
from tui.commands.output import write_line
from tui.language import N_

VALUED = frozenset({"--lang", "--state", "--by", "--encoding"})
"""Options that take a value and may stand before the name of a command."""
ANSWERED_AT_ONCE = frozenset({"--help", "-h", "--version"})
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Helpful(click.Command):
    """``--help`` without a look into the catalogue, which takes 5 ms, until it is asked for."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option; Click's own is translated each time a command line is read."""
        names = self.get_help_option_names(ctx)
        return eager_flag([*names], N_("Show this message and exit."), show_help)


class Command(Helpful):
    """A command whose help is drawn by us: translated, and as wide as its characters are."""

    def get_help(self, ctx: click.Context) -> str:
        """The page that ``--help`` prints."""
        from tui.commands.help import command_page, program_page

        if self.name == table.OPEN and ctx.parent is not None:
            return program_page(ctx.parent, self)
        return command_page(ctx, self)


class Program(Helpful, click.Group):
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
    made.params.append(eager_flag(["--version"], N_("Show the version and exit."), show_version))
    return made


def eager_flag(names: list[str], help: str, show: Callable[..., None]) -> click.Option:
    """An option that prints something and ends."""
    return click.Option(
        names, is_flag=True, is_eager=True, expose_value=False, callback=show, help=help
    )


def show_help(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Print the page of a command."""
    if wanted:
        write_line(ctx.get_help())
        ctx.exit()


def show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Print the name and version of the program."""
    if wanted:
        from tui.version import version

        write_line(f"gangmu {version()}")
        ctx.exit()
