"""A file to a Document: read, recognise, decode, parse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from parser.decode import decode
from parser.document import Document, Warning
from parser.error import ParseError
from parser.kind import MARKDOWN, TEXT, WORD, kind_of, refuse_binary
from parser.long import read_long
from parser.message import Message
from parser.parse import Progress, parse, silent
from parser.source import STANDARD_INPUT, read_source
from parser.visible import make_visible


class Content(NamedTuple):
    """The text of a file of any format."""

    text: str
    """As it is written: ``load`` makes it visible."""
    title: str = ""
    """Where the format keeps it apart from the text."""
    encoding: str | None = None
    damaged: int = 0
    r"""How many places could not be decoded; each stands in the text as ``\ufffd``."""
    warnings: tuple[Warning, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    """(offset of the line, level from 1) of headings that the format tells apart."""


def load(path: str | Path, *, encoding: str | None = None, progress: Progress = silent) -> Document:
    """Read a document from a regular file, or from standard input for ``-``.

    ``encoding`` overrides what the bytes of a text or Markdown file say; the name of a codec of
    the list in ``decode.ACCEPTED``. A document without a title is called after its file.
    ``progress`` is told about what part of the work is done. Raises ParseError, with the path, for
    whatever cannot be read.
    """
    name = str(path)
    try:
        kind, content = read(name, encoding)
        text = make_visible(content.text)
        refuse_binary(text)
        progress(0.05)
        document = parse(
            text,
            title=make_visible(content.title) or fallback_title(name),
            path=name,
            format=kind,
            encoding=content.encoding,
            # Making characters visible is one for one, but for line ends that Word does not write.
            headings=content.headings if len(text) == len(content.text) else (),
            progress=progress,
        )
    except ParseError as error:
        error.path = error.path or name
        raise
    warnings = damage(text, content) + content.warnings
    return document._replace(warnings=warnings + document.warnings) if warnings else document


def fallback_title(name: str) -> str:
    """Return what a document without a title is called."""
    return "" if name == STANDARD_INPUT else make_visible(Path(name).stem)


def read(name: str, encoding: str | None) -> tuple[str, Content]:
    """Return the format of a file and its text; its bytes are let go here."""
    if encoding is None and (long := read_long(name)):
        return long[0], Content(long[1], encoding="utf-8")
    data = read_source(name)
    kind = kind_of(data, name)
    return kind, READERS[kind](data, name, encoding)


def read_text(data: bytes, _name: str, encoding: str | None) -> Content:
    """Decode a text."""
    decoded = decode(data, encoding)
    return Content(decoded.text, encoding=decoded.encoding, damaged=decoded.damaged)


def read_word(data: bytes, name: str, _encoding: str | None) -> Content:
    """Read a Word file."""
    from parser.docx import read_docx

    word = read_docx(data, name=name)
    headings = tuple((offset, level + 1) for offset, level in word.headings)
    warnings = tuple(Warning(1, 1, notice) for notice in word.notices)
    return Content(word.text, word.title, warnings=warnings, headings=headings)


def damage(text: str, content: Content) -> tuple[Warning, ...]:
    """Say how much could not be decoded, at the first such place; nothing where all could."""
    if not content.damaged:
        return ()
    first = text.index("\ufffd")
    message = Message(
        "{count} characters could not be read as {encoding}; here is the first one",
        count=content.damaged,
        encoding=content.encoding,
    )
    line, column = text.count("\n", 0, first) + 1, first - text.rfind("\n", 0, first)
    return (Warning(line, column, message),)


READERS: dict[str, Callable[[bytes, str, str | None], Content]] = {
    TEXT: read_text,
    MARKDOWN: read_text,
    WORD: read_word,
}
"""A new format is a row here and a signature in ``kind.py``."""
