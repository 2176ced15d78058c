"""The progress with its parts, so that nobody has to ask what was counted."""

from __future__ import annotations

from textual.content import Content

from checklist import Checklist, Progress, Status
from parser import Node
from tui.dialogs.pages import Page
from tui.language import _, ngettext
from tui.panels import elide, measure, pad
from tui.wording import label_of
from tui.words import status_name

ROOM = 46


def progress_page(checklist: Checklist) -> Page:
    """The whole in all states, then each group."""
    progress = checklist.progress
    rows = [(status_name(status), getattr(progress, status.value)) for status in Status]
    wide = max(measure(name) for name, _count in rows)
    parts: list[str | tuple[str, str]] = [(whole(progress) + "\n\n", "bold")]
    for name, count in rows:
        parts.append((pad(name, wide + 2), "$text-muted"))
        parts.append(f"{count:>5}\n")
    if progress.overdue:
        late = pad(_("late"), wide + 2)
        parts.append((f"{late}{progress.overdue:>5}\n", "bold $text-error"))
    parts.append("\n")
    for node in groups(checklist):
        part = checklist.progress_of(node)
        indent = "  " * (node.depth - 1)
        parts.append(pad(indent + elide(label_of(node), ROOM - len(indent)), ROOM + 2))
        parts.append((f"{part.finished:>4}/{part.total}\n", "$text-muted"))
    return Page(_("Progress"), Content.assemble(*parts))


def whole(progress: Progress) -> str:
    """``9 项，已完成 3 项（已销号 1、待验收 2），33.33%``."""
    return ngettext(
        "{total} item: {finished} finished ({closed} closed, {done} to be accepted), {rate:.2%}",
        "{total} items: {finished} finished ({closed} closed, {done} to be accepted), {rate:.2%}",
        progress.total,
    ).format(
        total=progress.total,
        finished=progress.finished,
        closed=progress.closed,
        done=progress.done,
        rate=progress.rate,
    )


def groups(checklist: Checklist) -> list[Node]:
    """The headings above the items, in document order."""
    nodes = checklist.document.nodes
    rows = set()
    for item in checklist.items:
        parent = item.node.parent if item.node else -1
        while parent >= 0 and parent not in rows:
            rows.add(parent)
            parent = nodes[parent].parent
    return [nodes[row] for row in sorted(rows)]
