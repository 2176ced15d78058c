"""Eight revisions of a document with ticks between them: no tick ends up on another text."""

from __future__ import annotations

import random
from bisect import bisect_right
from pathlib import Path

import pytest

from bench.edits import (
    Edited,
    deleted,
    merged,
    moved,
    parts_of,
    renumbered,
    report,
    reworded,
    split,
    written,
)
from checklist import Journal
from parser import Document, load

SAMPLE = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
EDITS = (renumbered, moved, deleted, split, merged, reworded(0.2, 0.2), reworded(0.1, 0.5))

Origins = dict[int, set[int]]
"""For each node by its index: the nodes of the first revisions whose text it holds."""


def origins_after(edited: Edited, document: Document, before: Origins, fresh: int) -> Origins:
    starts = [node.start for node in document.nodes]
    after: Origins = {index: set() for index in range(len(starts))}
    for start, olds in edited.places:
        if (holder := bisect_right(starts, start) - 1) >= 0:
            after[holder].update(*(before[old] for old in olds))
    return {index: found or {fresh + index} for index, found in after.items()}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("text", [SAMPLE.read_text("utf-8"), report(8)], ids=["sample", "report"])
def test_remarks_stay_with_their_text_over_the_years(tmp_path: Path, text: str, seed: int) -> None:
    rng = random.Random(seed)
    path = tmp_path / "报告.txt"
    path.write_text(text, "utf-8")
    document = load(path)
    origins: Origins = {node.index: {node.index} for node in document.nodes}
    seen = 0
    for year in range(1, 9):
        journal = Journal(document, author="张三")
        for item in journal.checklist.items:
            assert item.node
            here = origins[item.node.index]
            assert {int(remark.text) for remark in item.remarks} <= here
            seen += len(item.remarks)
            if rng.random() < 0.4 and not item.remarks:
                journal.change(item, remark=str(min(here)))
        journal.save()
        roots = parts_of(document)
        for edit in rng.sample(EDITS, 2):
            edit(roots, rng)
        edited = written(document.preamble, roots)
        path.write_text(edited.text, "utf-8")
        document = load(path)
        origins = origins_after(edited, document, origins, 10_000 * year)
    assert seen > 10
