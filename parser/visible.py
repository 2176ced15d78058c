r"""Newlines of every kind become ``\n``, and what cannot be seen becomes visible.

A document is data: no control character, direction override or other invisible character of it
may reach a terminal. Every way into the parser goes through here once.
"""

from __future__ import annotations

import re
import unicodedata

NEWLINES = "\r\v\f\x85\u2028\u2029"
"""Each of them ends a line; ``\\r\\n`` is one newline."""

BLANK = "\u2423"
"""Stands for one character without width (a zero-width space, a stray byte order mark): ``␣``."""

SUBSTITUTE = "\u2426"
"""Stands for any other invisible character that has no picture of its own: ``␦``."""

COMBINING = "\u034f"
ZERO_WIDTH = COMBINING + "\xad\u180e\u200b\u200c\u200d\u2060\ufeff"
FILLERS = "\u115f\u1160\u17b4\u17b5\u3164\uffa0"
PICTURES = 0x2400

UNSEEN = frozenset(("Cc", "Cf", "Cs"))
"""Unicode categories of what a terminal obeys or hides: control, format, surrogate."""

BLANKS = "\n\t\xa0\u3000"
"""What Unicode calls unprintable, though it is what texts are laid out with."""

# The ranges that official documents are made of: what is outside is looked at one by one. The
# order matters: Chinese characters first halves the time.
ODD = (
    "[^\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e\n\x20-\x7e\t\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205f"
    "\u2070-\u2fff\u3400-\u4dff]"
)
PIECE = 1 << 16
"""Characters looked at together, so that no copy of a long text is made."""


def make_visible(text: str) -> str:
    r"""Return the text with ``\n`` line ends and a stand-in for each invisible character.

    Apart from ``\r\n``, which becomes one character, the length is kept.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if is_plain(text):
        return text
    pieces = [text[begin : begin + PIECE] for begin in range(0, len(text), PIECE)]
    return "".join(piece if is_plain(piece) else substitute(piece) for piece in pieces)


def substitute(text: str) -> str:
    """Put in the stand-ins."""
    signs = {ord(char): stand_in(char) for char in set(re.findall(ODD, text))}
    return text.translate({code: sign for code, sign in signs.items() if chr(code) != sign})


def is_plain(text: str) -> bool:
    """Tell quickly that nothing in the text needs a stand-in; False if it may."""
    if any(filler in text for filler in FILLERS + COMBINING):
        return False
    for begin in range(0, len(text), PIECE):
        piece = text[begin : begin + PIECE]
        for blank in BLANKS:
            piece = piece.replace(blank, "")
        if not piece.isprintable():
            return False
    return True


def stand_in(char: str) -> str:
    """Return what is shown for a character: itself, unless it is invisible."""
    if char in NEWLINES:
        return "\n"
    if char in ZERO_WIDTH:
        return BLANK
    code = ord(char)
    if code < 0x20:
        return char if char in "\t\n" else chr(PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    if noncharacter or char in FILLERS or unicodedata.category(char) in UNSEEN:
        return SUBSTITUTE
    return char
