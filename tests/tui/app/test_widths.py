"""Lines fill the width that they have when the outline comes and goes, on a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.terminal import Terminal

ENDS = {"zh": "  未启动", "en": "  not started"}


@pytest.mark.parametrize("columns", [80, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("keys", ["c", "ccc"])
def test_the_checklist_takes_the_room_of_the_outline(
    tmp_path: Path, keys: str, language: str, columns: int
) -> None:
    command = [sys.executable, "-m", "tui", "--lang", language]
    env = {"HOME": str(tmp_path), "LANG": "C.UTF-8"}
    with Terminal(command, columns=columns, rows=24, env=env) as terminal:
        terminal.wait_for("0/9")
        terminal.press(*keys)

        def filled(text: str) -> bool:
            items = [line for line in text.splitlines() if "☐" in line]
            whole = [line for line in items if line.endswith(ENDS[language])]
            # All states end in one column, at the right; the blanks after them are not in the text.
            (end, *others) = {cell_len(line) for line in items} or {0}
            return len(whole) == 9 and not others and columns - 6 <= end < columns

        terminal.wait_for(filled, 20)
