"""The ledger (整改台账): out in every format an office hands in, and in again, filled in."""

from checklist.ledger.cells import Cell
from checklist.ledger.columns import COLUMNS, Column, chosen_columns
from checklist.ledger.intake import Change, Plan, apply, plan_import
from checklist.ledger.ledger import Ledger, ledger_of, ledger_title, summary
from checklist.ledger.output import FORMATS, export, render
from checklist.ledger.rows import Selection

__all__ = [
    "COLUMNS",
    "FORMATS",
    "Cell",
    "Change",
    "Column",
    "Ledger",
    "Plan",
    "Selection",
    "apply",
    "chosen_columns",
    "export",
    "ledger_of",
    "ledger_title",
    "plan_import",
    "render",
    "summary",
]
