"""The table of numbering forms: what a marker looks like, and what usually stands above what."""

from __future__ import annotations

from typing import NamedTuple

from parser.pattern import Pattern

NUMERALS = "零〇○一二三四五六七八九十百千两"
BLANK = r"(?:[^\S\n]|[\u200b\u2423])"
HAN = r"[^\W\d_A-Za-z]"
"""A letter that is not Latin: as good as a range of 20,000 characters, and compiled at once."""
DIGITS = "0123456789０１２３４５６７８９"
DASHES = "—－–"
"""What scanning makes of 一 before 、."""
STEMS = "甲乙丙丁戊己庚辛壬癸"
SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
BRACKETED_SIGNS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
DOTTED_SIGNS = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
CHINESE_SIGNS = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
ORDER_WORDS = ("首先", "其次", "再次", "最后")

_N = f"[{NUMERALS}]"
# Scanned and justified texts have blanks within a numeral: 十 一、 and 第 二 十 三 条.
_SPREAD = f"(?:{_N}{BLANK}?){{1,7}}"
_COUNTED = f"第{BLANK}?({_SPREAD}|[0-9０-９]{{1,4}}{BLANK}?)"
_SAID = f"({_N}{{1,2}}){BLANK}?"
_CITED = "第的和至或及所中、，"
_ARTICLE = f"条(?:之{_N}{{1,2}})?(?![{_CITED}])(?!规定|修改|改为|增加|删去|作为)"
_BRACKETS = "（(〔【［"
_DOTTED = "([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,8})[.．、]?(?![0-9０-９%％‰万亿元倍个公米吨])"

# 1.2023年… and 1、100万元… number what begins with a digit; 1.05亿元 and 1、2、3号 number nothing.
_POINTED = (
    f"([0-9０-９][0-9０-９]{{0,2}}+){BLANK}?"
    "(?:[.．](?![0-9０-９])|[.．](?=[12１２][09０９][0-9０-９]{2}年)|、(?![0-9０-９]+[、，,和至或—~-])|\ufe0f?\u20e3)"
)


class Form(NamedTuple):
    """One numbering form."""

    name: str
    """Its first marker, as people write it; ``Node.form``."""
    rank: int
    """Usual place: a smaller rank stands above a greater one. A document may teach otherwise."""
    signs: str
    """The characters that it may begin with."""
    opening: str
    """A regular expression with exactly one group: the numeral."""
    closing: str = ""
    """What must follow, without a group; neighbours of the table may share their opening."""

    @property
    def pattern(self) -> str:
        """The whole marker as a regular expression."""
        return self.opening + self.closing


