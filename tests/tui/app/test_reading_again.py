"""The document is edited, damaged or taken away while it is open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checklist import Journal, StateError, Status
from parser import Document, load, parse
from tests.tui.app.conftest import TEXT
from tests.tui.app.screen import lines, seen, write
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]
TO_FIRST_ITEM = ("c", "down", "down")
FIRST = "一是每周学习一次。\n"


def edit(document: Document, old: str, new: str) -> Path:
    path = Path(document.path or "")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return path


async def looked(app: GangmuApp) -> None:
    """Two looks at the disk: a file that is still being written is not read."""
    for _ in range(2):
        await app._look_at_document()


@pytest.mark.parametrize("keys", [("G",), ("c", "G")])
async def test_an_edited_document_is_read_again_and_place_and_view_are_kept(
    opened: Opened, document: Document, keys: tuple[str, ...]
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys)
        mode = app.panels.mode
        edit(document, "学习不够", "读书太少")
        edit(document, "每周学习", "每天学习")
        await looked(app)
        await pilot.pause()
        assert "已重新读入" in lines(app)[-1]
        assert "每天学习一次" in seen(app)
        assert ("读书太少" in "".join(lines(app)[1:-1])) is (mode == "read")
        assert app.panels.mode == mode
        node = app.document.nodes[app.panels.cursor]
        assert node.title.startswith("巡察后回访")
        assert app.outline.entries[app.outline.current] == node.parent


async def test_the_outline_shows_the_headings_that_the_document_has_now(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        painted = []
        app.outline.refresh = lambda *regions, **_: painted.append(regions)
        edit(document, "二、整改措施", "二、改进办法")
        await looked(app)
        assert () in painted, "all of it has to be painted, for its lines are as many as before"
        await pilot.pause()
        width = app.outline.region.width
        shown = [line[:width].split() for line in lines(app)[1:-1]]
        assert [words[0] for words in shown if words][1:3] == ["一、主要问题", "二、改进办法"]


async def test_what_is_typed_while_its_item_is_cut_out_never_lands_on_another(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "e")
        await write(pilot, "李四")
        path = edit(document, FIRST, "")
        await looked(app)
        await pilot.pause()
        assert "关闭当前窗口后重新读入" in seen(app)
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await looked(app)
        await pilot.pause()
        assert "0/3" in lines(app)[0]
    checklist = Journal(load(path)).checklist
    assert [item.owner for item in checklist.items] == ["", "", ""]
    assert [(item.title, item.owner) for item in checklist.unattached] == [("每周学习一次", "李四")]


async def test_the_projector_stays_as_it_is_until_it_is_left(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("p", "n")
        edit(document, FIRST, "")
        await looked(app)
        await pilot.press("space", "escape")
        await app.workers.wait_for_complete()
        await looked(app)
        assert [item.status for item in app.checklist.items] == [
            *(Status.OPEN, Status.DONE, Status.OPEN)
        ]


async def test_a_document_that_is_gone_is_said_to_be_gone(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        Path(document.path or "").unlink()
        await looked(app)
        await pilot.pause()
        assert "原文件已不在原处" in lines(app)[-1]
        Path(document.path or "").write_text(TEXT.replace("学习不够", "读书太少"), "utf-8")
        await looked(app)
        await pilot.pause()
        assert "读书太少" in seen(app)


async def test_a_state_file_that_is_damaged_meanwhile_is_told_at_once(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space")
        await app.workers.wait_for_complete()
        app.journal.path.write_text("{", "utf-8")
        await app._look_at_state()
        await pilot.pause()
        assert "已改用最近一份完好的副本" in lines(app)[-1]
        assert "1/4" in lines(app)[0]


def test_an_entry_of_another_text_is_refused(document: Document) -> None:
    journal = Journal(document)
    other = parse(TEXT.replace(FIRST, ""))
    node = Journal(other, state=Path("-")).checklist.items[0].node
    with pytest.raises(StateError, match="choose the entry anew"):
        journal.change(node, status=Status.DONE)


async def test_items_that_lost_their_place_are_told_when_the_text_is_read_again_and_at_the_start(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space")
        await app.saver.now()
        edit(document, FIRST, "")
        await looked(app)
        assert "1 项在文件中已找不到位置" in lines(app)[-1]
    again = load(document.path or "")
    later = GangmuApp(again, Journal(again, author="张三"))
    async with later.run_test(size=(100, 30)):
        assert "1 项在文件中已找不到位置" in lines(later)[-1]


async def test_what_only_hits_or_a_search_opened_is_folded_by_its_own_words_after_an_edit(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab", "/")
        await write(pilot, "不够")
        await pilot.press("enter", "&")
        edit(document, "一、主要问题", "零、概况\n一、主要问题")
        await looked(app)
        await pilot.press("escape", "n")
        folded = {app.document.nodes[row].title for row in app.panels.rows.folded}
        assert "整改措施" in folded
        edit(document, "二、整改措施", "")
        await looked(app)
        await pilot.press("/")
        await write(pilot, "巡察")
        path = Path(document.path or "")
        path.write_text("一、巡察\n", "utf-8")
        await looked(app)
        await pilot.press("enter", "n", "n", "escape")
        assert app.is_running


async def test_a_text_without_any_entry_is_read_and_watched(tmp_path: Path) -> None:
    path = tmp_path / "散文.txt"
    path.write_text("只是一段话，没有编号。\n", "utf-8")
    plain = load(path)
    app = GangmuApp(plain, Journal(plain, author="张三"))
    async with app.run_test(size=(80, 24)) as pilot:
        await app._look()
        await pilot.press("down", "space", "c", "n", "/", "段", "enter", "escape")
        assert app.is_running
