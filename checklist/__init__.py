"""Document and events to Checklist: what is to be done, by whom, by when, and how far it is."""

from typing import TYPE_CHECKING

from checklist.check import sound
from checklist.checkable import checkable
from checklist.checklist import Checklist
from checklist.error import StateError
from checklist.event import Event
from checklist.item import Item, Remark
from checklist.journal import Journal
from checklist.progress import Progress
from checklist.state_path import ENDING, data_folder, state_path
from checklist.status import Status

if TYPE_CHECKING:
    from checklist.carrying import Carried, carry
    from checklist.ledger import (
        Ledger,
        Plan,
        Selection,
        apply,
        chosen_columns,
        export,
        ledger_of,
        ledger_title,
        plan_import,
    )

__all__ = [
    "ENDING",
    "Carried",
    "Checklist",
    "Event",
    "Item",
    "Journal",
    "Ledger",
    "Plan",
    "Progress",
    "Remark",
    "Selection",
    "StateError",
    "Status",
    "apply",
    "carry",
    "checkable",
    "chosen_columns",
    "data_folder",
    "export",
    "ledger_of",
    "ledger_title",
    "plan_import",
    "sound",
    "state_path",
]


def __getattr__(name: str) -> object:
    """A name that few need, imported when it is first used: starting comes first."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    room = "checklist.carrying" if name in {"Carried", "carry"} else "checklist.ledger"
    return getattr(import_module(room), name)
