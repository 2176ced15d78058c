"""All of it: ``make torture``. A quarter of an hour on two cores; names of parts choose."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WRONG = "WRONG, see above"
HERE = Path(__file__).parent
PARTS = {
    "walk": ["walk.py"],
    "power": ["power.py"],
    "crowd": ["crowd.py", "16", "200"],
    "strace": ["strace.py"],
}


def main() -> int:
    """Run the parts one after another; 0 when nothing went wrong in any."""
    ends = []
    for part in sys.argv[1:] or PARTS:
        if part == "strace" and not shutil.which("strace"):
            ends.append((part, "left out: there is no strace on this machine", 0.0))
            continue
        script, *arguments = PARTS[part]
        print(f"{part}:", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, str(HERE / script), f"{folder}/{part}", *arguments]
            began = time.monotonic()
            status = subprocess.run(command, check=False).returncode
            ends.append((part, WRONG if status else "sound", time.monotonic() - began))
    print()
    for part, end, seconds in ends:
        print(f"{part:<8}{seconds:>6.0f} s  {end}")
    return 1 if any(end == WRONG for _, end, _ in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
