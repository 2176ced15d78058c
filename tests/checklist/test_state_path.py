"""Where the state of a document lies, and that no earlier place of it is forgotten."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from checklist import Journal, StateError, Status, state_path
from parser import Document, load

TEXT = "一、整改措施\n一是加强学习教育。\n二是改进工作作风。\n三是健全规章制度。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report in it; the data directory is another one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    (tmp_path / "共享").mkdir()
    (tmp_path / "共享" / "报告.txt").write_text(TEXT, "utf-8")
    return tmp_path / "共享"


def read_only(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the folder look like one that the user may only read; root may write everywhere."""
    access = os.access
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != folder and access(path, mode))


def tick(document: Document, number: str) -> Journal:
    journal = Journal(document, author="张三")
    item = journal.checklist.find(number)
    assert item
    journal.change(item, status=Status.DONE)
    journal.save()
    return journal


def done(document: Document) -> list[str]:
    items = Journal(document).checklist.items
    return [item.number for item in items if item.status is Status.DONE]


def test_the_state_lies_beside_the_document(folder: Path) -> None:
    document = load(folder / "报告.txt")
    assert state_path(document) == folder / "报告.txt.gangmu.json"
    assert state_path(document, "x.json") == Path("x.json")


def test_ticks_from_when_the_folder_was_read_only_are_still_there_when_it_is_not(
    folder: Path,
) -> None:
    document = load(folder / "报告.txt")
    with pytest.MonkeyPatch.context() as patch:
        read_only(patch, folder)
        assert tick(document, "1.1").path.parent == folder.parent / "data" / "gangmu"
    assert done(document) == ["1.1"]
    tick(document, "1.2")
    assert done(document) == ["1.1", "1.2"]
    assert [path.name for path in folder.iterdir()] == ["报告.txt"]


def test_ticks_of_a_reader_and_of_a_colleague_who_may_write_are_offered_for_union(
    folder: Path,
) -> None:
    document = load(folder / "报告.txt")
    with pytest.MonkeyPatch.context() as patch:
        read_only(patch, folder)
        away = tick(document, "1.1").path
    shutil.move(away, away.with_suffix(".kept"))
    tick(document, "1.2")
    shutil.move(away.with_suffix(".kept"), away)
    journal = Journal(document)
    assert journal.path.parent == folder
    assert [str(away) in str(notice) for notice in journal.notices] == [True]
    assert journal.merge(journal.conflicts) == 1
    journal.save()
    assert done(document) == ["1.1", "1.2"]
    assert Journal(document).notices == []
    with pytest.MonkeyPatch.context() as patch:
        read_only(patch, folder)
        journal = Journal(document)
        assert journal.path == away
        assert [str(folder) in str(notice) for notice in journal.notices] == [True]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_to_the_document_has_the_state_of_the_document(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "桌面.txt"
    link.symlink_to(folder / "报告.txt")
    tick(load(link), "1.1")
    assert done(load(folder / "报告.txt")) == ["1.1"]
    assert not (tmp_path / "桌面.txt.gangmu.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_state_beside_a_link_stays_in_use(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "桌面.txt"
    shutil.copy(folder / "报告.txt", link)
    tick(load(link), "1.1")
    link.unlink()
    link.symlink_to(folder / "报告.txt")
    assert done(load(link)) == ["1.1"]
    assert done(load(folder / "报告.txt")) == []


def test_a_renamed_document_is_offered_the_ticks_of_its_old_name(folder: Path) -> None:
    tick(load(folder / "报告.txt"), "1.1")
    (folder / "报告.txt").rename(folder / "报告（定稿）.txt")
    (folder / "别的.txt").write_text("一、措施\n一是修路。\n二是架桥。\n", "utf-8")
    assert Journal(load(folder / "别的.txt")).notices == []
    document = load(folder / "报告（定稿）.txt")
    journal = Journal(document)
    assert ["报告.txt.gangmu.json" in str(notice) for notice in journal.notices] == [True]
    journal.merge(journal.conflicts)
    journal.save()
    assert done(document) == ["1.1"]
    assert Journal(document).notices == []


def test_what_would_be_too_large_to_read_again_is_not_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = load(folder / "报告.txt")
    journal = tick(document, "1.1")
    before = journal.path.read_bytes()
    monkeypatch.setattr("checklist.disk.LARGEST", len(before) + 1_000)
    item = journal.checklist.items[1]
    journal.change(item, remark="长" * 1_000)
    with pytest.raises(StateError, match="nothing was saved"):
        journal.save()
    assert journal.pending == 1
    assert journal.path.read_bytes() == before
    assert done(document) == ["1.1"]
