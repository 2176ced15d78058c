"""Where the built-in example lies: the folder of seeds, beside the packages."""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def sample() -> Path:
    """The document that opens when no file is named."""
    return next(SEEDS.glob("*.txt"))
