"""How many terminal cells a text takes."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

JOINER = "\u200d"
EMOJI = "\ufe0f"  # asks for the wide, coloured form of the sign before it
ZERO = ("Mn", "Me", "Cf", "Cc")


class Widths(dict[str, int]):
    """Cells by character, looked up once: 2 for wide ones, 0 for combining ones, else 1.

    With ``wide`` the ambiguous ones (``“ — … ①``) take two cells, as on some Chinese terminals.
    """

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self.doubled = "WFA" if wide else "WF"

    def widen(self) -> None:
        """Count ambiguous characters as two cells from now on."""
        self.doubled = "WFA"
        self.clear()

    def __missing__(self, char: str) -> int:
        if unicodedata.east_asian_width(char) in self.doubled:
            # A combining mark that is listed as wide or ambiguous still takes no cell of its own.
            cells = 0 if unicodedata.category(char) in {"Mn", "Me"} else 2
        else:
            cells = 0 if unicodedata.category(char) in ZERO and char != "\xad" else 1
        self[char] = cells
        return cells


TERMINAL = Widths()
"""What the terminal at hand does."""
WIDE = Widths(wide=True)


def edges(text: str, widths: Widths = TERMINAL) -> list[int]:
    """Where each character begins, in cells from the start of the text; the last is its width."""
    sizes = map(widths.__getitem__, text)
    if JOINER in text or EMOJI in text:
        return list(accumulate(joined(text, list(sizes)), initial=0))
    return list(accumulate(sizes, initial=0))


def joined(text: str, sizes: list[int]) -> list[int]:
    """Cells by character where some of them melt together into one picture."""
    base = -1
    for i, char in enumerate(text):
        if char == EMOJI:
            sizes[i] = 0
            if base >= 0 and sizes[base] == 1:
                sizes[base] = 2
            base = -1
        elif char == JOINER:
            sizes[i] = 0
            if i + 1 < len(text):
                sizes[i + 1] = 0
        elif sizes[i]:
            base = i
    return sizes


def measure(text: str, widths: Widths = TERMINAL) -> int:
    """Cells that the text takes on one line."""
    if text.isascii() and text.isprintable():
        return len(text)
    if JOINER in text or EMOJI in text:
        return edges(text, widths)[-1]
    return sum(map(widths.__getitem__, text))


def elide(text: str, room: int, widths: Widths = TERMINAL) -> str:
    """Shorten a text to at most ``room`` cells; an ellipsis says that something is missing."""
    if measure(text, widths) <= room:
        return text
    room -= widths["…"]
    if room < 0:
        return ""
    at = edges(text, widths)
    cut = len(text)
    while cut and at[cut] > room:
        cut -= 1
    return text[:cut] + "…"


def elide_middle(text: str, room: int, widths: Widths = TERMINAL) -> str:
    """Shorten a path to at most ``room`` cells, more of its end left than of its beginning."""
    if measure(text, widths) <= room:
        return text
    head = elide(text, max(room // 3, widths["…"]), widths)
    ends = (head + text[cut:] for cut in range(len(text) + 1))
    return next(end for end in ends if measure(end, widths) <= room)


def pad(text: str, room: int, widths: Widths = TERMINAL) -> str:
    """Exactly ``room`` cells: shortened or filled up with blanks."""
    text = elide(text, room, widths)
    return text + " " * (room - measure(text, widths))
