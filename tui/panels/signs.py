"""Signs that are one cell wide on every terminal, and the words that stand beside them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from checklist import Item, Progress

OPENED, FOLDED = "▾", "▸"
HERE = "❯"
SOON = 7
"""Days before its day on which an item begins to look urgent."""

SIGNS = {"open": "☐", "doing": "◔", "done": "☑", "closed": "✓", "mostly": "◕", "ongoing": "↻"}
"""The box of an item by its status."""
FINISHED = frozenset({"done", "closed"})


def sign(status: str) -> str:
    """The box of an item."""
    return SIGNS[status]


def state_words(status: str) -> str:
    """The name of a status in the language in use."""
    from tui.words import status_name

    return status_name(status)


def due_words(item: Item, today: date) -> tuple[str, str]:
    """When an item is due, in words, and the style of that: late, soon or neither."""
    left = item.days_left(today)
    if left is None or not item.status.unfinished or left > SOON:
        return item.due, "meta"
    from tui.language import _, ngettext

    if left < 0:
        return ngettext("{n} day late", "{n} days late", -left).format(n=-left), "overdue"
    if left == 0:
        return _("due today"), "soon"
    return ngettext("{n} day left", "{n} days left", left).format(n=left), "soon"


def remarks_on(item: Item, today: date) -> list[tuple[str, str]]:
    """What stands at the right of an item: owner, due, status; each with its style."""
    state = state_words(item.status) if item.status != "open" else ""
    due, style = due_words(item, today)
    said = [
        (item.owner, "meta"),
        ("" if due == state else due, style),
        (state, f"status-{item.status}"),
    ]
    return [(words, style) for words, style in said if words]


def count_of(progress: Progress) -> tuple[str, str]:
    """``3/9`` with its style; nothing where there is nothing to do."""
    if not progress.total:
        return "", "count"
    full = progress.finished == progress.total
    return f"{progress.finished}/{progress.total}", "count-full" if full else "count"
