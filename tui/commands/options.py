"""Arguments and options that commands share, each a decorator with one help text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from tui.language import LANGUAGES, N_, _

Function = TypeVar("Function", bound=Callable[..., object])


class Argument(click.Argument):
    """An argument whose place-holder is translated in errors and help."""

    def make_metavar(self, ctx: click.Context) -> str:  # noqa: ARG002
        """What stands for it: ``文件``."""
        return _(self.metavar) if self.metavar else self.human_readable_name


def file(function: Function) -> Function:
    """``FILE``, and how to read it: ``file: str``, ``encoding: str | None``."""
    return click.argument("file", cls=Argument, metavar=N_("FILE"))(reading(function))


def file_or_sample(function: Function) -> Function:
    """``[FILE]``, the built-in sample when none is named: ``file: str | None``, ``encoding``."""
    return click.argument("file", cls=Argument, metavar=N_("[FILE]"), required=False)(
        reading(function)
    )


def files_or_sample(function: Function) -> Function:
    """``[FILE…]``, the built-in sample when none is named: ``files: tuple[str, ...]``."""
    return click.argument("files", cls=Argument, metavar=N_("[FILE…]"), nargs=-1)(reading(function))


def words(function: Function) -> Function:
    """``WORDS``, what is searched for: ``words: str``."""
    return click.argument("words", cls=Argument, metavar=N_("WORDS"))(function)


def reading(function: Function) -> Function:
    """How a document is read, and the language spoken: ``encoding: str | None``."""
    function = click.option(
        "--encoding",
        metavar=N_("NAME"),
        help=N_("Encoding of the document, where the guess is wrong (gb18030, utf-8, …)."),
    )(function)
    return language(function)


def language(function: Function) -> Function:
    """``--lang``, which was obeyed before the command line was read."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=N_("Language of the interface."),
    )(function)


def state(function: Function) -> Function:
    """``--state PATH``: ``state: str | None``."""
    return click.option(
        "--state",
        metavar=N_("PATH"),
        help=N_("State file to use instead of the one beside the document."),
    )(function)


def author(function: Function) -> Function:
    """``--by NAME``: ``by: str | None``."""
    return click.option(
        "--by",
        metavar=N_("NAME"),
        help=N_("Who makes the change; if not said, the name set with @ in the app."),
    )(function)


def numbers(function: Function) -> Function:
    """``NUMBER…``: ``numbers: tuple[str, ...]``, at least one."""
    return click.argument("numbers", cls=Argument, metavar=N_("NUMBER…"), nargs=-1, required=True)(
        function
    )


def some_numbers(function: Function) -> Function:
    """``[NUMBER…]``: ``numbers: tuple[str, ...]``, perhaps none."""
    return click.argument("numbers", cls=Argument, metavar=N_("[NUMBER…]"), nargs=-1)(function)


def number(function: Function) -> Function:
    """``NUMBER``: ``number: str``."""
    return click.argument("number", cls=Argument, metavar=N_("NUMBER"))(function)


def as_json(function: Function) -> Function:
    """``--json``: ``as_json: bool``."""
    return click.option(
        "--json", "as_json", is_flag=True, help=N_("Print JSON (UTF-8) for a program to read.")
    )(function)
