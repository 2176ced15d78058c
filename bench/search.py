"""What a search costs in a large document: to the first painted hits, and to the end.

The floor is Python's own ``str.count`` of the same word in the same text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.report import make_report
from parser import parse
from tui.search import Query, Search, Searcher, warm

SIZE = 10_000_000
"""Bytes of UTF-8."""
RUNS = 7
SCREEN = 2_000
"""Characters on a screen, more or less."""
FIRST = 0.02
"""Seconds that the app gives a search before it paints."""
ENOUGH = 100
"""Hits that the app waits for at most."""
QUERIES = [
    "整改",
    "干部队伍",
    "不存在的词",
    "幹部隊伍",
    "gbdw",
    "ganbu",
    "整改 责任",
    '"整改落实"',
    "/[0-9]+月底?前/",
    "role:measure",
]


def least(run: Callable[[], object]) -> float:
    """Milliseconds, the least of several runs."""
    times = []
    for _ in range(RUNS):
        begun = perf_counter()
        run()
        times.append(perf_counter() - begun)
    return min(times) * 1000


def main() -> None:
    """Search from the middle, as from a cursor."""
    text = make_report(SIZE)
    document = parse(text)
    begun = perf_counter()
    warm()
    print(f"tables read in {(perf_counter() - begun) * 1000:.0f} ms, once and in the background")
    searcher = Searcher(document)
    middle = len(document.text) // 2

    def paint(words: str) -> Search:
        search = searcher.begin(Query.parse(words), at=middle)
        search.run(FIRST, enough=ENOUGH)
        search.hits_between(middle, middle + SCREEN)
        return search

    def finish(words: str) -> Search:
        search = searcher.begin(Query.parse(words), at=middle)
        search.run()
        return search

    print(f"{len(text.encode()) / 1e6:.0f} MB, {len(document.nodes)} items")
    for words in QUERIES:
        floor = least(lambda words=words: document.text.count(words))  # type: ignore[misc]
        first = least(lambda words=words: paint(words))  # type: ignore[misc]
        whole = least(lambda words=words: finish(words))  # type: ignore[misc]
        count = finish(words).count
        print(
            f"{words:16} first {first:6.1f} ms  all {whole:7.1f} ms  "
            f"floor {floor:5.1f} ms  {count} hits"
        )


if __name__ == "__main__":
    main()
