"""The text as it should be read: paragraphs put together again, punctuation in its right width."""

from __future__ import annotations

from collections.abc import Iterator

from parser.layout import Layout, is_furniture
from parser.pattern import Pattern

_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_CHINESE = "\u3400-\u9fff“”‘’《》〈〉、，。；：！？（）"
_NARROW = Pattern(
    f"(?<=[{_CHINESE}])[,;:!?)]|(?<=[{_CHINESE}])\\.(?=[{_CHINESE}\\s]|$)|\\((?=[{_CHINESE}])"
    f"|(?<=[{_CHINESE}])\\((?=[0-9])|(?<=[0-9])\\)(?=[{_CHINESE}])"
)


def paragraphs(
    text: str, layout: Layout, start: int, end: int
) -> Iterator[tuple[tuple[int, int], ...]]:
    """The paragraphs of ``text[start:end]``, each a tuple of spans to be read without a gap."""
    spans: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        bare = line.strip()
        if bare and not (layout.wrapped and is_furniture(bare)):
            if spans and not layout.goes_on(text, start):
                yield tuple(spans)
                spans = []
            begin = start + len(line) - len(line.lstrip())
            spans.append((begin, begin + len(bare)))
        start = stop + 1
    if spans:
        yield tuple(spans)


def in_full_width(words: str) -> str:
    """Half-width punctuation beside Chinese made full-width, one character for one."""
    return _NARROW.sub(lambda m: "。" if m[0] == "." else m[0].translate(_WIDE), words)