FORMS = (
    Form("第一编", 1, "第", _COUNTED, "[编篇](?![制辑写者章])"),
    Form("第一分编", 2, "第", _COUNTED, "分编"),
    Form("第一部分", 2, "第", _COUNTED, f"部分(?![{_CITED}])"),
    Form("第一章", 3, "第", _COUNTED, f"章(?![{_CITED}规])"),
    Form("第一节", 4, "第", _COUNTED, f"节(?![{_CITED}规课日])"),
    Form("第一条", 5, "第", _COUNTED, _ARTICLE),
    Form("甲、", 6, STEMS, f"([{STEMS}]){BLANK}?、"),
    Form("一、", 7, NUMERALS + DASHES, f"({_SPREAD}|[{DASHES}](?=、))", "[、．.]"),
    Form("（一）", 8, _BRACKETS, f"[{_BRACKETS}]{BLANK}?({_SPREAD})", "[）)〕】］]、?"),
    Form("㈠", 8, CHINESE_SIGNS, f"([{CHINESE_SIGNS}])"),
    Form("1.1", 9, DIGITS, _DOTTED),
    Form("1", 9, DIGITS, f"([0-9０-９]{{1,2}})(?={BLANK}*{HAN})"),
    Form("1.", 9, DIGITS, _POINTED),
    Form("⒈", 9, DOTTED_SIGNS, f"([{DOTTED_SIGNS}])"),
    Form("（1）", 10, _BRACKETS, f"[（(〔]{BLANK}?([0-9０-９]{{1,3}}){BLANK}?[）)〕]、?"),
    Form("1）", 10, DIGITS, "([0-9０-９]{1,2})[）)](?![0-9０-９])"),
    Form("⑴", 10, BRACKETED_SIGNS, f"([{BRACKETED_SIGNS}])"),
    Form("①", 11, SIGNS, f"([{SIGNS}])、?"),
    Form("第一，", 12, "第", f"第{BLANK}?({_N}{{1,2}}){BLANK}?[，、,：:]"),
    Form("其一", 12, "其", "其([一二三四五六])[，,、：:是]?"),
    Form("首先", 12, "首其再最", "(首先|其次|再次|最后)[，,、：:是]?"),
    Form("一是", 13, NUMERALS, _SAID, "是"),
    Form("一要", 13, NUMERALS, _SAID, "要(?![么素求闻员])"),
    Form("——", 12, "—―─-", f"([—―─]{{2,4}}(?![—―─])|--(?={HAN}|[“《]))"),
    Form("#", 0, "#", "(#{1,6})(?=[ \t])"),
    Form("-", 15, "-*+", "([-*+])(?=[ \t])(?:[ \t]+\\[[ xX]\\])?"),
)

CODES = {form.name: code for code, form in enumerate(FORMS)}

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LISTED = {
    sign: value
    for row in (STEMS, SIGNS, BRACKETED_SIGNS, DOTTED_SIGNS, CHINESE_SIGNS, ORDER_WORDS)
    for value, sign in enumerate(row, 1)
} | dict.fromkeys(DASHES, 1)
LAST = 99
"""The value of 最后, which closes a list of any length."""
_NUMERAL = Pattern(f"{_N}+")
_BLANKS = Pattern(BLANK)
_LAST_DIGITS = Pattern("[0-9０-９]+(?=[^0-9０-９]*$)")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_known: dict[str, int] = {"最后": LAST}


def value_of(numeral: str) -> int:
    """The number a numeral means (``十二`` → 12, ``③`` → 3, ``1.2.3`` → 3), 0 for a mere bullet."""
    value = _known.get(numeral)
    if value is None:
        value = _read(numeral)
        if len(_known) < 10_000:
            _known[numeral] = value
    return value


def _read(numeral: str) -> int:
    numeral = _BLANKS.sub("", numeral)
    if numeral in _LISTED:
        return _LISTED[numeral]
    last = numeral.replace("．", ".").rpartition(".")[2]
    if last.isdigit():
        return int(last)
    if len(numeral) > 1 and all(sign in _DIGITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total = digit = 0
    for sign in numeral:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        elif sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            return 0
    return total + digit


def spell(value: int, like: str) -> str:
    """A number written as another is: 4 like ``（五）`` gives ``（四）``, like ``⑤``, ``④``."""
    like = _BLANKS.sub("", like)
    for row in (STEMS, SIGNS, BRACKETED_SIGNS, DOTTED_SIGNS, CHINESE_SIGNS):
        sign = next((each for each in like if each in row), None)
        if sign:
            return like.replace(sign, row[value - 1]) if value <= len(row) else ""
    if m := _LAST_DIGITS.search(like):
        digits = str(value) if m[0].isascii() else str(value).translate(_WIDE)
        return like[: m.start()] + digits + like[m.end() :]
    return _NUMERAL.sub(_chinese(value), like, count=1)


def _chinese(value: int) -> str:
    if value > 9999:
        return str(value)
    written = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            written += "一二三四五六七八九"[digit - 1] + sign
        elif written and value and not written.endswith("零"):
            written += "零"
    return written[1:] if written.startswith("一十") else written
