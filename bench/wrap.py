"""What breaking lines costs: nanoseconds a character, at several widths, beside Rich's wrapping."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tui.panels.wrap import wrap  # noqa: E402

SAMPLE = next((ROOT / "seeds").glob("*.txt"))
WIDTHS = (20, 40, 80, 120, 200)
TIMES = 20


def nanoseconds(cut: Callable[[str], object], paragraphs: list[str]) -> float:
    """The least time for a character, of several passes over the paragraphs."""
    passes = []
    for _ in range(5):
        start = time.process_time_ns()
        for paragraph in paragraphs:
            cut(paragraph)
        passes.append(time.process_time_ns() - start)
    return min(passes) / sum(map(len, paragraphs))


def main() -> None:
    """Both ways over the sample, a few times."""
    lines = SAMPLE.read_text("utf-8").split("\n")
    paragraphs = [line.strip() for line in lines if line.strip()] * TIMES
    console = Console(file=io.StringIO())
    print(f"{len(paragraphs)} paragraphs, {sum(map(len, paragraphs))} characters; ns a character")
    for width in WIDTHS:
        ours = nanoseconds(lambda text, room=width: wrap(text, room), paragraphs)
        rich = nanoseconds(
            lambda text, room=width: Text(text).wrap(console, room), paragraphs[: len(lines)]
        )
        print(
            f"width {width:3}  ours {ours:6.0f}   rich, no rules {rich:6.0f}   × {ours / rich:.2f}"
        )


if __name__ == "__main__":
    main()
