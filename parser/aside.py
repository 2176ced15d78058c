"""What looks like structure and stands beside it: contents pages, lists of attachments, seams."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from parser.candidate import Candidate
from parser.footnote import footnotes
from parser.layout import Layout, at_line_starts
from parser.marker import HAN
from parser.pattern import Pattern

_BLANKS = Pattern(r"\s+|[.·…]{2,}.*")
_B = r"[ \t\u3000\xa0]*"
_PAGES = 10  # of contents in one text: more are an attack
_SHORTEST_PAGE = 4  # entries by which contents are known that have no heading
_LONGEST_PAGE = 400
_LONGEST_ENTRY = 40
_MOST_ALIKE = 50  # places of one number that are looked at for an entry of contents
_BETWEEN_ENTRIES = "0123456789.·…—-（）() \t\u3000\xa0\n"
_SENTENCE = frozenset("。；！？")
_ENTRY_LINE = 60  # characters: what is longer is a paragraph
_COMES_AGAIN = 0.8
_CONTENTS = Pattern(rf"\n[\s#*]*目{_B}[录次]{_B}(?=\n)")
_LEADERS = Pattern(r"(?:(?P<dots>[.·…]{3,}|…)[\t\u3000 ]*|[\t\u3000 ]+|[（(])-?[0-9]{1,4}[）)]?$")
# Contents whose cells stand below each other: marker, title, page.
_CELLS = Pattern(rf"\n{_B}[^\n0-9]{{2,40}}\n{_B}[0-9]{{1,4}}{_B}(?=\n|$)")
_PAGE_ENDS = tuple("0123456789)）")
# 附件： 附件1 附件一、 附件2-1： 附：, and not 附件管理制度不健全.
_DIGITS = "[0-9０-９]{1,2}"
_NUMBER = (
    f"(?:{_DIGITS}(?:[-—－]{_DIGITS})?|[一二三四五六七八九十]{{1,3}}"
    "|[（(][0-9一二三四五]{1,2}[）)])"
)
_ATTACHED = Pattern(
    rf"\n{_B}[（(【]?附{_B}(?:[：:]|[件表]{_B}{_NUMBER}?{_B}[】）)]?"
    rf"(?:[：:．.、]|(?=\n|$)|(?<=[0-9０-９一二三四五六七八九十）)】 \t\u3000])))",
    "附",
)
# 名词解释 behind a report: another document, whose numbers begin again.
_GLOSSARY = Pattern(
    r"\n[^\n。，]{0,24}(?:名词|用语|术语|词语|概念)(?:解释|注释|说明|释义|注解)"
    r"[）)：: \t\u3000]*(?=\n)",
    "名词",
    "用语",
    "术语",
    "词语",
    "概念",
)
# The same without line ends: behind a sentence, before a title.
_SEAM_INSIDE = Pattern(
    rf"[。！”）][ \u3000]?(?:附{_B}件{_B}{_NUMBER}?[^。，；]{{0,40}}?"
    "(?=一、|[（(]一[）)]|1[.．、]|第一[章条])"
    "|[^。，；]{0,24}(?:名词|用语|术语)(?:解释|注释|说明))",
    "附",
    "名词",
    "用语",
    "术语",
)
_ROW = Pattern(rf"(?:\n{_B})+([0-9０-９]{{1,2}})[.．、]")
_FIRST = Pattern("([0-9０-９]{1,2})[.．、]")
_NOTE = Pattern(rf"\n{_B}(?:备|附)?注[ ]?[：:](?={_B}[1１][.．、])", "注：", "注:", "注 ")
_SALUTATION = Pattern(
    rf"\n{_B}(?:各位(?:{HAN}|、){{2,14}}|同志们|朋友们){_B}[！!：:，,]{_B}(?=\n)"
    f"|(?:\n{_B}|。[ \u3000]?)各位代表[！!]",
    "各位",
    "同志们",
    "朋友们",
)
_COUNT = f"{_B}[0-9一二三四五六七八九十]{{1,3}}{_B}"
_YEAR = "(?:(?:19|20)[0-9]{2}|[一二][〇○零Ｏ0一二三四五六七八九]{3})"
_DATE = Pattern(
    rf"\n{_B}{_YEAR}{_B}年{_COUNT}月{_COUNT}日{_B}(?=\n)",
    *(f"日{end}" for end in "\n \t\u3000\xa0"),
)


class Asides:
    """Spans without nodes, seams where a document begins, turns of a speech to its hearers."""

    def __init__(self, spans: list[tuple[int, int]], seams: list[int], turns: list[int]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._seams = sorted(seams)
        self._turns = turns

    def hides(self, position: int) -> bool:
        """Whether what looks like a marker at that position is none."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._spans[at][1]

    def seam_between(self, before: int, position: int) -> bool:
        """Whether another document begins after ``before`` and at or before ``position``."""
        return bisect_right(self._seams, before) < bisect_right(self._seams, position)

    def turn_between(self, before: int, position: int) -> bool:
        """Whether the hearers are addressed anew (各位代表！), which ends what was under way."""
        return bisect_right(self._turns, before) < bisect_right(self._turns, position)


