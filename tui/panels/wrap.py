"""Where lines of Chinese text break: GB/T 15834-2011, section 5.1 (避头尾), in terminal cells.

Three rules give way one after another, and only where a line cannot hold otherwise:

1. words, numbers with their units, and ``——`` ``……`` stay whole; no closing mark begins a line
   and no opening mark ends one;
2. what is longer than a line by itself is broken inside the word, the marks still keep their
   places;
3. a run of marks that is longer than a line is broken between any two signs.

A sign is never torn from what is written over it, and no line is wider than it may be.
"""

from __future__ import annotations

from bisect import bisect_right
from unicodedata import category

from tui.panels.cells import JOINER, TERMINAL, Widths, edges

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

NO_HEAD = frozenset(
    "，。、；：？！）》」』】〉〕〗〙〛］｝｠”’…—～〜‥·・•‧–‐⸺々〻ー゛゜ヽヾゝゞ〞〟"
    "％‰℃℉°′″￠．﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞／,.;:?!)]}%/»›"
)
NO_TAIL = frozenset("（《「『【〈〔〖〘〚［｛｟“‘〝＄￥＃＠﹙﹛﹝／$¥£€#@([{/«‹№§")
PAIRS = frozenset(("万元", "亿元", "公里", "公斤", "公顷", "平方", "方米", "立方", "厘米", "毫米"))
BLANKS = frozenset(" \t\u3000\xa0\u2002\u2003\u2009\n")

HEAD, TAIL, WORD, DIGIT, LETTER, TIED, BLANK, ORDER = (1 << i for i in range(8))

Span: TypeAlias = tuple[int, int]
"""Where a line begins and ends, in characters of the text it was cut from."""


class Kinds(dict[str, int]):
    """What a character may not do at the end of a line, looked up once."""

    def __missing__(self, char: str) -> int:
        self[char] = kind = self.look(char)
        return kind

    def look(self, char: str) -> int:
        """The kind of a character, as a sum of flags."""
        if char in BLANKS:
            return BLANK
        code = ord(char)
        if code == 0x200D:
            return TIED | TAIL
        if category(char) in {"Mn", "Me", "Mc", "Cf"} or 0x1F3FB <= code <= 0x1F3FF:
            return TIED
        kind = HEAD * (char in NO_HEAD) | TAIL * (char in NO_TAIL)
        if char == "第":
            kind |= ORDER
        fullwidth = 0xFF10 <= code <= 0xFF5A and char.isalnum()
        flag = 0x1F1E6 <= code <= 0x1F1FF
        if code < 0x80 or fullwidth or flag or (code < 0x2000 and char.isalnum()):
            kind |= WORD
        if char.isdecimal():
            kind |= DIGIT
        elif code >= 0x2E80 and char.isalpha() and not fullwidth:
            kind |= LETTER
        return kind


KINDS = Kinds()


def wrap(
    text: str,
    width: int,
    *,
    first: int | None = None,
    keep: int = 0,
    widths: Widths = TERMINAL,
) -> list[Span]:
    """Cut one paragraph into lines.

    Args:
        text: The paragraph, without line breaks.
        width: Cells that a line may take.
        first: Cells that the first line may take, if that is another number.
        keep: Characters at the beginning (a marker) after which the first line does not break.
        widths: Cells by character.

    Returns:
        Beginning and end of each line in characters; blanks at a break belong to no line.
    """
    at = edges(text, widths)
    length = len(text)
    lines: list[Span] = []
    room = width if first is None else first
    here = skip_blanks(text, 0)
    while here < length:
        fit = bisect_right(at, at[here] + room, here) - 1
        if fit >= length:
            lines.append((here, trim(text, here, length)))
            break
        cut = find_break(text, here, fit, keep)
        lines.append((here, trim(text, here, cut)))
        here = skip_blanks(text, cut)
        room = width
        keep = 0
    return lines or [(0, 0)]


def skip_blanks(text: str, here: int) -> int:
    """The first character from here on that is no blank."""
    while here < len(text) and text[here] in BLANKS:
        here += 1
    return here


def trim(text: str, here: int, end: int) -> int:
    """The end of a line without the blanks before it."""
    while end > here and text[end - 1] in BLANKS:
        end -= 1
    return end


def find_break(text: str, here: int, fit: int, keep: int = 0) -> int:
    """Where to break a line that begins ``here`` and holds the characters up to ``fit``."""
    if text[fit] in BLANKS:
        after = skip_blanks(text, fit)
        if after >= len(text) or (after > here + keep and may_break(text, after)):
            return after
    for rule in (may_break, may_break_word, may_break_marks):
        for cut in range(fit, here + keep, -1):
            if rule(text, cut):
                return cut
    cut = max(fit, here + 1)
    while cut < len(text) and KINDS[text[cut]] & TIED:
        cut += 1
    return cut


def may_break(text: str, cut: int) -> bool:
    """Whether all rules allow a line to break before the character at ``cut``."""
    after = KINDS[text[cut]]
    before = KINDS[text[cut - 1]]
    if after & (HEAD | TIED | BLANK) or before & TAIL:
        return False
    if before & BLANK:
        return not behind_opening(text, cut)
    if after & WORD and before & (WORD | ORDER):
        return not before & WORD and not after & DIGIT
    if before & DIGIT and after & LETTER:
        return False
    return text[cut - 1 : cut + 1] not in PAIRS


def may_break_word(text: str, cut: int) -> bool:
    """Whether a word that is longer than a line may be broken here."""
    if KINDS[text[cut]] & (HEAD | TIED | BLANK):
        return False
    return not KINDS[text[cut - 1]] & TAIL and not behind_opening(text, cut)


def may_break_marks(text: str, cut: int) -> bool:
    """Whether a run of marks that is longer than a line may be broken here."""
    return not KINDS[text[cut]] & (TIED | BLANK) and text[cut - 1] != JOINER


def behind_opening(text: str, cut: int) -> bool:
    """Whether there is nothing but blanks between an opening mark and ``cut``."""
    while cut and text[cut - 1] in BLANKS:
        cut -= 1
    return cut > 0 and bool(KINDS[text[cut - 1]] & TAIL)
