"""What a query finds: the cases are texts, queries and what is found, each ended by a dot.

Of a hit the item's number is told, and - before the first item; ⏎ is a line end.
"""

from pathlib import Path

import pytest

from parser import parse
from tui.search import search

CASES = Path(__file__).parent / "cases" / "queries.txt"


def cases():
    blocks = CASES.read_text("utf-8").split("\n.\n")
    for start in range(0, len(blocks) - 2, 3):
        title, _, text = blocks[start].strip("\n").partition("\n")
        yield pytest.param(text, blocks[start + 1], blocks[start + 2].strip(), id=title)


@pytest.mark.parametrize(("text", "query", "expected"), cases())
def test_case(text, query, expected):
    document = parse(text)
    found = [
        f"{document.nodes[hit.node].number if hit.node >= 0 else '-'}: "
        + document.text[hit.start : hit.end].replace("\n", "⏎")
        for hit in search(document, query).hits
    ]
    assert found == ([] if expected == "nothing" else expected.splitlines())
