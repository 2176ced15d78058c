"""What one command of the screen is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Where(Flag):
    """The places in which a command applies."""

    DESK = auto()
    """The one screen: outline and panels."""
    SEARCH = auto()
    """The search bar, while a word is being typed."""
    PROJECTOR = auto()
    """The projector view."""
    BOTH = DESK | PROJECTOR


@dataclass(frozen=True, slots=True)
class Action:
    """One command: what it is called, what it does and which keys call it.

    ``label`` and ``help`` are English, translated where they are shown.
    """

    id: str
    """The name of the method ``action_…`` that does it."""
    keys: tuple[str, ...]
    """As printed on the keyboard (``/``, ``G``) or named (``space``, ``ctrl+r``); the first is
    the one that the footer shows. Full-width twins follow by themselves."""
    label: str
    """Two words at most, for the footer and the palette."""
    help: str
    """One sentence, for the help page."""
    group: str
    """The part of the help page in which it stands."""
    footer: int = 0
    """Rank in the footer, from 1; those of the highest rank go first when room is short. 0: not
    there."""
    where: Where = Where.DESK
