"""``gangmu log``: who changed what, and when."""

from __future__ import annotations

from tui.commands import options
from tui.commands.boundary import NOTHING
from tui.commands.history import event_object, event_rows
from tui.commands.output import write_json
from tui.commands.state import any_of, opened


@options.file
@options.some_numbers
@options.state
@options.author
@options.as_json
def log(
    file: str,
    numbers: tuple[str, ...],
    encoding: str | None,
    state: str | None,
    by: str | None,
    as_json: bool,
) -> int | None:
    """Show the history, the oldest change first; of some items, or by one person."""
    journal = opened(file, encoding, state, by)
    items = any_of(journal, numbers)
    histories = [journal.history(item) for item in items] if items else [journal.history()]
    events = sorted(
        (event for history in histories for event in history if by in {None, event.author}),
        key=lambda event: (event.count, event.time, event.id),
    )
    if as_json:
        write_json(
            {
                "state": str(journal.path),
                "events": [event_object(journal, event) for event in events],
            }
        )
    elif events:
        from tui.commands.draw import show

        show(event_rows(journal, events))
    return None if events else NOTHING
