"""Which items the checklist mode shows, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checklist import Checklist, Item, Status
from tui.language import N_, _
from tui.words import status_name


class Which(StrEnum):
    """A kind of filter."""

    ALL = "all"
    OPEN = "open"
    """Neither done nor closed."""
    LATE = "late"
    SOON = "soon"
    """Due within seven days, and not late yet."""
    MINE = "mine"
    """Whose owner is the one at the keyboard."""
    OWNER = "owner"
    STATE = "state"


class Order(StrEnum):
    """What the items are sorted by."""

    PLACE = "place"
    DUE = "due"
    OWNER = "owner"


NAMES = {
    Which.ALL: N_("all"),
    Which.OPEN: N_("unfinished"),
    Which.LATE: N_("late"),
    Which.SOON: N_("due within 7 days"),
    Which.MINE: N_("mine"),
}
ORDERS = {
    Order.PLACE: N_("by place"),
    Order.DUE: N_("by due date"),
    Order.OWNER: N_("by owner"),
}
NO_DAY = date.max
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown, in which order."""

    which: Which = Which.ALL
    value: str = ""
    """The owner or the state, where one is chosen."""
    order: Order = Order.PLACE

    @property
    def plain(self) -> bool:
        """Whether it shows everything as it stands in the document."""
        return self.which is Which.ALL and self.order is Order.PLACE

    def kept(self) -> dict[str, str]:
        """Plain values, to be kept for the next start."""
        return {"which": self.which, "value": self.value, "order": self.order}

    @classmethod
    def restored(cls, kept: object) -> Filter:
        """The filter that was kept; the plain one where that is unsound."""
        try:
            assert isinstance(kept, dict)
            which, value = Which(kept["which"]), str(kept["value"])
            value = Status(value) if which is Which.STATE else value
            return cls(which, value, Order(kept["order"]))
        except (AssertionError, KeyError, ValueError):
            return cls()

    def name(self) -> str:
        """What the header says of it; nothing when it is plain."""
        how = "" if self.order is Order.PLACE else _(ORDERS[self.order])
        return how if self.which is Which.ALL else f"{self._what()} {how}".strip()

    def _what(self) -> str:
        match self.which:
            case Which.OWNER:
                return self.value or _("without owner")
            case Which.STATE:
                return status_name(self.value)
            case _:
                return _(NAMES[self.which])

    def chosen(self, items: Iterable[Item], today: date, me: str) -> list[Item]:
        """The items that it shows, in its order; ``me`` signs what is mine."""
        return self.sorted([item for item in items if self.shows(item, today, me)])

    def sorted(self, items: list[Item]) -> list[Item]:
        """The items in its order; what is finished or has no day comes after what is urgent."""
        if self.order is Order.DUE:
            items.sort(key=urgency)
        elif self.order is Order.OWNER:
            items.sort(key=lambda item: (not item.owner, item.owner, *urgency(item)))
        return items

    def rows(
        self, checklist: Checklist, today: date, me: str, keep: Collection[int] = ()
    ) -> list[int]:
        """The nodes of the items that it shows, by index, in its order; and those to keep."""
        shown = [
            item
            for item in checklist.items
            if item.node is not None and (item.node.index in keep or self.shows(item, today, me))
        ]
        return [item.node.index for item in self.sorted(shown) if item.node is not None]

    def shows(self, item: Item, today: date, me: str) -> bool:
        """Whether the item is among them."""
        left = item.days_left(today)
        match self.which:
            case Which.OPEN:
                return item.status not in {Status.DONE, Status.CLOSED}
            case Which.LATE:
                return item.overdue(today)
            case Which.SOON:
                return item.status.unfinished and left is not None and 0 <= left <= SOON_DAYS
            case Which.MINE:
                return bool(me) and me in item.owner
            case Which.OWNER:
                return item.owner == self.value
            case Which.STATE:
                return item.status == self.value
            case _:
                return True


def urgency(item: Item) -> tuple[bool, date]:
    """What is late and unfinished first, then by day."""
    return not item.status.unfinished, item.due_date or NO_DAY


def owners(items: Sequence[Item]) -> list[tuple[str, int]]:
    """Every owner with the number of items, most first; nobody as an empty name, last."""
    counts: dict[str, int] = {}
    for item in items:
        counts[item.owner] = counts.get(item.owner, 0) + 1
    return sorted(counts.items(), key=lambda row: (not row[0], -row[1], row[0]))
