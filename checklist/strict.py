"""Strict JSON: what another program could read differently is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NoReturn

KEY = '":'
LOOSE_KEY = re.compile(r'"[ \t\r\n]+:|\\":')
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class NotStrictError(ValueError):
    """The text is not JSON, or JSON that can be read in more than one way."""


def decode(text: str) -> Any:
    """The value that ``text`` holds; raises NotStrictError.

    NaN, doubled keys and lone surrogates are refused like anything that is not JSON. Looking for
    doubled keys while decoding costs a third of the time, so keys are counted first, in the text
    and in the value, and looked at one by one only when the counts differ.
    """
    try:
        value = json.loads(text, parse_constant=_refuse)
        if LOOSE_KEY.search(text) or text.count(KEY) != _count_keys(value):
            value = json.loads(text, parse_constant=_refuse, object_pairs_hook=_single)
        if "\\u" in text and LONE_SURROGATE.search(json.dumps(value, ensure_ascii=False)):
            _refuse("a lone surrogate")
    except (ValueError, RecursionError) as error:
        raise NotStrictError(str(error)) from None
    return value


def encode(value: Any) -> str:
    """The shortest JSON of ``value`` on one line, with every character as itself."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def storable(text: str) -> bool:
    """Whether ``text`` can be written as UTF-8; a lone surrogate cannot."""
    return not LONE_SURROGATE.search(text)


def _count_keys(value: Any) -> int:
    count = 0
    todo: list[Any] = [value]
    while todo:
        here = todo.pop()
        if type(here) is dict:
            count += len(here)
            here = here.values()
        elif type(here) is not list:
            continue
        todo += [inner for inner in here if type(inner) in CONTAINERS]
    return count


CONTAINERS = {dict, list}


def _refuse(what: str) -> NoReturn:
    raise NotStrictError(what)


def _single(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        _refuse("a doubled key")
    return value
