"""Where the built-in example lies: the folder of seeds, beside the packages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parser import Document

SEEDS = Path(__file__).parent.parent / "seeds"


def is_sample(document: Document) -> bool:
    """Whether a document is the built-in example, or no file at all."""
    path = document.path
    return path is None or path == "-" or Path(path).resolve().parent == SEEDS.resolve()


def sample() -> Path:
    """The document that opens when no file is named."""
    return next(SEEDS.glob("*.txt"))
