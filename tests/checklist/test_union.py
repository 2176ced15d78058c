"""Joining state files: nothing is lost, and the order does not matter."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklist import Journal
from checklist.fold import fold
from checklist.log import Log, join, union
from parser import Document, load

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUE = st.one_of(st.none(), st.booleans(), TEXT, st.lists(TEXT, max_size=2))
LINE = st.builds(
    lambda number, count, second, author, item, fields: {
        "id": f"e{number}",
        "count": count,
        "time": f"2026-03-01T01:30:{second:02}.000Z",
        "author": author,
        "item": item,
        "set": fields,
    },
    st.integers(0, 30),
    st.integers(0, 8),
    st.integers(0, 5),
    TEXT,
    st.sampled_from("abc"),
    st.dictionaries(st.sampled_from(["status", "owner", "remark", "mood"]), VALUE, max_size=3),
)
LOG = st.builds(
    lambda lines, extra: Log(union((), lines), extra),
    st.lists(LINE, max_size=12),
    st.dictionaries(st.sampled_from(["x", "y"]), VALUE, max_size=2),
)


QUICK = settings(max_examples=40, deadline=None)


def both(one: Log, other: Log) -> bytes:
    return one.plus(other.lines, other.extra).data()


@QUICK
@given(LOG)
def test_union_with_itself_changes_nothing(log: Log) -> None:
    assert both(log, log) == both(log, Log()) == both(Log(), log)


@QUICK
@given(LOG, LOG)
def test_union_is_the_same_whichever_file_is_first(one: Log, other: Log) -> None:
    assert both(one, other) == both(other, one)


@QUICK
@given(LOG, LOG, LOG)
def test_union_is_the_same_however_files_are_grouped(one: Log, two: Log, three: Log) -> None:
    left = Log.read(both(one, two)).plus(three.lines, three.extra)
    right = one.plus((rest := Log.read(both(two, three))).lines, rest.extra)
    assert left.data() == right.data()


@QUICK
@given(LOG)
def test_what_is_written_is_read_back_to_the_byte(log: Log) -> None:
    data = log.data()
    assert Log.read(data).data() == data
    assert Log.read(data).lines == log.lines


@QUICK
@given(LOG, LOG)
def test_appending_gives_the_bytes_of_encoding_anew(one: Log, other: Log) -> None:
    read = Log.read(one.data())
    assert read.plus(other.lines).data() == Log(union(one.lines, other.lines), one.extra).data()


@QUICK
@given(st.lists(LINE, max_size=12), st.randoms())
def test_the_latest_event_wins_whatever_the_order_of_arrival(
    lines: list[dict[str, object]], chance: random.Random
) -> None:
    lines = union((), lines)
    shuffled = list(lines)
    chance.shuffle(shuffled)
    assert fold(union((), shuffled)) == fold(lines)
    state = fold(lines)
    for name, value in state.fields.items():
        last = [line for line in lines if name in line["set"]][-1]
        assert last["set"][name] == value


def test_unknown_fields_that_differ_are_joined_alike_from_both_sides() -> None:
    assert join({"a": 1, "b": "x"}, {"b": "y"}) == join({"b": "y"}, {"b": "x", "a": 1})


@pytest.mark.parametrize("edits", [1_000, pytest.param(20_000, marks=pytest.mark.slow)])
def test_two_copies_edited_apart_lose_nothing(
    document: Document, tmp_path: Path, edits: int
) -> None:
    """Each edit is compared with a plain model in which the later of two edits of a field wins."""
    folder = tmp_path / "copy"
    folder.mkdir()
    shutil.copy(document.path, folder)
    journals = [Journal(document, author="甲"), Journal(load(folder / "报告.txt"), author="乙")]
    chance = random.Random(4)
    remarks: list[str] = []
    model: dict[tuple[int, str], tuple[int, str, str, object]] = {}
    for number in range(edits):
        journal = chance.choice(journals)
        at = chance.randrange(9)
        name = chance.choice(["owner", "result", "remark", "status"])
        value = chance.choice(["doing", "done"]) if name == "status" else f"第{number}次"
        events = journal.change(journal.checklist.items[at], **{name: value})
        if name == "remark":
            remarks.append(value)
        for event in events:
            key = (event.count, event.time.isoformat(), event.id, value)
            model[at, name] = max(model.get((at, name), key), key)
        if chance.random() < 40 / edits:
            for each in journals:
                each.save()
            meet(*journals)
    for each in journals:
        each.save()
    meet(*journals)
    for journal in journals:
        items = journal.checklist.items
        said = [remark.text for item in items for remark in item.remarks]
        assert sorted(said) == sorted(remarks)
        wrong = [
            (at, name)
            for (at, name), (*_, value) in model.items()
            if name != "remark" and getattr(items[at], name) != value
        ]
        assert wrong == []
    assert journals[0].path.read_bytes() == journals[1].path.read_bytes()


def meet(one: Journal, other: Journal) -> None:
    """Each takes in what the other has saved."""
    one.merge([other.path])
    other.merge([one.path])
    one.save()
    other.save()
    assert one.path.read_bytes() == other.path.read_bytes()
