"""What an author may undo and redo, read off the events themselves."""

from __future__ import annotations

from collections.abc import Sequence

from checklist.event import Line, strings

Step = list[Line]
"""Events made with one gesture."""


def undoable(lines: Sequence[Line], author: str) -> Step:
    """The author's latest step that still counts, empty when there is none."""
    done, _ = _stacks(lines, author)
    return done[-1] if done else []


def redoable(lines: Sequence[Line], author: str) -> Step:
    """The author's step that was undone last, if nothing was changed by the author since."""
    _, undone = _stacks(lines, author)
    return undone[-1] if undone else []


def _stacks(lines: Sequence[Line], author: str) -> tuple[list[Step], list[Step]]:
    done: list[Step] = []
    undone: list[Step] = []
    for line in lines:
        if line["author"] != author:
            continue
        if "undo" in line:
            _move(line["undo"], done, undone)
        elif "redo" in line:
            _move(line["redo"], undone, done)
        elif done and line.get("step") and done[-1][0].get("step") == line["step"]:
            done[-1].append(line)
        else:
            done.append([line])
            undone.clear()
    return done, undone


def _move(ids: object, source: list[Step], target: list[Step]) -> None:
    wanted = set(strings(ids))
    for at in range(len(source) - 1, -1, -1):
        if any(line["id"] in wanted for line in source[at]):
            target.append(source.pop(at))
            return
