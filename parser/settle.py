"""Which candidates are markers: all at line starts but the traps, and inline ones that count on."""

from __future__ import annotations

from parser.aside import Asides
from parser.candidate import Candidate
from parser.layout import Layout
from parser.marker import CODES, FORMS, LAST, NUMERALS
from parser.trap import is_trap

_STOPS = "。；：！？;:!?.…”」）)》】\n \t\u3000\xa0"
_PAUSES = _STOPS + "，,、"
_ENDS = "。；;：:"
_FINISHED = "。！？.!?”）)"
_WORDS_LIKE_ALL = "第之统唯惟专单万同不"
_WORDS_WITH_ONE = _WORDS_LIKE_ALL + "任首需主只必"
"""What makes a word of 一: 统一, 首要. 责任一、 is none, though 任一是 is."""
_WORDS_BETWEEN = 8
_SKIPPED = 5
"""Most articles that are left out between two of a text without line ends."""
_REACH = 6000
_REST = 2000
_LOOK = 60
_SPOKEN = frozenset(CODES[name] for name in ("一是", "一要"))
_SAID = CODES["一是"]
_WORDED = _SPOKEN | {CODES["第一，"], CODES["其一"]}
_SIGNED = frozenset(CODES[name] for name in ("（一）", "（1）", "①", "⑴", "㈠", "⒈"))
_HEADINGS = frozenset(CODES[name] for name in ("一、", "（一）", "1.", "第一，", "（1）", "①"))
_STATUTE = frozenset(
    CODES[name] for name in ("第一编", "第一分编", "第一部分", "第一章", "第一节", "第一条")
)
# Without line ends these may follow a word directly, and their next may be far away.
_RUN_TOGETHER = _STATUTE | {CODES["（一）"], CODES["1."], CODES["1.1"]}
_FAR = _STATUTE | {CODES["一、"], CODES["（一）"]}
_POINTED = frozenset((CODES["1."],))
_PAIRED = frozenset(CODES[name] for name in ("——", "首先", "其一"))
_LONE, _DOTTED, _LISTED = CODES["1"], CODES["1.1"], CODES["一、"]
# What is no marker for opening a line alone.
_DOUBTFUL = _PAIRED | _SPOKEN | {_LONE}


def settle(text: str, found: list[Candidate], aside: Asides, layout: Layout) -> list[Candidate]:
    """Sort out what is no marker."""
    kept = [each for each in found if not (aside.hides(each.start) or is_trap(text, each))]
    following = _following(kept)
    latest: dict[int, int] = {}
    taken: list[Candidate] = []
    for at, each in enumerate(kept):
        if (not each.inside and each.kind >> 4 not in _DOUBTFUL) or _Chain(
            text, kept, at, latest.get(each.kind, -1), following, layout
        ).stands():
            latest[each.kind] = at
            taken.append(each)
    return taken


def _following(kept: list[Candidate]) -> list[int]:
    """For each candidate the next of its kind, -1 for none."""
    following = [-1] * len(kept)
    seen: dict[int, int] = {}
    for at in range(len(kept) - 1, -1, -1):
        kind = kept[at].kind
        following[at] = seen.get(kind, -1)
        seen[kind] = at
    return following


