"""A regular expression that is compiled when a text first needs it.

Compiling all that the parser knows takes several times as long as reading a short document, and
most texts need few of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """As ``re.Pattern``; ``hints`` are words of which a text with a match has at least one."""

    def __init__(self, source: str, *hints: str) -> None:
        self.source = source
        self.hints = hints

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled at the first use."""
        return re.compile(self.source)

    def _hopeless(self, text: str) -> bool:
        # One character is looked for ten times as fast as two.
        return bool(self.hints) and not any(hint[0] in text and hint in text for hint in self.hints)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at ``start``; the rest as ``re.Pattern.match``."""
        if self._hopeless(text):
            return None
        return self.compiled.match(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match from ``start`` on; the rest as ``re.Pattern.search``."""
        if self._hopeless(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match of all from ``start`` on; the rest as ``re.Pattern.fullmatch``."""
        if self._hopeless(text):
            return None
        return self.compiled.fullmatch(text, start, len(text) if end is None else end)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, as ``re.Pattern.finditer``."""
        return iter(()) if self._hopeless(text) else self.compiled.finditer(text)

    def sub(
        self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0
    ) -> str:
        """The text with all matches, or the first few, replaced, as ``re.Pattern.sub``."""
        return text if self._hopeless(text) else self.compiled.sub(replacement, text, count)
