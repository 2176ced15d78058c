"""Textual's driver for Linux and macOS, going on where the first screen is, and leaving fast."""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from tui.actions.keys import NAMED
from tui.committed import as_committed
from tui.start.first import take_over

ALTERNATE = "\x1b[?1049h"
ESCAPE_WAIT = 0.1
"""Seconds after which a lone escape is the Esc key."""


class KeyParser(XTermParser):
    """What the terminal sends, as keys; the signs of commands have their names at hand.

    Textual looks every sign up in Unicode's names; the first of them brings in 0.3 MB.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        if (name := NAMED.get(sequence)) is None or alt:
            return super()._sequence_to_key_events(sequence, alt)
        return [Key(name, sequence)]


class TakeoverDriver(LinuxDriver):
    """The terminal, perhaps with a first screen on it already."""

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._before = take_over()
        self._painted = self._before is not None
        self._wake, self._waker = os.pipe()
        os.set_blocking(self._wake, False)
        self._stopping = False

    def start_application_mode(self) -> None:
        """Go on with the screen that is there; what is restored later is what was before it."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._before is not None:
            self.attrs_before = self._before

    def write(self, data: str) -> None:
        """Write to the terminal; a first screen is not wiped away by asking for it again."""
        if self._painted and data == ALTERNATE:
            self._painted = False
            return
        super().write(data)

    def disable_input(self) -> None:
        """Wake the thread that waits for keys, so that joining it takes no time."""
        self._stopping = True
        os.write(self._waker, b"!")
        super().disable_input()
        self._stopping = False
        with suppress(BlockingIOError):
            os.read(self._wake, 64)

    def run_input_thread(self) -> None:
        """Pass keys on as they come; wait without waking up where none come."""
        parser = KeyParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        idle = 2
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.fileno, selectors.EVENT_READ)
            waiting.register(self._wake, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _ in waiting.select(ESCAPE_WAIT if idle < 2 else None)}
                if self._stopping:
                    return
                idle = 0 if ready else idle + 1
                if ready:
                    data = os.read(self.fileno, 4096)
                    if not data:
                        return
                    for event in as_committed(parser.feed(decode(data))):
                        self.process_message(event)
                for late in parser.tick():
                    self.process_message(late)

    def leave(self, status: int) -> None:
        """Give the terminal back and end the process; everything must be on the disk by now.

        Taking the app apart and freeing its memory would keep the person waiting for nothing.
        """
        self.stop_application_mode()
        self.close()
        sys.stdout.flush()
        os._exit(status)
