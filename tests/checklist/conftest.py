"""A report in a folder of its own, and ways to spoil what lies beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser import Document, load

SAMPLE = Path(__file__).parents[2] / "seeds" / "县委巡察办领导班子对照检查材料.txt"


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The user's own document, where its state may be written."""
    path = tmp_path / "报告.txt"
    path.write_bytes(SAMPLE.read_bytes())
    return load(path)
