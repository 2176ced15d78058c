"""Every form, irregularity and trap of numbering, one text and its outline each."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser import Document, parse
from parser.marker import FORMS

CASES = Path(__file__).parent / "cases"


def read(path: Path) -> list[tuple[str, str, str]]:
    """Name, text and outline of every case: each part is closed by a line with one full stop."""
    parts = path.read_text(encoding="utf-8").split("\n.\n")
    names, texts, outlines = parts[0::3], parts[1::3], parts[2::3]
    return list(zip((name.strip() for name in names), texts, outlines, strict=False))


def shown(document: Document) -> str:
    return "\n".join(
        f"{'  ' * (node.depth - 1)}{node.marker} | {node.title}" for node in document.nodes
    )


ALL = [
    pytest.param(text, outline, id=f"{path.stem}: {name}")
    for path in sorted(CASES.glob("*.txt"))
    for name, text, outline in read(path)
]


@pytest.mark.parametrize(("text", "outline"), ALL)
def test_outline_is_the_one_a_careful_reader_gives(text, outline):
    assert shown(parse(text)) == outline


@pytest.mark.parametrize(("text", "outline"), ALL)
def test_own_texts_tile_the_text(text, outline):
    document = parse(text)
    own = [node.text[node.start : node.own_end] for node in document.nodes]
    assert document.preamble + "".join(own) == text


@pytest.mark.parametrize(("text", "outline"), ALL)
def test_forms_that_a_short_text_is_not_searched_for_are_not_in_it(text, outline, monkeypatch):
    monkeypatch.setattr("parser.candidate._LONG", 0)
    assert shown(parse(text)) == outline


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_first_marker_of_a_form_begins_with_one_of_its_signs(form):
    assert form.name[0] in form.signs
