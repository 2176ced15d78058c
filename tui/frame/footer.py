"""The line at the bottom: the keys that matter now, or what was just done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from textual.events import Click
from textual.message import Message
from textual.timer import Timer

from tui.actions import ACTIONS, Where
from tui.actions.keys import shown
from tui.frame.bar import Bar, Words
from tui.language import _
from tui.panels import elide, measure

Kind = Literal["done", "warning", "error"]
STYLES: dict[Kind, str] = {"done": "", "warning": "bold $text-warning", "error": "bold $text-error"}
SECONDS = 6.0
"""A message stays that long, unless it is an error: that stays until the next one."""
SIGNS: dict[Kind, str] = {"done": "", "warning": "! ", "error": "!! "}
"""Colour never carries the meaning alone."""


class Footer(Bar):
    """Keys of the commands at hand; a message for a while; at the right whether all is saved."""

    DEFAULT_CSS = """
    Footer {
        dock: bottom;
        height: 1;
        background: $panel;
        color: $foreground;
    }
    """

    class Chosen(Message):
        """A command was clicked."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(self, where: Where = Where.DESK) -> None:
        super().__init__()
        self.where = where
        self.message = ""
        self.kind: Kind = "done"
        self.saved = ""
        self.unsaved = False
        self._timer: Timer | None = None
        self._places: list[tuple[int, int, str]] = []
        self._gathering = False

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Paint what is said and marked inside in one go."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False
            self.repaint()

    def repaint(self) -> None:
        """Paint what changed, unless more is about to."""
        if not self._gathering:
            super().repaint()

    def show(self, where: Where) -> None:
        """Offer the commands of another place."""
        if where is not self.where:
            self.where = where
            self.repaint()

    def say(self, message: str, kind: Kind = "done") -> None:
        """Show a message instead of the keys, for a while."""
        self.message, self.kind = message, kind
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if kind == "error" else self.set_timer(SECONDS, self.hush)
        self.repaint()

    def hush(self) -> None:
        """Show the keys again."""
        if self.message:
            self.message = ""
            self.repaint()

    def mark(self, saved: str, *, unsaved: bool = False) -> None:
        """Say at the right how the disk is doing."""
        if (saved, unsaved) != (self.saved, self.unsaved):
            self.saved, self.unsaved = saved, unsaved
            self.repaint()

    def sides(self, width: int) -> tuple[Words, Words]:
        """Message or keys; how the disk is doing."""
        saved = self.saved if width >= 60 or self.unsaved else ""
        room = width - measure(saved) - 3
        left = self._message(room) if self.message else self._keys(room)
        return left, ((saved, "$text-warning" if self.unsaved else "$text-muted"),)

    def on_click(self, event: Click) -> None:
        """A click on a key is that key."""
        event.stop()
        for start, end, id in self._places:
            if start <= event.x < end:
                self.post_message(self.Chosen(id))

    def _message(self, room: int) -> Words:
        self._places = []
        return ((elide(SIGNS[self.kind] + self.message, room), STYLES[self.kind]),)

    def _keys(self, room: int) -> Words:
        self._places = []
        parts: list[tuple[str, str]] = []
        at = 1
        for key, label, id in fitting(self.where, room):
            size = measure(key) + 1 + measure(label)
            parts += [(key, "bold $footer-key-foreground"), (" ", ""), (label, "$text-muted")]
            parts.append(("  ", ""))
            self._places.append((at, at + size, id))
            at += size + 2
        return tuple(parts[:-1])


def fitting(where: Where, room: int) -> list[tuple[str, str, str]]:
    """Key, label and id of as many commands as fit, the most important first, help at the end."""
    ranked = sorted((a for a in ACTIONS if a.footer and a.where & where), key=lambda a: a.footer)
    rows = [(shown(a.keys[0]), _(a.label), a.id) for a in ranked]
    last = [row for row in rows if row[2] == "help"]
    room -= sum(space(row) for row in last) - 2
    chosen = []
    for row in rows:
        if row in last:
            continue
        room -= space(row)
        if room < 0:
            break
        chosen.append(row)
    return chosen + last


def space(row: tuple[str, str, str]) -> int:
    """Cells that a key and its label take, with the gap after them."""
    return measure(row[0]) + measure(row[1]) + 3
