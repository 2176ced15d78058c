"""Terminals that draw ambiguous characters (``“ ” … — ①``) two cells wide."""

from __future__ import annotations

import os

from tui.panels.cells import TERMINAL, WIDE, Widths

VARIABLE = "GANGMU_WIDE"
ASCII = frozenset(map(chr, range(0x20, 0x7F)))


def is_wide(wished: bool | None, remembered: object) -> bool:
    """Whether to count them so: as asked, else as the environment says, else as remembered."""
    if wished is not None:
        return wished
    said = os.environ.get(VARIABLE, "")
    return said not in {"0", "no"} if said else bool(remembered)


def use_wide() -> None:
    """Count them as two cells everywhere, in Textual's own widgets as well.

    Rich keeps one table of widths and no switch for it, so its lookup is replaced. Must come
    before anything is measured.
    """
    import rich.cells

    TERMINAL.widen()
    rich.cells.get_character_cell_size = cell_size  # type: ignore[assignment]
    rich.cells._is_single_cell_widths = ASCII.issuperset
    rich.cells.cached_cell_len.cache_clear()


def cell_size(character: str, unicode_version: str = "auto", widths: Widths = WIDE) -> int:  # noqa: ARG001
    """Rich's lookup of one character, with the wide table."""
    return widths[character]
