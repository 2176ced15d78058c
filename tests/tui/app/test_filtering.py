"""Which items the checklist shows, and in which order."""

from datetime import date

import pytest

from checklist import Item, Status
from tui import language
from tui.filtering import Filter, Order, Which, owners

TODAY = date(2026, 3, 1)


def item(key: str, status: Status = Status.OPEN, owner: str = "", due: str = "") -> Item:
    """An item of that name."""
    day = date.fromisoformat(due) if due else None
    return Item(lambda: key, None, key, "", key, None, status, owner, due, day)


ITEMS = [
    item("a", Status.DONE, "张三", "2026-02-01"),
    item("b", Status.DOING, "李四", "2026-02-28"),
    item("c", Status.OPEN, "张三、王五", "2026-03-08"),
    item("d", Status.MOSTLY, "", "2026-03-09"),
    item("e", Status.CLOSED),
    item("f", Status.ONGOING),
]


@pytest.mark.parametrize(
    ("which", "value", "shown"),
    [
        (Which.ALL, "", "abcdef"),
        (Which.OPEN, "", "bcdf"),
        (Which.LATE, "", "b"),
        (Which.SOON, "", "c"),
        (Which.MINE, "", "ac"),
        (Which.OWNER, "李四", "b"),
        (Which.OWNER, "", "def"),
        (Which.STATE, "closed", "e"),
    ],
)
def test_a_filter_shows_what_its_name_says(which: Which, value: str, shown: str) -> None:
    found = Filter(which, value).chosen(ITEMS, TODAY, "张三")
    assert "".join(one.number for one in found) == shown


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        (Filter(), ""),
        (Filter(order=Order.DUE), "by due date"),
        (Filter(Which.LATE), "late"),
        (Filter(Which.OWNER, "李四"), "李四"),
        (Filter(Which.OWNER, "", Order.OWNER), "without owner by owner"),
        (Filter(Which.STATE, "closed"), "closed"),
    ],
)
def test_the_header_says_what_a_filter_shows(chosen: Filter, name: str) -> None:
    language.choose("en")
    assert chosen.name() == name
    assert Filter.restored(chosen.kept()) == chosen


def test_a_kept_filter_that_is_none_shows_everything() -> None:
    assert Filter.restored({"which": "state", "value": "李四", "order": "place"}) == Filter()


def test_items_sort_by_due_date_the_unfinished_first_those_without_a_day_last() -> None:
    found = Filter(order=Order.DUE).chosen(reversed(ITEMS), TODAY, "")
    assert "".join(one.number for one in found) == "bcdafe"


def test_items_sort_by_owner_with_those_without_one_last() -> None:
    found = Filter(order=Order.OWNER).chosen(ITEMS, TODAY, "")
    assert [one.owner for one in found] == ["张三", "张三、王五", "李四", "", "", ""]


def test_owners_are_listed_by_how_much_they_have_to_do() -> None:
    assert owners(ITEMS)[-1] == ("", 3)


@pytest.mark.parametrize("kept", [None, 3, {}, {"which": "?", "value": "", "order": "place"}])
def test_an_unsound_kept_filter_is_the_plain_one(kept: object) -> None:
    assert Filter.restored(kept).plain


def test_a_kept_filter_comes_back() -> None:
    one = Filter(Which.OWNER, "李四", Order.DUE)
    assert Filter.restored(one.kept()) == one
