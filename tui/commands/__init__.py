"""The command line: one table of commands, each imported only when it is called."""

from tui.commands.boundary import run

__all__ = ["run"]
