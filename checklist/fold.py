"""Events to states: for each field of each item the latest event wins, remarks accumulate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from checklist.event import Line, order


@dataclass(slots=True)
class State:
    """What the events say about one item."""

    fields: dict[str, Any] = field(default_factory=dict)
    """The winning values by name; None or absent means: as the document has it."""
    noted: list[Line] = field(default_factory=list)
    """The events that carry a remark or a reason."""
    at: dict[str, Any] = field(default_factory=dict)
    """Where the item stood in the document when it was last changed."""
    judged: dict[str, Any] = field(default_factory=dict)
    """Where it stood when its status was set."""
    last: Line | None = None
    """The latest event, undoing ones among them."""

    @property
    def empty(self) -> bool:
        """Whether nothing is left that anybody said about the item."""
        return not self.noted and all(value is None for value in self.fields.values())


def undone_ids(lines: Iterable[Line]) -> frozenset[str]:
    """The events that do not count: the latest event that undoes or redoes one decides."""
    undone: set[str] = set()
    for line in lines:
        if "undo" in line:
            undone.update(_strings(line["undo"]))
        if "redo" in line:
            undone.difference_update(_strings(line["redo"]))
    return frozenset(undone)


def fold(lines: Iterable[Line], undone: frozenset[str] = frozenset()) -> State:
    """The state of one item after its events, which are given in their order."""
    state = State()
    fields, at, line = state.fields, state.at, None
    for line in lines:
        changes = line["set"]
        counts = line["id"] not in undone
        # What was seen stays seen when a change is undone, but an attachment (at alone) does not.
        if "at" in line and (counts or changes) and type(line["at"]) is dict:
            at = line["at"]
        if not counts:
            continue
        fields.update(changes)
        if "status" in changes:
            state.judged = at
        if "remark" in changes or "reason" in changes:
            state.noted.append(line)
    fields.pop("remark", None)
    fields.pop("reason", None)
    state.at, state.last = at, line
    return state


def group(lines: Sequence[Line], undone: frozenset[str]) -> dict[str, list[Line]]:
    """The events of each item; those of an item that was joined to another are found there."""
    groups: dict[str, list[Line]] = {}
    joins: dict[str, str] = {}
    for line in lines:
        groups.setdefault(line["item"], []).append(line)
        if "same" in line["set"] and line["id"] not in undone:
            joins[line["item"]] = line["set"]["same"]
    for key in joins:
        target, seen = key, {key}
        while type(following := joins.get(target)) is str and following not in seen:
            target = following
            seen.add(target)
        if target != key and target in groups:
            groups[target] = sorted(groups[target] + groups.pop(key), key=order)
    return groups


def _strings(value: Any) -> Iterable[str]:
    return (one for one in value if type(one) is str) if type(value) is list else ()
