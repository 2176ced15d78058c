"""The ledger as Markdown: the summary, and a table for each section."""

from __future__ import annotations

import re

from checklist.ledger.columns import Column
from checklist.ledger.ledger import Ledger, percent, summary
from checklist.ledger.rows import Row
from checklist.ledger.safe import printable

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def render(ledger: Ledger) -> bytes:
    """A page that reads well as text, too."""
    columns = tuple(column for column in ledger.columns if column.key != "group")
    lines = [f"# {escaped(ledger.heading)}", "", summary(ledger), ""]
    by_section = len(columns) < len(ledger.columns)
    for group, rows in ledger.groups if by_section else [("", list(ledger.rows))]:
        if group:
            progress = ledger.progress_of(rows)
            done = f"{progress.finished}/{progress.total}，{percent(progress)}"
            lines += [f"## {escaped(group)}（{done}）", ""]
        lines += [*table(columns, rows, ledger.language), ""]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def table(columns: tuple[Column, ...], rows: list[Row], language: str) -> list[str]:
    """A table of pipes."""
    heads = [column.name(language) for column in columns]
    rules = [":-:" if column.centred else "---" for column in columns]
    cells = [[escaped(column.text(row, language)) for column in columns] for row in rows]
    return [f"| {' | '.join(line)} |" for line in (heads, rules, *cells)]


def escaped(text: str) -> str:
    """The text so that no character of it is taken for markup."""
    return SPECIAL.sub(r"\\\1", printable(text)).replace("\n", "<br>").replace("\t", " ")
