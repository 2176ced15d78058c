"""What the panels tell the screen around them."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class CursorMoved(Message, namespace="panels"):
    """Another row is selected."""

    row: int
    """Index of its node; -1 for the preamble."""


@dataclass
class Ticked(Message, namespace="panels"):
    """Somebody clicked on the box of an item."""

    row: int


@dataclass
class Opened(Message, namespace="panels"):
    """Somebody asked for the details of an item."""

    row: int
