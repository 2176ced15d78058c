"""The rows of a ledger: one for each item, with what stands above it in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from checklist.checklist import Checklist
from checklist.item import Item
from checklist.status import Status
from parser import Document, Node, Role


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ledger."""

    position: int
    """From 1, in the ledger."""
    item: Item
    group: str
    """The heading that the item stands under, marker and title; empty at the top."""
    problem: str
    """The text of the problem that it stands under; empty where the document names none there."""
    text: str
    """The item's whole text, one paragraph per line."""
    today: date

    @property
    def late(self) -> bool:
        """Whether its day is past and it is not finished."""
        return self.item.overdue(self.today)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items go into the ledger; what is not asked for is not looked at."""

    statuses: frozenset[Status] = frozenset()
    owner: str = ""
    """Part of the owner's name."""
    late: bool = False
    under: str = ""
    """Number of a node: only what stands at it or below it."""

    def takes(self, item: Item, today: date) -> bool:
        """Whether the item is selected."""
        below = f"{item.number}.".startswith(f"{self.under}.") if self.under else True
        return (
            below
            and (not self.statuses or item.status in self.statuses)
            and self.owner in item.owner
            and (not self.late or item.overdue(today))
        )


EVERYTHING = Selection()


def rows_of(
    checklist: Checklist, *, selection: Selection = EVERYTHING, today: date
) -> tuple[Row, ...]:
    """The selected items as rows, in document order; those without a place come last."""
    above = headings_above(checklist)
    rows: list[Row] = []
    for item in (*checklist.items, *checklist.unattached):
        if not selection.takes(item, today):
            continue
        if item.node is None:
            text = one_line(f"{item.marker}{item.title}")
            rows.append(Row(len(rows) + 1, item, "", "", text, today))
            continue
        group, problem = above(item.node)
        text = own_text(checklist.document, item.node)
        rows.append(Row(len(rows) + 1, item, group, problem, text, today))
    return tuple(rows)


def headings_above(checklist: Checklist) -> Callable[[Node], tuple[str, str]]:
    """A function that tells the heading above a node, and the problem that it belongs to."""
    nodes = checklist.document.nodes
    known: dict[int, tuple[str, str]] = {-1: ("", "")}

    def of(parent: int) -> tuple[str, str]:
        if parent not in known:
            node = nodes[parent]
            problem = of(node.parent)[1]
            if checklist.role_of(node) is Role.PROBLEM and node.depth > 1:
                problem = own_text(checklist.document, node)
            known[parent] = (label(node), problem)
        return known[parent]

    def above(node: Node) -> tuple[str, str]:
        return of(node.parent)

    return above


def label(node: Node) -> str:
    """Marker and title of a node, as written."""
    return one_line(node.text[node.start : node.title_end])


def own_text(document: Document, node: Node) -> str:
    """What a node says itself, one paragraph per line, without what stands below it."""
    return "\n".join(
        "".join(document.text[start:end] for start, end in spans)
        for spans in document.paragraphs(node)
    )


def one_line(text: str) -> str:
    """The text without its line breaks and indents."""
    return "".join(line.strip() for line in text.split("\n")) if "\n" in text else text.strip()


def groups_of(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """The rows by the heading that they stand under, in the order of the ledger."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return list(groups.items())
