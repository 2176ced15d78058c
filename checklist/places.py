"""Which node of the document each item of the state file belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from checklist.event import Line
from checklist.fold import State
from checklist.saved import Outline, SavedItem
from parser import Document, Due, Node, document_date, read_due, read_owner

EDGE = 4000
"""Characters at either end of a document in which its date stands; a law has 400,000."""
TEXTS = ("number", "marker", "title", "text", "parent", "outline")


class Places:
    """Keys of items by node index, and the way back."""

    def __init__(
        self,
        document: Document,
        states: Mapping[str, State],
        outlines: Iterable[Outline] = (),
    ) -> None:
        self.document = document
        self._dues: dict[int, Due | None] = {}
        self._known = states.keys()
        self.node_of: dict[str, Node] = {}
        self.key_at: dict[int, str] = {}
        if states:
            self._attach([saved_item(key, state.at) for key, state in states.items()], outlines)

    def key(self, node: Node) -> str:
        """The key of a node: the one it is known by, else its own."""
        if (known := self.key_at.get(node.index)) is not None:
            return known
        key = self.document.id_of(node)
        while key in self._known:  # an item that has another wording by now
            key += "+"
        return key

    def due_at(self, index: int) -> Due | None:
        """By when the node at ``index`` is to be done, as its own text says."""
        if index not in self._dues:
            self._dues[index] = read_due(self._text(index), written=lambda: self._written)
        return self._dues[index]

    def owner_at(self, index: int) -> str:
        """Who is to do it, as its own text says; empty when it does not."""
        owner = read_owner(self._text(index))
        return owner.words if owner else ""

    @cached_property
    def _written(self) -> date | None:
        text = self.document.text
        ends = text if len(text) < 2 * EDGE else f"{text[:EDGE]}\n{text[-EDGE:]}"
        return document_date(ends)

    def _text(self, index: int) -> str:
        node = self.document.nodes[index]
        return self.document.text[node.start : node.body_end]

    def _attach(self, saved: Sequence[SavedItem], outlines: Iterable[Outline]) -> None:
        from checklist.attach import attach  # here: a document without a state needs none of it

        for key, node in attach(
            [i for i in saved if i.text], self.document, outlines
        ).nodes.items():
            self.put(key, node)
        self._put_by_id({item.key for item in saved if not item.text})

    def _put_by_id(self, keys: set[str]) -> None:
        """Items of which no place is remembered stand where the node has their key for an id."""
        for index, key in enumerate(self.document.ids() if keys else ()):
            if key in keys and index not in self.key_at:
                self.put(key, self.document.nodes[index])

    def put(self, key: str, node: Node) -> None:
        """From now on the item ``key`` stands at ``node``."""
        if (before := self.node_of.get(key)) is not None:
            self.key_at.pop(before.index, None)
        self.key_at[node.index] = key
        self.node_of[key] = node


def saved_item(key: str, at: Mapping[str, Any]) -> SavedItem:
    """The place that an event names; what it does not name is empty."""
    texts = {name: at[name] for name in TEXTS if isinstance(at.get(name), str)}
    place = at.get("place")
    return SavedItem(
        **{"key": key, "number": "", "marker": "", "title": "", "text": "", **texts},
        place=place if type(place) is int else -1,
    )


def outlines_in(lines: Iterable[Line]) -> list[Outline]:
    """The wordings of the document that the events remember."""
    found = []
    for line in lines:
        if isinstance(said := line.get("outline"), dict):
            name, prints = said.get("id"), said.get("prints")
            if isinstance(name, str) and isinstance(prints, str):
                found.append(Outline(name, prints))
    return found
