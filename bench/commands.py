"""What a command costs beside its floor: processor time, least of many runs, all in one run.

The floor is Python importing six modules of its own. ``gangmu list --json`` on the built-in
sample is to take at most twice that.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 40
LIMIT = 2.0
FLOOR = "import json, argparse, dataclasses, re, pathlib, hashlib"
CASES = {
    "python, nothing imported": ["-c", "pass"],
    "floor": ["-c", FLOOR],
    "floor and click": ["-c", FLOOR + ", click"],
    "gangmu --version": ["-m", "tui", "--version"],
    "gangmu outline --json": ["-m", "tui", "outline", "--json"],
    "gangmu list --json": ["-m", "tui", "list", "--json"],
    "gangmu search 巡察 --json": ["-m", "tui", "search", "巡察", "--json"],
    "gangmu list": ["-m", "tui", "list"],
}


def seconds(arguments: list[str], environ: dict[str, str]) -> float:
    """Processor time of one process, user and system."""
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environ, cwd=ROOT
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, arguments
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Run the cases in turn, so that a busy moment falls on all of them."""
    with tempfile.TemporaryDirectory() as home:
        environ = os.environ | {"XDG_DATA_HOME": home, "GANGMU_LANG": "zh", "PYTHONUTF8": "1"}
        # Compiled as an installed program is.
        environ |= {"PYTHONPYCACHEPREFIX": home, "PYTHONDONTWRITEBYTECODE": ""}
        taken: dict[str, list[float]] = {name: [] for name in CASES}
        for _ in range(RUNS + 1):
            for name, arguments in CASES.items():
                taken[name].append(seconds(arguments, environ))
    least = {name: min(times[1:]) for name, times in taken.items()}
    for name, times in taken.items():
        middle = statistics.median(times[1:])
        ratio = least[name] / least["floor"]
        print(f"{name:28} {least[name] * 1000:6.1f} ms  median {middle * 1000:6.1f}  × {ratio:.2f}")
    ratio = least["gangmu list --json"] / least["floor"]
    print(f"gangmu list --json takes {ratio:.2f} × the floor (at most {LIMIT} is wanted)")


if __name__ == "__main__":
    main()
