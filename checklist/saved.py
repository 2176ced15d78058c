"""What the state file remembers of the document, so that items find their place again.

The store writes ``snapshot(document, node, key)`` with an event when the item's wording differs
from what is saved already, and ``outline_of(document)`` once for each wording of the document in
which something was changed. Both are plain strings and numbers, ready for JSON.
"""

from __future__ import annotations

import unicodedata
import zlib
from _blake2 import blake2b  # hashlib would import OpenSSL
from functools import lru_cache
from typing import NamedTuple

from parser import Document, Node

FINGERPRINT_LENGTH = 8
OUTLINE_LIMIT = 10_000
"""Nodes; longer documents go without the fingerprints, half a megabyte at each save."""


PIECE = 1 << 16
"""Characters encoded together: all of a long text at once would take as much memory again."""


class SavedItem(NamedTuple):
    """An item as it stood in the document when it was last changed."""

    key: str
    """Its name in the state file."""
    number: str
    marker: str
    title: str
    text: str
    """Its own text, ``document.text[node.start:node.own_end]``."""
    parent: str = ""
    """Title of the node above it."""
    place: int = -1
    """``Node.index`` at that time; -1 where it is not known."""
    outline: str = ""
    """``Outline.id`` of the document at that time; empty where it is not known."""


class Outline(NamedTuple):
    """One wording of the whole document, as far as re-attaching needs it."""

    id: str
    """The same for the same text, on every machine."""
    prints: str
    """Fingerprints of all nodes in document order, eight characters each, without blanks."""

    def fingerprints(self) -> list[str]:
        """The fingerprints one by one."""
        step = FINGERPRINT_LENGTH
        return [self.prints[at : at + step] for at in range(0, len(self.prints), step)]

    def holds(self, item: SavedItem) -> bool:
        """Whether the item stands in this outline where it says."""
        start = item.place * FINGERPRINT_LENGTH
        own = fingerprint(essence(item.text, item.marker))
        return start >= 0 and self.prints.startswith(own, start)


def snapshot(document: Document, node: Node, key: str) -> SavedItem:
    """What is to be remembered of ``node``."""
    return SavedItem(
        key,
        node.number,
        node.marker,
        node.title,
        own_text(document, node),
        document.nodes[node.parent].title if node.parent >= 0 else "",
        node.index,
        outline_id(document),
    )


def outline_id(document: Document) -> str:
    """The id of the document's wording; cheap enough for every save."""
    return _digest(document.text)


@lru_cache(maxsize=1)
def _digest(text: str) -> str:
    digest = blake2b(digest_size=8)
    for at in range(0, len(text), PIECE):
        digest.update(text[at : at + PIECE].encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def outline_of(document: Document) -> Outline:
    """The document's wording; without fingerprints where it is too long for them."""
    nodes = document.nodes if len(document.nodes) <= OUTLINE_LIMIT else ()
    return Outline(
        outline_id(document),
        "".join(fingerprint(essence(own_text(document, node), node.marker)) for node in nodes),
    )


def same_wording(item: SavedItem, node: Node, document: Document) -> bool:
    """Whether ``node`` says what was saved; numbering, blanks and widths do not matter."""
    own = own_text(document, node)
    return own == item.text or essence(own, node.marker) == essence(item.text, item.marker)


def own_text(document: Document, node: Node) -> str:
    """Marker, title and body of a node up to its first child."""
    return document.text[node.start : node.own_end]


def essence(text: str, marker: str) -> str:
    """The wording of a node's own text: no marker, no blanks, full and half width alike."""
    joined = "".join(text.removeprefix(marker).split())
    if unicodedata.is_normalized("NFKC", joined):
        return joined
    return unicodedata.normalize("NFKC", joined)


def fingerprint(wording: str) -> str:
    """Eight characters that tell one wording (of ``essence``) from another."""
    return f"{zlib.crc32(wording.encode('utf-8', 'surrogatepass')):08x}"
