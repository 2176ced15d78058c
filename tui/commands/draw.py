"""Tables and pages for people, drawn with Rich: document text is never taken for markup."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from tui.visible import visible

Row = Sequence[str | Text]
LINE_ENDS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
UNBOUNDED = 100_000
"""Cells: into a file or a pipe, a row is one line however long."""


def show(*parts: RenderableType) -> None:
    """Print for a person: as wide as the terminal; in a file or a pipe, a row is one line."""
    if sys.stdout.isatty():
        console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
        for part in parts:
            console.print(part)
    else:
        sys.stdout.write(drawn(*parts, width=UNBOUNDED) + "\n")


def table(columns: Sequence[str], rows: Iterable[Row], *, elided: bool = False) -> Table:
    """A table of plain text; the last column takes what is left, in one line when elided."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for title in columns[:-1]:
        made.add_column(Text(title), no_wrap=True)
    made.add_column(Text(columns[-1]), overflow="fold")
    for row in rows:
        cells = [plain(cell) for cell in row]
        if elided:
            # Said of the text, not of the column: Rich narrows no column that may not wrap.
            cells[-1].no_wrap, cells[-1].overflow = True, "ellipsis"
        made.add_row(*cells)
    return made


def within(words: str) -> str:
    """Words of a column beside the last one: on a screen, cut so that room is left for the last."""
    if not sys.stdout.isatty():
        return words
    made = Text(visible(words))
    made.truncate(max(shutil.get_terminal_size((100, 24)).columns // 5, 8), overflow="ellipsis")
    return made.plain


def plain(text: str | Text) -> Text:
    """Text from anywhere, as it is: no markup obeyed, no control character passed on."""
    return text if isinstance(text, Text) else Text(visible(text))


def marked(text: str, spans: Iterable[tuple[int, int]], cut: bool = False) -> Text:
    """A line with the spans marked, and dots before it where its beginning was cut off."""
    made = Text(LINE_ENDS.sub(" ", text))
    for start, end in spans:
        made.stylize("bold reverse", max(start, 0), end)
    return Text("…") + made if cut else made


def paragraph(text: str) -> Text:
    """One paragraph of a page."""
    return Text("\n".join(map(visible, text.split("\n"))))


def heading(text: str) -> Text:
    """A heading of a page, after an empty line."""
    return Text("\n" + text, style="bold")


def definitions(rows: Iterable[tuple[str, str]]) -> Table:
    """Words and what they mean, side by side."""
    made = Table.grid(padding=(0, 2, 0, 0))
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    for word, meaning in rows:
        made.add_row(Text("  " + word), Text(meaning))
    return made


def drawn(*parts: RenderableType, width: int | None = None) -> str:
    """A page as text without colours, ``width`` cells wide; None is as wide as the terminal."""
    target = io.StringIO()
    console = Console(
        file=target,
        width=width or shutil.get_terminal_size((100, 24)).columns,
        color_system=None,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in target.getvalue().splitlines())
