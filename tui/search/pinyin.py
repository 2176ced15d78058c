"""Letters that find Chinese: ``xcb`` and ``xuncha`` both find 巡察办.

Each character is meant by a whole syllable, by its first letter, or by ``zh ch sh``; the last one
also by the beginning of a syllable, so that the search can follow the typing. A character is
found by any of its readings.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from tui.search.data import lines
from tui.search.fold import GAP, fold

LETTER = re.compile(r"[a-zü]")
LETTERS = re.compile(r"[a-zü]{2,24}")
DOUBLE = ("zh", "ch", "sh")
FIRST, LAST = 0x4E00, 0x9FFF
LONGEST = 6
"""Letters in a syllable: ``zhuang``."""
ENOUGH = 8
"""Ways to read the same letters; what people type has one to three."""
WITHOUT_VOWEL = {"n", "ng", "m", "hm", "hng", "ê"}
"""Readings of interjections, which would make a syllable of any n."""

ENTRY = re.compile(r'"(\d+)": ?"([^"]*)"')


@functools.cache
def characters() -> dict[str, str]:
    """For each syllable the characters that are read so, tones left out.

    Entry by entry: the whole table as Python objects would take 10 MB of memory for a moment.
    """
    plain = functools.cache(toneless)
    found: dict[str, str] = {}
    try:
        for line in lines("pypinyin", "pinyin_dict.json"):
            for entry in ENTRY.finditer(line):
                code = int(entry[1])
                if FIRST <= code <= LAST or code == ord("〇"):
                    for syllable in {plain(said) for said in entry[2].split(",")} - WITHOUT_VOWEL:
                        found[syllable] = found.get(syllable, "") + chr(code)
    except OSError:
        return {}
    return found


def toneless(text: str) -> str:
    """Syllables without tone marks; ``ü`` is typed ``v``."""
    apart = unicodedata.normalize("NFD", text.replace("ü", "v"))
    marks = dict.fromkeys(range(0x300, 0x370))
    return re.sub("u\u0308", "v", apart).translate(marks)


@functools.lru_cache(maxsize=500)
def beginning(start: str) -> str:
    """The characters meant by the beginning of a syllable, the whole one included; maybe none."""
    found = (same for syllable, same in characters().items() if syllable.startswith(start))
    return "".join(sorted(set("".join(found))))


def readings(letters: str) -> list[tuple[str, ...]]:
    """The ways to cut letters into what stands for one character each.

    As input methods do: as many whole syllables as can be; beside that, first letters alone
    (``ga`` is 嘎 and 公安). The last piece may be the beginning of a syllable.
    """
    after: list[list[tuple[str, ...]]] = [[] for _ in letters] + [[()]]
    for at in reversed(range(len(letters))):
        ways = sorted(_longer(letters, at, after), key=_shortened)
        # No more is kept than is used at the end: the number of all ways is exponential.
        initials = [way for way in ways if all(map(_initial, way))][:ENOUGH]
        after[at] = initials + [way for way in ways if way not in initials][:ENOUGH]
    fewest = min(map(_shortened, after[0]), default=0)
    found = [way for way in after[0] if _shortened(way) == fewest or all(map(_initial, way))]
    return sorted(found, key=_shortened)[:ENOUGH]


def _longer(letters: str, at: int, after: list[list[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    for length in range(min(LONGEST, len(letters) - at), 0, -1):
        piece = letters[at : at + length]
        last = at + length == len(letters)
        if piece in characters() or _initial(piece) or (last and beginning(piece)):
            for rest in after[at + length]:
                yield (piece, *rest)


def _initial(piece: str) -> bool:
    return piece in DOUBLE or (len(piece) == 1 and bool(beginning(piece)))


def _shortened(way: tuple[str, ...]) -> int:
    return sum(piece not in characters() for piece in way)


def patterns(word: str) -> tuple[re.Pattern[str], ...]:
    """What the word finds as pinyin; nothing when it is not one."""
    letters = fold(word).replace("ü", "v").replace("'", "")
    if not LETTERS.fullmatch(letters):
        return ()
    made = []
    for reading in readings(letters):
        pieces = [chars_of(piece, last=at == len(reading) - 1) for at, piece in enumerate(reading)]
        made.append(re.compile(GAP.join(f"[{chars}]" for chars in pieces)))
        if len(made) == ENOUGH:
            break
    return tuple(made)


def chars_of(piece: str, *, last: bool) -> str:
    """The characters that a piece of the letters may mean."""
    if last or len(piece) == 1 or piece in DOUBLE:
        return beginning(piece)
    return characters()[piece]
