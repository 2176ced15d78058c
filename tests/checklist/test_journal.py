"""What a journal promises to the screen and to the commands."""

from __future__ import annotations

import errno
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from checklist import Journal, StateError, Status, memory, sound
from checklist import lock as lock_module
from parser import Document, parse


def test_the_nine_measures_of_the_sample_are_its_checklist(document: Document) -> None:
    assert [item.number for item in Journal(document).checklist.items] == [
        "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.3.1", "3.3.2", "3.4.1", "3.4.2", "3.4.3",
    ]  # fmt: skip


def test_a_document_without_measures_has_its_leaves_on_the_list() -> None:
    document = parse("一、甲\n（一）乙。\n（二）丙。\n二、丁\n")
    assert [item.number for item in Journal(document).checklist.items] == ["1.1", "1.2", "2"]


def test_a_change_counts_at_once_and_is_on_the_disk_after_save(document: Document) -> None:
    journal = Journal(document, author="张三")
    journal.change(journal.checklist.items[0], status="done")
    assert journal.checklist.progress.finished == 1
    assert not journal.path.exists()
    assert journal.pending == 1
    journal.save()
    assert journal.pending == 0
    assert Journal(document).checklist.items[0].status is Status.DONE


def test_what_an_item_has_already_makes_no_event(document: Document) -> None:
    journal = Journal(document)
    assert journal.change(journal.checklist.items[0], status="open", owner="") == ()
    journal.save()
    assert not journal.path.exists()


def test_a_running_journal_sees_what_another_one_saved(document: Document) -> None:
    ours, theirs = Journal(document), Journal(document)
    assert not ours.refresh()
    theirs.change(theirs.checklist.items[3], owner="李四")
    theirs.save()
    assert ours.refresh()
    assert ours.checklist.items[3].owner == "李四"
    assert not ours.refresh()


def test_an_item_that_nobody_changed_is_the_same_after_others_were(document: Document) -> None:
    ours, theirs = Journal(document), Journal(document)
    before = ours.checklist.items
    theirs.change(theirs.checklist.items[3], owner="李四")
    theirs.save()
    ours.refresh()
    same = [old == new for old, new in zip(before, ours.checklist.items, strict=True)]
    assert same == [True] * 3 + [False] + [True] * 5


def test_closing_needs_an_opinion_and_keeps_name_and_day(document: Document) -> None:
    journal = Journal(document, author="王五")
    item = journal.checklist.items[0]
    with pytest.raises(StateError, match="closing needs an opinion"):
        journal.change(item, status="closed")
    journal.change(item, status="closed", opinion="同意销号", closed_on="2026-03-01")
    closed = journal.checklist.items[0]
    assert (closed.status, closed.opinion, closed.closed_by) == ("closed", "同意销号", "王五")
    assert str(closed.closed_on) == "2026-03-01"


def test_reopening_needs_a_reason_that_stays_visible(document: Document) -> None:
    journal = Journal(document)
    journal.change(journal.checklist.items[0], status="closed", opinion="同意")
    with pytest.raises(StateError, match="reopening needs a reason"):
        journal.change(journal.checklist.items[0], status="doing")
    journal.change(journal.checklist.items[0], status="doing", reason="现场未见成效")
    assert journal.checklist.items[0].remarks[0].text == "现场未见成效"
    assert journal.checklist.items[0].opinion == ""


def test_undo_and_redo_work_across_restarts_and_for_each_author_alone(document: Document) -> None:
    for author, owner in (("张三", "甲"), ("李四", "乙")):
        journal = Journal(document, author=author)
        journal.change(journal.checklist.items[0], owner=owner)
        journal.change(journal.checklist.items[1], remark=owner)
        journal.save()
    journal = Journal(document, author="张三")
    journal.undo()
    journal.undo()
    assert journal.undo() == ()
    journal.save()
    journal = Journal(document, author="张三")
    assert journal.checklist.items[0].owner == "乙"
    assert [remark.text for remark in journal.checklist.items[1].remarks] == ["乙"]
    journal.redo()
    journal.redo()
    assert journal.redo() == ()
    assert [remark.text for remark in journal.checklist.items[1].remarks] == ["甲", "乙"]


def test_changes_of_one_step_are_undone_together(document: Document) -> None:
    journal = Journal(document)
    with journal.step():
        for item in journal.checklist.items[:3]:
            journal.change(item, status="done")
    assert len(journal.undo()) == 3
    assert journal.checklist.progress.done == 0


def test_any_node_can_be_put_on_the_list_and_taken_off(document: Document) -> None:
    journal = Journal(document)
    problem = document.roots[0]
    with pytest.raises(StateError, match="not on the checklist"):
        journal.change(problem, status="done")
    journal.change(problem, on_list=True)
    journal.change(problem, status="done")
    journal.change(journal.checklist.items[1], on_list=False)
    assert journal.checklist.progress.total == 9
    assert journal.checklist.item_of(problem).status is Status.DONE


