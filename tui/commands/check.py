"""``gangmu check``: whether a state file is sound."""

from __future__ import annotations

from pathlib import Path

from checklist import ENDING, StateError, sound, state_path
from tui.commands import options
from tui.commands.boundary import NOTHING
from tui.commands.document import read
from tui.commands.output import write_json
from tui.language import _, ngettext, translate


@options.file
@options.state
@options.as_json
def check(file: str, encoding: str | None, state: str | None, as_json: bool) -> int | None:
    """Say whether a document's state file is sound; FILE may be the state file itself."""
    if state is None and file.endswith(ENDING):
        path = Path(file)
    else:
        path = state_path(read(file, encoding), state)
    reason, events, authors = "", 0, []
    try:
        found = sound(path)
        events = len(found.lines)
        authors = sorted({line["author"] for line in found.lines})
    except StateError as error:
        reason = translate(error.message)
    if as_json:
        write_json(
            {
                "state": str(path),
                "sound": not reason,
                "reason": reason,
                "events": events,
                "authors": authors,
            }
        )
        return NOTHING if reason else None
    from tui.commands.draw import paragraph, show

    if reason:
        show(paragraph(_("{path} is not sound: {reason}").format(path=path, reason=reason)))
        return NOTHING
    count = ngettext("{count} change", "{count} changes", events).format(count=events)
    show(paragraph(_("{path} is sound: {count}").format(path=path, count=count)))
    return None