def asides(text: str, found: Sequence[Candidate], layout: Layout) -> Asides:
    """Survey the text once."""
    spans: list[tuple[int, int]] = list(layout.pages)
    seams: list[int] = []
    if layout.flat:
        seams.extend(m.end() for m in _SEAM_INSIDE.finditer(text))
        _contents_run_together(text, found, spans)
    _contents(text, found, spans)
    _unnamed_contents(text, found, spans)
    _page_lines(text, found, spans)
    spans += footnotes(text, found)
    _attachments(text, spans, seams)
    spans.extend(
        (m.start() + shift, _rows_end(text, m.start() + shift))
        for m, shift in at_line_starts(_NOTE, text)
    )
    seams.extend(m.end() for m in _DATE.finditer(text))
    seams.extend(m.end() for m in _GLOSSARY.finditer(text))
    turns = [m.end() for m in _SALUTATION.finditer(text)]
    return Asides(spans, seams, turns)


def _attachments(text: str, spans: list[tuple[int, int]], seams: list[int]) -> None:
    """``附件：1.…⏎2.…`` is a list of names; ``附件`` alone on its line opens a document."""
    for m, shift in at_line_starts(_ATTACHED, text):
        start, after = m.start() + shift, m.end() + shift
        end = text.find("\n", after)
        end = len(text) if end < 0 else end
        alone = not text[after:end].strip()
        listed = _rows_end(text, start) if _FIRST.search(text, start, end) or alone else end
        if listed == end:
            seams.append(start)
        spans.append((start, listed))


def _rows_end(text: str, start: int) -> int:
    """The end of the line at ``start`` and of the lines below that count on from its number."""
    end = text.find("\n", start + 1)
    first = _FIRST.search(text, start, end if end >= 0 else len(text))
    due = int(first[1]) + 1 if first else 1
    while end >= 0 and (row := _ROW.match(text, end)) and int(row[1]) == due:
        due += 1
        end = text.find("\n", row.end())
    return len(text) if end < 0 else end


def _contents(text: str, found: Sequence[Candidate], spans: list[tuple[int, int]]) -> None:
    """Lines that end in a page number, and what follows 目录 until its first entry comes again."""
    if "目" not in text:
        return
    pages = itertools.islice(at_line_starts(_CONTENTS, text), _PAGES)
    for m, shift in pages:
        at = bisect_right(found, m.end() + shift, key=lambda each: each.start)
        first = next((each for each in found[at : at + 5] if not each.inside), None)
        if first is None:
            continue
        again = _again(text, found, at, first)
        if again:
            spans.append((m.start() + shift, again.start))


def _unnamed_contents(text: str, found: Sequence[Candidate], spans: list[tuple[int, int]]) -> None:
    """A page of contents without its heading: lines with nothing between that all come again."""
    run: list[Candidate] = []
    for each in itertools.islice(found, _LONGEST_PAGE):
        if run and text[_line_end(text, run[-1]) : each.start].strip():
            if len(run) >= _SHORTEST_PAGE:
                break
            run = []
        if not each.inside:
            run.append(each)
    short = sum(_line_end(text, each) - each.end <= _ENTRY_LINE for each in run)
    if short < max(_SHORTEST_PAGE, _COMES_AGAIN * len(run)):
        return
    named = {(each.kind, each.value, _line(text, each)) for each in run}
    if len(named) < max(_SHORTEST_PAGE, _COMES_AGAIN * len(run)):
        return  # entries of contents differ from each other
    values = {(kind, value) for kind, value, _ in named}
    after = bisect_right(found, run[-1].start, key=lambda each: each.start)
    later = (each for each in found[after:] if (each.kind, each.value) in values)
    came = {key for each in later if (key := (each.kind, each.value, _line(text, each))) in named}
    if len(came) >= _COMES_AGAIN * len(named):
        spans.append((run[0].start, _line_end(text, run[-1])))


