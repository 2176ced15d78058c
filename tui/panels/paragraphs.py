"""What a row says: its heading and the paragraphs below it, each a run of spans of the text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from parser import Document

CLOSING = "。；;：:，,、.．！？!?*"
LONGEST = 4096
"""Characters after which a paragraph is cut in two, so that wrapping one stays instant."""

Paragraph: TypeAlias = tuple[tuple[int, int], ...]
"""Spans of the document's text, in characters, that are read without a gap."""


def paragraphs(document: Document, row: int) -> list[Paragraph]:
    """The heading (none for the preamble, row -1) and then the paragraphs of the body."""
    if row < 0:
        return [(), *cut_long(document.text, document.paragraphs())]
    node = document.nodes[row]
    text = document.text
    begin, end = node.title_start, node.title_end
    start = end
    while start < node.own_end and text[start] in CLOSING:
        start += 1
    if not node.children:
        end = start
    heading: list[tuple[int, int]] = []
    body: list[Paragraph] = []
    for paragraph in document.paragraphs(node):
        heading += clip(paragraph, begin, end)
        if rest := clip(paragraph, start, node.own_end):
            body.append(tuple(rest))
    return [tuple(heading), *cut_long(text, body)]


def clip(paragraph: Paragraph, low: int, high: int) -> list[tuple[int, int]]:
    """What of a paragraph lies between two places."""
    return [
        (max(start, low), min(end, high)) for start, end in paragraph if start < high and end > low
    ]


def cut_long(text: str, found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The same, very long paragraphs cut after a sentence where there is one."""
    for paragraph in found:
        if paragraph[-1][1] - paragraph[0][0] <= LONGEST:
            yield paragraph
            continue
        for begin, end in paragraph:
            start = begin
            while end - start > LONGEST:
                cut = text.rfind("。", start + LONGEST // 2, start + LONGEST) + 1
                cut = cut or start + LONGEST
                yield ((start, cut),)
                start = cut
            yield ((start, end),)
