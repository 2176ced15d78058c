"""Styles: what a paragraph or a run inherits of numbering, outline level and hiddenness."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from parser.docx.names import VAL, W, number, switch, value

CONTENTS = re.compile(r"(?i)(?:toc|目录)\s*\d*|table of (?:contents|figures)|图表目录")
HEADING = re.compile(r"(?i)(?:heading|标题)\s*([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """One style, only as far as the text depends on it."""

    name: str
    based_on: str | None
    list_number: str | None
    """The ``numId``; ``0`` takes inherited numbering away."""
    list_level: int | None
    outline: int | None
    """From 0; 9 is body text."""
    hidden: bool | None


class Styles:
    """The styles of one document, by id."""

    def __init__(self, root: Element | None) -> None:
        """Read ``word/styles.xml``, or start without any."""
        self.by_id: dict[str, Style] = {}
        self.default = ""
        for element in root.iterfind(f"{W}style") if root is not None else ():
            key = element.get(f"{W}styleId", "")
            self.by_id[key] = style_of(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {
                "1",
                "true",
                "on",
            }:
                self.default = key
        self.chain = lru_cache(maxsize=None)(self.ancestry)

    def ancestry(self, key: str) -> tuple[tuple[str, Style], ...]:
        """The style and what it is based on, nearest first; a ring is cut."""
        found: dict[str, Style] = {}
        next_key: str | None = key
        while next_key is not None and next_key not in found and next_key in self.by_id:
            found[next_key] = self.by_id[next_key]
            next_key = found[next_key].based_on
        return tuple(found.items())

    def numbering(self, key: str) -> tuple[str | None, int | None, tuple[str, ...]]:
        """(numId, level, the styles from the paragraph's own up to the one that gave numId)."""
        passed: list[str] = []
        level: int | None = None
        for style_id, style in self.chain(key):
            passed.append(style_id)
            level = style.list_level if level is None else level
            if style.list_number is not None:
                return style.list_number, level, tuple(passed)
        return None, level, ()

    def outline(self, key: str) -> int | None:
        """Outline level from 0, or None for body text."""
        for _, style in self.chain(key):
            if style.outline is not None:
                return style.outline if style.outline < 9 else None
            if match := HEADING.fullmatch(style.name):
                return int(match[1]) - 1
        return None

    def hidden(self, key: str) -> bool:
        """Whether text in this style is hidden."""
        return next((s.hidden for _, s in self.chain(key) if s.hidden is not None), False)

    def is_contents(self, key: str) -> bool:
        """Whether this is a style for lines of a table of contents."""
        return any(CONTENTS.fullmatch(style.name) for _, style in self.chain(key))

    def is_title(self, key: str) -> bool:
        """Whether this is the style of the document's title."""
        return key in self.by_id and self.by_id[key].name.lower() in {"title", "标题"}


def style_of(element: Element) -> Style:
    """One ``w:style``."""
    paragraph = element.find(f"{W}pPr")
    numbering = paragraph.find(f"{W}numPr") if paragraph is not None else None
    name = element.find(f"{W}name")
    return Style(
        name=name.get(VAL, "") if name is not None else "",
        based_on=value(element, "basedOn"),
        list_number=value(numbering, "numId"),
        list_level=number(numbering, "ilvl"),
        outline=number(paragraph, "outlineLvl"),
        hidden=switch(element.find(f"{W}rPr"), "vanish"),
    )
