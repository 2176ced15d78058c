"""What closes a document below its last item: attachments named, signature, date, notes.

The order is that of GB/T 9704-2012, 7.3.4 to 7.4.3: 附件说明, 发文机关署名, 成文日期, 附注, then
抄送 and 印发. None of it belongs to the item above, though it stands in that item's own text.
"""

from __future__ import annotations

from parser.marker import BLANK, value_of
from parser.outline import Outline
from parser.pattern import Pattern

_LOOK = 4000
"""Characters of an item's text that are searched; a longer one has its end searched."""
_LONGEST_NAME = 30
_MOST_NAMES = 6
"""Lines between the last sentence and the date, empty ones included."""
_SHORTEST_SENTENCE = 12
"""Characters of a title behind which a date is no answer: 三、时间 has one for its body."""
_B = f"{BLANK}*"
_COUNT = f"{_B}[0-9〇○零一二三四五六七八九十]{{1,3}}{_B}"
_YEAR = "(?:(?:19|20)[0-9]{2}|[一二][〇○零Ｏ0一二三四五六七八九]{3})"
_DAY = f"{_YEAR}{_B}年{_COUNT}月{_COUNT}日"
_DATE = f"{_B}[（(]?{_DAY}[）)]?{_B}"
_ATTACHED = f"{_B}附{_B}件{_B}[0-9一二三四五六七八九十]{{0,2}}(?:{_B}[：:]|(?=[ \u3000\t\n])|$)"
_NOTES = (
    f"{_B}[（(](?:此件|联系人|联系电话|联系单位|本文有删减)[^\n]*"
    f"|{_B}(?:联{_B}系{_B}人|联系电话|联系方式|联系单位|抄{_B}送|抄{_B}报|主题词|附注|签发人){_B}[：:][^\n]*"
    f"|[^\n。]{{2,30}}{_DAY}{_B}印发{_B}"
)
_PHRASE = (
    f"{_B}(?:特此(?:通知|通报|报告|公告|通告|函复|函告|批复|请示|说明|汇报)"
    f"|(?:妥|当|可)否，请(?:批示|批复|审批|审示)|以上(?:报告|意见|请示|汇报)[^\n。]{{0,16}}请[^\n。]{{2,12}})[。！]?{_B}"
)
# Any of these tells that the text is at its end; a name or a phrase does only beside one of them.
_SURE = Pattern(f"\n(?:(?P<date>{_DATE})|{_NOTES}|{_ATTACHED}[^\n]*|{_PHRASE})(?=\n|$)")
_AROUND = Pattern(r"[\W第章条节编]+")
_BEFORE = Pattern(f"{_PHRASE}|{_B}(?:[^\n。；，：:！？,;!?]{{2,{_LONGEST_NAME}}})?")


def body_end(outline: Outline, index: int) -> int:
    """Where a node's body ends: at its own end, or where the closing of its document begins."""
    end = outline.own_end(index)
    if not _may_be_last(outline, index):
        return end
    text, title_end = outline.text, outline.title_end[index]
    begin = max(title_end, end - _LOOK)
    if "\n" not in text[begin:end].rstrip():
        return end
    for m in _SURE.compiled.finditer(text, begin, end):
        start = _with_names(text, m.start(), title_end)
        bare = m["date"] and start == m.start() and not text[title_end:start].strip("。 \u3000\t\n")
        if not bare or title_end - outline.title_start[index] >= _SHORTEST_SENTENCE:
            return start
    return end


def _may_be_last(outline: Outline, index: int) -> bool:
    """Whether the text ends behind the node, or numbers begin again at the top."""
    after = index + 1
    if after == len(outline):
        return True
    if outline.depth[after] > 1:
        return False
    marker = outline.text[outline.start[after] : outline.marker_end[after]]
    return value_of(_AROUND.sub("", marker)) == 1


def _with_names(text: str, start: int, stop: int) -> int:
    """The start of the names and phrases right above a date or a note, below ``stop``."""
    for _ in range(_MOST_NAMES):
        line = text.rfind("\n", stop, start)
        if line < 0 or not _BEFORE.compiled.fullmatch(text, line + 1, start):
            break
        start = line
    return start
