"""XML in pieces: no document type declaration, no entity, no bottomless nesting gets through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast
from xml.etree.ElementTree import Element, XMLPullParser
from xml.etree.ElementTree import ParseError as BadXml
from xml.parsers import expat

from parser.docx.names import STRICT, respell
from parser.error import ParseError
from parser.message import Message

Events = Iterator[tuple[str, Element]]

DEPTH_LIMIT = 400
"""Nested elements; Word itself stops far below."""
BLOCK_LIMIT = 500_000
"""Elements in one block; the longest table of an office has a third of them."""
BLOCKS_LIMIT = 500_000
"""Paragraphs and tables; the longest law has two thousand."""
ELEMENT_LIMIT = 3_000_000
"""Elements in one part; a report of ten megabytes, every word a run of its own, has two million."""
PROLOGUE_LIMIT = 1 << 16
"""Bytes before the first element."""

REFUSED = Message("the Word file declares XML entities, which no Word does; it was not read")
BROKEN = Message(
    "the Word file is damaged inside (its XML breaks off); open it in Word or WPS and save it again"
)


ENDLESS = Message("the Word file holds far more XML than a document does; it was not read")


class RootSeenError(Exception):
    """The first element opens: from here on nothing can be declared."""


def read_tree(chunks: Iterable[bytes], path: str | None = None) -> Element:
    """A whole small part as one element, in the usual spelling; raises ParseError."""
    for _, root in pull(chunks, path):
        respell(root)
        return root
    raise ParseError(BROKEN, path=path)


def read_blocks(chunks: Iterable[bytes], path: str | None = None) -> Iterator[Element]:
    """The children of the root's children (the blocks of a body), each forgotten after use."""
    for count, (parent, block) in enumerate(pull(chunks, path, depth=2), 1):
        if count > BLOCKS_LIMIT:
            raise ParseError(ENDLESS, path=path)
        if parent.tag.rpartition("}")[0] + "}" in STRICT:
            respell(block)
        yield block
        parent.clear()


def pull(
    chunks: Iterable[bytes], path: str | None, depth: int = 0
) -> Iterator[tuple[Element, Element]]:
    """(parent, element) for every element that ends at that depth (0 is the root itself)."""
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    open_elements: list[Element] = []
    in_block = in_part = 0
    try:
        for chunk in without_declarations(chunks, path):
            parser.feed(chunk)
            for event, element in cast(Events, parser.read_events()):
                if event == "start":
                    open_elements.append(element)
                    in_block += 1
                    in_part += 1
                    if (
                        len(open_elements) > DEPTH_LIMIT
                        or in_block > BLOCK_LIMIT
                        or in_part > ELEMENT_LIMIT
                    ):
                        raise ParseError(ENDLESS, path=path)
                    continue
                open_elements.pop()
                if len(open_elements) == depth:
                    in_block = 0
                    yield (open_elements[-1] if open_elements else element), element
        parser.close()
    except (BadXml, ValueError, LookupError) as error:
        raise ParseError(BROKEN, path=path) from error
    if open_elements:
        raise ParseError(BROKEN, path=path)


def without_declarations(chunks: Iterable[bytes], path: str | None) -> Iterator[bytes]:
    """Pass the chunks on once the prologue is known to declare nothing."""
    guard = expat.ParserCreate()
    guard.StartDoctypeDeclHandler = refuse
    guard.StartElementHandler = root_seen
    held: list[bytes] = []
    size = 0
    inside = False
    for chunk in chunks:
        if inside:
            yield chunk
            continue
        held.append(chunk)
        size += len(chunk)
        try:
            guard.Parse(chunk, False)
        except RootSeenError:
            inside = True
            yield from held
        except ParseError as error:
            raise ParseError(error.message, path=path) from None
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise ParseError(BROKEN, path=path) from error
        if not inside and size > PROLOGUE_LIMIT:
            raise ParseError(BROKEN, path=path)
    if not inside:
        raise ParseError(BROKEN, path=path)


def refuse(*_: object) -> None:
    """A document type declaration is the door of entity bombs and of external entities."""
    raise ParseError(REFUSED)


def root_seen(*_: object) -> None:
    """The first element opens."""
    raise RootSeenError
