"""All of it: ``make torture``. It takes half an hour on two cores; names of parts choose."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PARTS = {
    "walk": ["walk.py"],
    "power": ["power.py"],
    "crowd": ["crowd.py", "16", "200"],
    "strace": ["strace.py"],
}


def main() -> int:
    """Run the parts one after another; 0 when nothing went wrong in any."""
    wrong = 0
    for part in sys.argv[1:] or PARTS:
        if part == "strace" and not shutil.which("strace"):
            print("strace: left out, there is no strace on this machine")
            continue
        script, *arguments = PARTS[part]
        print(f"{part}:", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, str(HERE / script), f"{folder}/{part}", *arguments]
            wrong += subprocess.run(command, check=False).returncode != 0
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
