"""Events to states: for each field of each item the latest event wins, remarks accumulate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from checklist.event import Line, order, strings

NOTES = ("remark", "reason")
"""Fields that accumulate: every event's own is kept."""


class State(NamedTuple):
    """What the events say about one item."""

    fields: Mapping[str, Any] = {}
    """The winning values by name; None or absent means: as the document has it."""
    noted: Sequence[Line] = ()
    """The events that carry a remark or a reason."""
    at: Mapping[str, Any] = {}
    """Where the item stood in the document when it was last changed."""
    judged: Mapping[str, Any] = {}
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
    fields: dict[str, Any] = {}
    for line in counting:
        fields.update(line["set"])
    noted = [] if fields.keys().isdisjoint(NOTES) else list(filter(_notes, counting))
    for name in NOTES:
        fields.pop(name, None)
    # What was seen stays seen when a change is undone, but an attachment (a place alone) does not.
    seen = [
        line
        for line in lines
        if "at" in line
        and type(line["at"]) is dict
        and (line["set"] or not undone or line["id"] not in undone)
    ]
    at = seen[-1]["at"] if seen else {}
    judged: Mapping[str, Any] = {}
    if "status" in fields:
        judged = _judged(counting, seen) if len(seen) > 1 else at
    return State(fields, noted, at, judged, counting[-1] if counting else None)


def after(state: State, line: Line) -> State:
    """The state of an item after one more event, later than all others, that undoes nothing."""
    changes = line["set"]
    fields = {**state.fields, **changes}
    for name in NOTES:
        fields.pop(name, None)
    at = line.get("at", state.at)
    return State(
        fields,
        [*state.noted, line] if _notes(line) else state.noted,
        at,
        at if "status" in changes else state.judged,
        line,
    )


def _notes(line: Line) -> bool:
    """Whether an event says something that accumulates."""
    return bool(line["set"].get("remark") or line["set"].get("reason"))


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
