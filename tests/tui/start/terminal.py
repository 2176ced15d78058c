"""A program on a pseudo-terminal, as a person sees it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[3]
SIZE = (100, 30)


class Terminal:
    """A program on a pseudo-terminal, and its screen."""

    def __init__(self, *arguments, home, **environ):
        self.screen = pyte.Screen(*SIZE)
        self.stream = pyte.ByteStream(self.screen)
        self.output = b""
        self.fd, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        env = {**os.environ, "TERM": "xterm-256color", "GANGMU_HOME": str(home), **environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", *arguments],
            cwd=ROOT,
            env={**env, "GANGMU_LANG": "en"},
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
        )
        os.close(inside)

    def read(self, until=None, seconds=20.0):
        """Read until a text is on the screen, or until the program ends."""
        stop = time.monotonic() + seconds
        while time.monotonic() < stop:
            if until is not None and any(until in line for line in self.lines()):
                return True
            if not select.select([self.fd], [], [], 0.1)[0]:
                continue
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                return False
            self.output += data
            self.stream.feed(data.replace(b"\x1b[?2026$p", b"").replace(b"\x1b[?2048$p", b""))
        return False

    def lines(self):
        buffer, columns = self.screen.buffer, range(SIZE[0])
        return ["".join(buffer[y][x].data for x in columns) for y in range(SIZE[1])]

    def press(self, keys):
        os.write(self.fd, keys.encode())

    def end(self):
        """The exit status, when the program has ended."""
        self.read(seconds=20.0)
        os.close(self.fd)
        return self.process.wait(10)
