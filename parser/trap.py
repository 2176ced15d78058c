"""What looks like a marker and is not: one rule per form, each with what it keeps out."""

from __future__ import annotations

import re
from collections.abc import Callable

from parser.candidate import Candidate
from parser.layout import is_furniture
from parser.marker import CODES, DIGITS, NUMERALS, value_of
from parser.pattern import Pattern

_N = f"[{NUMERALS}]"
_COUNTED = Pattern(f"[ ]?({_N}{{1,3}})(?=[级类期次项条款号届季审批等月年层档轮产、，,和与]|是|要)")
_AMOUNT = Pattern(f"[ ]?([{DIGITS}]{{1,3}})(?=[级类期次项条款号届季批等月年日层、])")
_PHRASE = 40
"""Characters within which a quotation is a phrase, and what it counts up is no list."""
_SENTENCE_ENDS = "。；"
_SUBTITLE = Pattern(
    r"\s*(?:[0-9一二〇○零三四五六七八九]{4}\s*年[^\n。]{0,12}日?)?在[^\n。]{4,40}(?:会|会议|大会)上?"
    r"(?:的[^\n。]{2,12})?\s*(?=\n|$)"
)
_COUNTING = frozenset(NUMERALS + "第、")
_NAMING = frozenset("第图表注件〔［—－")
_NOISE = re.compile(r"(?= ?[!-~]{1,3} )[ !-~]{0,24}[%^$`~|{}!@]")
_CITING = frozenset("项款目至、和或》〉")
_ITEM = Pattern(r"[》〉]|[项款目](?:[的、，,。；规至或和及所中]|$|之一|第)|[至、和或][第（(]")


def is_trap(text: str, each: Candidate) -> bool:
    """Whether the words around show that this is no marker."""
    rule = _RULES.get(each.kind >> 4)
    return rule is not None and rule(text, each)


def _next_number(pattern: Pattern, signs: str) -> Callable[[str, Candidate], bool]:
    opens = frozenset(signs + " ")

    def counts_on(text: str, each: Candidate) -> bool:
        m = pattern.match(text, each.end) if text[each.end : each.end + 1] in opens else None
        return m is not None and value_of(m[1]) == each.value + 1

    return counts_on


_two_numerals = _next_number(_COUNTED, NUMERALS)
_two_digits = _next_number(_AMOUNT, DIGITS)


def _is_reference(text: str, each: Candidate) -> bool:
    """前款第（一）项, （一）至（三）项; 《若干问题的规定（四）》."""
    if text[max(0, each.start - 1) : each.start] == "第":
        return True
    return text[each.end : each.end + 1] in _CITING and bool(_ITEM.match(text, each.end))


def _is_range_of_numerals(text: str, each: Candidate) -> bool:
    """二、三级综合医院; 第五、六次会议; 一、二号."""
    if _two_numerals(text, each):
        return True
    return each.inside and text[max(0, each.start - 1) : each.start] in _COUNTING


def _is_amount(text: str, each: Candidate) -> bool:
    """1、2号楼; 2019. 12; a bare cell of a table."""
    if _two_digits(text, each):
        return True
    if not each.inside:
        return False
    before = text[max(0, each.start - 1) : each.start]
    return before in _NAMING or (before.isascii() and (before.isalnum() or before in "./%-+_~"))


def _is_decimal(text: str, each: Candidate) -> bool:
    """3.2%; 15172.500 103655.000; 2019.12.4; only words may follow."""
    after = text[each.end : each.end + 12].lstrip(" \t\u3000\xa0")
    return not after or not (after[0].isalpha() or after[0] in "“《（(")


def _is_rule(text: str, each: Candidate) -> bool:
    """- 12 - and * * *: a page number or a line across the page."""
    line = text[each.start : each.end + 60].partition("\n")[0]
    return not line.strip("*-+—―─ \t\u3000") or is_furniture(line)


def _is_noise(text: str, each: Candidate) -> bool:
    """# L* n6 Q% ^* of a forum that guards against copying, and no heading of Markdown."""
    return bool(_NOISE.match(text, each.end))


def _is_quoted(text: str, each: Candidate) -> bool:
    """“一要吃饭、二要建设”的方针."""
    opening = text.rfind("“", max(0, each.start - _PHRASE), each.start)
    if opening < 0 or not each.inside:
        return False
    closing = text.find("”", opening, opening + _PHRASE)
    words = text[opening:closing]
    return closing > each.start and not any(end in words for end in _SENTENCE_ENDS)


def _is_cited(text: str, each: Candidate) -> bool:
    """《办法》第七条 of another law."""
    return each.inside and each.value > 1 and text[each.start - 1] in "》〉"


def _is_rule_or_subtitle(text: str, each: Candidate) -> bool:
    """A line across the page; ——2026年1月26日在省第十四届人民代表大会第四次会议上."""
    return _is_rule(text, each) or bool(_SUBTITLE.match(text, each.end))


_RULES: dict[int, Callable[[str, Candidate], bool]] = {
    CODES["第一条"]: _is_cited,
    CODES["第一章"]: _is_cited,
    CODES["第一部分"]: _is_cited,
    CODES["一、"]: _is_range_of_numerals,
    CODES["（一）"]: _is_reference,
    CODES["（1）"]: _is_reference,
    CODES["第一，"]: _two_numerals,
    CODES["1."]: _is_amount,
    CODES["1.1"]: _is_decimal,
    CODES["一是"]: _is_quoted,
    CODES["一要"]: _is_quoted,
    CODES["#"]: _is_noise,
    CODES["-"]: _is_rule,
    CODES["——"]: _is_rule_or_subtitle,
}
