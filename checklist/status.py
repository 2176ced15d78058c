"""The six states of an item, as offices name them."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How far an item is; PRACTICE.md of the design says what each counts as."""

    OPEN = "open"
    """未启动: not begun."""
    DOING = "doing"
    """整改中: under way."""
    DONE = "done"
    """待验收: done by the doer, not yet accepted."""
    CLOSED = "closed"
    """已销号: accepted, with opinion, name and date."""
    MOSTLY = "mostly"
    """基本完成: counted apart, never as done."""
    ONGOING = "ongoing"
    """长期坚持: counted apart, never as done."""

    @property
    def unfinished(self) -> bool:
        """Whether a due date still presses: not done, not closed, not kept up for good."""
        return self in {Status.OPEN, Status.DOING, Status.MOSTLY}
