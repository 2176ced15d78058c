"""What a file is by its first bytes, and what to do about one that cannot be opened."""

from __future__ import annotations

import re

from parser.error import ParseError
from parser.message import Message
from parser.visible import BLANK, PICTURES, SUBSTITUTE

WORD = "docx"
TEXT = "text"
MARKDOWN = "markdown"

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

# What the Word reader opens, or refuses with better words than could be found here: zip
# containers, the older compound files of .doc and .wps, and RTF.
WORD_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")

PICTURE = Message(
    "this is a picture; have its text recognised (OCR), save it as .docx or .txt, and open that"
)
ARCHIVE = Message("this is an archive; unpack it and open the document in it")
PROGRAM = Message("this is a program, not a document")
SOUND_OR_FILM = Message("this is a recording, not a document")
BINARY = Message(
    "this is not a text but binary data; open it in the program it was made with, "
    "save it as .docx or .txt, and open that"
)

REFUSED: tuple[tuple[tuple[bytes, ...], Message], ...] = (
    (
        (b"%PDF-",),
        Message(
            "this is a PDF; open it in Word or WPS and save it as .docx, "
            "or copy its text into a .txt file, and open that"
        ),
    ),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"RIFF"),
        PICTURE,
    ),
    (
        (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF"),
        ARCHIVE,
    ),
    ((b"\x7fELF", b"MZ\x90\0", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe"), PROGRAM),
    ((b"ID3", b"\xff\xfb\x90", b"OggS", b"fLaC", b"\x1aE\xdf\xa3"), SOUND_OR_FILM),
    ((b"SQLite format 3\0",), BINARY),
)

WEB_PAGE = (
    rb"\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*\?>\s*(?:<!--|<!doctype html|<html|<\?mso)"
    rb"|mime-version:)"
)
HEAD = 4096
STAND_INS = [sign for sign in map(chr, range(PICTURES, ord(SUBSTITUTE) + 1)) if sign != BLANK]
"""What control characters have become by now."""
UNREADABLE_SHARE = 0.02
"""More control characters than this among all, and it is not a text."""


def kind_of(data: bytes, name: str) -> str:
    """Return ``docx``, ``markdown`` or ``text``; raises ParseError for what is none of them.

    ``name`` is the file's name; it decides only between text and Markdown.
    """
    if not data:
        raise ParseError(Message("the file is empty; there is nothing to open"))
    if data.startswith(WORD_SIGNATURES):
        return WORD
    for signatures, refusal in REFUSED:
        if data.startswith(signatures):
            raise ParseError(refusal)
    head = data[:HEAD].lower()
    if head.lstrip().startswith((b"<", b"mime")) and re.match(WEB_PAGE, head):
        raise ParseError(
            Message(
                "this is a web page; open it in a browser or in Word, save it as .txt or .docx, "
                "and open that"
            )
        )
    return MARKDOWN if name.lower().endswith(MARKDOWN_SUFFIXES) else TEXT


def refuse_binary(text: str) -> None:
    """Raise ParseError for a decoded text that nobody wrote: too many control characters."""
    head = text[:HEAD]
    odd = sum(head.count(sign) for sign in STAND_INS if sign in head)
    if odd > len(head) * UNREADABLE_SHARE + 1:
        raise ParseError(BINARY)
    if not text or text.isspace():
        raise ParseError(Message("the file holds blanks only; there is nothing to open"))
