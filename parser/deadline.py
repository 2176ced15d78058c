"""Finds, in the text of an item or of a document, the words that say by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parser.due import WIDTHS, meaning
from parser.duty import Due, DueKind
from parser.marker import value_of
from parser.pattern import Pattern

S = r"[^\S\n]?"
N = f"{S}(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}}){S}"
YEAR = f"(?:[12][0-9]{{3}}|[一二][〇○零一二三四五六七八九]{{3}}){S}"
QUARTER = "第?[一二三四]季度末?"
MONTH = f"{N}月(?:{N}[日号]|[底末]|[上中下]旬)?"
DATE = (
    f"(?:(?:{YEAR}|今|明|本|当)年(?:{MONTH}|年?[底末]|[上下]半年|{QUARTER})?|{MONTH}|年[底末]|{QUARTER}"
    "|[本下]?月底|[12][0-9]{3}[-./][0-9]{1,2}[-./][0-9]{1,2})"
)
SPAN = f"(?:{N}(?:日|天|周|个月|年|个工作日)|半年|半个月)"
GOING_ON = "(?:[,，、]?[并且]?(?:长期坚持|持续推进|持续巩固))?"

LABEL = Pattern(
    r"(?:(?:整改|完成|办理|落实|办结|解决|销号)(?:时限|期限|时间)|时限|期限)(?:要求|节点)?[:：]"
    r"(?P<words>(?:[^\n；;。（(）)】\]]|[（(][^（）()\n]*[）)])*)",
    "时限",
    "期限",
    "时间",
)
NEXT_LABEL = Pattern(r"[，,、 \u3000][^，,、：: \u3000]{2,8}[:：].*", "：", ":")
BRACKET = Pattern(r"[（(【]([^（）()【】\n]{2,80})[）)】]", *"（(【")
LIMITING = Pattern(r"[前止内底末改持续每]|完成")
PROSE = Pattern(
    f"(?P<since>截[至止]到?|自|从)?(?P<until>[到至])?"
    f"(?P<words>(?:(?:每(?:年|季度?|月))?{DATE}(?P<before>之?前|以前|为?止|内)?|{SPAN}[之以]?内){GOING_ON})",
    *"前内止到至每",
    "长期",
    "持续",
)
EARLIER = Pattern(f"{YEAR}年以前", "以前")
"""2019年以前 tells of the past."""
CLAUSE = Pattern(
    r"(?:^|(?<=[，。；、,;（(\n]))"
    r"(?:立行立改|即知即改|边查边改|立即整改|[并需]?长期坚持|每(?:季度|月|半年|年|周))"
    r"(?P<rest>(?=[，。；、,;）)\n]|$))?",
    "立",
    "改",
    "长期坚持",
    "每",
)


def find_due(text: str, written: date | None) -> Due | None:
    """Find by when an item is to be done.

    A label (整改时限：) goes before brackets, brackets before the running text; of several days
    in the text the last one counts.
    """
    for found in (labelled(text, written), bracketed(text, written), running(text, written)):
        if best := latest(found):
            return best
    return next(standing_alone(text), None)


def labelled(text: str, written: date | None) -> Iterator[Due]:
    """Yield what stands after a label."""
    for m in LABEL.finditer(text):
        words = NEXT_LABEL.sub("", m["words"])
        if due := meaning(words, written):
            yield due


def bracketed(text: str, written: date | None) -> Iterator[Due]:
    """Yield the clauses in brackets that are time limits as a whole."""
    for m in BRACKET.finditer(text):
        whole = meaning(m[1], written) if LIMITING.search(m[1]) else None
        if whole:
            yield whole
            continue
        for clause in re.split("[，,；;]", m[1]):
            if LIMITING.search(clause) and (due := meaning(clause, written)):
                yield due


def running(text: str, written: date | None) -> Iterator[Due]:
    """Yield the time limits in running text; a year named before holds for those after it.

    A span there (收到申请之日起三日内) is counted from what the sentence tells: it has no day.
    """
    year: int | None = None
    for m in PROSE.finditer(text.translate(WIDTHS)):
        words = text[m.start("words") : m.end("words")]
        due = meaning(words, written, year)
        if named := re.match(YEAR, m["words"]):
            year = value_of(named[0].strip())
        if due is None or m["since"]:
            continue
        limiting = m["before"] or m["until"] or due.kind is not DueKind.DAY
        past = due.date and written and due.date < written
        if not limiting or past or EARLIER.fullmatch(m["words"]):
            continue
        yield due._replace(date=None, assumed=False) if due.kind is DueKind.SPAN else due


def standing_alone(text: str) -> Iterator[Due]:
    """Yield 立行立改 and the like where they are clauses of their own."""
    for m in CLAUSE.finditer(text):
        if (m["rest"] is not None or m[0].startswith("每")) and (due := meaning(m[0], None)):
            yield due


def latest(found: Iterator[Due]) -> Due | None:
    """Return the one with the last day; without days, the last one found."""
    best: Due | None = None
    for due in found:
        if best is None or (due.date or date.min) >= (best.date or date.min):
            best = due
    return best
