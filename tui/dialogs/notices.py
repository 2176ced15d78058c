"""What a careful secretary would want to know: oddities, unattached items, the state file."""

from __future__ import annotations

from textual.content import Content

from checklist import Journal
from parser import Document
from tui.dialogs.pages import Page
from tui.language import _, translate
from tui.wording import label


def notices_page(document: Document, journal: Journal) -> Page:
    """The files, the warnings about the document, the items without a place."""
    parts: list[str | tuple[str, str]] = []
    rows = (
        (_("Document"), document.path or _("a text without a file")),
        (_("State file"), str(journal.path)),
        (_("Signed by"), journal.author),
    )
    for name, value in rows:
        parts += [(f"{name}  ", "$text-muted"), f"{value}\n"]
    if journal.newer:
        parts.append((_("It can only be read.") + "\n", "$text-warning"))
    elif journal.protected:
        words = _("It may not be written: changes stay in memory, and saving is tried again.")
        parts.append((words + "\n", "$text-warning"))
    sections = (
        (_("About the state file"), [translate(notice) for notice in journal.notices]),
        (
            _("Odd in the document"),
            [f"{w.line}:{w.column}  {translate(w.message)}" for w in document.warnings],
        ),
        (
            _("Items that found no place in the document"),
            [label(item) for item in journal.checklist.unattached],
        ),
    )
    for heading, lines in sections:
        parts.append((f"\n{heading}\n", "bold $text-primary"))
        parts.append("".join(f"{line}\n" for line in lines) or _("nothing") + "\n")
    return Page(_("Notices"), Content.assemble(*parts))
