"""The one place where errors become a line on standard error and an exit status.

0 is done, 1 found nothing or differs, 2 wrong use or unreadable input. No traceback reaches a
person: what nobody foresaw is written to a log file, and its path is said.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from parser import Message, ParseError
from tui import language
from tui.commands.failure import Failure
from tui.commands.output import prepare, warn
from tui.commands.table import plain
from tui.language import _, translate
from tui.start import end

if TYPE_CHECKING:
    import click

DONE, NOTHING, WRONG, INTERRUPTED = 0, 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status."""
    language.choose(language.asked(arguments))
    with_streams()
    prepare()
    try:
        status = obey(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return quiet_end()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the boundary: nothing passes it
        if is_clicks(error, "Abort"):
            return INTERRUPTED
        if unread(error):
            return quiet_end()
        end()
        warn(explain(error))
        return WRONG
    return status if isinstance(status, int) else DONE


def obey(arguments: Sequence[str]) -> object:
    """Do what a command line says; returns the exit status, or None."""
    if plain(arguments):
        from tui.commands.opening import open_document

        return open_document(next(iter(arguments), None))
    from tui.commands.command import program

    return program().main(list(arguments), "gangmu", standalone_mode=False)


def is_clicks(error: Exception, name: str) -> bool:
    """Whether this is an error of Click's of that name; where Click was not needed it is none."""
    click = sys.modules.get("click")
    return click is not None and isinstance(error, getattr(click, name))


def unread(error: Exception) -> bool:
    """Whether this is what Windows says of a pipe that nobody reads any more."""
    return (
        os.name == "nt"
        and isinstance(error, OSError)
        and error.errno == errno.EINVAL
        and error.filename is None
    )


def with_streams() -> None:
    """Give a process that was started without standard streams somewhere to write."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def quiet_end() -> int:
    """The reader of our output has left (``| head``): nothing is wrong, and nothing is said."""
    # Python flushes standard output once more at exit, and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def explain(error: Exception) -> str:
    """One line for a person: where, what, what to do."""
    if is_clicks(error, "UsageError"):
        return usage(cast("click.UsageError", error))
    if is_clicks(error, "ClickException"):
        return cast("click.ClickException", error).format_message()
    message = getattr(error, "message", None)
    if isinstance(message, Message):
        return located(error, message)
    if isinstance(error, OSError):
        return refused(error)
    from tui.crash import record

    return _("Something went wrong that should not have. The details are in {path}.").format(
        path=record(error)
    )


def located(error: Exception, message: Message) -> str:
    """``file:line:column: sentence``."""
    place = str(getattr(error, "path", None) or "")
    if isinstance(error, ParseError) and error.line is not None:
        place += f":{error.line}:{error.column or 1}"
    sentence = translate(message)
    return f"{place}: {sentence}" if place else sentence


def refused(error: OSError) -> str:
    """What the system said, with the file it said it about."""
    reason = _(error.strerror or str(error))
    if error.filename is None:
        return _("The output could not be written: {reason}.").format(reason=reason)
    return _("{path}: the system refused: {reason}.").format(
        path=str(error.filename), reason=reason
    )


def usage(error: click.UsageError) -> str:
    """Wrong use: what is wrong, and where the right use is told."""
    command = "gangmu"
    if error.ctx is not None and error.ctx.info_name and error.ctx.parent is not None:
        command += f" {error.ctx.info_name}"
    what = " ".join(error.format_message().split())
    return _("{what} See: {command} --help").format(what=what, command=command)


__all__ = ["Failure", "run"]
