"""What several cases share: the five levels of an official report, and documents with lists."""

from __future__ import annotations

from word_xml import abstract, document, level, numbering, package, styles

Files = dict[str, str]
OFFICE = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、", suffix="nothing"),
    level(1, "chineseCountingThousand", "（%2）", suffix="nothing"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）", suffix="space"),
    level(4, "decimalEnclosedCircleChinese", "%5", suffix="nothing"),
)


def start(index: int, value: int) -> str:
    """A list that starts a level anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def lists(*blocks: str, lists: tuple[str, ...], sheet: str = "") -> Files:
    """A document with lists and perhaps styles."""
    parts = {"numbering": numbering(*lists)} if lists else {}
    return package(document(*blocks), **parts, styles=sheet or styles())
