"""Who: reads from the text of an item the people and offices that answer for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.duty import Owner
from parser.marker import HAN
from parser.pattern import Pattern

LEADING = (
    *(
        "责任单位",
        "责任部门",
        "责任科室",
        "责任股室",
        "责任处室",
        "主责单位",
        "承办单位",
        "主办单位",
    ),
    *("负责部门", "负责单位", "整改责任单位", "整改单位", "牵头单位", "牵头部门", "牵头科室"),
)
"""Labels before offices: the first one named leads, the others help."""

PEOPLE = (
    *("责任人", "整改责任人", "具体责任人", "直接责任人", "责任人员", "负责人", "牵头人", "经办人"),
    *("责任领导", "牵头领导", "分管领导", "包案领导", "责任县领导", "第一责任人"),
)
"""Labels before people: all of them answer for it."""

HELPING = ("配合单位", "配合部门", "协办单位", "协助单位", "参与单位", "配合科室", "责任配合单位")

PART = (
    dict.fromkeys(LEADING, "first")
    | dict.fromkeys(PEOPLE, "lead")
    | dict.fromkeys(HELPING, "support")
)
LABEL = Pattern(
    "(?:^|(?<=[（(【）)\\[，,；;。、 \u3000\xa0\t\n]))(?P<label>"
    + "|".join(sorted(PART, key=len, reverse=True))
    + ")[ \u3000]?[:：]",
    "：",
    ":",
)
VALUE_END = Pattern(f"[；;。\n）)】\\]]|[，,、 \u3000]+{HAN}{{2,8}}[:：]")

BRACKET = Pattern(
    "[（(【]((?:[^（）()【】\n]|[（(][^（）()\n]{1,20}[）)]){2,200})[）)】]", *"（(【"
)
SHARED = (
    "(?:等有关(?:部门|单位)|等部门|等单位|等)?"
    "(?:按照?(?:各自)?职责(?:分工)?|分别|共同|具体|依职责)*"
)
ACTS = "(?:落实|组织实施|实施|完成|推进|做好)?"
LEADS = Pattern(
    f"(?:由)?(?P<names>.+?){SHARED}(?:牵头|抓总|主办)(?:负责)?{ACTS}$", "牵头", "抓总", "主办"
)
ANSWERS = Pattern(f"(?:由)?(?P<names>.+?){SHARED}(?:负责|承办){ACTS}$", "负责", "承办")
TOGETHER = Pattern(
    "(?:由)?(?P<names>.+?)(?:会同|商)(?P<others>.+?)(?:负责|牵头|承办)" + ACTS + "$", "会同", "商"
)
HELP = ("配合", "参与", "协办", "协助", "参加")
HELPS = Pattern(f"(?P<names>.+?){SHARED}(?:积极|密切)?(?:{'|'.join(HELP)}){ACTS}$", *HELP)
RUNNING = Pattern(
    "(?:^|(?<=[，。；,;\n]))由(?P<names>[^，。；,;\n]{2,40}?)"
    "(?:牵头(?:负责)?|抓总|负责(?=[，。；,;\n]|$))",
    "由",
)

BLANKS = " \u3000\xa0\t"
OFFICES = tuple("长任记席员")
"""What the titles of people end with: 县委书记 张某某 is one of them."""

LONGEST = 24
"""Characters of the longest name of an office; what is longer is a sentence."""
NOT_NAMES = Pattern("[：:？?！!]|[是将把被对为]|第一位")


def find_owner(text: str) -> Owner | None:
    """Find who answers for an item.

    A label (责任单位：) goes before brackets (…负责), brackets before running text (由…牵头).
    """
    return labelled(text) or bracketed(text) or running(text)


def labelled(text: str) -> Owner | None:
    """Read 责任单位：…；配合单位：… and the like."""
    labels = list(LABEL.finditer(text))
    lead: list[str] = []
    support: list[str] = []
    written: list[str] = []
    office_leads = False
    for m in labels:
        stop = VALUE_END.search(text, m.end())
        end = stop.start() if stop else len(text)
        written.append(text[m.end() if len(labels) == 1 else m.start("label") : end].strip())
        found = names(text[m.end() : end])
        part = PART[m["label"]]
        if part == "first":
            leading = 0 if office_leads else 1
            office_leads = office_leads or bool(found)
        else:
            leading = len(found) if part == "lead" else 0
        lead += found[:leading]
        support += found[leading:]
    if not lead and not support:
        return None
    return Owner("；".join(written), tuple(lead), tuple(dict.fromkeys(support)))


def bracketed(text: str) -> Owner | None:
    """Read the last bracket that says （…负责） or （…牵头，…配合）."""
    for m in reversed(list(BRACKET.finditer(text))):
        if owner := assigned(m[1]):
            return owner
    return None


def assigned(words: str) -> Owner | None:
    """Read the clauses of a bracket; those that assign nothing (下同, 持续实施) are passed over."""
    lead: list[str] = []
    support: list[str] = []
    kept: list[str] = []
    for clause in re.split("[，,；;。]", words):
        found = roles(clause.strip())
        if found is None:
            continue
        kept.append(clause.strip())
        lead += found[0]
        support += found[1]
    return Owner(single(kept), tuple(lead), tuple(support)) if lead else None


def single(clauses: list[str]) -> str:
    """Return the words to show: a lone …负责 without its verb, several clauses as they are."""
    if len(clauses) == 1 and (m := ANSWERS.match(clauses[0]) or LEADS.match(clauses[0])):
        return m["names"]
    return "，".join(clauses)


def roles(clause: str) -> tuple[list[str], list[str]] | None:
    """Return who leads and who helps by one clause, or None where it assigns nothing."""
    if m := TOGETHER.match(clause):
        return names(m["names"]), names(m["others"])
    if m := LEADS.match(clause):
        return names(m["names"]), []
    if m := ANSWERS.match(clause):
        found = names(m["names"])
        return found[:1], found[1:]
    if m := HELPS.match(clause):
        return [], names(m["names"])
    return None


def running(text: str) -> Owner | None:
    """Read 由…牵头 at the beginning of a clause."""
    for m in RUNNING.finditer(text):
        leading, _, helping = m["names"].partition("会同")
        if found := names(leading):
            return Owner(m["names"], tuple(found), tuple(names(helping)))
    return None


def names(words: str) -> list[str]:
    """Return the names in a list such as 县财政局、县审计局; none where it is a sentence."""
    parts = [part.strip() for part in split(words) if part.strip(BLANKS + "…·、")]
    if any(len(part) > LONGEST or NOT_NAMES.search(part) for part in parts):
        return []
    return parts


def split(words: str) -> Iterator[str]:
    """Yield the parts between 、 and blanks; a mark inside brackets divides nothing."""
    depth = 0
    begin = 0
    for at, char in enumerate(words):
        depth += (char in "（(") - (char in "）)")
        titled = char in BLANKS and words[at - 1 : at] in OFFICES
        if depth <= 0 and (char in "、，," or char in BLANKS) and not titled:
            yield words[begin:at]
            begin = at + 1
    yield words[begin:]
