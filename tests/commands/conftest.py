"""Running the program as a person does, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def gangmu():
    """``gangmu("outline", "--json")``: the finished process, in English unless ``env`` says."""

    def run(*arguments, env=(), **more):
        spoken = {"GANGMU_LANG": "en", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            env=os.environ | spoken | dict(env),
            check=False,
            **{"capture_output": True, "timeout": 60} | more,
        )

    return run
