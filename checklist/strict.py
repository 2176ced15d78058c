"""Strict JSON: what another program could read differently is refused."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, NoReturn

BLANKS = (b" ", b"\t", b"\r", b"\n")
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
            if not _each_key_once(data, value):
                value = json.loads(text, parse_constant=_refuse, object_pairs_hook=_single)
            if b"\\u" in data:
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


def _each_key_once(data: bytes, value: Any) -> bool:
    """Whether no key was doubled, as far as counting tells; False when it cannot tell.

    Watching each key while decoding costs a third of the time. Keys are at least as many in the
    bytes as in the value, so when no more are seen in the bytes, none was lost.
    """
    if any(blank + b":" in data for blank in BLANKS if blank in data):
        return False
    if b"\\" in data and b'\\":' in data:
        return False
    seen = data.count(b'":')
    try:
        events = value["events"]
        sets = map(itemgetter("set"), events)
        kept = len(value) + sum(map(len, events)) + sum(map(len, sets))
        kept += sum(
            len(inner)
            for event in events
            for inner in (event.get("at"), event.get("outline"))
            if type(inner) is dict
        )
    except (TypeError, KeyError, AttributeError):
        return False
    return bool(kept == seen)


def _refuse(what: str) -> NoReturn:
    raise NotStrictError(what)


def _single(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        _refuse("a doubled key")
    return value