class _Chain:
    """One candidate between the one before and the one after of its kind."""

    __slots__ = ("after", "at", "before", "each", "following", "kept", "layout", "text")

    def __init__(
        self,
        text: str,
        kept: list[Candidate],
        at: int,
        before: int,
        following: list[int],
        layout: Layout,
    ) -> None:
        self.text, self.kept, self.at = text, kept, at
        self.before, self.following, self.layout = before, following, layout
        self.each, self.after = kept[at], following[at]

    def stands(self) -> bool:
        code = self.each.kind >> 4
        if not self.each.inside:
            return self._opens_line(code)
        if code == _LONE:
            return self.layout.flat and self._has_dotted()
        if self._continues() or self._begins_chapter(code):
            return True
        if self.each.value == 1:
            opens = self._is_continued(code) or self._stands_alone(code)
            return opens or (
                self._after(_STOPS if code in _SPOKEN else ":：") and self._is_cut_off()
            )
        if code == _SAID and self._after(_ENDS):
            return True
        clear = (
            self._after(_STOPS)
            or (self.layout.flat and code in _STATUTE and self._is_next())
            or (code in _SIGNED and self._after_ornament())
        )
        return clear and self._is_continued(code)

    def _opens_line(self, code: int) -> bool:
        if code in _PAIRED:
            return self._continues() or self._is_continued(code) or self._repeats()
        if code in _SPOKEN and self.each.value == 1 and not self._is_continued(code):
            return self._is_cut_off()
        return code != _LONE or self._has_dotted()

    def _begins_chapter(self, code: int) -> bool:
        """2.1 after 1.4 in a text without line ends, though no 2.2 follows."""
        if code != _DOTTED or self.before < 0:
            return False
        before, own = self.kept[self.before], self.text[self.each.start : self.each.end]
        chapter = self.text[before.start : before.end].replace("．", ".").partition(".")[0]
        return chapter.isdigit() and own.replace("．", ".").startswith(f"{int(chapter) + 1}.1")

    def _repeats(self) -> bool:
        neighbours = (self.before, self.after)
        return FORMS[self.each.kind >> 4].name == "——" and any(
            at >= 0 and self._near(min(at, self.at), max(at, self.at)) for at in neighbours
        )

    def _has_dotted(self) -> bool:
        """1 总则 stands above 1.1; where no blank follows (1总则) it must do so at once."""
        if not self.text[self.each.end].isspace():
            below = self.kept[self.at + 1] if self.at + 1 < len(self.kept) else self.each
            own = self.text[self.each.start : self.each.end]
            return below.kind >> 4 == _DOTTED and self.text.startswith(
                (f"{own}.1", f"{own}．1"), below.start
            )
        return any(each.kind >> 4 == _DOTTED for each in self.kept[self.at + 1 : self.at + 3]) or (
            self.before >= 0 and self.kept[self.before].value + 1 == self.each.value
        )

    def _is_cut_off(self) -> bool:
        """Whether the text breaks off before a second item could come."""
        if self.at < len(self.kept) - 1:
            return False
        rest = self.text[self.each.end : self.each.end + _REST].rstrip()
        if self.each.end + _REST < len(self.text) or rest[-1:] in _FINISHED:
            return False
        return "\n" not in rest or self._is_one_paragraph(self.each.end, len(rest))

    def _is_one_paragraph(self, start: int, length: int) -> bool:
        line = self.text.find("\n", start, start + length)
        while line >= 0 and self.layout.goes_on(self.text, line + 1):
            line = self.text.find("\n", line + 1, start + length)
        return line < 0

    def _continues(self) -> bool:
        if self.before < 0:
            return False
        before = self.kept[self.before]
        step = self.each.value - before.value
        if self.each.value == LAST:
            return self._near(self.before, self.at)
        if step == 1:
            same = self.text.find("\n", before.end, self.each.start) < 0
            clear = same or self._begins_line() or self._after(_PAUSES)
            return clear and self._allowed_before() and self._near(self.before, self.at)
        return step in (0, 2) and self._after(_STOPS) and self._near(self.before, self.at)

    def _is_next(self) -> bool:
        """Not 民法典第一千一百六十五条 in the midst of twenty articles."""
        return self.before < 0 or self.each.value - self.kept[self.before].value <= _SKIPPED

    def _is_continued(self, code: int) -> bool:
        due = self._due()
        if due < 0:
            return False
        after = self.kept[due]
        if after.value != self.each.value + 1 or not self._near(self.at, due):
            return False
        if self._after(_PAUSES):
            return True
        weak = (
            code in _SPOKEN
            or code in _SIGNED
            or (self.layout.flat and code in _FAR | _RUN_TOGETHER)
        )
        return weak and self._allowed_before() and self._stopped(after)

    def _due(self) -> int:
        """Where the next of its kind stands, past numerals that only end a word: 京九、南昆."""
        at, value = self.after, self.each.value + 1
        for _ in range(_WORDS_BETWEEN):
            if at < 0 or self.kept[at].value == value or not self._ends_word(self.kept[at]):
                break
            at = self.following[at]
        return at

    def _ends_word(self, each: Candidate) -> bool:
        return each.inside and self._sign_before(each).isalnum()

    def _stands_alone(self, code: int) -> bool:
        """In a text without line ends a first marker may be all that is left of its list."""
        if not self.layout.flat or code not in _HEADINGS:
            return False
        due = self._due()
        if due >= 0 and self.kept[due].value not in (1, 3):
            return False
        return self._after(_STOPS) or code in _RUN_TOGETHER

    def _after(self, signs: str) -> bool:
        return not self.each.inside or self._sign_before(self.each) in signs

    def _begins_line(self) -> bool:
        """Whether it begins a line that seems broken off from the one before."""
        before = self.text[max(0, self.each.start - 8) : self.each.start]
        return before.rstrip(" \t\u3000\xa0").endswith("\n")

    def _after_ornament(self) -> bool:
        """五项：---〔三〕 after a line across the page."""
        before = self._sign_before(self.each)
        return not before.isalnum() and before not in _PAUSES

    def _stopped(self, each: Candidate) -> bool:
        """Whether what stands before is complete, or a lost line end has left a blank behind."""
        spaced = self.layout.flat and each.kind >> 4 in _POINTED and self._is_spaced(each)
        return not each.inside or self._sign_before(each) in _PAUSES or spaced

    def _is_spaced(self, each: Candidate) -> bool:
        return self.text[each.end : each.end + 1].isspace()

    def _allowed_before(self) -> bool:
        """统一是, 首要; 第（一）、（二）项. A bare numeral may be the end of a word."""
        bare = self.text[self.each.start] in NUMERALS
        if not bare:
            return self._sign_before(self.each) != "第"
        listed = self.each.kind >> 4 == _LISTED
        return self._sign_before(self.each) not in (_WORDS_LIKE_ALL if listed else _WORDS_WITH_ONE)

    def _sign_before(self, each: Candidate) -> str:
        at = each.start - 1
        while at >= 0 and self.text[at] in "\n \t\u3000\xa0" and at > each.start - 12:
            at -= 1
        if at < each.start - 1 and "\n" not in self.text[at + 1 : each.start]:
            return " "
        return self.text[at] if at >= 0 else "\n"

    def _near(self, first: int, second: int) -> bool:
        """Whether no greater heading, no long way and (but for 一是) no line end is between."""
        one, two = self.kept[first], self.kept[second]
        code = one.kind >> 4
        if self.layout.flat and code in _FAR:
            return True
        if two.start - one.start > _REACH or second - first > _LOOK:
            return False
        spoken = code in _WORDED
        limit = 9 if spoken else FORMS[code].rank
        for each in self.kept[first + 1 : second]:
            if not each.inside and FORMS[each.kind >> 4].rank < limit:
                return False
        if spoken or not one.inside or not two.inside:
            return True
        return self.text.find("\n", one.end, two.start) < 0 or bool(self.layout.wrapped)
