"""Keys in the order in which they were typed, however fast they come."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("typed", [["/铁军\r "], ["/", "铁军\r "], ["/铁军", "\r "]])
def test_a_search_typed_at_once_with_its_tick_ticks_the_item_it_found(
    typed: list[str], tmp_path: Path
) -> None:
    env = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui", "--lang", "zh"]
    with Terminal(command, env={**os.environ, **env}) as terminal:
        terminal.wait_for("整改 0/9")
        terminal.press(*typed)
        terminal.wait_for("整改 1/9")
        # The header may be painted before the rest has followed.
        terminal.wait_for("“铁军”")
