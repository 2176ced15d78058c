"""The journal of a document: its checklist, and every change to it, now and on the disk.

A change counts at once in memory; ``save`` puts what is pending on the disk. One thread may change
while another saves or refreshes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, RLock

from checklist.change import changes_of
from checklist.check import sound
from checklist.checklist import Checklist
from checklist.error import StateError
from checklist.event import Event, Line
from checklist.item import Item
from checklist.log import Log, NewerError, join, union
from checklist.memory import Memory, stamped, top
from checklist.state_path import other_states, state_path
from checklist.store import Reading, Store
from checklist.strict import collector_off, storable
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
        signed = storable_name(author or default_author())
        named = state_path(document, state)
        if state is not None:
            _check_name(named, document)
        beside = document.path is not None and named.parent == Path(document.path).parent
        self._store = Store(named, make_folder=not (state or beside or named.parent.exists()))
        self._lock = RLock()
        self._disk = Lock()
        self._extra: dict[str, object] = {}
        self._prepared = False
        with collector_off():
            self._reading = self._store.read()
            self._memory = Memory(document, signed, self._reading.log)
        self.notices: list[Message] = list(self._reading.notices)
        self._elsewhere = () if state else self._other_states()
        self._offer_conflicts()

    @property
    def path(self) -> Path:
        """The state file, symbolic links followed."""
        return self._store.path

    @property
    def author(self) -> str:
        """Who signs the changes and undoes his own; raises StateError for what cannot be stored."""
        return self._memory.author

    @author.setter
    def author(self, name: str) -> None:
        self._memory.author = storable_name(name)

    @property
    def checklist(self) -> Checklist:
        """The checklist after all events, those not yet saved among them."""
        return self._memory.checklist

    @property
    def pending(self) -> int:
        """How many events are not on the disk yet."""
        return len(self._memory.drafts) + len(self._memory.foreign)

    @property
    def conflicts(self) -> tuple[Path, ...]:
        """Other state files of this document, for ``merge`` to take in.

        Copies that a synchronising program made, and one from when the folder was read-only.
        """
        return (*self._reading.found.conflicts, *self._elsewhere)

    @property
    def newer(self) -> bool:
        """Whether a newer gangmu wrote the file, so that nothing can be changed."""
        return self._reading.newer

    @property
    def protected(self) -> bool:
        """Whether the file or its folder may not be written: changes stay in memory."""
        here = self.path if self._reading.status else self.path.parent
        return here.exists() and not os.access(here, os.W_OK)

    @contextmanager
    def step(self) -> Iterator[None]:
        """Make the changes inside one step, to be undone together."""
        with self._memory.step():
            yield

    def change(self, place: Node | Item, **fields: object) -> tuple[Event, ...]:
        """Set fields of an item, at once in memory; what it has already makes no event.

        Fields: ``status owner due due_date result evidence remark opinion closed_by closed_on
        reason role on_list``; None means: as the document has it. Raises StateError for what
        cannot be stored, for closing without opinion and reopening without reason.
        """
        with self._lock:
            self._check_writable()
            item, listed = self._memory.item(place)
            if not (listed or fields.get("on_list") or fields.keys() <= OFF_LIST):
                message = Message("{number} is not on the checklist", number=item.number)
                raise StateError(message)
            changes = changes_of(item, fields, on_list=listed, author=self.author)
            if not changes:
                return ()
            return (self._memory.add(item.key, item.node, {"set": changes}),)

    def attach(self, item: Item, node: Node) -> tuple[Event, ...]:
        """Say where an item stands in the document; what ``node`` had of its own joins it."""
        with self._lock:
            self._check_writable()
            return self._memory.place({item.key: node})

    def place(self, nodes: Mapping[str, Node]) -> tuple[Event, ...]:
        """Say where items stand, by their keys, as one step; others found there join them."""
        with self._lock:
            self._check_writable()
            return self._memory.place(nodes)

    def undo(self) -> tuple[Event, ...]:
        """Take back the author's last step, at once in memory; what it undid, or nothing."""
        with self._lock:
            self._check_writable()
            return self._memory.turn("undo")

    def redo(self) -> tuple[Event, ...]:
        """Bring back what the author undid last, unless something was changed since."""
        with self._lock:
            self._check_writable()
            return self._memory.turn("redo")

    def history(self, item: Item | None = None) -> tuple[Event, ...]:
        """The events of an item, or of all, in their order."""
        with self._lock:
            memory = self._memory
            lines = memory.lines if item is None else memory.groups.get(item.key, [])
            return tuple(map(Event.of, lines))

    def take_over(self, other: Journal) -> None:
        """Make the pending events of a journal of the same file one's own.

        For a document that was read again while somebody went on ticking in the old one.
        """
        with other._lock, self._lock:
            theirs, memory = other._memory, self._memory
            known = {line["id"] for line in memory.lines}
            before = memory.lines
            memory.drafts += [line for line in theirs.drafts if line["id"] not in known]
            memory.join([line for line in theirs.foreign if line["id"] not in known], before)

    def key_of(self, event: Event) -> str:
        """The key of the item that an event belongs to by now; items may have been joined."""
        with self._lock:
            if event.item in self._memory.groups:
                return event.item
            for key, lines in self._memory.groups.items():
                if any(line["id"] == event.id for line in lines):
                    return key
            return event.item

    def save(self) -> None:
        """Put what is pending on the disk; after it, a power cut takes nothing of it.

        Raises StateError when that fails: everything stays pending and may be saved again.
        """
        with self._disk:
            with self._lock:
                memory = self._memory
                drafts, foreign = list(memory.drafts), list(memory.foreign)
            if not drafts and not foreign:
                return

            def compose(log: Log) -> list[Line]:
                joined = [*foreign, *self._lost(log)]
                new = [line for line in drafts if line["id"] not in log.ids]
                return [*joined, *stamped(new, max(log.top, top(joined)))]

            reading = self._store.write(compose, self._reading, self._extra)
            self._take(reading, {line["id"] for line in (*drafts, *foreign)})

    def refresh(self) -> bool:
        """Look whether another process wrote, and take it in; True when there was something.

        Two calls of the system when nothing was written; the first time, what a change will need
        of a long document is found out, too. Raises StateError when it is unreadable.
        """
        if not self._prepared:
            self._prepared = True
            self._memory.prepare()
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
        with self._lock:
            self._check_writable()
            known = {line["id"]: line for line in self._memory.lines}
            new = [
                line
                for line in union((), (line for log in logs for line in log.lines))
                if known.get(line["id"]) != line
            ]
            for log in logs:
                self._extra = join(self._extra, log.extra)
            self._memory.join(new)
            return len(new)

    def _lost(self, log: Log) -> list[Line]:
        """Events that were on the disk and are not there any more."""
        ours = self._reading.log.lines
        if log is self._reading.log or log.lines[: len(ours)] == ours:
            return []
        ids = log.ids
        return [line for line in ours if line["id"] not in ids]

    def _take(self, reading: Reading, saved: set[str]) -> None:
        with self._lock:
            memory, conflicts = self._memory, self._reading.found.conflicts
            lost, before = self._lost(reading.log), memory.lines
            self._reading, memory.log = reading, reading.log
            memory.drafts = [line for line in memory.drafts if line["id"] not in saved]
            memory.foreign = [line for line in memory.foreign if line["id"] not in saved]
            self.notices += [notice for notice in reading.notices if notice not in self.notices]
            if lost:
                self.notices.append(
                    Message(
                        "saved changes that vanished from the file are put back ({count})",
                        count=len(lost),
                    )
                )
            memory.join(lost, before)
            if reading.found.conflicts != conflicts:
                self._offer_conflicts()

    def _other_states(self) -> tuple[Path, ...]:
        return other_states(self.document, self.path, new=self._reading.status is None)

    def _offer_conflicts(self) -> None:
        if not self.conflicts:
            return
        known = {line["id"] for line in self._memory.lines}
        for path in self.conflicts:
            try:
                missing = sound(path).ids - known
            except StateError:
                continue
            name = path.name if path.parent == self.path.parent else path
            notice = Message(
                "{name} holds changes that are not here ({count}); `gangmu merge` takes them in",
                name=name,
                count=len(missing),
            )
            if missing and notice not in self.notices:
                self.notices.append(notice)

    def _check_writable(self) -> None:
        if isinstance(self._reading.unsound, NewerError):
            raise StateError(self._reading.unsound.message, self.path)


def _check_name(path: Path, document: Document) -> None:
    if path.name in {"", ".."}:
        raise StateError(Message("this names a folder, not a state file"), path)
    if document.path is None or document.path == "-":
        return
    with suppress(OSError):
        if path.samefile(document.path):
            message = "this is the document itself; its state needs a file of its own"
            raise StateError(Message(message), path)


def storable_name(name: str) -> str:
    """The name itself; raises StateError where it cannot be stored."""
    if storable(name):
        return name
    raise StateError(
        Message("the name holds characters that cannot be stored: {name}", name=ascii(name))
    )


def default_author() -> str:
    """The name of the user's account."""
    import getpass

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        name = os.environ.get("HOSTNAME", "?")
    return name.encode("utf-8", "replace").decode()
