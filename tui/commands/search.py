"""``gangmu search``: find words in documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from checklist import Checklist, Journal, StateError
from parser import Document, ParseError
from tui.commands import options
from tui.commands.document import read
from tui.commands.output import warn, write_json
from tui.language import _
from tui.search import Hit, Query, Result
from tui.search import search as find

AROUND = 24
"""Characters shown to people before a hit."""
DONE, NOTHING, WRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one document."""

    document: Document
    result: Result


@options.words
@options.files_or_sample
@options.state
@options.as_json
def search(
    words: str, files: tuple[str, ...], encoding: str | None, state: str | None, as_json: bool
) -> int:
    """Search each document; a file that cannot be read does not keep the others from it."""
    query = Query.parse(words)
    found, unread = [], 0
    for file in files or (None,):
        try:
            document = read(file, encoding)
            checklist = checklist_of(document, state) if query.needs_checklist else None
        except (ParseError, StateError) as error:
            if len(files) <= 1:
                raise
            warn_of(error)
            unread += 1
            continue
        result = find(document, query, checklist)
        found.append(Found(document, result))
        if not result.complete:
            warn(_("the search took too long and was stopped"), document.path)
    if as_json:
        write_json([hit_object(each.document, hit) for each in found for hit in each.result.hits])
    else:
        show(found)
    if unread:
        return WRONG
    return DONE if any(each.result.hits for each in found) else NOTHING


def checklist_of(document: Document, state: str | None) -> Checklist:
    """The checklist that fields of the query ask about."""
    return Journal(document, state=Path(state) if state is not None else None).checklist


def warn_of(error: ParseError | StateError) -> None:
    """Say why one of several files was left out."""
    from tui.commands.boundary import explain

    warn(explain(error))


def hit_object(document: Document, hit: Hit) -> dict[str, object]:
    """One hit; offsets in characters, ``line`` from 1, ``number`` is null before the first node."""
    return {
        "path": document.path,
        "number": document.nodes[hit.node].number if hit.node >= 0 else None,
        "start": hit.start,
        "end": hit.end,
        "line": document.text.count("\n", 0, hit.start) + 1,
        "text": document.text[hit.start : hit.end],
    }


def show(found: list[Found]) -> None:
    """Print one row for each line of text with hits, the hits marked."""
    from tui.commands.draw import marked, paragraph, table
    from tui.commands.draw import show as draw

    for each in found:
        if not each.result.hits:
            continue
        document = each.document
        rows = [
            (
                document.nodes[hits[0].node].number if hits[0].node >= 0 else "",
                str(line),
                marked(*excerpt(document, hits)),
            )
            for line, hits in lines_of(each)
        ]
        if len(found) > 1:
            draw(paragraph(str(document.path)))
        draw(table([_("No."), _("Line"), _("Text")], rows, elided=True))


def lines_of(found: Found) -> Iterator[tuple[int, list[Hit]]]:
    """Hits that begin on the same line of the same node, with the number of the line."""
    text = found.document.text
    line, counted = 1, 0
    group: list[Hit] = []
    for hit in found.result.hits:
        further = text.count("\n", counted, hit.start)
        if group and (further or hit.node != group[0].node):
            yield line, group
            group = []
        line, counted = line + further, hit.start
        group.append(hit)
    if group:
        yield line, group


def excerpt(document: Document, hits: list[Hit]) -> tuple[str, list[tuple[int, int]], bool]:
    """The node's line around the hits, the hits in it, and whether its beginning is cut off."""
    text = document.text
    node = document.nodes[hits[0].node] if hits[0].node >= 0 else None
    line = max(text.rfind("\n", 0, hits[0].start) + 1, node.start if node else 0)
    begin = max(line, hits[0].start - AROUND)
    while begin < hits[0].start and text[begin].isspace():
        begin += 1
    end = text.find("\n", hits[-1].end, node.own_end if node else len(document.preamble))
    if end < 0:
        end = node.own_end if node else len(document.preamble)
    cut = not text[line:begin].isspace() and begin > line
    return text[begin:end].rstrip(), [(hit.start - begin, hit.end - begin) for hit in hits], cut
