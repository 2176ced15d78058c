"""A file to a Document: provisional."""

from __future__ import annotations

from pathlib import Path

from parser.document import Document
from parser.docx import is_container, read_docx
from parser.parse import parse


def load(path: str | Path, *, encoding: str | None = None) -> Document:
    """Read a document."""
    place = Path(path)
    with place.open("rb") as file:
        head = file.read(8)
    if is_container(head):
        word = read_docx(place, name=str(path))
        return parse(word.text, title=word.title or place.stem, path=str(path), format="docx")
    text = place.read_text(encoding=encoding or "utf-8-sig")
    return parse(text, title=place.stem, path=str(path), encoding="utf-8")
