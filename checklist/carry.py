"""Last year's ledger onto this year's report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checklist.check import sound
from checklist.item import Item
from checklist.journal import Journal


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the items of an older document."""

    placed: tuple[Item, ...]
    """Found in the new document, word for word."""
    reworded: tuple[Item, ...]
    """Found in the new document, with a wording that changed after the status was set."""
    unattached: tuple[Item, ...]
    """Without a place in the new document; they are kept."""


def carry(source: Path, journal: Journal) -> Carried:
    """Join the state file ``source`` of an older document to ``journal``, in memory; not saved.

    Items find their place by their text, as they do when one document is edited. Raises
    StateError when the file is not sound.
    """
    keys = {line["item"] for line in sound(source).lines}
    journal.merge([source])
    found = [item for key in sorted(keys) if (item := journal.checklist.by_key(key))]
    attached = sorted(
        (item for item in found if item.node is not None),
        key=lambda item: item.node.index if item.node else -1,
    )
    return Carried(
        tuple(item for item in attached if not item.reworded),
        tuple(item for item in attached if item.reworded),
        tuple(item for item in found if item.node is None),
    )
