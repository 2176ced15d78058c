"""All events that are known, saved or not, and the checklist that they make."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from checklist.checklist import Checklist
from checklist.error import StateError
from checklist.event import Event, Line, new_id, now
from checklist.fold import State, after, fold, group, undone_ids
from checklist.item import Item
from checklist.log import Log, union
from checklist.places import Places, outlines_in
from checklist.saved import Outline, outline_id, outline_of, snapshot
from checklist.undo import redoable, undoable
from parser import Document, Message, Node


class Memory:
    """What is on the disk, what is to come there, and the checklist after both."""

    def __init__(self, document: Document, author: str, log: Log) -> None:
        self.document = document
        self.author = author
        self.log = log
        """On the disk, as far as it was read."""
        self.foreign: list[Line] = []
        """Events of other files, to be written as they are."""
        self.drafts: list[Line] = []
        """The author's own events, which get their final count when they are written."""
        self._step = ""
        self._outline: Outline | None = None
        """The document's wording, once it was made ready."""
        self.fold()

    @property
    def lines(self) -> list[Line]:
        """All events in their order."""
        if self.foreign:
            return union(self.log.lines, (*self.foreign, *self.drafts))
        return [*self.log.lines, *self.drafts]

    @contextmanager
    def step(self) -> Iterator[None]:
        """Let the events made inside be undone together."""
        outer = self._step
        self._step = outer or os.urandom(4).hex()
        try:
            yield
        finally:
            self._step = outer

    def prepare(self) -> None:
        """Find out now what the first change needs of the whole document."""
        self.document.prepare()
        if outline_id(self.document) not in self._outlines:
            self._outline = outline_of(self.document)

    def add(self, key: str, node: Node | None, body: Line, *, fold: bool = True) -> Event:
        """Make an event of the author; with ``node`` it remembers where the item stands."""
        before = max(self.log.top, top(self.foreign), top(self.drafts[-1:]))
        line: Line = {
            "id": new_id(),
            "count": before + 1,
            "time": now(),
            "author": self.author,
            "item": key,
            **body,
        }
        if self._step:
            line["step"] = self._step
        if node is not None:
            self._remember(line, key, node)
        self.drafts.append(line)
        self.groups.setdefault(key, []).append(line)
        if fold:
            self._fold_one(key, line)
        return Event.of(line)

    def place(self, nodes: Mapping[str, Node]) -> tuple[Event, ...]:
        """Put items at nodes, by their keys; what those nodes had of their own joins them."""
        events = []
        with self.step():
            for key, node in nodes.items():
                other = self.places.key_at.get(node.index, key)
                if other not in nodes:
                    events.append(self.add(other, None, {"set": {"same": key}}, fold=False))
            for key, node in nodes.items():
                self.places.put(key, node)
            for key, node in nodes.items():
                events.append(self.add(key, node, {"set": {}}, fold=False))
        self.fold()
        return tuple(events)

    def turn(self, kind: str) -> tuple[Event, ...]:
        """Undo or redo the author's last step; the events it concerned."""
        found = (undoable if kind == "undo" else redoable)(self.lines, self.author)
        by_item: dict[str, list[str]] = {}
        for line in found:
            by_item.setdefault(line["item"], []).append(line["id"])
        with self.step():
            for key, ids in by_item.items():
                self.add(key, None, {"set": {}, kind: ids}, fold=False)
        if found:
            self.fold()
        return tuple(map(Event.of, found))

    def join(self, new: Sequence[Line], before: Sequence[Line] | None = None) -> None:
        """Take in events of other files; ``before`` are the events that are folded already."""
        self.foreign += new
        self.drafts = stamped(self.drafts, max(self.log.top, top(self.foreign)))
        if self.lines != before:
            self.fold()

    def fold(self) -> None:
        """Make the checklist from all events."""
        lines = self.lines
        self._undone = undone_ids(lines)
        self.groups = group(lines, self._undone)
        self._states: dict[str, State] = {
            key: fold(some, self._undone) for key, some in self.groups.items()
        }
        outlines = outlines_in(line for line in lines if "outline" in line)
        self._outlines = {outline.id for outline in outlines}
        self.places = Places(self.document, self._states, outlines)
        self.checklist = Checklist(self.document, self._states, self.places)

    def item(self, place: Node | Item) -> tuple[Item, bool]:
        """The item as it is now, and whether it is on the checklist.

        Raises StateError for a node of another text: by its index another one is found here.
        """
        if isinstance(place, Node):
            self._check_own(place)
            return self.checklist.any_item(place), self.checklist.on_list(place)
        item = self.checklist.by_key(place.key)
        if item is None and place.node is not None:
            self._check_own(place.node)
            item = self.checklist.any_item(place.node)
        item = item or place
        return item, item.node is None or self.checklist.on_list(item.node)

    def _check_own(self, node: Node) -> None:
        if node.text != self.document.text:
            raise StateError(Message("the document was read again; choose the entry anew"))

    def _fold_one(self, key: str, line: Line) -> None:
        state = after(self._states.get(key, State()), line)
        self._states = {**self._states, key: state}
        self.checklist = self.checklist.with_state(key, state)

    def _remember(self, line: Line, key: str, node: Node) -> None:
        place = snapshot_of(self.document, node, key)
        state = self._states.get(key)
        if state is None or state.at != place:
            line["at"] = place
        if place["outline"] not in self._outlines:
            outline = self._outline or outline_of(self.document)
            line["outline"] = {"id": outline.id, "prints": outline.prints}
            self._outlines.add(outline.id)
        if self.places.node_of.get(key) is not node:
            self.places.put(key, node)


def stamped(drafts: Sequence[Line], known: int) -> list[Line]:
    """Events that are not on the disk yet, counted on from what is known, in their order."""
    if not drafts or drafts[0]["count"] > known:
        return list(drafts)
    return [{**line, "count": known + 1 + at} for at, line in enumerate(drafts)]


def top(lines: Sequence[Line]) -> int:
    """The greatest count of some events, 0 for none."""
    return max((int(line["count"]) for line in lines), default=0)


def snapshot_of(document: Document, node: Node, key: str) -> dict[str, Any]:
    """What an event remembers of the item's place."""
    saved = snapshot(document, node, key)
    names = ("number", "marker", "title", "text", "parent", "place", "outline")
    return {name: getattr(saved, name) for name in names}
