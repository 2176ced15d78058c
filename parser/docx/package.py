"""The zip container of a .docx: finds parts, and never unpacks more than is sane."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from parser.docx.xml import read_tree
from parser.error import ParseError
from parser.message import Message

MEBIBYTE = 1 << 20
PART_LIMIT = 128 * MEBIBYTE
"""Largest unpacked part in bytes; the text of a long law takes about 3."""
TOTAL_LIMIT = 192 * MEBIBYTE
"""All unpacked parts together, in bytes."""
RATIO_LIMIT = 300
"""Unpacked bytes per packed byte, where a part is large; a form of empty cells reaches 210."""
LARGE = 32 * MEBIBYTE
"""Bytes of a part from which on its ratio matters."""
ENTRY_LIMIT = 20_000
CHUNK = 1 << 16

DAMAGED = Message(
    "the Word file is damaged or cut short; open it in Word or WPS, let it be repaired, "
    "and save it again"
)
BOMB = Message("the Word file unpacks to far more than a document holds; it was not read")

USUAL_PART = "word/document.xml"
FOREIGN = {
    "content.xml": Message("this is an OpenDocument file; save it as .docx and open that"),
    "xl/workbook.xml": Message("this is a spreadsheet, not a text; save the text as .docx or .txt"),
    "ppt/presentation.xml": Message("these are slides, not a text; save the text as .docx or .txt"),
    "OFD.xml": Message("this is an OFD file; export it as .docx or .txt and open that"),
}
"""What else a zip may be, told by a part that only it has."""
RELATIONSHIP = "Relationship"
MAIN_KIND = "/officeDocument"


class Package:
    """An open .docx whose parts are streamed under limits."""

    def __init__(self, source: bytes | Path, *, name: str | None = None) -> None:
        """Open the container; raises ParseError when it is none or has an absurd directory."""
        self.name = name or (str(source) if isinstance(source, Path) else None)
        self.unpacked = 0
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
            raise self.error(DAMAGED) from error
        entries = self.zip.infolist()
        if len(entries) > ENTRY_LIMIT:
            raise self.error(BOMB)
        self.entries = {spelled(entry.filename): entry for entry in entries}

    def error(self, message: Message) -> ParseError:
        """That message about this file."""
        return ParseError(message, path=self.name)

    def has(self, part: str) -> bool:
        """Whether the part exists (case and slashes do not matter)."""
        return spelled(part) in self.entries

    def stream(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece; raises ParseError on damage or absurd size."""
        entry = self.entries[spelled(part)]
        size = 0
        try:
            with self.zip.open(entry) as source:
                while chunk := source.read(CHUNK):
                    size += len(chunk)
                    self.unpacked += len(chunk)
                    swollen = size > LARGE and size > RATIO_LIMIT * max(entry.compress_size, 1)
                    if swollen or size > PART_LIMIT or self.unpacked > TOTAL_LIMIT:
                        raise self.error(BOMB)
                    yield chunk
        except RuntimeError as error:  # zipfile's word for a part locked with a password
            raise self.error(
                Message("the Word file is locked with a password; save it without one")
            ) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise self.error(DAMAGED) from error

    def main_part(self) -> str:
        """Name of the part with the text; raises ParseError where there is none."""
        if not self.has(USUAL_PART):
            for part, message in FOREIGN.items():
                if self.has(part):
                    raise self.error(message)
        for target, kind in self.related("").values():
            if kind.endswith(MAIN_KIND) and self.has(target):
                return target
        if self.has(USUAL_PART):
            return USUAL_PART
        raise self.error(Message("this is a zip archive without a Word text in it"))

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to inside the package: {relationship id: (part, kind)}."""
        folder, base = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(rels):
            return {}
        found: dict[str, tuple[str, str]] = {}
        for element in read_tree(self.stream(rels), self.name):
            if not element.tag.endswith(RELATIONSHIP) or element.get("TargetMode") == "External":
                continue
            target = unquote(element.get("Target", ""))
            full = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = (full, element.get("Type", ""))
        return found


def spelled(part: str) -> str:
    """One spelling for a part's name; some writers use back-slashes or other case."""
    return part.replace("\\", "/").lstrip("/").lower()
