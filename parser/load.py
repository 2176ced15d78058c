"""A file to a Document: provisional."""

from __future__ import annotations

from pathlib import Path

from parser.document import Document
from parser.parse import parse


def load(path: str | Path, *, encoding: str | None = None) -> Document:
    """Read a document."""
    text = Path(path).read_text(encoding=encoding or "utf-8-sig")
    return parse(text, title=Path(path).stem, path=str(path), encoding="utf-8")
