"""Last year's ledger onto this year's report: what was said about one document, for another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checklist.attach import attach
from checklist.check import sound
from checklist.fold import fold, group, undone_ids
from checklist.item import Item
from checklist.journal import Journal
from checklist.places import outlines_in, saved_item


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the items of the old ledger, as they stand in the new one."""

    placed: tuple[Item, ...]
    """Found in the new document with the same wording."""
    reworded: tuple[Item, ...]
    """Found there with another wording."""
    unattached: tuple[Item, ...]
    """Not found: kept, and listed as unattached."""


def carry(source: Path, journal: Journal) -> Carried:
    """Join the state file ``source`` to the journal of another document, at once in memory.

    All its events come along with their authors and times. Where the new document has an item of
    its own for the same text, both become one. Doing it again changes nothing. Raises StateError
    when ``source`` is not sound.
    """
    lines = sound(source).lines
    undone = undone_ids(lines)
    states = {key: fold(some, undone) for key, some in group(lines, undone).items()}
    saved = [saved_item(key, state.at) for key, state in states.items() if not state.empty]
    found = attach([item for item in saved if item.text], journal.document, outlines_in(lines))
    with journal.step():
        if journal.merge([source]):
            journal.place(found.nodes)
    at_hand = [journal.checklist.by_key(item.key) for item in saved]
    items = [item for item in at_hand if item is not None]
    reworded = [item for item in items if item.node and item.key in found.reworded]
    return Carried(
        tuple(item for item in items if item.node and item not in reworded),
        tuple(reworded),
        tuple(item for item in items if item.node is None),
    )
