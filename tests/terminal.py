"""A terminal for tests: runs a command in a pseudo-terminal and shows what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence

import pyte

KEYS = {
    "down": "\x1b[B",
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "ctrl+c": "\x03",
}
UNKNOWN = re.compile(rb"\x1b\[\?(?:2026|2048)\$p")
"""Questions to the terminal that pyte would show as text."""
LEFT_BEHIND = {"COLUMNS", "LINES", "LANGUAGE"}
"""What apps that ran within the tests leave in the environment."""


class Terminal:
    """One command on a screen of ``columns`` by ``rows`` cells; use it as a context manager."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.output = b""
        """Everything that the command wrote."""
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        size = struct.pack("HHHH", rows, columns, 0, 0)
        if self.pid == 0:
            # Before the command begins: it must not meet a terminal of no size.
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            own = {name: value for name, value in os.environ.items() if name not in LEFT_BEHIND}
            os.execvpe(command[0], list(command), {**own, **(env or {})})

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    @property
    def text(self) -> str:
        """The screen as lines; the second cell of a wide character is left out."""
        lines = []
        for row in range(self.screen.lines):
            cells = self.screen.buffer[row]
            lines.append("".join(cells[column].data for column in range(self.screen.columns)))
        return "\n".join(line.rstrip() for line in lines)

    def press(self, *keys: str) -> None:
        """Press keys one after another, by name or as text; text is typed as it stands."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())
            self.read(0.05)

    def read(self, seconds: float) -> None:
        """Take in output for that long, or until the command has gone."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._take(left):
            pass

    def _take(self, seconds: float) -> bool:
        """Take in one piece of output; False when none came within that time."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        self.output += data
        self.stream.feed(UNKNOWN.sub(b"", data))
        return bool(data)

    def wait_for(self, what: str | Callable[[str], bool], seconds: float = 60.0) -> str:
        """Wait until the screen holds a text, or satisfies a test; fail with the screen."""
        holds = what if callable(what) else lambda text: what in text
        end = time.monotonic() + seconds
        while not holds(self.text):
            if time.monotonic() > end:
                raise AssertionError(f"not seen within {seconds} s: {what}\n{self.text}")
            if not self._take(0.1):
                time.sleep(0.01)
        return self.text

    def wait_for_exit(self, seconds: float = 60.0) -> int:
        """Wait until the command has gone; returns its exit status."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError(f"still running after {seconds} s\n{self.text}")
