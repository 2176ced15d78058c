"""Counting: gives each numbered paragraph the label that Word shows before it."""

from __future__ import annotations

import re

from parser.docx.numbering import LEVELS, Level, List, Numbering
from parser.docx.numerals import in_words
from parser.docx.symbols import symbol

PLACE = re.compile(r"%([1-9])")
WIDE_END = re.compile(r"[、，。．：；）〕】」』》]\Z")


class Labels:
    """The counters of one document; labels must be asked for in document order."""

    def __init__(self, numbering: Numbering) -> None:
        """Start all counters."""
        self.numbering = numbering
        self.counts: dict[str, list[int | None]] = {}
        self.begun: set[tuple[str, int]] = set()

    def label(self, number_id: str, level: int) -> str:
        """Count one paragraph; returns its label with the gap after it, or nothing."""
        found = self.numbering.list(number_id)
        level = max(0, min(level, LEVELS - 1))
        if found is None or level not in found.levels:
            return ""
        counts = self.counts.setdefault(found.key, [None] * LEVELS)
        self.count(found, number_id, counts, level)
        own = found.levels[level]
        if own.form == "bullet":
            text = "".join(symbol(own.font, char) for char in own.text) or "•"
        else:
            text = PLACE.sub(lambda match: self.figure(found, counts, own, match), own.text)
        return text + gap(text, own.suffix)

    def count(self, found: List, number_id: str, counts: list[int | None], level: int) -> None:
        """Advance the level, begin skipped ones, and start the levels below it anew."""
        present = counts[level]
        if level in found.restarts and (number_id, level) not in self.begun:
            self.begun.add((number_id, level))
            counts[level] = found.restarts[level]
        elif present is None:
            counts[level] = found.levels[level].start
        else:
            counts[level] = present + 1
        for above in range(level):
            # A level that was skipped counts as begun: Word shows 1.1.1, then 1.2.
            if counts[above] is None and above in found.levels:
                counts[above] = found.levels[above].start
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                counts[deeper] = None

    @staticmethod
    def figure(found: List, counts: list[int | None], own: Level, match: re.Match[str]) -> str:
        """The number of one level inside a label."""
        index = int(match[1]) - 1
        level = found.levels.get(index)
        if level is None or level.form == "bullet":
            return ""
        count = counts[index]
        shown = level.start if count is None else count
        if own.legal and level.form != "none":
            return str(shown)
        return in_words(shown, level.form, level.pattern)


def gap(text: str, suffix: str) -> str:
    """What separates a label from the text: a tab of Word is a space here.

    After a full-width mark nothing is put: 一、 stands before its title as it does when typed.
    """
    if not text or suffix == "nothing":
        return ""
    return "" if suffix == "tab" and WIDE_END.search(text) else " "
