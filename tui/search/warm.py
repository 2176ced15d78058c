"""What a first search would have to read, read beforehand in the background."""

from __future__ import annotations

from tui.search import fold, pinyin


def warm() -> None:
    """Read the tables of traditional characters and of pinyin (about 50 ms, once)."""
    fold.simplified()
    pinyin.characters()
