"""What a node says after its heading, as paragraphs: the units that are wrapped and scrolled."""

from __future__ import annotations

from typing import TypeAlias

from parser import Document

CLOSING = "。；;：:，,、.．！？!?"
LONGEST = 4096
"""Characters after which a paragraph is cut in two, so that wrapping one stays instant."""

Extent: TypeAlias = tuple[int, int]
"""Beginning and end in the document's text, in characters."""


def blocks(document: Document, row: int) -> list[Extent]:
    """The paragraphs of a node's body, or of the preamble (row -1), without blanks around them."""
    if row < 0:
        start, end = 0, len(document.preamble)
    else:
        node = document.nodes[row]
        start, end = node.title_end, node.own_end
    text = document.text
    if row >= 0:
        while start < end and text[start] in CLOSING:
            start += 1
    found: list[Extent] = []
    while start < end:
        stop = text.find("\n", start, end)
        if stop < 0:
            stop = end
        piece = text[start:stop]
        if stripped := piece.strip():
            begin = start + piece.index(stripped[0])
            found += pieces(text, begin, begin + len(stripped))
        start = stop + 1
    return found


def pieces(text: str, start: int, end: int) -> list[Extent]:
    """A paragraph, or several if it is very long; cut after a sentence where there is one."""
    found: list[Extent] = []
    while end - start > LONGEST:
        cut = text.rfind("。", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        found.append((start, cut))
        start = cut
    found.append((start, end))
    return found


def heading_end(document: Document, row: int) -> int:
    """Where the words shown as a heading end: an item keeps the mark that closes its sentence."""
    node = document.nodes[row]
    end = node.title_end
    if not node.children:
        while end < node.own_end and document.text[end] in CLOSING:
            end += 1
    return end
