"""Edits such as an office makes to its documents, with the right answer for every node.

An ``Edited`` text knows, for each node of the old document, where its text went: to one place, to
several (split, merged), or nowhere (deleted).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from parser import Document, Node

NUMERAL = re.compile(r"[零一二三四五六七八九十百千]+|\d+|[①-⑳]")
DIGITS = "零一二三四五六七八九"
CLAUSE = re.compile(r"[，；。：]")
WORDS = re.findall(
    "..",
    "加强落实推进完善健全监督检查责任制度群众干部学习整改机制质量安全项目资金培训考核深入持续切实不断重点"
    "及时全面定期相关有关单位部门人员情况问题工作要求标准程序报告乡镇社区企业学校医院农村环境交通水利财政"
    "审计纪律作风调研督导通报公开信访档案预算采购招标合同编制任免选拔评议巡察移交线索办理反馈台账销号期限"
    "验收评估宣传舆情应急",
)
ARTICLES = (
    "违反本法规定，{what}的，由{who}主管部门责令限期改正，处一万元以上十万元以下的罚款；情节严重的，{how}。",
    "县级以上人民政府{who}部门应当加强对{what}工作的监督检查，建立健全{how}制度。",
    "从事{what}的单位和个人，应当遵守国家有关{who}的规定，{how}。",
    "国家鼓励和支持{what}，具体办法由国务院{who}部门会同有关部门制定。",
)


@dataclass(slots=True)
class Part:
    """One node on its way through an edit."""

    marker: str
    rest: str
    """Its own text without the marker."""
    depth: int
    origins: tuple[int, ...]
    """Indices of the old nodes whose text it holds; empty for a new one."""
    inline: bool
    """Whether it stands inside a paragraph."""
    children: list[Part] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after an edit."""

    text: str
    places: tuple[tuple[int, tuple[int, ...]], ...]
    """Offset of each node's marker, and the old nodes it comes from."""


def parts_of(document: Document) -> list[Part]:
    """The document's tree, ready to be edited."""
    text = document.text

    def part(node: Node) -> Part:
        rest = text[node.start : node.own_end].removeprefix(node.marker)
        before = text[: node.start].rstrip(" \t\u3000\xa0")
        inline = bool(before) and not before.endswith("\n")
        return Part(
            node.marker, rest, node.depth, (node.index,), inline, [part(c) for c in node.children]
        )

    return [part(node) for node in document.roots]