def test_a_corrected_role_is_inherited_and_moves_the_checklist(document: Document) -> None:
    journal = Journal(document)
    journal.change(document.roots[1], role="measure")
    assert len(journal.checklist.items) == 13
    journal.change(document.roots[2], role="none")
    assert len(journal.checklist.items) == 4


def test_an_attached_item_takes_what_was_said_at_its_new_place(document: Document) -> None:
    journal = Journal(document, author="张三")
    first, second = journal.checklist.items[:2]
    journal.change(first, owner="甲")
    journal.change(second, remark="乙")
    journal.attach(journal.checklist.items[0], second.node)
    item = journal.checklist.items[1]
    assert (item.key, item.owner, len(item.remarks)) == (first.key, "甲", 1)


def test_an_unreadable_file_is_set_aside_and_the_last_good_copy_used(document: Document) -> None:
    journal = Journal(document)
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    journal.path.write_bytes(b"foreign")
    journal = Journal(document)
    assert journal.checklist.progress.done == 1
    journal.change(journal.checklist.items[1], status="done")
    journal.save()
    assert Journal(document).checklist.progress.done == 2
    kept = [path for path in journal.path.parent.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in kept] == [b"foreign"]
    told = " ".join(map(str, journal.notices))
    assert "last good copy" in told
    assert kept[0].name in told


def test_owner_and_day_stand_in_the_text_until_somebody_says_otherwise() -> None:
    document = parse("一、整改措施\n1.完善制度（办公室负责，2020年6月底前完成）。\n2.加强学习。\n")
    journal = Journal(document)
    item = journal.checklist.items[0]
    assert (item.owner, str(item.due_date)) == ("办公室", "2020-06-30")
    assert journal.checklist.progress.overdue == 1
    journal.change(item, owner="李四", due="2099-12-31")
    item = journal.checklist.items[0]
    assert (item.owner, item.due, str(item.due_date)) == ("李四", "2099-12-31", "2099-12-31")
    assert journal.checklist.progress.overdue == 0
    journal.change(item, owner=None, due=None)
    assert journal.checklist.items[0].owner == "办公室"
    assert journal.checklist.progress.overdue == 1
    journal.change(journal.checklist.items[0], status="done")
    assert journal.checklist.progress.overdue == 0


def test_progress_below_a_heading_adds_up_to_the_whole(document: Document) -> None:
    journal = Journal(document)
    for number, status in (("3.1.1", "done"), ("3.2.1", "mostly"), ("3.4.3", "ongoing")):
        journal.change(journal.checklist.find(number), status=status)
    journal.change(journal.checklist.find("3.1.2"), status="closed", opinion="同意")
    whole = journal.checklist.progress
    assert (whole.total, whole.finished, whole.open) == (9, 2, 5)
    assert (whole.done, whole.closed, whole.mostly, whole.ongoing) == (1, 1, 1, 1)
    groups = document.roots[2].children
    parts = [journal.checklist.progress_of(node) for node in groups]
    assert [part.total for part in parts] == [2, 2, 2, 3]
    assert sum(part.finished for part in parts) == 2
    assert journal.checklist.progress_of(document.roots[0]).total == 0


def test_a_checklist_knows_which_nodes_one_change_made_others(document: Document) -> None:
    journal = Journal(document)
    changes: list[dict[str, object]] = [
        {"status": "done"}, {"owner": "李四"}, {"due": "2026-12-31"}, {"remark": "办了"},
        {"status": "open"}, {"owner": None},
    ]  # fmt: skip
    for at, change in enumerate(changes * 3):
        before = journal.checklist
        looks = [(before.item_of(n), before.progress_of(n)) for n in document.nodes]
        journal.change(before.items[at % 7], **change)
        after = journal.checklist
        others = {
            node.index
            for node, look in zip(document.nodes, looks, strict=True)
            if (after.item_of(node), after.progress_of(node)) != look
        }
        assert others <= (after.changed_since(before) or set())
        assert after.changed_since(after) == set()
        journal.save()
        read = Journal(document).checklist
        assert [read.item_of(n) for n in document.nodes] == [
            after.item_of(n) for n in document.nodes
        ]
        assert [read.progress_of(n) for n in document.nodes] == [
            after.progress_of(n) for n in document.nodes
        ]


def test_which_nodes_changed_is_not_said_where_more_than_one_event_lies_between(
    document: Document,
) -> None:
    journal = Journal(document)
    before = journal.checklist
    journal.change(before.items[0], status="done")
    journal.change(before.items[1], status="done")
    assert journal.checklist.changed_since(before) is None
    before = journal.checklist
    journal.change(document.nodes[0], on_list=True)
    assert journal.checklist.changed_since(before) is None


