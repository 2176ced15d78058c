"""Strict JSON: what another program could read differently is refused."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from typing import Any, NoReturn

ALWAYS = {"id", "count", "time", "author", "item", "set"}
"""Keys that every event of a state file has."""
USUAL = len(ALWAYS)
TEXTS = 4
"""How many of them hold a string."""
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class NotStrictError(ValueError):
    """The bytes are not JSON, or JSON that can be read in more than one way."""


def decode(data: bytes) -> Any:
    """The value that ``data`` holds, UTF-8; raises NotStrictError.

    NaN, doubled keys and lone surrogates are refused like anything that is not JSON.
    """
    try:
        text = data.decode()
        with collector_off():
            value = json.loads(text, parse_constant=_refuse)
            escapes = data.split(b"\\")[1:]
            if not _each_key_once(data, escapes, value):
                value = json.loads(text, parse_constant=_refuse, object_pairs_hook=_single)
            if any(escape.startswith(b"u") for escape in escapes):
                json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise NotStrictError(str(error)) from None
    return value


def encode(value: Any) -> str:
    """The shortest JSON of ``value`` on one line, with every character as itself."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def storable(text: str) -> bool:
    """Whether ``text`` can be written as UTF-8; a lone surrogate cannot."""
    return not LONE_SURROGATE.search(text)


@contextmanager
def collector_off() -> Iterator[None]:
    """Let objects be made without a search for garbage among them: it takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _each_key_once(data: bytes, escapes: list[bytes], value: Any) -> bool:
    """Whether no key was doubled, as far as counting tells; False when it cannot tell.

    Watching each key while decoding costs a third of the time. Every string, key or value, has two
    quotation marks in the bytes; when the strings of the value account for all of them, none was
    lost.
    """
    if b"" in escapes:
        return False
    try:
        events = value["events"]
        sets = list(map(itemgetter("set"), events))
        strings = sum(map(len, events)) + sum(map(len, sets)) + TEXTS * len(events)
        kinds = list(map(type, chain.from_iterable(map(dict.values, sets))))
        strings += kinds.count(str) + sum(map(_strings, _rare(value, events)))
        if list in kinds:
            strings += sum(_strings(s["evidence"]) for s in sets if "evidence" in s)
    except (TypeError, KeyError, AttributeError):
        return False
    escaped = sum(piece.startswith(b'"') for piece in escapes)
    return data.count(b'"') - escaped == 2 * strings


def _rare(value: dict[str, Any], events: list[dict[str, Any]]) -> Iterator[Any]:
    """What is not in every event: values whose strings are counted one by one."""
    head = {key: inner for key, inner in value.items() if key != "events"}
    yield head
    yield "events"
    for event in events:
        if len(event) > USUAL:
            yield from (inner for key, inner in event.items() if key not in ALWAYS)


def _strings(value: Any) -> int:
    """How many strings a value holds, keys among them."""
    if type(value) is str:
        return 1
    if type(value) is dict:
        return len(value) + sum(map(_strings, value.values()))
    return sum(map(_strings, value)) if type(value) is list else 0


def _refuse(what: str) -> NoReturn:
    raise NotStrictError(what)


def _single(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        _refuse("a doubled key")
    return value
