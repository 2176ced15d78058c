"""What an input method commits in one go: text for a field, and no commands.

A terminal sends it as if it had been typed. Outside a field its signs would be keys: 整改、落实
would begin a search, 怎么办？ open the help, and ｑ整改 leave the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from textual.events import Key, Paste
from textual.message import Message

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
BEGINS = re.compile(r"[gGjk]*/|[、／]")
"""Keys that may arrive with a text, pressed before it: moves, then the one that begins a search."""


def as_committed(events: Iterable[Message]) -> Iterator[Message]:
    """The events that one read from the terminal gave; text among them as a paste.

    Two signs or more with a Chinese character among them are text: nobody types a command so.
    """
    for printable, run in groupby(events, key=is_printable):
        keys = list(run)
        text = "".join(key.character or "" for key in keys if isinstance(key, Key))
        if not printable or len(text) < 2 or not HAN.search(text):
            yield from keys
            continue
        found = BEGINS.match(text)
        before = found.end() if found else 0
        yield from keys[:before]
        if before < len(text):
            yield Paste(text[before:])


def is_printable(event: Message) -> bool:
    """Whether an event is a key that writes a sign."""
    return isinstance(event, Key) and event.is_printable
