"""What a first search would have to read, read beforehand in the background."""

from __future__ import annotations

from tui.search import fold, pinyin


def warm(words: str) -> None:
    """Read what a search for words that begin so needs beside the document.

    Traditional characters take 4 ms; pinyin takes 50 ms and 1 MB, and only letters ask for it.
    """
    fold.simplified()
    if pinyin.LETTER.search(fold.fold(words)):
        pinyin.characters()
