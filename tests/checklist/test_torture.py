"""A small part of ``make torture``: the same scripts, with few cases."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "torture"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and signals")


def run(script: str, *arguments: str) -> str:
    """The script's last line; it fails where something went wrong."""
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1]


def test_whichever_call_fails_or_dies_the_state_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    assert run("walk.py", str(tmp_path / "walk"), "tick") == "wrong: 0"


def test_a_power_cut_takes_nothing_that_was_said_to_be_saved(tmp_path: Path) -> None:
    assert run("power.py", str(tmp_path / "power"), "tick", "merge").endswith("wrong: 0")


@pytest.mark.parametrize("kind", ["plain", "kill", "app"])
def test_a_crowd_loses_nothing(tmp_path: Path, kind: str) -> None:
    assert "WRONG" not in run("crowd.py", str(tmp_path / "crowd"), "4", "10", kind)


@pytest.mark.skipif(not shutil.which("strace"), reason="there is no strace on this machine")
def test_a_tick_makes_at_most_forty_calls_and_survives_kill_at_each_that_decides(
    tmp_path: Path,
) -> None:
    allowed = subprocess.run(["strace", "true"], capture_output=True, check=False)
    if allowed.returncode:
        pytest.skip("strace may not trace here")
    assert run("strace.py", str(tmp_path / "strace"), "--few", "tick").endswith("wrong: 0")
