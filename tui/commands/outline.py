"""``gangmu outline``: the headings of a document."""

from __future__ import annotations

from checklist import checkable
from parser import Document, Node
from tui.commands import options
from tui.commands.document import read
from tui.commands.output import write_json
from tui.language import _, translate


@options.file_or_sample
@options.as_json
def outline(file: str | None, encoding: str | None, as_json: bool) -> None:
    """Show the tree of a document."""
    document = read(file, encoding)
    if as_json:
        write_json(as_object(document))
    else:
        show(document)


def as_object(document: Document) -> dict[str, object]:
    """The whole outline; offsets are in characters of the decoded text."""
    ticked = {node.index for node in checkable(document)}
    ids = document.ids()

    def branch(node: Node) -> dict[str, object]:
        return {
            "number": node.number,
            "id": ids[node.index],
            "marker": node.marker,
            "title": node.title,
            "body": node.body,
            "role": node.role,
            "start": node.start,
            "end": node.end,
            "checkable": node.index in ticked,
            "children": [branch(child) for child in node.children],
        }

    return {
        "title": document.title,
        "path": document.path,
        "format": document.format,
        "encoding": document.encoding,
        "length": len(document.text),
        "warnings": [
            {"line": w.line, "column": w.column, "message": translate(w.message)}
            for w in document.warnings
        ],
        "nodes": [branch(node) for node in document.roots],
    }


def show(document: Document) -> None:
    """Print the tree for a person: one line for each node."""
    from tui.commands.draw import paragraph, table
    from tui.commands.draw import show as draw
    from tui.words import role_name

    rows = [
        (
            node.number,
            role_name(node.role),
            "  " * (node.depth - 1) + f"{node.marker} {node.title}".strip(),
        )
        for node in document.walk()
    ]
    draw(
        paragraph(document.title),
        table([_("No."), _("Role"), _("Item")], rows, elided=True),
    )
    for warning in document.warnings:
        place = f"{warning.line}:{warning.column}"
        draw(paragraph(f"{place}: {translate(warning.message)}"))
