"""Whether a state file is sound."""

from __future__ import annotations

from pathlib import Path

from checklist import disk
from checklist.change import DAYS, FLAGS, TEXTS, written
from checklist.error import StateError
from checklist.event import Line
from checklist.log import Log, UnsoundError
from parser import Message


def sound(path: Path) -> Log:
    """The log of a state file; raises StateError, saying why, when it is not sound."""
    try:
        log = Log.read(disk.read(path)[0])
    except UnsoundError as unsound:
        raise StateError(unsound.message, path) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise StateError(Message("it cannot be read: {reason}", reason=reason), path) from None
    for line in log.lines:
        if (name := malformed(line)) is not None:
            raise StateError(
                Message("event {id} is malformed ({what})", id=line["id"], what=name), path
            )
    return log


def malformed(line: Line) -> str | None:
    """The name of a field of an event whose value is of the wrong kind; unknown ones are right."""
    for name, value in line["set"].items():
        if value is None or name not in {*TEXTS, *DAYS, *FLAGS, "status", "role", "evidence"}:
            continue
        try:
            right = bool(written(name, value) == value) and (name not in FLAGS or value in WHETHER)
        except StateError:
            right = False
        if not right:
            return str(name)
    for name, kind in (("at", dict), ("outline", dict), ("undo", list), ("redo", list)):
        if name in line and not isinstance(line[name], kind):
            return name
    return None


WHETHER = (True, False)
