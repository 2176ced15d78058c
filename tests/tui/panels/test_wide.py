"""Terminals that draw ambiguous characters two cells wide."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.wide import is_wide

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("wished", "said", "remembered", "expected"),
    [
        (None, "", None, False),
        (None, "", True, True),
        (None, "1", None, True),
        (None, "0", True, False),
        (False, "1", True, False),
        (True, "", False, True),
    ],
)
def test_what_is_asked_goes_before_what_is_remembered(
    monkeypatch, wished, said, remembered, expected
):
    monkeypatch.setenv("GANGMU_WIDE", said)
    assert is_wide(wished, remembered) is expected


def test_textual_counts_them_as_the_panels_do():
    code = (
        "import rich.cells; from tui.wide import use_wide; from tui.panels import measure;"
        "rich.cells.cell_len('“好”…'); use_wide();"
        "from rich.segment import Segment; from textual.strip import Strip;"
        "print(measure('“好”…'), rich.cells.cell_len('“好”…'),"
        " Strip([Segment('“好”…a')]).crop(0, 6).text, rich.cells.cell_len('abc é'))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["8", "8", "“好”", "6"]
