"""Lists: which format, text and start each level of each automatic numbering has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from parser.docx.names import MC, VAL, W, number, switch, value
from parser.docx.styles import Styles

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str = "decimal"
    pattern: str = ""
    """The sample of a custom format."""
    text: str = ""
    """With ``%1`` to ``%9`` for the numbers of the levels."""
    start: int = 1
    suffix: str = "tab"
    """``tab``, ``space`` or ``nothing``."""
    restart: int | None = None
    """0: never; n: only after a paragraph of level n (from 1) or above; None: after any above."""
    legal: bool = False
    """Show the numbers of all levels in digits."""
    style: str | None = None
    """The paragraph style that stands for this level."""
    font: str = ""
    """Font of a bullet: it tells which sign a private character is."""


@dataclass(frozen=True, slots=True)
class List:
    """One ``w:num``, resolved."""

    key: str
    """Lists with the same key go on counting together."""
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]
    """Levels at which this list starts anew when it is first used, and with which number."""


class Numbering:
    """The lists of one document, by ``numId``."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Read ``word/numbering.xml``, or start without any."""
        self.styles = styles
        self.abstracts: dict[str, Element] = {}
        self.numbers: dict[str, Element] = {}
        self.named: dict[str, str] = {}
        self.lists: dict[str, List | None] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                key = element.get(f"{W}abstractNumId", "")
                self.abstracts[key] = element
                if (name := value(element, "styleLink")) is not None:
                    self.named[name] = key
            elif element.tag == f"{W}num":
                self.numbers[element.get(f"{W}numId", "")] = element

    def list(self, number_id: str) -> List | None:
        """The list with that ``numId``; None for ``0`` and for a reference into nothing."""
        if number_id not in self.lists:
            self.lists[number_id] = self.resolve(number_id)
        return self.lists[number_id]

    def resolve(self, number_id: str) -> List | None:
        """Follow num → abstractNum (→ list style → abstractNum) and apply the overrides."""
        element = self.numbers.get(number_id)
        key = value(element, "abstractNumId")
        if element is None or key is None or key not in self.abstracts:
            return None
        levels = dict(self.levels_of(key))
        restarts: dict[int, int] = {}
        for override in element.iterfind(f"{W}lvlOverride"):
            index = index_of(override)
            if (own := override.find(f"{W}lvl")) is not None:
                levels[index] = level_of(own)
            if (start := number(override, "startOverride")) is not None:
                restarts[index] = start
                levels[index] = replace(levels.get(index, Level()), start=start)
        return List(key, levels, restarts)

    def levels_of(self, key: str) -> Mapping[int, Level]:
        """The levels of an abstract list, through the list style that it may point to."""
        seen: set[str] = set()
        while key not in seen:
            seen.add(key)
            link = value(self.abstracts[key], "numStyleLink")
            if link is None:
                break
            target = self.named.get(link)
            if target is None:
                number_id = self.styles.numbering(link)[0]
                target = value(self.numbers.get(number_id or ""), "abstractNumId")
            if target is None or target not in self.abstracts:
                break
            key = target
        found = self.abstracts[key].iterfind(f"{W}lvl")
        return {index_of(level): level_of(level) for level in found}

    def level_for_style(self, number_id: str, style_ids: tuple[str, ...]) -> int | None:
        """The level that stands for one of the styles, nearest style first."""
        found = self.list(number_id)
        for style_id in style_ids if found else ():
            for index, level in found.levels.items() if found else ():
                if level.style == style_id:
                    return index
        return None


def index_of(element: Element) -> int:
    """The ``ilvl`` of a level or an override, held within the nine that exist."""
    text = element.get(f"{W}ilvl", "0")
    return min(int(text), LEVELS - 1) if text.isascii() and text.isdigit() else 0


def level_of(element: Element) -> Level:
    """One ``w:lvl``."""
    form, pattern = form_of(element)
    start = number(element, "start")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return Level(
        form=form,
        pattern=pattern,
        text=value(element, "lvlText") or "",
        start=1 if start is None else start,
        suffix=value(element, "suff") or "tab",
        restart=number(element, "lvlRestart"),
        legal=switch(element, "isLgl") or False,
        style=value(element, "pStyle"),
        font=(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else "",
    )


def form_of(element: Element) -> tuple[str, str]:
    """(format, sample of a custom one); newer Word wraps custom formats in alternatives."""
    choice = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    found = choice if choice is not None else element.find(f"{W}numFmt")
    if found is None:
        return "decimal", ""
    return found.get(VAL, "decimal"), found.get(f"{W}format", "")
