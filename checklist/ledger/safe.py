"""Text of a document is data: in a spreadsheet it must never be taken for a formula."""

from __future__ import annotations

import re

FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
"""What makes a program take a cell for a formula, in full width too: Excel accepts both."""
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
CELL_LIMIT = 32_767
"""Characters that a cell of Excel holds."""
CUT = "…（下略）"


def printable(text: str) -> str:
    """The text without characters that no table or page may hold."""
    return UNPRINTABLE.sub("", text)


def for_cell(text: str) -> str:
    """The text as a cell holds it; what is too long is cut, visibly."""
    text = printable(text)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(CUT)] + CUT


def looks_like_formula(text: str) -> bool:
    """Whether a program might take the text for a formula."""
    return text.lstrip(" \u3000\xa0").startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS)


def for_csv(text: str) -> str:
    """The text with an apostrophe before it where it looks like a formula."""
    text = printable(text)
    return f"'{text}" if looks_like_formula(text) else text
