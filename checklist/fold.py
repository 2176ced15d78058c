"""Events to states: for each field of each item the latest event wins, remarks accumulate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from checklist.event import Line, order, strings

NOTES = ("remark", "reason")
"""Fields that accumulate: every event's own is kept."""


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
    """Where it stood when its status was set; empty when nobody set it."""
    last: Line | None = None
    """The latest event that counts."""

    @property
    def empty(self) -> bool:
        """Whether nothing is left that anybody said about the item."""
        return not self.noted and all(value is None for value in self.fields.values())


def undone_ids(lines: Iterable[Line]) -> frozenset[str]:
    """The events that do not count: the latest event that undoes or redoes one decides."""
    undone: set[str] = set()
    for line in lines:
        if "undo" in line:
            undone.update(strings(line["undo"]))
        if "redo" in line:
            undone.difference_update(strings(line["redo"]))
    return frozenset(undone)


def fold(lines: Sequence[Line], undone: frozenset[str] = frozenset()) -> State:
    """The state of one item after its events, which are given in their order."""
    counting = [line for line in lines if line["id"] not in undone] if undone else lines
    state = State()
    fields = state.fields
    for line in counting:
        fields.update(line["set"])
    if not fields.keys().isdisjoint(NOTES):
        state.noted = [
            line for line in counting if line["set"].get("remark") or line["set"].get("reason")
        ]
        for name in NOTES:
            fields.pop(name, None)
    state.last = counting[-1] if counting else None
    # What was seen stays seen when a change is undone, but an attachment (a place alone) does not.
    seen = [
        line
        for line in lines
        if "at" in line
        and type(line["at"]) is dict
        and (line["set"] or not undone or line["id"] not in undone)
    ]
    if seen:
        state.at = seen[-1]["at"]
        if "status" in fields:
            state.judged = _judged(counting, seen) if len(seen) > 1 else state.at
    return state


def after(state: State, line: Line) -> State:
    """The state of an item after one more event, later than all others, that undoes nothing."""
    changes = line["set"]
    new = State({**state.fields, **changes}, state.noted, line.get("at", state.at), state.judged)
    if not changes.keys().isdisjoint(NOTES):
        new.noted = [*state.noted, line]
        for name in NOTES:
            new.fields.pop(name, None)
    if "status" in changes:
        new.judged = new.at
    new.last = line
    return new


def _judged(counting: Sequence[Line], seen: Sequence[Line]) -> dict[str, Any]:
    """Where the item stood when its status was set last."""
    judgement = next(line for line in reversed(counting) if "status" in line["set"])
    before = [line["at"] for line in seen if order(line) <= order(judgement)]
    return before[-1] if before else {}


def group(lines: Sequence[Line], undone: frozenset[str]) -> dict[str, list[Line]]:
    """The events of each item; those of an item that was joined to another are found there."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line["item"]].append(line)
    joins = {
        line["item"]: line["set"]["same"]
        for line in lines
        if "same" in line["set"] and line["id"] not in undone
    }
    for key in joins:
        target, seen = key, {key}
        while type(following := joins.get(target)) is str and following not in seen:
            target = following
            seen.add(target)
        if target != key and target in groups:
            groups[target] = sorted(groups[target] + groups.pop(key), key=order)
    return groups
