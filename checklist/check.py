"""Whether a state file is sound."""

from __future__ import annotations

from pathlib import Path

from checklist import disk
from checklist.error import StateError
from checklist.log import Log, UnsoundError
from parser import Message


def sound(path: Path) -> Log:
    """The log of a state file; raises StateError, saying why, when it is not sound."""
    try:
        return Log.read(disk.read(path)[0])
    except UnsoundError as unsound:
        raise StateError(unsound.message, path) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise StateError(Message("it cannot be read: {reason}", reason=reason), path) from None
