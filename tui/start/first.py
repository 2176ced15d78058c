"""The first screen: painted before Textual is imported, then taken over by it without a flicker.

The text stands where the panels will put it: first as a quick look at the file's beginning has it,
then, once the document is read, as it is. ``GANGMU_FIRST_SCREEN=0`` leaves both out. Keys pressed
meanwhile stay in the terminal's own buffer, where Textual finds them.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from checklist import Journal
    from tui.panels.line import Line
    from tui.start.frame import Frame
    from tui.start.sketch import Sketch

SWITCH = "GANGMU_FIRST_SCREEN"
FLAGS = {"--wide", "--narrow"}
VALUED = {"--lang", "--state", "--by", "--encoding"}
"""Options with a value; another option means that this is no plain opening."""
ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[?7l", "\x1b[?7h\x1b[?1049l\x1b[?25h"

_terminal: list[Any] | None = None
"""The terminal's settings before the first screen, while there is one."""
_frame: Frame | None = None
"""What stands around the lines of the first screen."""
_shown: list[Line] = []
"""Its lines."""


def begin(arguments: Sequence[str]) -> None:
    """Paint the first screen, where there is a terminal and a document to open."""
    try:
        path = document_in(arguments)
        if path is not None and is_wanted():
            paint(path, flag_in(arguments))
    except Exception:  # noqa: BLE001 - a missing first screen is no reason not to start
        end()


def end() -> None:
    """Give the terminal back, if Textual did not take it over."""
    before = take_over()
    if before is not None:
        import termios

        write(LEAVE)
        termios.tcsetattr(0, termios.TCSANOW, before)


def take_over() -> list[Any] | None:
    """The terminal's settings from before, told once: whoever asks gives the terminal back."""
    global _terminal
    before, _terminal = _terminal, None
    return before


def note(words: str) -> None:
    """Write words at the right of the first screen's header, while there is one."""
    if _terminal is not None and _frame is not None:
        write(_frame.corner(words))


def complete(journal: Journal) -> None:
    """Paint the document itself, read by now, where the first screen was a look at its beginning.

    Args:
        journal: The document with the state of its checklist.
    """
    global _frame, _shown
    if _terminal is None:
        return
    try:
        from tui.start import place, whole
        from tui.start.frame import Frame

        settings, was = place.settings(), place.kept(journal.document.path or "")
        frame = Frame(settings, str(was.get("mode") or "read"))
        lines = whole.lines(journal, was, *frame.panels) if all(frame.panels) else []
        if _frame is None or lines != _shown or frame.panels != _frame.panels:
            _frame, _shown = frame, lines
            write(frame.screen(lines, journal.document.title))
    except Exception:  # noqa: BLE001 - Textual will show the document, or say what is wrong
        return


def is_wanted() -> bool:
    """Whether this is a terminal on which a first screen can be painted and taken over."""
    return (
        sys.platform != "win32"
        and os.environ.get(SWITCH) != "0"
        and os.environ.get("TERM", "dumb") != "dumb"
        and all(os.isatty(number) for number in (0, 2))
    )


def document_in(arguments: Sequence[str]) -> str | None:
    """The file that a command line opens; None where it does something else."""
    words = []
    rest = iter(arguments)
    for argument in rest:
        if argument in VALUED:
            next(rest, None)
        elif argument in FLAGS or argument.partition("=")[0] in VALUED:
            continue
        elif argument.startswith("-"):
            return None
        else:
            words.append(argument)
    if not words:
        seeds = os.path.join(os.path.dirname(__file__), "..", "..", "seeds")  # noqa: PTH118, PTH120
        names = [name for name in os.listdir(seeds) if name.endswith(".txt")]  # noqa: PTH208
        return os.path.join(seeds, names[0])  # noqa: PTH118
    # A word without dot or slash may be a command.
    return words[0] if len(words) == 1 and ("." in words[0] or os.sep in words[0]) else None


def flag_in(arguments: Sequence[str]) -> bool | None:
    """What ``--wide`` or ``--narrow`` says; None when neither is there."""
    flags = [argument for argument in arguments if argument in FLAGS]
    return flags[-1] == "--wide" if flags else None


def paint(path: str, wide: bool | None = None) -> None:
    """Read the beginning of a file and paint it on the other screen of the terminal."""
    import termios

    from tui.panels.cells import TERMINAL
    from tui.start import place
    from tui.start.frame import Frame
    from tui.start.sketch import sketch
    from tui.wide import is_wide

    global _terminal, _frame, _shown  # noqa: PLW0603 - a process has one terminal
    title = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122
    seen = sketch(path, title)
    settings, was = place.settings(), place.place(path)
    if is_wide(wide, settings.get("wide")):
        TERMINAL.widen()
    _frame = Frame(settings)
    if seen is not None and was is not None and all(_frame.panels):
        _shown = panel_lines(seen, *_frame.panels, was)
    before = termios.tcgetattr(0)
    termios.tcsetattr(0, termios.TCSANOW, as_textual_wants(before))
    _terminal = before
    write(ENTER + _frame.screen(_shown, seen.title if seen else title))


def as_textual_wants(settings: list[Any]) -> list[Any]:
    """Terminal settings in which keys are neither echoed nor waited for, as Textual's driver."""
    import termios

    wanted = list(settings)
    wanted[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    wanted[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    wanted[6] = list(wanted[6])
    wanted[6][termios.VMIN] = 1
    return wanted


def panel_lines(seen: Sketch, width: int, height: int, was: dict[str, Any]) -> list[Line]:
    """The lines of the panels, laid out by their own code; none where the user was further on."""
    from tui.panels.page import Page
    from tui.panels.rows import Rows
    from tui.panels.view import View
    from tui.start.sketch import Nothing

    rows = Rows(seen)  # type: ignore[arg-type]
    page = Page(seen, Nothing(), rows)  # type: ignore[arg-type]
    page.resize(width, page.widths)
    view = View(rows, page)
    view.height = height
    cursor = rows.first()
    if top := was.get("top"):
        cursor = seen.outline.find(str(was.get("cursor")))
        if not isinstance(top, int) or top > len(seen.text) - height * width or cursor is None:
            return []
        view.top = view.find(top)
    elif was.get("cursor"):
        cursor = seen.outline.find(str(was["cursor"]))
    return view.seen(cursor)


def write(text: str) -> None:
    """Send text to the terminal, all of it."""
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(2, data) :]
