"""An event: one change to one item, by someone, at some time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

Line = dict[str, Any]
"""An event as it stands in the state file, a line of its own there (FORMAT.md names its keys)."""

TIME_LENGTH = len("2026-01-31T08:00:00.000Z")


class Event(NamedTuple):
    """One change to one item; the greatest (count, time, id) wins, field by field."""

    id: str
    count: int  # type: ignore[assignment]
    """Lamport count: one more than the greatest count its author had seen."""
    time: datetime
    """Aware, in UTC, to the millisecond."""
    author: str
    item: str
    """Key of the item."""
    fields: Mapping[str, Any]
    """What it sets; None means: as the document has it."""
    undoes: tuple[str, ...] = ()
    """Ids of the events that no longer count from here on."""
    redoes: tuple[str, ...] = ()
    """Ids of the events that count again from here on."""
    step: str = ""
    """Shared by events made with one gesture: they are undone together."""

    @classmethod
    def of(cls, line: Line) -> Event:
        """The event that a line of the state file holds."""
        return cls(
            id=line["id"],
            count=line["count"],
            time=read_time(line["time"]),
            author=line["author"],
            item=line["item"],
            fields=line.get("set", {}),
            undoes=strings(line.get("undo")),
            redoes=strings(line.get("redo")),
            step=str(line.get("step", "")),
        )


def strings(value: Any) -> tuple[str, ...]:
    """The texts in a list of a state file; whatever else stands there says nothing."""
    return tuple(one for one in value if type(one) is str) if type(value) is list else ()


def new_id() -> str:
    """Sixteen hexadecimal digits that no other event has."""
    return os.urandom(8).hex()


def now() -> str:
    """The time as the state file writes it: UTC, milliseconds, always 24 characters."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_time(written: str) -> datetime:
    """The moment that the state file writes so; raises ValueError for anything else."""
    if len(written) != TIME_LENGTH or written[-1] != "Z":
        raise ValueError(written)
    return datetime.fromisoformat(written)


def order(line: Line) -> tuple[int, str, str]:
    """What decides which of two events is the later one."""
    return line["count"], line["time"], line["id"]
