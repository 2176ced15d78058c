"""The corpus damaged as copying, printing and the web damage texts, scored against its answers.

Every damage is a list of (character, its place in the text or None for one that was put in), so
that the right answers move with the text.
"""

from __future__ import annotations

import bisect
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from parser import parse

CORPUS = Path(__file__).parent.parent / "corpus"
PAIRS = [
    (json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_bytes().decode())
    for path in sorted(CORPUS.glob("[0-9]*.json"))
]
NARROW = str.maketrans("，；：！？（）。", ",;:!?().")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
HANGING = "，。、；：！？）》」”"

Damaged = list[tuple[str, int | None]]

_spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
assert _spec is not None
assert _spec.loader is not None
score = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score)


def put_in(words: str) -> Damaged:
    return [(char, None) for char in words]


def translated(table: dict[int, str]) -> Callable[[str], Damaged]:
    return lambda text: [(char.translate(table), at) for at, char in enumerate(text)]


def after_line_ends(words: str) -> Callable[[str], Damaged]:
    def damage(text: str) -> Damaged:
        pieces = (
            [(char, at), *put_in(words if char == "\n" else "")] for at, char in enumerate(text)
        )
        return [pair for piece in pieces for pair in piece]

    return damage


def wrapped(width: int) -> Callable[[str], Damaged]:
    """Lines broken off after so many characters, half-width ones counting half."""

    def damage(text: str) -> Damaged:
        made: Damaged = []
        column = 0.0
        for at, char in enumerate(text):
            if char == "\n":
                column = 0
            elif column >= width and char not in HANGING:
                made += put_in("\n")
                column = 0
            made.append((char, at))
            column += 0.5 if char.isascii() else 1
        return made

    return damage


def run_together(left: str) -> Callable[[str], Damaged]:
    """Without line ends and indents; what is left of a line end."""

    def damage(text: str) -> Damaged:
        made: Damaged = []
        for at, char in enumerate(text):
            if char == "\n":
                made += [(left, at)] if left and made and made[-1][0] != left else []
            elif char not in "\u3000 " or text[at - 1] not in "\n\u3000 ":
                made.append((char, at))
        return made

    return damage


def paged(text: str) -> Damaged:
    """Lines of 28 characters, a page number after every 22."""
    made: Damaged = []
    lines = 0
    for pair in wrapped(28)(text):
        made.append(pair)
        lines += pair[0] == "\n"
        if pair[0] == "\n" and lines % 22 == 0:
            made += put_in(f"— {lines // 22} —\n")
    return made


def figures(damage: Callable[[str], Damaged], table: dict[int, str]) -> dict[str, float]:
    rows = []
    for gold, text in PAIRS:
        damaged = damage(text)
        place = {at: here for here, (_, at) in enumerate(damaged) if at is not None}
        kept = sorted(place)

        def moved(at: int, place: dict[int, int] = place, kept: list[int] = kept) -> int:
            index = bisect.bisect_left(kept, at)
            return place[kept[index]] if index < len(kept) else len(place)

        outline = [
            node | {"start": moved(node["start"]), "title": node["title"].translate(table)}
            for node in gold["outline"]
        ]
        ignore = [[moved(start), moved(end)] for start, end in gold["ignore"]]
        words = "".join(char for char, _ in damaged)
        found = [
            [node.start, node.marker, node.title, node.parent if node.parent >= 0 else None, {}]
            for node in parse(words).nodes
        ]
        rows.append(score.score_one(words, {"outline": outline, "ignore": ignore}, found, False)[0])
    return score.summary(rows)


@pytest.mark.parametrize(
    ("damage", "table", "tree", "title"),
    [
        pytest.param(translated(NARROW), NARROW, 0.999, 0.99, id="half-width punctuation"),
        pytest.param(translated(WIDE), WIDE, 0.999, 0.999, id="full-width digits"),
        pytest.param(after_line_ends("\n"), {}, 0.999, 0.999, id="blank lines between"),
        pytest.param(after_line_ends("\u3000\u3000"), {}, 0.999, 0.999, id="indents"),
        pytest.param(wrapped(24), {}, 0.995, 0.985, id="lines of 24 characters"),
        pytest.param(wrapped(28), {}, 0.999, 0.985, id="lines of 28 characters"),
        pytest.param(paged, {}, 0.999, 0.985, id="pages with numbers"),
        pytest.param(run_together(" "), {}, 0.995, 0.99, id="blanks for line ends"),
        pytest.param(run_together(""), {}, 0.985, 0.95, id="no line ends"),
    ],
)
def test_damaged_documents_are_read_almost_as_well(damage, table, tree, title):
    total = figures(damage, table)
    assert total["tree_f1"] >= tree
    assert total["title"] >= title
