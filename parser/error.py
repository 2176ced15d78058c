"""What goes wrong while a document is read: one sentence, with its place where there is one."""

from __future__ import annotations

from parser.message import Message
from parser.visible import make_visible


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
        places = [make_visible(self.path)] if self.path else []
        if self.line is not None:
            places += [str(self.line), str(self.column or 1)]
        return f"{':'.join(places)}: {self.message}" if places else str(self.message)
