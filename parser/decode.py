"""Bytes to text: which encoding it is, told by a byte order mark or else by evidence."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from parser.error import ParseError
from parser.kind import BINARY
from parser.message import Message
from parser.visible import make_visible

# Longest first: the mark of UTF-16 opens that of UTF-32.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

BOM = "\ufeff"

GUESSED = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""Told apart without a mark; where the evidence is equal, the earlier one is taken."""

WIDER = {"big5": ("big5", "cp950", "big5hkscs")}
"""What goes by the first name in practice: each next one is tried where the one before fails."""

ACCEPTED = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32": "utf-32",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp950": "big5",
    "big5hkscs": "big5",
    "ascii": "ascii",
    "iso8859-1": "iso8859-1",
}
"""What may be asked for (Python's own name of the codec), and what it is read as."""

OFFERED = "utf-8, gb18030, big5, utf-16-le, utf-16-be"

SAMPLE = 16_384
"""Bytes from the first one that is not ASCII: enough to tell encodings apart."""

VALID = 0.45
"""Likeness to Chinese (see ``frequency.py``) that valid UTF-8 is worth: other bytes seldom are."""

PIECE = 1 << 12
"""Bytes decoded together: what is in work beside the text must be little for a short one too."""

DOUBTFUL = 0.1
"""Likeness below which a guess would be a lie."""

DAMAGE = 50
"""At least so many characters must be sound for each one that is not, but for the first."""

HIGH = rb"[\x80-\xff]"
THREE_BYTES = rb"[\xe0-\xef]"
CONTROL_BYTE = rb"[\0-\x08\x0e-\x1f]"
CONTROL = "[\0-\x08\x0e-\x1f]"


class Decoded(NamedTuple):
    """A text, and how it was read."""

    text: str
    encoding: str
    """A name that Python knows and ``load(encoding=…)`` accepts."""
    damaged: int = 0
    r"""How many places could not be decoded; each stands in the text as ``\ufffd``."""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode, without a byte order mark.

    Without ``encoding`` it is told from the bytes. Raises ParseError where a given encoding does
    not fit (with line and column), or where none can be told.
    """
    if encoding is not None:
        return as_asked(data, encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return as_guessed(data[len(mark) :], name)
    return plain_utf8(data) or as_guessed(data, guess(data))


def plain_utf8(data: bytes) -> Decoded | None:
    """Decode what can only be UTF-8, which most texts are: the others take longer to tell."""
    try:
        text = sound(data, "utf-8")
    except UnicodeDecodeError:
        return None
    sure = not re.search(CONTROL, text) if len(text) == len(data) else re.search(THREE_BYTES, data)
    return Decoded(text.removeprefix(BOM), "utf-8") if sure and b"\0" not in data else None


def sound(data: bytes, codec: str) -> str:
    """Decode strictly, piece by piece: all at once takes four times the memory of the bytes."""
    decoder = codecs.getincrementaldecoder(codec)()
    view = memoryview(data)
    begins = range(0, len(data), PIECE)
    return "".join(decoder.decode(view[at : at + PIECE], at + PIECE >= len(data)) for at in begins)


def guess(data: bytes) -> str:
    """Return the encoding under which the bytes look most like Chinese."""
    from parser.frequency import likeness

    first = re.search(HIGH, data)
    begin = (first.start() if first and b"\0" not in data[:SAMPLE] else 0) & ~1
    sample = data[begin : begin + SAMPLE]
    best, most = "utf-8", VALID if is_valid_utf8(data) else DOUBTFUL - 1
    for name in GUESSED:
        found = likeness(sample.decode(name, "replace"))
        if found > most:
            best, most = name, found
    if most < DOUBTFUL:
        if re.search(CONTROL_BYTE, sample):
            raise ParseError(BINARY)
        raise ParseError(
            Message(
                "the encoding of this text cannot be told from its bytes; "
                "name it with --encoding ({names})",
                names=OFFERED,
            )
        )
    return best


def is_valid_utf8(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8, and no text of two-byte units full of zeros."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def as_guessed(data: bytes, name: str) -> Decoded:
    """Decode with a guess, forgiving a few damaged places."""
    for codec in WIDER.get(name, (name,)):
        try:
            return Decoded(sound(data, codec).removeprefix(BOM), codec)
        except UnicodeDecodeError:
            pass
    text = data.decode(name, "replace")
    damaged = text.count("\ufffd")
    if (damaged - 1) * DAMAGE > len(text):
        raise ParseError(
            Message(
                "this is not a text, or a damaged one: it looks like {name}, but {count} places "
                "cannot be read; save it anew as UTF-8, or name the encoding with --encoding",
                name=name,
                count=damaged,
            )
        )
    return Decoded(text.removeprefix(BOM), name, damaged)


def as_asked(data: bytes, encoding: str) -> Decoded:
    """Decode with the encoding that a person named."""
    name = accepted(encoding)
    for mark, marked in MARKS:
        if marked.startswith(name) and data.startswith(mark):
            data, name = data[len(mark) :], marked
            break
    failure: UnicodeDecodeError | None = None
    for codec in WIDER.get(name, (name,)):
        try:
            return Decoded(data.decode(codec).removeprefix(BOM), codec)
        except UnicodeDecodeError as error:
            failure = failure or error
    assert failure is not None
    before = make_visible(data[: failure.start].decode(name, "ignore").removeprefix(BOM))
    raise ParseError(
        Message(
            "this text is not {name}: the byte {byte} cannot be read here; "
            "leave --encoding out to have it told from the text",
            name=encoding,
            byte=f"0x{data[failure.start]:02X}",
        ),
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )


def accepted(encoding: str) -> str:
    """Return the codec for the name of an encoding that a person gave."""
    try:
        return ACCEPTED[codecs.lookup(encoding).name]
    except (LookupError, ValueError, UnicodeError):
        raise ParseError(
            Message(
                "no encoding called “{name}” is known here; name one of {names}",
                name=make_visible(encoding),
                names=OFFERED,
            )
        ) from None
