"""Compares our text with LibreOffice's, line by line, blanks aside."""

from __future__ import annotations

import difflib
from pathlib import Path

from parser.docx import read_docx


def squeezed(text: str) -> list[str]:
    """The lines that hold anything, without blanks."""
    lines = ("".join(line.split()) for line in text.removeprefix("\ufeff").splitlines())
    return [line for line in lines if line]


def difference(word: Path) -> list[str]:
    """What differs: ``- LibreOffice's line``, ``+ ours``."""
    theirs = squeezed(word.with_suffix(".txt").read_text("utf-8"))
    ours = squeezed(read_docx(word).text)
    return [line for line in difflib.ndiff(theirs, ours) if line[0] in "-+"]