def written(preamble: str, roots: list[Part]) -> Edited:
    """The parts as one text."""
    pieces = [preamble]
    length = len(preamble)
    places: list[tuple[int, tuple[int, ...]]] = []

    def put(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    def write(part: Part) -> None:
        last = pieces[-1].rstrip(" \t\u3000\xa0")
        if not part.inline and last and not last.endswith("\n"):
            put("\n")
        places.append((length, part.origins))
        put(part.marker)
        put(part.rest)
        for child in part.children:
            write(child)

    for root in roots:
        write(root)
    return Edited("".join(pieces), tuple(places))


def chinese(number: int) -> str:
    """21 as 二十一; up to 9,999."""
    if number < 10:
        return DIGITS[number]
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out


def renumber(siblings: list[Part]) -> None:
    """Number each list among the siblings from its first number on, as a secretary does."""
    counts: dict[str, int] = {}
    for part in siblings:
        found = NUMERAL.search(part.marker)
        if not found:
            continue
        numeral = found[0]
        shape = part.marker.replace(numeral, "#", 1) + ("d" if numeral.isdecimal() else "")
        counts[shape] = count = counts.get(shape, 0) + 1
        if numeral[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
            new = chr(0x2460 + min(count, 20) - 1)
        else:
            new = str(count) if numeral.isdecimal() else chinese(count)
        part.marker = part.marker.replace(numeral, new, 1)
    for part in siblings:
        renumber(part.children)


def lists_of(roots: list[Part]) -> list[list[Part]]:
    """Every list of sisters, outermost first."""
    out = [roots]
    for part in roots:
        if part.children:
            out += lists_of(part.children)
    return out


def phrase(rng: random.Random, length: int) -> str:
    """About so many characters of the trade's words."""
    return "".join(rng.choice(WORDS) for _ in range(max(1, length // 2)))


def reword(text: str, share: float, rng: random.Random) -> str:
    """Replace, drop or add phrases of 2 to 8 characters until the share has changed."""
    head = re.match(r"[\W_]*", text)[0]  # type: ignore[index]
    body = text[len(head) :].rstrip()
    tail = text[len(head) + len(body) :]
    chars = list(body)
    goal, done = share * len(body), 0
    for _ in range(200):
        if done >= goal or not chars:
            break
        span = min(rng.randint(2, 8), max(1, int(goal - done) + 1))
        at = rng.randrange(max(1, len(chars) - span + 1))
        if "\n" in chars[at : at + span] or "。" in chars[at : at + span]:
            continue
        kind = rng.random()
        if kind < 0.7:
            chars[at : at + span] = phrase(rng, span)
        elif kind < 0.85:
            del chars[at : at + span]
        else:
            chars[at:at] = phrase(rng, span)
        done += span
    return head + "".join(chars) + tail


def reworded(share: float, portion: float = 1.0) -> Callable[[list[Part], random.Random], None]:
    """An edit that rewords a portion of all nodes by the share of their characters."""

    def edit(roots: list[Part], rng: random.Random) -> None:
        for siblings in lists_of(roots):
            for part in siblings:
                if rng.random() < portion:
                    part.rest = reword(part.rest, share, rng)

    return edit


def renumbered(roots: list[Part], rng: random.Random) -> None:
    """New items at the front of half the lists: everything after them moves on by one."""
    for siblings in lists_of(roots):
        if siblings and rng.random() < 0.5:
            first = siblings[0]
            rest = phrase(rng, 24) + "，" + phrase(rng, 30) + "。" + ("" if first.inline else "\n")
            siblings.insert(0, Part(first.marker, rest, first.depth, (), first.inline))
    renumber(roots)


def moved(roots: list[Part], rng: random.Random) -> None:
    """A fifth of all nodes go to another place among nodes of their kind."""
    by_depth: dict[int, list[list[Part]]] = {}
    for siblings in lists_of(roots):
        if siblings:
            by_depth.setdefault(siblings[0].depth, []).append(siblings)
    for lists in by_depth.values():
        for siblings in lists:
            for part in [part for part in siblings if rng.random() < 0.2 and len(siblings) > 1]:
                siblings.remove(part)
                target = rng.choice(lists)
                if not target:
                    target = siblings
                target.insert(rng.randint(1, max(1, len(target))), part)
    renumber(roots)


def deleted(roots: list[Part], rng: random.Random) -> None:
    """A quarter of all leaves go, and the rest moves up into their numbers."""
    for siblings in lists_of(roots):
        kept = [part for part in siblings if part.children or rng.random() > 0.25]
        siblings[:] = kept or siblings[:1]
    renumber(roots)


def split(roots: list[Part], rng: random.Random) -> None:
    """A fifth of the longer leaves become two, at the clause nearest their middle."""
    for siblings in lists_of(roots):
        out = []
        for part in siblings:
            out.append(part)
            cuts = [m.end() for m in CLAUSE.finditer(part.rest.rstrip())][:-1]
            if part.children or len(part.rest) < 30 or not cuts or rng.random() > 0.2:
                continue
            cut = min(cuts, key=lambda at: abs(at - len(part.rest) / 2))
            first = part.rest[: cut - 1] + "。" + ("" if part.inline else "\n")
            second = part.rest[cut:].lstrip()
            out.append(Part(part.marker, second, part.depth, part.origins, part.inline))
            part.rest = first
        siblings[:] = out
    renumber(roots)


def merged(roots: list[Part], rng: random.Random) -> None:
    """A fifth of the neighbouring leaves become one."""
    for siblings in lists_of(roots):
        out: list[Part] = []
        for part in siblings:
            before = out[-1] if out else None
            if before and not before.children and not part.children and rng.random() < 0.2:
                before.rest = before.rest.rstrip().rstrip("。；") + "，" + part.rest.lstrip()
                before.origins += part.origins
            else:
                out.append(part)
        siblings[:] = out
    renumber(roots)


def mixed(roots: list[Part], rng: random.Random) -> None:
    """A year's work: some of everything, and a third of all items reworded by a fifth."""
    reworded(0.2, 0.33)(roots, rng)
    for edit in (deleted, moved, renumbered):
        edit(roots, rng)


EDITS: dict[str, Callable[[list[Part], random.Random], None]] = {
    "renumbered": renumbered,
    "moved": moved,
    "deleted": deleted,
    "reworded 10 %": reworded(0.1),
    "reworded 30 %": reworded(0.3),
    "reworded 50 %": reworded(0.5),
    "a third reworded 30 %": reworded(0.3, 0.33),
    "split": split,
    "merged": merged,
    "mixed": mixed,
}


def law(articles: int, seed: int = 1) -> str:
    """A law whose articles share most of their phrases, which is the hard case."""
    rng = random.Random(seed)
    lines = []
    for number in range(1, articles + 1):
        if number % 40 == 1:
            lines.append(f"第{chinese(number // 40 + 1)}章　{phrase(rng, 6)}")
        who, what, how = phrase(rng, 6), phrase(rng, 10), phrase(rng, 8)
        article = rng.choice(ARTICLES).format(who=who, what=what, how=how)
        lines.append(f"第{chinese(number)}条　{article}")
    return "\n".join(lines) + "\n"


def report(groups: int, seed: int = 1) -> str:
    """A report whose measures follow one pattern, as those written to a template do."""
    rng = random.Random(seed)
    lines = ["一、存在的主要问题"]
    for section in ("问题", "措施"):
        if section == "措施":
            lines.append("二、下一步整改措施")
        for group in range(1, groups + 1):
            items = "".join(
                f"{chinese(i)}是加强{phrase(rng, 6)}工作，进一步{phrase(rng, 10)}，"
                f"确保{phrase(rng, 8)}落到实处、取得实效。"
                for i in range(1, rng.randint(3, 6))
            )
            lines.append(f"（{chinese(group)}）{phrase(rng, 10)}方面。{items}")
    return "\n".join(lines) + "\n"
