"""What goes wrong with the state of a document: one sentence, with the file it is about."""

from __future__ import annotations

from pathlib import Path

from parser import Message


class StateError(Exception):
    """A change cannot be made, or the state file cannot be read or written.

    ``message`` says what is wrong and what to do; ``path`` names the state file, where one is
    concerned. What was not saved stays pending and may be saved again.
    """

    def __init__(self, message: Message, path: Path | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else str(self.message)
