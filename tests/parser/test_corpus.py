"""The figures that the parser keeps on the corpus of real structures."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from parser import Document, parse

CORPUS = Path(__file__).parent.parent / "corpus"
SAMPLE = Path(__file__).parent.parent.parent / "seeds" / "县委巡察办领导班子对照检查材料.txt"

_spec = importlib.util.spec_from_file_location("corpus_score", CORPUS / "score.py")
assert _spec is not None
assert _spec.loader is not None
score = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(score)


def rows_of(document: Document) -> list[list[object]]:
    """What ``score.py`` makes of a parser's output."""
    return [
        [node.start, node.marker, node.title, node.parent if node.parent >= 0 else None, {}]
        for node in document.nodes
    ]


def scored(right: Path, text: str) -> dict[str, object]:
    gold = json.loads(right.read_text(encoding="utf-8"))
    row, mistakes = score.score_one(text, gold, rows_of(parse(text)), False)
    return row | {"genre": gold["genre"], "mistakes": mistakes, "file": right.stem}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    files = sorted(CORPUS.glob("[0-9]*.json"))
    return [scored(file, file.with_suffix(".txt").read_bytes().decode()) for file in files]


def test_tree_of_the_whole_corpus_is_right(rows):
    total = score.summary(rows)
    assert total["tree_f1"] >= 0.995
    assert total["mean_file_tree_f1"] >= 0.99
    assert total["title"] >= 0.99


def test_every_genre_is_read_alike_well(rows):
    for genre in {row["genre"] for row in rows}:
        figures = score.summary([row for row in rows if row["genre"] == genre])
        assert figures["tree_f1"] >= 0.98, genre


def test_founding_sample_is_read_exactly():
    row = scored(CORPUS / "sample.json", SAMPLE.read_text(encoding="utf-8"))
    assert row["mistakes"] == []


def test_founding_sample_has_its_shape_and_roles():
    document = parse(SAMPLE.read_text(encoding="utf-8"))
    problems, causes, measures = document.roots
    assert len(document.nodes) == 37
    assert [len(node.children) for node in problems.children] == [3, 2, 2, 2, 0, 2]
    assert [len(node.children) for node in causes.children] == [0, 0, 0, 0]
    assert [len(node.children) for node in measures.children] == [2, 2, 2, 3]
    assert [str(node.role) for node in document.roots] == ["problem", "cause", "measure"]
    assert all(node.role is document.find(node.number[0]).role for node in document.nodes)
