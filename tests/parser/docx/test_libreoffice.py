"""Labels and text equal LibreOffice's on every case, or the difference is explained.

``NAME.txt`` is LibreOffice's text of ``NAME.docx``; ``NAME.diff`` holds the reason (``#``) and the
lines that differ. ``generate.py`` makes the files anew.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("compare", HERE / "compare.py")
assert spec
assert spec.loader
compare = importlib.util.module_from_spec(spec)
spec.loader.exec_module(compare)

CASES = sorted((HERE / "cases").glob("*.docx"))


def test_there_are_at_least_thirty_files() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("word", CASES, ids=lambda path: path.stem)
def test_the_text_is_that_of_libreoffice_or_the_difference_is_explained(word: Path) -> None:
    explained = word.with_suffix(".diff")
    expected = explained.read_text("utf-8").splitlines() if explained.exists() else []
    assert not expected or expected[0].startswith("# ")
    assert compare.difference(word) == [line for line in expected if not line.startswith("#")]
