"""How well items find their place again after edits: a table, and the time it takes.

    python -m bench.reattach [FILE...]

Without files: the built-in example, the corpus of the tests, a law and a report made to a
template. ``right`` counts items that went where their text went (or nowhere, when it was deleted),
``wrong`` those attached to another text, ``missed`` those left unattached though their text is
still there. With ``some``, three items in ten were ever ticked; with ``bare``, the state file
holds no outline of the old document.
"""

from __future__ import annotations

import random
import sys
import time
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.edits import EDITS, Edited, law, parts_of, report, written
from checklist.attach import Attachment, attach
from checklist.saved import outline_of, snapshot
from parser import Document, load, parse

ROOT = Path(__file__).parent.parent


@dataclass(slots=True)
class Count:
    """What became of the items."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def total(self) -> int:
        """All items that were looked for."""
        return self.right + self.wrong + self.missed

    @property
    def share(self) -> float:
        """Part of the items that is right, from 0 to 1."""
        return self.right / self.total if self.total else 1.0

    def __iadd__(self, other: Count) -> Count:
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self


def judge(document: Document, edited: Edited, attachment: Attachment) -> Count:
    """Compare with where the edit put each node's text.

    An item is where its text is, also when the parser takes the text for a part of another node:
    a lone 一是 is prose of its heading.
    """
    targets: dict[int, set[int]] = {}
    starts = [node.start for node in document.nodes]
    for start, olds in edited.places:
        holder = bisect_right(starts, start) - 1
        for index in olds if holder >= 0 else ():
            targets.setdefault(index, set()).add(holder)
    used = {node.index for node in attachment.nodes.values()}
    count = Count()
    for key in (*attachment.nodes, *attachment.unattached):
        node, right = attachment.nodes.get(key), targets.get(int(key), set())
        if node is not None:
            count.right += node.index in right
            count.wrong += node.index not in right
        else:
            count.right += right <= used
            count.missed += not right <= used
    return count


def measure(
    document: Document, name: str, seed: int, portion: float = 1.0, *, outlined: bool = True
) -> Count:
    """Edit the document once and attach a portion of its leaves again."""
    rng = random.Random(f"{seed} {name}")
    roots = parts_of(document)
    EDITS[name](roots, rng)
    edited = written(document.preamble, roots)
    new = parse(edited.text)
    saved = [
        snapshot(document, node, str(node.index))
        for node in document.nodes
        if not node.children and rng.random() < portion
    ]
    outlines = [outline_of(document)] if outlined else []
    return judge(new, edited, attach(saved, new, outlines))


def documents(paths: Sequence[str]) -> dict[str, list[Document]]:
    """What is measured on."""
    if paths:
        return {Path(path).stem: [load(path)] for path in paths}
    corpus = [load(path) for path in sorted((ROOT / "tests/corpus").glob("*.txt"))]
    return {
        "example": [load(next((ROOT / "seeds").glob("*.txt")))],
        "corpus": [document for document in corpus if document.nodes],
        "law": [parse(law(400))],
        "report": [parse(report(12))],
    }


def table(groups: dict[str, list[Document]], seeds: Iterable[int]) -> None:
    """Print a line per edit and group."""
    seeds = list(seeds)
    print(f"{'edit':24}{'document':10}{'items':>7}{'all':>9}{'some':>9}{'bare':>9}   wrong")
    for name in EDITS:
        for group, members in groups.items():
            counts = [Count(), Count(), Count()]
            for document in members:
                for seed in seeds:
                    counts[0] += measure(document, name, seed)
                    counts[1] += measure(document, name, seed, 0.3)
                    counts[2] += measure(document, name, seed, outlined=False)
            shares = "".join(f"{count.share:9.2%}" for count in counts)
            wrong = "/".join(str(count.wrong) for count in counts)
            print(f"{name:24}{group:10}{counts[0].total:7}{shares}   {wrong}")


def speed() -> None:
    """Print the time for 1,000 items in a law of 1,260 articles."""
    text = law(1260)
    document = parse(text)
    saved = [snapshot(document, node, str(node.index)) for node in document.nodes[:1000]]
    outlines = [outline_of(document)]
    for name, after in (
        ("unchanged", text),
        ("one word added at the front", "新" + text),
        ("one chapter reworded", reword_chapter(document)),
        ("all reworded by 30 %", edited_text(document, "reworded 30 %")),
    ):
        new = parse(after)
        start = time.process_time()
        attach(saved, new, outlines)
        print(f"{name:32}{(time.process_time() - start) * 1000:8.1f} ms")


def reword_chapter(document: Document) -> str:
    """The text with its second chapter reworded by 30 %."""
    roots = parts_of(document)
    EDITS["reworded 30 %"](roots[1:2], random.Random(1))
    return written(document.preamble, roots).text


def edited_text(document: Document, name: str) -> str:
    """The text after an edit."""
    roots = parts_of(document)
    EDITS[name](roots, random.Random(1))
    return written(document.preamble, roots).text


if __name__ == "__main__":
    table(documents(sys.argv[1:]), range(5))
    speed()
