"""Which node of the document each item of the state file belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from checklist.attach import attach
from checklist.event import Line
from checklist.fold import State
from checklist.saved import Outline, SavedItem
from parser import Document, Node

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
        self._known = states.keys()
        saved = [saved_item(key, state.at) for key, state in states.items()]
        attachment = attach([item for item in saved if item.text], document, outlines)
        self.node_of: dict[str, Node] = dict(attachment.nodes)
        self.key_at: dict[int, str] = {node.index: key for key, node in self.node_of.items()}
        self._put_by_id({item.key for item in saved if not item.text})

    def key(self, node: Node) -> str:
        """The key of a node: the one it is known by, else its own."""
        if (known := self.key_at.get(node.index)) is not None:
            return known
        key = id_of(self.document, node)
        while key in self._known:  # an item that has another wording by now
            key += "+"
        return key

    def _put_by_id(self, keys: set[str]) -> None:
        """Items of which no place is remembered stand where the node has their key for an id."""
        for node in self.document.nodes if keys else ():
            key = id_of(self.document, node)
            if key in keys and node.index not in self.key_at:
                self.put(key, node)

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


def own_text(document: Document, node: Node) -> str:
    """Marker, title and body of a node up to its first child, trimmed."""
    return document.text[node.start : node.own_end].strip()


def id_of(document: Document, node: Node) -> str:
    """A name for a node that depends on its own text alone, and is unique in the document."""
    if hasattr(document, "id_of"):
        return str(document.id_of(node))
    text = own_text(document, node)
    same = sum(own_text(document, other) == text for other in document.nodes[: node.index])
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{digest}-{same + 1}" if same else digest
