"""Start, keys and end on a pseudo-terminal, beside an empty Textual app in the same run.

    python bench/screen.py [FILE]

The empty app answers any key by changing one line: the least that Textual allows.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZE = (120, 40)
ROUNDS = 5
QUIET = 0.08
"""Seconds without output after which a key has had its whole effect."""
SETTLED = 0.3
"""Seconds without output after which a start is over."""
CODES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    BINDINGS = [("q", "quit", "Quit")]
    count = 0
    def compose(self):
        yield Static("hello")
    def on_key(self, event):
        self.count += 1
        self.query_one(Static).update(f"hello {self.count}")
Empty().run()
"""
KEYS = {
    "line": ["\x1b[B", "\x1b[B", "\x1b[A", "\x1b[A"] * 4,
    "page": ["\x1b[6~", "\x1b[5~"] * 4,
    "end": ["\x1b[F", "\x1b[H"] * 3,
    "fold": ["]", "\r", "\r", "\r", "\r"],
}
LETTERS = ["/", "铁", "军", "\r"]
"""A search as it is typed and kept."""
TO_ITEM, BACK = ["\x1b", "c", "G"], ["c", "g"]
TICKS = 6


class Run:
    """A program on a terminal of its own."""

    def __init__(self, arguments: list[str], home: str) -> None:
        self.fd, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        environ = os.environ | {"GANGMU_HOME": home, "TERM": "xterm-256color", "GANGMU_LANG": "zh"}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environ | {"TEXTUAL_ANIMATIONS": "none"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def output(self, quiet: float, until: bytes = b"") -> tuple[bytes, float]:
        """What comes until a text has come or nothing more does, and when the last of it came."""
        data, last = b"", time.perf_counter()
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                data += os.read(self.fd, 65536)
            except OSError:
                break
            last = time.perf_counter()
            if until and until in CODES.sub(b"", data):
                break
        return data, last

    def press(self, key: str) -> tuple[float, int]:
        """Milliseconds until the last output for a key, and bytes of output."""
        start = time.perf_counter()
        os.write(self.fd, key.encode())
        data, last = self.output(SETTLED if key == "\x1b" else QUIET)
        return (last - start) * 1000, len(data)

    def tick(self, state: Path) -> tuple[float, float, int]:
        """Milliseconds until a tick is seen, and until it is in the file; bytes of output."""
        before = stamp(state)
        start = time.perf_counter()
        os.write(self.fd, b" ")
        seen, saved, size = 0.0, 0.0, 0
        while time.perf_counter() - start < QUIET:
            if select.select([self.fd], [], [], 0.0005)[0]:
                size += len(os.read(self.fd, 65536))
                seen = seen or time.perf_counter() - start
            if not saved and stamp(state) != before:
                saved = time.perf_counter() - start
        return seen * 1000, saved * 1000, size

    def memory(self) -> float:
        """The most memory that the process has had so far, in MB; 0 where the system has no say."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

    def leave(self) -> float:
        """Milliseconds from the key to the end of the process."""
        start = time.perf_counter()
        os.write(self.fd, b"q")
        self.output(5.0)
        self.process.wait()
        os.close(self.fd)
        return (time.perf_counter() - start) * 1000


def stamp(path: Path) -> tuple[int, int]:
    """What tells that a file was written."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_ino


def measured(
    arguments: list[str], text: str, complete: str, home: str, state: Path
) -> dict[str, list[float]]:
    """The figures of one run."""
    run = Run(arguments, home)
    data, painted = run.output(20.0, until=text.encode())
    if complete.encode() not in CODES.sub(b"", data):
        run.output(20.0, until=complete.encode())
    _, whole = run.output(SETTLED)
    found = {"painted": [(painted - run.began) * 1000], "complete": [(whole - run.began) * 1000]}
    for name, keys in KEYS.items():
        pressed = [run.press(key) for key in keys]
        found[name] = [taken for taken, _ in pressed]
        found[f"{name}, bytes"] = [size for _, size in pressed]
    letters = [run.press(key)[0] for key in LETTERS]
    found["search, letter"] = letters[1:3]
    found["search, kept"] = letters[3:4]
    for key in TO_ITEM:
        run.press(key)
    ticks = [run.tick(state) for _ in range(TICKS)]
    found["tick"] = [seen for seen, _, _ in ticks]
    found["tick, in the file"] = [saved for _, saved, _ in ticks]
    found["tick, bytes"] = [size for _, _, size in ticks]
    for key in BACK:
        run.press(key)
    found["memory, MB"] = [run.memory()]
    found["leave"] = [run.leave()]
    return found


def main() -> None:
    """Both programs in turn; the first round only warms up."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else next((ROOT / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as home:
        copy = Path(shutil.copy(file, home))
        state = copy.with_name(copy.name + ".gangmu.json")
        programs = {
            "empty": (["-c", EMPTY], "hello", "hello"),
            "gangmu": (["-m", "tui", str(copy)], "一、", "帮助"),
        }
        figures: dict[str, dict[str, list[float]]] = {name: {} for name in programs}
        for number in range(ROUNDS + 1):
            for name, (arguments, text, complete) in programs.items():
                for what, values in measured(arguments, text, complete, home, state).items():
                    if number:
                        figures[name].setdefault(what, []).extend(values)
    print(f"{'ms, median':18}{'empty':>9}{'gangmu':>9}{'ratio':>8}")
    for what, values in figures["gangmu"].items():
        ours, floor = statistics.median(values), statistics.median(figures["empty"][what])
        print(f"{what:18}{floor:9.1f}{ours:9.1f}{ours / (floor or 1):8.2f}")


if __name__ == "__main__":
    main()
