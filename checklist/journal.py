"""The journal of a document: its checklist, and every change to it, now and on the disk.

A change counts at once in memory; ``save`` puts what is pending on the disk. One thread may change
while another saves or refreshes.
"""

from __future__ import annotations

import getpass
import os
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from checklist.change import changes_of
from checklist.check import sound
from checklist.checklist import Checklist
from checklist.error import StateError
from checklist.event import Event, Line, new_id, now
from checklist.fold import State, fold, group, undone_ids
from checklist.item import Item
from checklist.log import Log, NewerError, join, union
from checklist.places import Places, outlines_in
from checklist.saved import outline_of, snapshot
from checklist.state_path import ENDING, state_path
from checklist.store import Reading, Store
from checklist.strict import collector_off
from checklist.undo import redoable, undoable
from parser import Document, Message, Node

OFF_LIST = {"on_list", "role"}
"""What may be changed of a node that is not on the checklist."""


class Journal:
    """Everything that was said about a document's items, and the way to say more.

    ``state`` names the state file, else ``state_path`` does; ``author`` signs the changes, else
    the name of the user's account. Raises StateError when the file is there but cannot be opened.
    """

    def __init__(
        self, document: Document, *, state: Path | None = None, author: str | None = None
    ) -> None:
        self.document = document
        self.author = author or default_author()
        named = state_path(document, state)
        beside = document.path is not None and named == Path(document.path + ENDING)
        self._store = Store(named, make_folder=state is None and not beside)
        self._memory = RLock()
        self._disk = Lock()
        self._drafts: list[Line] = []
        self._foreign: list[Line] = []
        self._extra: dict[str, object] = {}
        self._step = ""
        with collector_off():
            self._reading = self._store.read()
            self._fold()
        self.notices: list[Message] = list(self._reading.notices)
        self._offer_conflicts()

    @property
    def path(self) -> Path:
        """The state file, symbolic links followed."""
        return self._store.path

    @property
    def checklist(self) -> Checklist:
        """The checklist after all events, those not yet saved among them."""
        return self._checklist

    @property
    def pending(self) -> int:
        """How many events are not on the disk yet."""
        return len(self._drafts) + len(self._foreign)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved: a newer gangmu wrote the file, or it is protected."""
        here = self.path if self._reading.status else self.path.parent
        return self._reading.newer or (here.exists() and not os.access(here, os.W_OK))

    @contextmanager
    def step(self) -> Iterator[None]:
        """Make the changes inside one step, to be undone together."""
        outer = self._step
        self._step = outer or secrets.token_hex(4)
        try:
            yield
        finally:
            self._step = outer

    def change(self, place: Node | Item, **fields: object) -> tuple[Event, ...]:
        """Set fields of an item, at once in memory; what it has already makes no event.

        Fields: ``status owner due due_date result evidence remark opinion closed_by closed_on
        reason role on_list``; None means: as the document has it. Raises StateError for what
        cannot be stored, for closing without opinion and reopening without reason.
        """
        with self._memory:
            self._check_writable()
            item, listed = self._item(place)
            if not (listed or fields.get("on_list") or fields.keys() <= OFF_LIST):
                message = Message("{number} is not on the checklist", number=item.number)
                raise StateError(message)
            changes = changes_of(item, fields, on_list=listed, author=self.author)
            if not changes:
                return ()
            return (self._add(item.key, item.node, {"set": changes}),)

    def attach(self, item: Item, node: Node) -> tuple[Event, ...]:
        """Say where an item stands in the document; what ``node`` had of its own joins it."""
        with self._memory, self.step():
            self._check_writable()
            events = []
            other = self._places.key_at.get(node.index)
            if other is not None and other != item.key:
                events.append(self._add(other, None, {"set": {"same": item.key}}, fold=False))
            self._places.put(item.key, node)
            events.append(self._add(item.key, node, {"set": {}}, fold=False))
            self._fold()
            return tuple(events)

    def undo(self) -> tuple[Event, ...]:
        """Take back the author's last step, at once in memory; what it undid, or nothing."""
        return self._turn("undo")

    def redo(self) -> tuple[Event, ...]:
        """Bring back what the author undid last, unless something was changed since."""
        return self._turn("redo")

    def history(self, item: Item | None = None) -> tuple[Event, ...]:
        """The events of an item, or of all, in their order."""
        with self._memory:
            lines = self._lines() if item is None else self._groups.get(item.key, [])
            return tuple(map(Event.of, lines))

    def save(self) -> None:
        """Put what is pending on the disk; after it, a power cut takes nothing of it.

        Raises StateError when that fails: everything stays pending and may be saved again.
        """
        with self._disk:
            with self._memory:
                drafts, foreign, extra = list(self._drafts), list(self._foreign), self._extra
            if not drafts and not foreign:
                return

            def compose(log: Log) -> list[Line]:
                joined = [*foreign, *self._lost(log)]
                return [*joined, *stamped(drafts, max(log.top, top(joined)))]

            reading = self._store.write(compose, self._reading, extra)
            self._take(reading, {line["id"] for line in (*drafts, *foreign)})

    def refresh(self) -> bool:
        """Look whether another process wrote, and take it in; True when there was something.

        Two calls of the system when nothing was written. Raises StateError when it is unreadable.
        """
        with self._disk:
            if self._store.seen() == self._reading.seen:
                return False
            before = self._reading.log
            self._take(self._store.read(self._reading), set())
            return self._reading.log.lines != before.lines

    def merge(self, paths: Iterable[Path]) -> int:
        """Join other state files, at once in memory; how many events were new.

        Raises StateError when one of them is not sound; then none is joined.
        """
        logs = [sound(path) for path in paths]
        with self._memory:
            self._check_writable()
            known = {line["id"] for line in self._lines()}
            new = [
                line
                for line in union((), (line for log in logs for line in log.lines))
                if line["id"] not in known
            ]
            for log in logs:
                self._extra = join(self._extra, log.extra)
            self._join(new)
            return len(new)

    def _lost(self, log: Log) -> list[Line]:
        """Events that were on the disk and are not there any more."""
        ours = self._reading.log.lines
        if log is self._reading.log or log.lines[: len(ours)] == ours:
            return []
        ids = log.ids
        return [line for line in ours if line["id"] not in ids]

    def _take(self, reading: Reading, saved: set[str]) -> None:
        with self._memory:
            lost = self._lost(reading.log)
            before = self._lines()
            conflicts = self._reading.found.conflicts
            self._reading = reading
            self._drafts = [line for line in self._drafts if line["id"] not in saved]
            self._foreign = [line for line in self._foreign if line["id"] not in saved]
            self.notices += [notice for notice in reading.notices if notice not in self.notices]
            if lost:
                template = "{count} saved changes are gone from the file; they are put back"
                self.notices.append(Message(template, count=len(lost)))
            self._join(lost, before)
            if reading.found.conflicts != conflicts:
                self._offer_conflicts()

    def _join(self, new: list[Line], before: list[Line] | None = None) -> None:
        self._foreign += new
        known = max(self._reading.log.top, top(self._foreign))
        self._drafts = stamped(self._drafts, known)
        if self._lines() != before:
            self._fold()

    def _offer_conflicts(self) -> None:
        known = {line["id"] for line in self._lines()} if self._reading.found.conflicts else set()
        template = "{name} holds {count} changes that are not here; `gangmu merge` takes them in"
        for path in self._reading.found.conflicts:
            try:
                missing = sound(path).ids - known
            except StateError:
                continue
            notice = Message(template, name=path.name, count=len(missing))
            if missing and notice not in self.notices:
                self.notices.append(notice)

    def _turn(self, kind: str) -> tuple[Event, ...]:
        with self._memory:
            self._check_writable()
            find = undoable if kind == "undo" else redoable
            found = find(self._lines(), self.author)
            by_item: dict[str, list[str]] = {}
            for line in found:
                by_item.setdefault(line["item"], []).append(line["id"])
            for key, ids in by_item.items():
                self._add(key, None, {"set": {}, kind: ids}, fold=False)
            if found:
                self._fold()
            return tuple(map(Event.of, found))

    def _add(self, key: str, node: Node | None, body: Line, *, fold: bool = True) -> Event:
        before = max(self._reading.log.top, top(self._foreign), top(self._drafts))
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
        self._drafts.append(line)
        self._groups.setdefault(key, []).append(line)
        if fold:
            self._fold_one(key)
        return Event.of(line)

    def _remember(self, line: Line, key: str, node: Node) -> None:
        place = snapshot_of(self.document, node, key)
        state = self._states.get(key)
        if state is None or state.at != place:
            line["at"] = place
        if place["outline"] not in self._outlines:
            outline = outline_of(self.document)
            line["outline"] = {"id": outline.id, "prints": outline.prints}
            self._outlines.add(outline.id)
        if self._places.node_of.get(key) is not node:
            self._places.put(key, node)

    def _lines(self) -> list[Line]:
        if self._foreign:
            return union(self._reading.log.lines, (*self._foreign, *self._drafts))
        return [*self._reading.log.lines, *self._drafts]

    def _fold(self) -> None:
        lines = self._lines()
        self._undone = undone_ids(lines)
        self._groups = group(lines, self._undone)
        self._states: dict[str, State] = {
            key: fold(some, self._undone) for key, some in self._groups.items()
        }
        outlines = outlines_in(lines)
        self._outlines = {outline.id for outline in outlines}
        self._places = Places(self.document, self._states, outlines)
        self._checklist = Checklist(self.document, self._states, self._places)

    def _fold_one(self, key: str) -> None:
        state = fold(self._groups[key], self._undone)
        self._states = {**self._states, key: state}
        self._checklist = self._checklist.with_state(key, state)

    def _item(self, place: Node | Item) -> tuple[Item, bool]:
        if isinstance(place, Node):
            listed = self._checklist.on_list(place)
            return self._checklist.any_item(place), listed
        item = self._checklist.by_key(place.key)
        if item is None and place.node is not None:
            item = self._checklist.any_item(place.node)
        item = item or place
        return item, item.node is None or self._checklist.on_list(item.node)

    def _check_writable(self) -> None:
        if isinstance(self._reading.unsound, NewerError):
            raise StateError(self._reading.unsound.message, self.path)


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


def default_author() -> str:
    """The name of the user's account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return os.environ.get("HOSTNAME", "?")
