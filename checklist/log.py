"""The log: a set of events in their order, and the bytes that hold it on the disk.

The bytes are JSON with one event on each line and a checksum on the last, so that new events can
be put at the end without encoding the old ones again. FORMAT.md is the full description.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter, lt
from typing import Any

from checklist.event import TIME_LENGTH, Line, order
from checklist.migrate import migrate
from checklist.strict import NotStrictError, decode, encode
from parser import Message

FORMAT = "gangmu-state"
VERSION = 1
GREATEST_COUNT = 2**53 - 1
"""Greater numbers are not exact in every reader of JSON."""
KNOWN = {"format", "version", "events", "checksum"}
END = b"\n],\n"
TAIL = re.compile(rb'"checksum":"sha256:([0-9a-f]{64})"\}\n\Z')
TAIL_LENGTH = len('"checksum":"sha256:"}\n') + 64
ORDER = itemgetter("count", "time", "id")


class UnsoundError(Exception):
    """The bytes are not a sound state file; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class NewerError(UnsoundError):
    """A newer version wrote the bytes; ``log`` is what can be understood of them."""

    def __init__(self, value: dict[str, Any]) -> None:
        super().__init__(
            Message(
                "a newer gangmu wrote it (version {version}); update gangmu to make changes",
                version=value["version"],
            )
        )
        try:
            self.log = Log(sorted(check_lines(value.get("events")), key=ORDER))
        except UnsoundError:
            self.log = Log()


class Log:
    """Events in their order; two logs are joined by union. Never changed once made."""

    __slots__ = ("_data", "_head", "_ids", "_sum", "extra", "lines", "version")

    def __init__(self, lines: Sequence[Line] = (), extra: Mapping[str, Any] | None = None) -> None:
        self.lines: list[Line] = list(lines)
        """In order of (count, time, id), no id twice."""
        self.extra = dict(sorted((extra or {}).items()))
        """Fields of the file that this version does not know; they are kept."""
        self.version = VERSION
        """Of the file that was read."""
        self._ids: set[str] | None = None
        self._head: bytes | None = None
        self._sum = hashlib.sha256()
        self._data: bytes | None = None

    @classmethod
    def read(cls, data: bytes) -> Log:
        """The log that these bytes hold; raises UnsoundError when anything at all is wrong."""
        try:
            value = decode(data)
        except NotStrictError:
            raise UnsoundError(Message("it is damaged: not strict JSON")) from None
        if not isinstance(value, dict) or value.get("format") != FORMAT:
            raise UnsoundError(Message("it is not a state file of gangmu"))
        if type(version := value.get("version")) is int and version > VERSION:
            raise NewerError(value)
        tail = TAIL.search(data, max(0, len(data) - TAIL_LENGTH))
        if not tail:
            raise UnsoundError(Message("it is damaged: the checksum is missing"))
        digest = hashlib.sha256(memoryview(data)[: tail.start() - len(END)])
        head_digest = digest.copy()
        digest.update(memoryview(data)[tail.start() - len(END) : tail.start()])
        if digest.hexdigest().encode() != tail[1]:
            raise UnsoundError(Message("it is damaged: the checksum does not match"))
        log = cls._of(value)
        if (
            log.version == VERSION
            and log.lines == value["events"]
            and list(value)[2:-2] == list(log.extra)
            and list(value)[-2:] == ["events", "checksum"]
            and data.endswith(b"}" + END, 0, tail.start())
        ):
            log._head, log._sum = data[: tail.start() - len(END)], head_digest
            log._data = data
        return log

    @classmethod
    def _of(cls, value: dict[str, Any]) -> Log:
        version = value.get("version")
        if type(version) is not int or version < 0:
            raise UnsoundError(Message("it is damaged: it has no version"))
        if version < VERSION:
            value = migrate(value)
        lines = check_lines(value.get("events"))
        extra = {key: inner for key, inner in value.items() if key not in KNOWN}
        log = cls(in_order(lines), extra)
        log.version = version
        return log

    @property
    def top(self) -> int:
        """The greatest count, 0 for no events."""
        return self.lines[-1]["count"] if self.lines else 0

    @property
    def ids(self) -> set[str]:
        """The ids of all events."""
        if self._ids is None:
            self._ids = {line["id"] for line in self.lines}
        return self._ids

    def plus(self, lines: Iterable[Line], extra: Mapping[str, Any] | None = None) -> Log:
        """The union with these events; those that all come later are put at the end."""
        extra = join(self.extra, extra or {})
        new = union((), lines)
        if not new and extra == self.extra:
            return self
        late = not self.lines or (bool(new) and order(new[0]) > order(self.lines[-1]))
        if extra != self.extra or not late or not self.ids.isdisjoint(line["id"] for line in new):
            return Log(union(self.lines, new), extra)
        log = Log([*self.lines, *new], extra)
        log._ids = self.ids.union(line["id"] for line in new)
        if self._head is not None and self.lines:
            more = "".join(",\n" + encode(line) for line in log.lines[len(self.lines) :]).encode()
            log._sum = self._sum.copy()
            log._sum.update(more)
            log._head = self._head + more
        return log

    def data(self) -> bytes:
        """The whole state file."""
        if self._data is None:
            if self._head is None:
                self._head = self._encode()
                self._sum = hashlib.sha256(self._head)
            digest = self._sum.copy()
            digest.update(END)
            tail = b'"checksum":"sha256:%s"}\n' % digest.hexdigest().encode()
            self._data = self._head + END + tail
        return self._data

    def _encode(self) -> bytes:
        head = {"format": FORMAT, "version": VERSION, **self.extra}
        body = ",\n".join(map(encode, self.lines))
        return f'{encode(head)[:-1]},\n"events":[\n{body}'.encode()


