"""Tree F1 on laws in Markdown, whose ``#`` are the right answers: python -m bench.laws FOLDER.

The ``#`` are taken off to make the text that is parsed. An article stands under the last heading,
an item （一） under the last article, 1. under the last item. Laws that number with 一、 are left
out, since their Markdown does not tell what stands where.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

from parser import parse

N = "[零〇○一二三四五六七八九十百千]+"
HEADING = re.compile(f"第{N}(?:分?编|章|节|部分|篇)|{N}、")
ARTICLE = re.compile(f"第{N}条(?:之{N})?(?=[ \u3000\t]|$)")
ITEM = re.compile(f"[（(]{N}[）)]")
POINT = re.compile(r"\d{1,2}[.．、](?!\d)")
END_OF_NOTES = "<!-- INFO END -->"

Right = dict[int, int | None]
"""Start of each node and start of its parent."""


def lines_of(markdown: str) -> Iterator[tuple[int, int, str]]:
    """Level (0 for text), offset in the text without ``#``, and line."""
    at = 0
    for line in markdown.partition(END_OF_NOTES)[2].split("\n"):
        hashes = re.match(r"(#*)\s*", line)
        level = len(hashes[1]) if hashes else 0
        bare = line[hashes.end() :] if hashes and level else line
        yield level, at, bare
        at += len(bare) + 1


def right_answer(markdown: str) -> tuple[str, Right]:
    """The text without ``#`` and its tree."""
    right: Right = {}
    above: list[tuple[int, int]] = []
    article: int | None = None
    item: int | None = None
    text = []
    for level, at, line in lines_of(markdown):
        text.append(line)
        words = line.lstrip(" \u3000\t\xa0")
        start = at + len(line) - len(words)
        if level and HEADING.match(words):
            above = [one for one in above if one[0] < level]
            right[start] = above[-1][1] if above else None
            above.append((level, start))
            article = item = None
        elif level:
            above = [one for one in above if one[0] < level]
        elif ARTICLE.match(words):
            right[start] = above[-1][1] if above else None
            article, item = start, None
        elif article is not None and ITEM.match(words):
            right[start] = article
            item = start
        elif article is not None and POINT.match(words):
            right[start] = item if item is not None else article
    return "\n".join(text), right


def is_plain(markdown: str) -> bool:
    articles = re.findall(rf"(?m)^第{N}条[ \u3000]", markdown)
    return len(articles) >= 5 and not re.search(rf"(?m)^[ \u3000]*{N}、", markdown)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", default="1")
    given = options.parse_args()
    if given.folder is None:
        print("name a folder of laws in Markdown to measure on them")
        return
    files = sorted(given.folder.rglob("*.md"))
    random.Random(given.seed).shuffle(files)
    want = have = found = placed = laws = 0
    for file in files:
        markdown = file.read_text(encoding="utf-8")
        if laws == given.count or not is_plain(markdown):
            continue
        text, right = right_answer(markdown)
        nodes = parse(text).nodes
        laws += 1
        want, have = want + len(right), have + len(nodes)
        for node in nodes:
            parent = nodes[node.parent].start if node.parent >= 0 else None
            found += node.start in right
            placed += right.get(node.start, -1) == parent
    both = max(1, want + have)
    print(f"{laws} laws, {want} nodes: F1 {2 * found / both:.4f}, tree F1 {2 * placed / both:.4f}")


if __name__ == "__main__":
    main()
