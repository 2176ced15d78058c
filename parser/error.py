"""What goes wrong while a document is read: one sentence, with its place where there is one."""

from __future__ import annotations

from parser.message import Message


class ParseError(Exception):
    """A document cannot be read.

    ``message`` says what is wrong and what to do; ``path`` names the file; ``line`` and
    ``column`` (both from 1, in characters) are given where the fault has a place.
    """

    def __init__(
        self,
        message: Message,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = self.path or ""
        if self.line is not None:
            place += f":{self.line}:{self.column or 1}"
        return f"{place}: {self.message}" if place else str(self.message)
