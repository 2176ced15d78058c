"""The checklist: the checkable nodes of a document with their state."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, partial

from checklist.checkable import checkable, corrected
from checklist.fold import State
from checklist.item import Item
from checklist.places import Places, saved_item
from checklist.progress import Progress
from checklist.saved import same_wording
from checklist.values import text_of, values_of, word_of
from parser import Document, Node, Role


class Checklist:
    """A document's items as they are after all events so far; never changed once made."""

    def __init__(self, document: Document, states: Mapping[str, State], places: Places) -> None:
        self.document = document
        self._states = states
        self._places = places
        self._made: dict[int, Item] = {}
        self._counted: dict[int, Progress] = {}
        self._mark = object()
        """Stands for this checklist in those made from it, without keeping it alive."""
        self._since: tuple[object, frozenset[int] | None] = (None, None)

    def with_state(self, key: str, state: State) -> Checklist:
        """The same checklist after one more event of one item."""
        before = self._states.get(key, State())
        after = Checklist(self.document, {**self._states, key: state}, self._places)
        if all(before.fields.get(n) == state.fields.get(n) for n in ("on_list", "role")):
            duty_too = all(before.fields.get(n) == state.fields.get(n) for n in ("owner", "due"))
            kept = SHARED | DUTY if duty_too else SHARED
            after.__dict__.update({n: v for n, v in self.__dict__.items() if n in kept})
            # What was found out goes over: copies of it would cost more than all else in a tick,
            # and this one finds it out again if anybody still asks.
            after._made, self._made = self._made, {}
            after._counted, self._counted = self._counted, {}
            node = self._places.node_of.get(key)
            after._since = self._mark, after._forget(node.index if node is not None else -1)
        return after

    def changed_since(self, before: Checklist) -> frozenset[int] | None:
        """The only nodes whose item or progress may be another one than before, by index.

        None where that is not known: more than one event lies between, or it moved items.
        """
        if self is before:
            return frozenset()
        mark, rows = self._since
        return rows if mark is before._mark else None

    def _forget(self, row: int) -> frozenset[int]:
        """Find out again what is known of a node, and of those above it; which these are."""
        self._made.pop(row, None)
        parent, rows = self.document.outline.parent, set()
        while row >= 0:
            rows.add(row)
            row = parent[row]
            self._counted.pop(row, None)
        return frozenset(rows)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What is on the checklist, in document order."""
        return tuple(self.any_item(self.document.nodes[index]) for index in self._listed)

    @cached_property
    def owners(self) -> frozenset[str]:
        """Who answers for the items; an empty name where nobody does."""
        return frozenset(item.owner for item in self.items)

    @cached_property
    def has_due(self) -> bool:
        """Whether any item is to be done by some time."""
        return any(item.due for item in self.items)

    @cached_property
    def unattached(self) -> tuple[Item, ...]:
        """What was on it and has no place in the document as it is now."""
        return tuple(
            self._make(None, key, state)
            for key, state in self._states.items()
            if key not in self._places.node_of and not state.empty
        )

    @cached_property
    def progress(self) -> Progress:
        """How far the whole checklist is."""
        return self._count(0, len(self._listed))

    def item_of(self, node: Node) -> Item | None:
        """The item that stands at ``node``, or None where the checklist has none."""
        return self.any_item(node) if self.on_list(node) else None

    def any_item(self, node: Node) -> Item:
        """What is known of a node, on the checklist or not."""
        item = self._made.get(node.index)
        if item is None:
            key = self._places.key_at.get(node.index)
            item = self._make(node, key, self._states.get(key) if key else None)
            self._made[node.index] = item
        return item

    def on_list(self, node: Node) -> bool:
        """Whether ``node`` is an item of the checklist."""
        at = bisect_left(self._listed, node.index)
        return at < len(self._listed) and self._listed[at] == node.index

    def below(self, node: Node) -> tuple[Item, ...]:
        """The items below a node, without itself."""
        first, last = self._span(node)
        return tuple(self.any_item(self.document.nodes[i]) for i in self._listed[first:last])

    def progress_of(self, node: Node) -> Progress:
        """How far the items below a node are."""
        found = self._counted.get(node.index)
        if found is None:
            found = self._counted[node.index] = self._count(*self._span(node))
        return found

    def find(self, number: str) -> Item | None:
        """The item with that number (``3.1.2``), or None."""
        node = self.document.find(number)
        return self.item_of(node) if node else None

    def by_key(self, key: str) -> Item | None:
        """The item of that name in the state file, attached or not, or None."""
        if (node := self._places.node_of.get(key)) is not None:
            return self.any_item(node)
        if (state := self._states.get(key)) is not None:
            return self._make(None, key, state)
        return None

    def role_of(self, node: Node) -> Role | None:
        """The role of a node, corrections counted in."""
        return self._roles.get(node.index, node.role)

    def key_of(self, node: Node) -> str:
        """The name of a node in the state file."""
        return self._places.key(node)

    @cached_property
    def _roles(self) -> dict[int, Role | None]:
        said: dict[int, Role | None] = {}
        for key, node in self._places.node_of.items():
            value = self._states[key].fields.get("role") if key in self._states else None
            if value == "none":
                said[node.index] = None
            elif (role := word_of(Role, value)) is not None:
                said[node.index] = role
        return corrected(self.document, said) if said else {}

    @cached_property
    def _listed(self) -> list[int]:
        listed = {node.index for node in checkable(self.document, self._roles)}
        for key, node in self._places.node_of.items():
            said = self._states[key].fields.get("on_list") if key in self._states else None
            if said is True:
                listed.add(node.index)
            elif said is False:
                listed.discard(node.index)
        return sorted(listed)

    def _span(self, node: Node) -> tuple[int, int]:
        first = bisect_left(self._listed, node.index + 1)
        return first, bisect_left(self._listed, self.document.outline.after[node.index])

    def _count(self, first: int, last: int) -> Progress:
        """Count some of the list; an item that nobody changed is counted without being made."""
        if first >= last:
            return Progress()
        nodes = self.document.nodes
        low, high = self._listed[first], self._listed[last - 1]
        known = [i for i in self._changed[bisect_left(self._changed, low) :] if i <= high]
        changed = count((self.any_item(nodes[i]) for i in known), self._today)
        late = self._late[bisect_left(self._late, low) : bisect_left(self._late, high + 1)]
        return changed._replace(
            total=last - first,
            open=changed.open + last - first - len(known),
            overdue=changed.overdue + len(set(late).difference(known)),
        )

    @cached_property
    def _today(self) -> date:
        return date.today()

    @cached_property
    def _changed(self) -> list[int]:
        """The items that have a state, by node index."""
        return sorted(
            node.index
            for key, node in self._places.node_of.items()
            if key in self._states and self.on_list(node)
        )

    @cached_property
    def _late(self) -> list[int]:
        """The items that are late by the document's own words, by node index."""
        dues = ((index, self._places.due_at(index)) for index in self._listed)
        return [i for i, due in dues if due and due.date and due.date < self._today]

    def _make(self, node: Node | None, key: str | None, state: State | None) -> Item:
        name = partial(str, key or "") if node is None or key else partial(self._places.key, node)
        if node is None:
            at = state.at if state else {}
            number, marker, title = (text_of(at.get(name)) for name in PLACE)
            item = Item(name, None, number, marker, title, None)
        else:
            role, due = self.role_of(node), self._places.due_at(node.index)
            item = Item(
                name,
                node,
                node.number,
                node.marker,
                node.title,
                role,
                owner=self._places.owner_at(node.index),
                due=due.words if due else "",
                due_date=due.date if due else None,
            )
        if state is None:
            return item
        reworded = (
            node is not None
            and bool(state.judged)
            and not same_wording(saved_item(item.key, state.judged), node, self.document)
        )
        return item._replace(**values_of(state), reworded=reworded)


SHARED = {"_roles", "_listed", "_today", "_late"}
"""What stays the same while nothing is put on the list or taken off it."""
DUTY = {"owners", "has_due"}
"""What stays the same, too, while nobody else answers for an item, and by no other day."""
PLACE = ("number", "marker", "title")


def count(items: Iterable[Item], today: date) -> Progress:
    """The progress of some items; late is what was due before ``today``."""
    items = tuple(items)
    counts = Counter(item.status.value for item in items)
    return Progress(len(items), **counts, overdue=sum(item.overdue(today) for item in items))
