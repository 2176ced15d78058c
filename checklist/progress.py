"""How far a checklist is, in counts that add up."""

from __future__ import annotations

from typing import NamedTuple


class Progress(NamedTuple):
    """One count for each status; together they are the total."""

    total: int = 0
    open: int = 0
    doing: int = 0
    done: int = 0
    closed: int = 0
    mostly: int = 0
    ongoing: int = 0
    overdue: int = 0
    """How many of them are past their day and unfinished."""

    @property
    def finished(self) -> int:
        """Done or closed: the first number of ``3/9``."""
        return self.done + self.closed

    @property
    def rate(self) -> float:
        """Finished of total, from 0 to 1; 0 when there is nothing to do."""
        return self.finished / self.total if self.total else 0.0
