"""What people do to a state file, each as one saved change, and how to tell whether it is there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from checklist import Journal, Status, carry
from parser import Document, load

SEED = Path(__file__).parents[3] / "seeds" / "县委巡察办领导班子对照检查材料.txt"
NAME = "报告.txt"
OTHER = "另一份.json"
State = list[tuple[object, ...]]
Deed = Callable[[Journal, Path], object]


def tick(journal: Journal, _: Path) -> object:
    return journal.change(journal.checklist.items[0], status="done")


def untick(journal: Journal, _: Path) -> object:
    return journal.change(journal.checklist.items[3], status="open")


def fill_in(journal: Journal, _: Path) -> object:
    item = journal.checklist.items[1]
    return journal.change(item, owner="李四", due="2027-01-31", result="已完成", evidence=["a.pdf"])


def close(journal: Journal, _: Path) -> object:
    return journal.change(journal.checklist.items[3], status="closed", opinion="同意销号")


def reopen(journal: Journal, _: Path) -> object:
    return journal.change(journal.checklist.items[4], status="doing", reason="未见成效")


def remark(journal: Journal, _: Path) -> object:
    return journal.change(journal.checklist.items[1], remark="一条备注" * 300)


def undo(journal: Journal, _: Path) -> object:
    return journal.undo()


def redo(journal: Journal, _: Path) -> object:
    return journal.redo()


def merge(journal: Journal, folder: Path) -> object:
    return journal.merge([folder / OTHER])


def carry_over(journal: Journal, folder: Path) -> object:
    return carry(folder / OTHER, journal)


def attach(journal: Journal, _: Path) -> object:
    items = journal.checklist.items
    return journal.attach(items[3], items[8].node)


DEEDS: dict[str, Deed] = {
    "tick": tick,
    "untick": untick,
    "set": fill_in,
    "close": close,
    "reopen": reopen,
    "remark": remark,
    "undo": undo,
    "redo": redo,
    "merge": merge,
    "carry": carry_over,
    "attach": attach,
}


def prepare(folder: Path) -> None:
    """A report with some history, and another state file to merge."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SEED, folder / NAME)
    document = load(folder / NAME)
    journal = Journal(document, author="张三")
    for item in journal.checklist.items[3:6]:
        journal.change(item, status="done")
    journal.change(journal.checklist.items[4], status="closed", opinion="同意")
    journal.change(journal.checklist.items[5], remark="撤销过")
    journal.undo()
    journal.save()
    other = Journal(document, state=folder / OTHER, author="李四")
    other.change(other.checklist.items[6], status="done", remark="另一份")
    other.save()
    for path in folder.glob(f".{OTHER}.*"):
        path.unlink()


def opened(folder: Path) -> Document:
    """The report in a prepared folder."""
    return load(folder / NAME)


def state_of(journal: Journal) -> State:
    """All that a person sees of the items."""
    return [
        (item.key, item.number, item.status, item.owner, item.due, item.result, item.evidence,
         item.opinion, tuple(remark.text for remark in item.remarks))
        for item in (*journal.checklist.items, *journal.checklist.unattached)
    ]  # fmt: skip


def expected(folder: Path, deed: str) -> tuple[State, State]:
    """The state before and after a deed, when nothing goes wrong."""
    journal = Journal(opened(folder), author="张三")
    before = state_of(journal)
    DEEDS[deed](journal, folder)
    after = state_of(journal)
    assert before != after, deed
    return before, after


def goes_on(folder: Path) -> None:
    """Whoever comes next can read, change and save, and leaves no rubbish behind."""
    journal = Journal(opened(folder), author="王五")
    before = [item.status for item in journal.checklist.items]
    wanted = Status.ONGOING if before[7] is not Status.ONGOING else Status.MOSTLY
    journal.change(journal.checklist.items[7], status=wanted)
    journal.save()
    after = [item.status for item in Journal(opened(folder)).checklist.items]
    assert after == [*before[:7], wanted, *before[8:]]
    assert not [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
