"""From a .docx to its text: one paragraph per line, numbers included."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from parser.docx.names import W
from parser.docx.numbering import Numbering
from parser.docx.package import Package
from parser.docx.story import Story
from parser.docx.styles import Styles
from parser.docx.xml import read_blocks, read_tree
from parser.error import ParseError
from parser.message import Message

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
FILE_LIMIT = 256 << 20
"""Largest .docx in bytes; pictures may make it heavy, they are not read."""
HEAD = 1 << 20

OLD_FORMAT = Message(
    "this is an old Word or WPS file (.doc, .wps); open it in Word or WPS, save it as .docx, "
    "and open that"
)
LOCKED = Message(
    "the Word file is locked with a password; open it in Word or WPS and save it without one"
)
NO_TEXT = Message(
    "the Word file holds no text; if it is made of pictures, have them recognised (OCR) first"
)
OTHER_FORMAT = Message(
    "this is not a .docx file inside; open it in Word or WPS and save it as .docx"
)


@dataclass(frozen=True, slots=True)
class WordText:
    """What the parser needs of a Word file."""

    title: str
    """From the paragraphs in the style Title; empty where there are none."""
    text: str
    """One paragraph per line; automatic numbers are written out."""
    headings: tuple[tuple[int, int], ...] = ()
    """(offset of the line in ``text``, outline level from 0) of headings without a number."""
    notices: tuple[Message, ...] = ()
    """What the text does not show: that changes were accepted, that text is hidden."""


def read_docx(source: str | Path | bytes, *, name: str | None = None) -> WordText:
    """Read a Word file.

    Args:
        source: The file's path or its bytes.
        name: What to call the file in errors; the path unless given.

    Raises:
        ParseError: It is damaged, locked, hostile, or of another format; the message says what
            to do.

    """
    path = Path(source) if isinstance(source, str) else source
    shown = name or (str(path) if isinstance(path, Path) else None)
    refuse_other_formats(path, shown)
    package = Package(path, name=shown)
    try:
        return read_package(package)
    except RecursionError as error:
        raise ParseError(Message("the Word file is nested too deeply"), path=shown) from error
    finally:
        package.zip.close()


def refuse_other_formats(source: bytes | Path, name: str | None) -> None:
    """Look at the first bytes: old formats and locked files are told apart there."""
    if isinstance(source, Path) and source.stat().st_size > FILE_LIMIT:
        raise ParseError(Message("the Word file is larger than 256 MB; it was not read"), path=name)
    with source.open("rb") if isinstance(source, Path) else io.BytesIO(source) as file:
        head = file.read(HEAD)
        if head.startswith(OLE):
            file.seek(0)
            locked = any(ENCRYPTED in piece for piece in iter(lambda: file.read(HEAD), b""))
            raise ParseError(LOCKED if locked else OLD_FORMAT, path=name)
    if not head.startswith(b"PK"):
        raise ParseError(OLD_FORMAT if head.startswith(b"{\\rtf") else OTHER_FORMAT, path=name)


def read_package(package: Package) -> WordText:
    """Read the parts and the body."""
    main = package.main_part()
    parts = {kind.rpartition("/")[2]: part for part, kind in package.related(main).values()}

    def tree(kind: str, usual: str) -> Element | None:
        part = parts.get(kind, usual)
        part = part if package.has(part) else usual
        return read_tree(package.stream(part), package.name) if package.has(part) else None

    styles = Styles(tree("styles", "word/styles.xml"))
    numbering = Numbering(tree("numbering", "word/numbering.xml"), styles)
    notes = {
        **notes_of(tree("footnotes", "word/footnotes.xml"), "footnote"),
        **notes_of(tree("endnotes", "word/endnotes.xml"), "endnote"),
    }
    story = Story(styles, numbering, dict(notes))
    found = assemble(package, main, story)
    if story.reader.fields.in_contents:
        # A table of contents that never ends would swallow everything after it.
        story = Story(styles, numbering, dict(notes), keep_contents=True)
        found = assemble(package, main, story)
    return found


def notes_of(root: Element | None, kind: str) -> dict[tuple[str, str], Element]:
    """The notes of a part by (kind, id)."""
    found = root.iterfind(f"{W}{kind}") if root is not None else ()
    return {(kind, element.get(f"{W}id", "")): element for element in found}


def assemble(package: Package, main: str, story: Story) -> WordText:
    """Put the lines of the body together."""
    pieces: list[str] = []
    headings: list[tuple[int, int]] = []
    title: list[str] = []
    offset = 0
    for block in read_blocks(package.stream(main), package.name):
        for line in story.lines(block):
            if line.level is not None and line.text.strip():
                headings.append((offset, line.level))
            if line.title and line.text.strip():
                title.append(" ".join(line.text.split()))
            pieces.append(line.text)
            offset += len(line.text) + 1
    if story.carried:
        pieces.append(story.carried)
    text = "\n".join(pieces)
    if not text.strip():
        raise package.error(NO_TEXT)
    return WordText("".join(title), text, tuple(headings), notices_of(story))


def notices_of(story: Story) -> tuple[Message, ...]:
    """What a careful secretary would want to know about the file."""
    notices = []
    if story.reader.changes:
        notices.append(Message("tracked changes are shown as if all of them were accepted"))
    if story.reader.hidden:
        count = story.reader.hidden
        notices.append(Message("hidden text is left out ({count} characters)", count=count))
    return tuple(notices)