def test_the_later_change_wins_when_the_clock_was_set_back(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Journal(document, author="张三")
    stale = Journal(document, author="李四")
    first.change(first.checklist.items[0], owner="甲")
    first.save()
    monkeypatch.setattr(memory, "now", lambda: "2020-01-01T00:00:00.000Z")
    stale.change(stale.checklist.items[0], owner="乙")
    stale.save()
    assert first.refresh()
    assert first.checklist.items[0].owner == "乙"


def test_what_was_not_saved_stays_pending_and_is_retried(document: Document) -> None:
    journal = Journal(document, author="张三")
    journal.change(journal.checklist.items[0], status="done")
    folder = journal.path.parent
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(StateError, match="nothing was saved"):
        journal.save()
    assert journal.pending == 1
    assert journal.checklist.progress.done == 1
    away.rename(folder)
    journal.save()
    assert Journal(document).checklist.progress.done == 1


def test_a_file_that_lost_saved_changes_gets_them_back(document: Document) -> None:
    journal = Journal(document, author="张三")
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    older = journal.path.read_bytes()
    journal.change(journal.checklist.items[1], status="done")
    journal.save()
    journal.path.write_bytes(older)
    journal.refresh()
    assert journal.checklist.progress.done == 2
    assert journal.pending == 1
    assert "put back" in str(journal.notices[-1])
    journal.save()
    assert Journal(document).checklist.progress.done == 2


def test_without_locks_changes_go_to_files_of_their_own_until_somebody_can_lock(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    journals = [Journal(document, author=name) for name in "甲乙丙"]
    for journal in journals[:2]:
        journal.change(journal.checklist.items[0], remark=journal.author)
        with monkeypatch.context() as patch:
            patch.setattr(lock_module, "_take", no_lock)
            journal.save()
    assert len(Journal(document).checklist.items[0].remarks) == 2
    journals[2].change(journals[2].checklist.items[0], remark="丙")
    journals[2].save()
    assert not list(journals[2].path.parent.glob(".*.part"))
    assert len(sound(journals[2].path).lines) == 3
    assert journals[0].refresh()
    assert len(journals[0].checklist.items[0].remarks) == 3


def no_lock(descriptor: int) -> None:
    raise OSError(errno.ENOLCK, "no locks available")


def test_links_and_permissions_survive_and_new_files_are_private(document: Document) -> None:
    journal = Journal(document)
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    state = journal.path
    assert {path.stat().st_mode & 0o777 for path in state.parent.glob("*.gangmu.json*")} == {0o600}
    elsewhere = state.parent / "elsewhere"
    elsewhere.mkdir()
    state.rename(elsewhere / "state.json")
    (elsewhere / "state.json").chmod(0o664)
    state.symlink_to(Path("elsewhere") / "state.json")
    journal = Journal(document)
    journal.change(journal.checklist.items[1], status="done")
    journal.save()
    assert state.is_symlink()
    assert (elsewhere / "state.json").stat().st_mode & 0o777 == 0o664
    assert Journal(document).checklist.progress.done == 2


def test_a_copy_in_conflict_is_offered_and_merged(document: Document) -> None:
    journal = Journal(document, author="甲")
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    conflict = journal.path.with_name("报告.txt.gangmu.sync-conflict-20260301-ABC.json")
    shutil.copy(journal.path, conflict)
    assert Journal(document).notices == []
    other = Journal(document, state=conflict, author="乙")
    other.change(other.checklist.items[1], status="done")
    other.save()
    journal = Journal(document)
    assert "not here (1)" in str(journal.notices[0])
    assert journal.merge([conflict]) == 1
    journal.save()
    assert Journal(document).notices == []


def test_one_thread_may_change_while_another_saves(document: Document) -> None:
    journal = Journal(document, author="甲")
    stop = Event()

    def keep_saving() -> None:
        while not stop.is_set():
            journal.save()
            journal.refresh()

    with ThreadPoolExecutor(1) as pool:
        worker = pool.submit(keep_saving)
        for number in range(200):
            journal.change(journal.checklist.items[number % 9], remark=str(number))
        stop.set()
        worker.result()
    journal.save()
    said = [remark.text for item in Journal(document).checklist.items for remark in item.remarks]
    assert sorted(said, key=int) == [str(number) for number in range(200)]


def test_what_is_pending_goes_over_to_the_journal_of_the_document_read_again(
    document: Document,
) -> None:
    old, new = Journal(document, author="甲"), Journal(document, author="甲")
    old.change(old.checklist.items[0], status="done")
    new.take_over(old)
    assert new.pending == 1
    assert new.checklist.progress.done == 1
    old.save()
    new.save()
    new.take_over(old)
    assert new.pending == 0
    assert len(sound(new.path).lines) == 1


def test_a_damaged_part_is_left_alone(document: Document) -> None:
    journal = Journal(document)
    part = journal.path.with_name(".报告.txt.gangmu.json.0123abcd.part")
    part.write_bytes(b"{")
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    assert part.read_bytes() == b"{"


def test_whoever_waits_too_long_for_the_lock_is_told_and_nothing_is_lost(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(document)
    journal.change(journal.checklist.items[0], status="done")
    monkeypatch.setattr(lock_module, "PATIENCE", 0.05)
    with lock_module.lock(journal.path.with_name(f".{journal.path.name}.lock"), None) as held:
        assert held
        with pytest.raises(StateError, match="another program keeps it locked"):
            journal.save()
    assert journal.pending == 1
    journal.save()
    assert Journal(document).checklist.progress.done == 1