def _contents_run_together(
    text: str, found: Sequence[Candidate], spans: list[tuple[int, int]]
) -> None:
    """Contents in a text without line ends: short entries that all come again behind a number."""
    entries: list[tuple[Candidate, str]] = []
    for at, each in enumerate(itertools.islice(found, _LONGEST_PAGE)):
        after = found[at + 1].start if at + 1 < len(found) else len(text)
        words = text[each.end : after].strip(_BETWEEN_ENTRIES)
        plain = 0 < len(words) <= _LONGEST_ENTRY and _SENTENCE.isdisjoint(words)
        known = any((each.kind, words) == (one.kind, same) for one, same in entries)
        if plain and not known:
            entries.append((each, words))
        elif len(entries) >= _SHORTEST_PAGE:
            break
        else:
            entries = []
    later: dict[tuple[int, int], list[Candidate]] = {}
    for each in found if len(entries) >= _SHORTEST_PAGE else ():
        alike = later.setdefault((each.kind, each.value), [])
        if len(alike) < _MOST_ALIKE:
            alike.append(each)
    again = [_again_behind(text, each, words, later) for each, words in entries]
    pairs = [(each, one) for (each, _), one in zip(entries, again, strict=True) if one]
    if len(pairs) >= max(_SHORTEST_PAGE, _COMES_AGAIN * len(entries)):
        spans.append((pairs[0][0].start, pairs[0][1].start))


def _again_behind(
    text: str, each: Candidate, words: str, later: dict[tuple[int, int], list[Candidate]]
) -> Candidate | None:
    """The same number before the same words, further down."""
    for one in later.get((each.kind, each.value), ()):
        if one.start > each.start and text.startswith(words, _past_blank(text, one.end)):
            return one
    return None


def _past_blank(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1].isspace() else at


def _line_end(text: str, each: Candidate) -> int:
    end = text.find("\n", each.end)
    return len(text) if end < 0 else end


def _again(text: str, found: Sequence[Candidate], at: int, first: Candidate) -> Candidate | None:
    """Where the first entry of a page of contents comes again: the same words, best so numbered."""
    words = _words(text, first)
    alike: Candidate | None = None
    for each in itertools.islice(found, at, None):
        if each.inside or each.start <= first.start:
            continue
        numbered = (each.kind, each.value) == (first.kind, first.value)
        if (numbered or (len(words) > 1 and not alike)) and _words(text, each) == words:
            if numbered:
                return each
            alike = each
    return alike


def _words(text: str, each: Candidate) -> str:
    """The beginning of a title, without blanks, leaders and a page number."""
    return _line(text, each).rstrip("0123456789")[:6]


def _line(text: str, each: Candidate) -> str:
    line = text[each.end : each.end + _ENTRY_LINE].lstrip().split("\n", 1)[0]
    return _BLANKS.sub("", line)


def _page_lines(text: str, found: Sequence[Candidate], spans: list[tuple[int, int]]) -> None:
    """1.1.建设背景………3, and a heading with a number behind that comes again without."""
    plain: set[tuple[int, int, str]] | None = None
    for each in found:
        if each.inside:
            continue
        end = text.find("\n", each.end, each.end + 120)
        end = end if end >= 0 else min(len(text), each.end + 120)
        if end == each.end and (cells := _CELLS.match(text, end)):
            spans.append((each.start, cells.end()))
        if text[end - 1 : end] not in _PAGE_ENDS:
            continue
        leaders = _LEADERS.search(text, each.end, end)
        if leaders is None or leaders.start() == each.end:
            continue
        if not leaders["dots"]:
            if plain is None:
                plain = {(one.kind, one.value, _line(text, one)) for one in found}
            words = _BLANKS.sub("", text[each.end : leaders.start()])
            if (each.kind, each.value, words) not in plain:
                continue
        spans.append((each.start, end))
