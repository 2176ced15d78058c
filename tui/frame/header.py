"""The line at the top: whose document this is and how far its checklist is."""

from __future__ import annotations

from textual.events import Click
from textual.message import Message

from checklist import Progress
from tui.frame.bar import Bar, Words
from tui.language import _
from tui.panels import elide, measure

FULL, EMPTY = "█", "░"
BARS = ((100, 20), (76, 12), (60, 8))
"""From that many cells on, a bar of that length."""


class Header(Bar):
    """Title, progress bar and counts; a click on it shows the parts of the progress."""

    DEFAULT_CSS = """
    Header {
        dock: top;
        height: 1;
        background: $panel;
        color: $foreground;
    }
    """

    class Clicked(Message):
        """Somebody wants to know what was counted."""

    def __init__(self) -> None:
        super().__init__(id="header")
        self.title = ""
        self.view = ""
        self.progress = Progress()

    def show(self, title: str, progress: Progress, view: str) -> None:
        """Draw the title, the progress and what is shown of the document, such as a filter."""
        if (title, progress, view) != (self.title, self.progress, self.view):
            self.title, self.progress, self.view = title, progress, view
            self.repaint()

    def sides(self, width: int) -> tuple[Words, Words]:
        """Title and what of it is shown; the progress."""
        right = counts(self.progress, width)
        room = width - sum(measure(text) for text, _ in right) - 3
        view = f" · {self.view}" if self.view else ""
        title = elide(self.title, max(room - measure(view), 0))
        return ((title, "bold"), (elide(view, room), "$text-primary")), right

    def on_click(self, event: Click) -> None:
        """Tell the app."""
        event.stop()
        self.post_message(self.Clicked())


def counts(progress: Progress, width: int) -> Words:
    """``整改 3/9 ████░░ 33% · 超期 1``, as much of it as a line of ``width`` cells has room for."""
    if not progress.total:
        return ((_("no measures") if width >= 60 else "", ""),)
    parts: list[tuple[str, str]] = []
    if width >= 60:
        parts.append((_("Finished") + " ", "$text-muted"))
    parts.append((f"{progress.finished}/{progress.total} ", "bold"))
    if cells := next((cells for least, cells in BARS if width >= least), 0):
        parts.extend(bar(progress.rate, cells))
    parts.append((f"{percent(progress)}%", ""))
    if progress.overdue:
        late = _("late {count}").format(count=progress.overdue)
        parts += [(" · ", "$text-muted"), (late, "bold $text-error")]
    return tuple(parts)


def percent(progress: Progress) -> int:
    """Whole percents, rounded down, so that 100 says that nothing is left."""
    return progress.finished * 100 // progress.total if progress.total else 0


def bar(rate: float, cells: int) -> list[tuple[str, str]]:
    """A bar of at most that many cells, and a blank."""
    signs = max(cells // measure(FULL), 2)
    full = min(int(rate * signs + 0.5), signs)
    full = max(full, 1) if rate > 0 else full
    full = min(full, signs - 1) if rate < 1 else full
    return [(FULL * full, "$success"), (EMPTY * (signs - full) + " ", "$text-disabled")]
