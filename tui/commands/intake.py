"""``gangmu import``: a ledger that colleagues filled in comes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from checklist import Journal, Plan, apply, plan_import
from tui.commands import options
from tui.commands.output import write_json
from tui.commands.state import on_journal, save
from tui.language import N_, _, language, ngettext, translate

CLEAN, LEFT = 0, 1
WIDEST = 60
"""Characters of a cell that are shown."""


@on_journal
@click.argument("ledger", cls=options.Argument, metavar=N_("LEDGER"))
@click.option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@click.option("--theirs", is_flag=True, help=N_("Where both sides changed a cell, take theirs."))
@options.as_json
def import_ledger(
    journal: Journal,
    ledger: str,
    dry_run: bool,
    theirs: bool,
    as_json: bool,
) -> int:
    """Make what was filled in an event each; 1 when something is left for a person."""
    plan = plan_import(journal, Path(ledger), theirs=theirs)
    events = 0
    if not dry_run:
        events = len(apply(journal, plan))
        save(journal)
    if as_json:
        write_json(as_object(plan) | {"events": events, "state": str(journal.path)})
    else:
        show(plan, journal, events, dry_run=dry_run)
    return CLEAN if plan.clean else LEFT


def as_object(plan: Plan) -> dict[str, object]:
    """The plan for a program; lines are rows of the spreadsheet, from 1."""
    return {
        "changes": [
            {
                "line": change.line,
                "number": change.item.number,
                "cells": [
                    {"column": cell.column.key, "from": cell.here, "to": cell.there}
                    for cell in change.cells
                ],
            }
            for change in plan.changes
        ],
        "conflicts": [
            {
                "line": conflict.line,
                "number": conflict.item.number,
                "column": conflict.cell.column.key,
                "exported": conflict.cell.exported,
                "here": conflict.cell.here,
                "there": conflict.cell.there,
            }
            for conflict in plan.conflicts
        ],
        "refused": [
            {
                "line": refusal.line,
                "number": refusal.item.number,
                "cells": {cell.column.key: cell.there for cell in refusal.cells},
                "reason": translate(refusal.reason),
            }
            for refusal in plan.refusals
        ],
        "unknown": [{"line": row.line, "text": row.text} for row in plan.unknown],
        "ignored": list(plan.ignored),
        "missing": [item.number for item in plan.missing],
        "alike": [
            {"line": line, "text": text, "number": item.number} for line, text, item in plan.alike
        ],
    }


Rows = Sequence[tuple[str, ...]]


def show(plan: Plan, journal: Journal, events: int, *, dry_run: bool) -> None:
    """Print the plan for a person: what changes, then what is left."""
    from tui.commands.draw import heading, paragraph, table
    from tui.commands.draw import show as draw

    for title, columns, rows in parts(plan):
        if rows:
            draw(heading(title), table(columns, rows, elided=True))
    if plan.ignored:
        line = _("Columns that were not read: {names}").format(names=_(", ").join(plan.ignored))
        draw(paragraph(line))
    if dry_run:
        draw(paragraph(_("Nothing was changed: this was a dry run.")))
    elif events:
        draw(paragraph(saved(events, journal)))
    else:
        draw(paragraph(_("The ledger holds nothing new.")))


def parts(plan: Plan) -> list[tuple[str, list[str], Rows]]:
    """The tables that are shown: heading, columns, rows."""
    row, number, column, text = _("Row"), _("No."), _("Column"), _("Text")
    before, after, why = _("Before"), _("After"), _("Why")
    spoken = language()
    changes = [
        (str(c.line), c.item.number, cell.column.name(spoken), short(cell.here), short(cell.there))
        for c in plan.changes
        for cell in c.cells
    ]
    conflicts = [
        (
            *(str(c.line), c.item.number, c.cell.column.name(spoken)),
            *(short(c.cell.exported or ""), short(c.cell.here), short(c.cell.there)),
        )
        for c in plan.conflicts
    ]
    refused = [
        (
            *(str(r.line), r.item.number),
            *(", ".join(f"{c.column.name(spoken)} {short(c.there)}" for c in r.cells),),
            translate(r.reason),
        )
        for r in plan.refusals
    ]
    alike = [(str(line), short(text), i.number, i.title) for line, text, i in plan.alike]
    unknown = [(str(u.line), short(u.text)) for u in plan.unknown]
    missing = [(item.number, item.title) for item in plan.missing]
    both = [row, number, column, _("Exported"), _("Here"), _("There")]
    return [
        (_("Changes"), [row, number, column, before, after], changes),
        (_("Changed on both sides; nothing was taken over"), both, conflicts),
        (_("Cannot be taken over"), [row, number, text, why], refused),
        (_("Matched by similar text; please check"), [row, text, number, _("Item")], alike),
        (_("Rows that are about no item"), [row, text], unknown),
        (_("Items whose row was taken out"), [number, _("Item")], missing),
    ]


def saved(events: int, journal: Journal) -> str:
    """How many changes went where."""
    line = ngettext("{count} change saved in {path}", "{count} changes saved in {path}", events)
    return line.format(count=events, path=journal.path)


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else line[: WIDEST - 1] + "…"
