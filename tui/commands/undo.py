"""``gangmu undo`` and ``gangmu redo``."""

from __future__ import annotations

from checklist import Event, Journal
from tui.commands import options
from tui.commands.boundary import NOTHING
from tui.commands.history import event_object, event_rows
from tui.commands.item import progress_line, progress_object
from tui.commands.output import warn, write_json
from tui.commands.state import on_journal, save
from tui.language import _


@on_journal
@options.as_json
def undo(journal: Journal, as_json: bool) -> int | None:
    """Take back your last change, also one made yesterday or in the app."""
    events = journal.undo()
    none = _("nothing of {name} is left to undo").format(name=journal.author)
    return finish(journal, events, none, as_json=as_json)


@on_journal
@options.as_json
def redo(journal: Journal, as_json: bool) -> int | None:
    """Bring back what you undid last."""
    events = journal.redo()
    none = _("nothing of {name} is left to redo").format(name=journal.author)
    return finish(journal, events, none, as_json=as_json)


def finish(journal: Journal, events: tuple[Event, ...], none: str, *, as_json: bool) -> int | None:
    """Save and print what was taken back or brought back; 1 where there was nothing.

    The JSON is ``{"state", "progress", "events": [event, …]}``.
    """
    save(journal)
    if as_json:
        write_json(
            {
                "state": str(journal.path),
                "progress": progress_object(journal.checklist.progress),
                "events": [event_object(journal, event) for event in events],
            }
        )
    elif events:
        from tui.commands.draw import paragraph, show

        show(event_rows(journal, events), paragraph(progress_line(journal.checklist)))
        show(paragraph(_("Saved in {path}").format(path=journal.path)))
    if not events:
        warn(none, str(journal.path))
        return NOTHING
    return None
