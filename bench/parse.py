"""How fast reports are read, beside the floor: decoding them and finding every marker.

    python bench/parse.py             the table
    python bench/parse.py FILE        the same for one file

Times are of the processor, the best of several runs, so that other work on the machine disturbs
little. The floor is measured in the same run.
"""

from __future__ import annotations

import math
import re
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.report import make_report
from parser import load

SIZES = (14_000, 100_000, 1_000_000, 10_000_000)
MARKERS = re.compile(
    "\n[ \t\u3000\xa0]*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]"
    "|[0-9]+[.．、]|第[一二三四五六七八九十百]+[章节条])|[一二三四五六七八九十][是要]"
)
SECONDS = 1.0
"""Spent on each measurement at least."""


def floor(path: Path) -> int:
    """Read, decode and find the markers: what no parser can do without."""
    return sum(1 for _ in MARKERS.finditer(path.read_bytes().decode("utf-8")))


def best(work: Callable[[], object]) -> float:
    """Return the processor time of the fastest of several runs, in seconds."""
    times: list[float] = []
    while sum(times) < SECONDS or len(times) < 3:
        before = time.process_time()
        work()
        times.append(time.process_time() - before)
    return min(times)


def peak(path: Path) -> int:
    """Return the most memory in bytes that Python's objects take while a file is loaded."""
    tracemalloc.start()
    load(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def measure(path: Path) -> float:
    """Print one line of the table; returns the seconds of a load."""
    size = path.stat().st_size
    ours, least = best(lambda: load(path)), best(lambda: floor(path))
    nodes = len(load(path).nodes)
    print(
        f"{size:>11,} {nodes:>9,} {size / ours / 1e6:>8.1f} {size / least / 1e6:>8.1f}"
        f" {ours / least:>7.1f} {peak(path) / size:>8.2f}"
    )
    return ours


def main(arguments: list[str]) -> None:
    print("      bytes     nodes     MB/s    floor   ratio   memory")
    print("                                           times  × bytes")
    if arguments:
        measure(Path(arguments[0]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        times = []
        for size in SIZES:
            path.write_text(make_report(size), encoding="utf-8")
            times.append(measure(path))
    growth = math.log(times[-1] / times[1]) / math.log(SIZES[-1] / SIZES[1])
    print(f"\ntime grows with size to the power of {growth:.2f} (100 KB to 10 MB)")


if __name__ == "__main__":
    main(sys.argv[1:])
