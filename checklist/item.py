"""An item of the checklist, with everything that is known about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from checklist.status import Status
from parser import Node, Role


class Remark(NamedTuple):
    """A dated, signed note on an item; remarks are added, never overwritten."""

    text: str
    author: str
    time: datetime
    """Aware, in UTC."""
    event: str
    """Id of the event that added it."""


class Item(NamedTuple):
    """One thing to be done, as the document and all events so far have it."""

    name: Callable[[], str]
    """Gives ``key``; finding it out reads the whole document, which a list on a screen need not."""
    node: Node | None
    """Where it stands in the document; None when it found no place there."""
    number: str
    marker: str
    title: str
    role: Role | None
    status: Status = Status.OPEN
    owner: str = ""
    due: str = ""
    """The time limit in the words that were written: ``12月底前``."""
    due_date: date | None = None
    """The day that ``due`` means, where it means one."""
    result: str = ""
    """整改情况: what came of it, in free text."""
    evidence: tuple[str, ...] = ()
    """佐证材料: file names and links."""
    remarks: tuple[Remark, ...] = ()
    """Oldest first; the reason of a reopening is among them."""
    opinion: str = ""
    """验收意见: given when the item was closed."""
    closed_by: str = ""
    closed_on: date | None = None
    changed: datetime | None = None
    """When it was last changed (aware, in UTC); None when never."""
    changed_by: str = ""
    reworded: bool = False
    """Whether the document's wording changed after the status was set."""

    def __eq__(self, other: object) -> bool:
        """Whether all is the same; how the name is found out does not matter."""
        return isinstance(other, Item) and self[1:] == other[1:]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[1:])

    @property
    def key(self) -> str:
        """Its name in the state file; it stays the same when the document's wording changes."""
        return self.name()

    def days_left(self, today: date) -> int | None:
        """Days until it is due, below zero when late; None when no day is named."""
        return (self.due_date - today).days if self.due_date else None

    def overdue(self, today: date) -> bool:
        """Whether its day is past and it is not finished."""
        return self.due_date is not None and self.due_date < today and self.status.unfinished