def check_lines(lines: Any) -> list[Line]:
    """The events as given; raises UnsoundError where they cannot be told apart or ordered."""
    if type(lines) is not list:
        raise UnsoundError(Message("it is damaged: it has no list of events"))
    try:
        for key in ("author", "item"):
            "".join(map(itemgetter(key), lines))
        ids, times = list(map(itemgetter("id"), lines)), list(map(itemgetter("time"), lines))
        counts = list(map(itemgetter("count"), lines))
        if len(set(ids)) != len(lines) or not "".join(ids).isascii():
            raise ValueError("id")
        ends = "".join(times)[TIME_LENGTH - 1 :: TIME_LENGTH]
        list(map(datetime.fromisoformat, times))
        if ends != "Z" * len(times):
            raise ValueError("time")
        if set(map(type, counts)) - {int} or not min(counts, default=0) >= 0:
            raise ValueError("count")
        if max(counts, default=0) > GREATEST_COUNT:
            raise ValueError("count")
        if set(map(type, map(itemgetter("set"), lines))) - {dict}:
            raise ValueError("set")
    except (TypeError, KeyError, ValueError) as error:
        what = error.args[0] if error.args else ""
        raise UnsoundError(
            Message("it is damaged: an event is malformed ({what})", what=what)
        ) from None
    return list(lines)


def in_order(lines: list[Line]) -> list[Line]:
    """The events in their order; when all counts differ, as is usual, these alone decide."""
    counts = list(map(itemgetter("count"), lines))
    if all(map(lt, counts, counts[1:])):
        return lines
    return sorted(lines, key=ORDER)


def union(lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """All events of both in their order, each once, whichever is given first."""
    by_id: dict[str, Line] = {}
    for line in (*lines, *others):
        known = by_id.setdefault(line["id"], line)
        if known is not line and known != line:
            by_id[line["id"]] = max(known, line, key=encode)
    return sorted(by_id.values(), key=ORDER)


def join(extra: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Unknown fields of both; where they differ, the same one is taken whichever is first."""
    joined = dict(extra)
    for key, value in other.items():
        joined[key] = max(joined[key], value, key=encode) if key in joined else value
    return dict(sorted(joined.items()))
