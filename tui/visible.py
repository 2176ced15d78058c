"""Text that may hold anything, made safe to print: control characters are shown, not obeyed."""

from __future__ import annotations

import re

UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
PICTURES = 0x2400
DELETE, DELETE_PICTURE = 0x7F, "\u2421"


def visible(text: str) -> str:
    """The text on one line, with a picture or the code of each character that a terminal obeys."""
    return text if text.isprintable() else re.sub(UNSAFE, _picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < ord(" "):
        return chr(PICTURES + code)
    return DELETE_PICTURE if code == DELETE else f"<U+{code:04X}>"
