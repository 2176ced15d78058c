"""Automatic numbers in words: every number format of Word that Chinese documents use.

The rules are those of ECMA-376 part 1, 17.18.59, with Word's own deviations ([MS-OI29500] 2.1.540
and the samples of [MS-DOCX] 2.4: 一○○ is counted with a circle, 一百零一 with 零).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

Numeral = Callable[[int], str]

ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
FULL_WIDTH = "０１２３４５６７８９"
DIGITS = "〇一二三四五六七八九"
DIGITS_CIRCLE = "○一二三四五六七八九"
DIGITS_KOREAN = "영일이삼사오육칠팔구"
DIGITS_KOREAN_HANJA = "零一二三四五六七八九"
COUNTING = ("零一二三四五六七八九", "十百千", "万")
COUNTING_TAIWAN = ("零一二三四五六七八九", "十百千", "萬")
LEGAL_SIMPLIFIED = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万")
LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
CYCLE = tuple(STEMS[i % 10] + BRANCHES[i % 12] for i in range(60))
CIRCLES = tuple(chr(0x2460 + i) for i in range(20))
PARENTHESES = tuple(chr(0x2474 + i) for i in range(20))
FULL_STOPS = tuple(chr(0x2488 + i) for i in range(20))
IDEOGRAPHS_IN_PARENTHESES = tuple(chr(0x3220 + i) for i in range(10))
LARGEST = 1_000_000
"""Beyond this a number is written in digits; nobody counts so far, and letters would not end."""


def digits(signs: str, n: int) -> str:
    """Each decimal digit by its sign."""
    return "".join(signs[int(digit)] for digit in str(n))


def counting(signs: str, n: int) -> str:
    """十一 up to 九十九, then digit by digit."""
    if n >= 100:
        return digits(signs, n)
    tens, ones = divmod(n, 10)
    head = ("" if tens == 1 else signs[tens]) + "十" if tens else ""
    return head + (signs[ones] if ones or not tens else "")


def grouped(system: tuple[str, str, str], short_ten: bool, n: int) -> str:
    """一百零一: digits with their units; with ``short_ten`` 十一 instead of 一十一."""
    signs, units, ten_thousand = system
    high, low = divmod(n, 10_000)
    text = grouped(system, short_ten, high) + ten_thousand if high else ""
    gap = bool(high) and low < 1000
    for power in (3, 2, 1, 0):
        digit = low // 10**power % 10
        if not digit:
            gap = gap or bool(text)
            continue
        text += (signs[0] if gap else "") + signs[digit] + (units[power - 1] if power else "")
        gap = False
    if short_ten and 10 <= n < 20:
        text = text[1:]
    return text or signs[0]


def counting_japanese(n: int) -> str:
    """百一: no 一 before a unit (but 一万), no zero."""
    high, n = divmod(n, 10_000)
    text = counting_japanese(high) + "万" if high else ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10)):
        count, n = divmod(n, size)
        if count:
            text += ("" if count == 1 else DIGITS[count]) + unit
    return text + (DIGITS[n] if n or not text else "")


def one_of(signs: tuple[str, ...] | str, n: int) -> str:
    """The n-th sign, and plain digits beyond the last."""
    return signs[n - 1] if 1 <= n <= len(signs) else str(n)


def letters(n: int) -> str:
    """A … Z, AA, BB …: the letter is repeated, as Word does it."""
    if n > 26 * 30:
        return str(n)
    times, index = divmod(n - 1, 26)
    return chr(ord("A") + index) * (times + 1)


def roman(n: int) -> str:
    """Roman numerals in capitals."""
    if n >= 32_768:
        return str(n)
    text = ""
    for size, sign in ROMAN:
        count, n = divmod(n, size)
        text += sign * count
    return text


def ordinal(n: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if n % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def small(numeral: Numeral, n: int) -> str:
    """The same numeral in small letters."""
    return numeral(n).lower()


FORMATS: dict[str, Numeral] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": partial(digits, FULL_WIDTH),
    "decimalFullWidth2": partial(digits, FULL_WIDTH),
    "decimalEnclosedCircle": partial(one_of, CIRCLES),
    "decimalEnclosedCircleChinese": partial(one_of, CIRCLES),
    "decimalEnclosedParen": partial(one_of, PARENTHESES),
    "decimalEnclosedFullstop": partial(one_of, FULL_STOPS),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "ordinal": ordinal,
    "upperLetter": letters,
    "lowerLetter": partial(small, letters),
    "upperRoman": roman,
    "lowerRoman": partial(small, roman),
    "chineseCounting": partial(counting, DIGITS_CIRCLE),
    "chineseCountingThousand": partial(grouped, COUNTING, True),
    "chineseLegalSimplified": partial(grouped, LEGAL_SIMPLIFIED, False),
    "ideographDigital": partial(digits, DIGITS),
    "ideographTraditional": partial(one_of, STEMS),
    "ideographZodiac": partial(one_of, BRANCHES),
    "ideographZodiacTraditional": partial(one_of, CYCLE),
    "ideographLegalTraditional": partial(grouped, LEGAL_TRADITIONAL, False),
    "ideographEnclosedCircle": partial(one_of, IDEOGRAPHS_IN_PARENTHESES),
    "taiwaneseCounting": partial(counting, DIGITS_CIRCLE),
    "taiwaneseCountingThousand": partial(grouped, COUNTING_TAIWAN, True),
    "taiwaneseDigital": partial(digits, DIGITS_CIRCLE),
    "japaneseCounting": counting_japanese,
    "japaneseDigitalTenThousand": partial(digits, DIGITS),
    "japaneseLegal": partial(grouped, ("零壱弐参四伍六七八九", "拾百阡", "萬"), False),
    "koreanDigital": partial(digits, DIGITS_KOREAN),
    "koreanDigital2": partial(digits, DIGITS_KOREAN_HANJA),
}


def in_words(n: int, form: str, pattern: str = "") -> str:
    """A number in Word's number format; unknown formats give plain digits.

    ``pattern`` is the sample of a custom format: ``001, 002, ...`` asks for three digits.
    """
    if form == "none":
        return ""
    if form == "custom":
        width = len(pattern.partition(",")[0].strip())
        return str(n).zfill(min(width, 9))
    numeral = FORMATS.get(form, str)
    return numeral(n) if 0 < n < LARGEST else str(n)
