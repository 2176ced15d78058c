"""The state file at 10,000 events: opening against json.load, a tick against a bare write."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from checklist import Journal
from parser import Document, load

SAMPLE = Path(__file__).parents[1] / "seeds" / "县委巡察办领导班子对照检查材料.txt"
EVENTS = 10_000
ROUNDS = 25


def main() -> None:
    """Print milliseconds and ratios."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as folder:
        document = fill(Path(folder))
        state = Journal(document).path
        data = state.read_bytes()
        journal = Journal(document)
        floor, opened, bare, tick = measure(
            lambda: json.load(state.open(encoding="utf-8")),
            lambda: opened_journal(document),
            lambda: bare_write(state.with_name("bare"), data),
            lambda: change(journal),
        )
        print(f"events {EVENTS}, bytes {state.stat().st_size}")
        print(f"open  {opened:7.2f} ms, json.load   {floor:7.2f} ms, ratio {opened / floor:.2f}")
        print(f"tick  {tick:7.2f} ms, bare write  {bare:7.2f} ms, ratio {tick / bare:.2f}")


def fill(folder: Path) -> Document:
    """A document whose state has EVENTS events."""
    path = folder / "报告.txt"
    path.write_bytes(SAMPLE.read_bytes())
    document = load(path)
    journal = Journal(document, author="张三")
    for number in range(EVENTS):
        items = journal.checklist.items
        journal.change(items[number % len(items)], result=f"第{number}次：已完成并形成长效机制。")
    journal.save()
    return document


def opened_journal(document: Document) -> Journal:
    """Everything up to the first look at the checklist; kept, as what json.load gives is."""
    journal = Journal(document)
    _ = journal.checklist.progress
    return journal


def change(journal: Journal) -> None:
    """One tick, from the key to the disk."""
    item = journal.checklist.items[0]
    journal.change(item, status="open" if item.status == "done" else "done")
    journal.save()


def bare_write(path: Path, data: bytes) -> None:
    """What any program must do to replace a file safely."""
    temporary = path.with_suffix(".tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT, 0o600)
    os.write(descriptor, data)
    os.fsync(descriptor)
    os.close(descriptor)
    temporary.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def measure(*acts: Callable[[], object]) -> list[float]:
    """Milliseconds of each act, the medians of ROUNDS in which they take turns."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(ROUNDS):
        for act, spent in zip(acts, times, strict=True):
            start = time.perf_counter()
            kept = act()
            spent.append(time.perf_counter() - start)
            del kept
    return [median(spent) * 1000 for spent in times]


if __name__ == "__main__":
    main()
