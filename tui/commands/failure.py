"""What goes wrong in a command: one sentence, with its place where there is one."""

from __future__ import annotations

from parser import Message


class Failure(Exception):  # noqa: N818 - the person reads the message, not the name
    """A command cannot do what was asked. ``path`` names the file that it is about."""

    def __init__(self, message: Message, path: str | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.path = path
