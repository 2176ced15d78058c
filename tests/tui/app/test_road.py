"""The road: open, search, tick, quit, open again."""

from collections.abc import Callable

import pytest

from checklist import Journal, Status
from parser import Document
from tests.tui.app.screen import lines, seen, write
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]


async def test_the_first_screen_shows_title_outline_text_progress_and_keys(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)):
        rows = lines(app)
        assert "某办公室整改方案" in rows[0] or "报告" in rows[0]
        assert "0/4" in rows[0]
        assert "0%" in rows[0]
        assert "大纲" in rows[1]
        assert "一、主要问题" in seen(app)
        assert "搜索" in rows[-1]
        assert "帮助" in rows[-1]


async def test_a_hit_that_was_searched_for_is_ticked_by_space_at_once(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("/")
        await write(pilot, "回访")
        assert "1/1" in seen(app)
        await pilot.press("enter", "space")
        await app.workers.wait_for_complete()
        assert "1/4" in lines(app)[0]
        assert "已保存" in lines(app)[-1]
    again = Journal(document)
    assert [item.status for item in again.checklist.items][-1] is Status.DONE


async def test_document_text_is_never_taken_for_markup(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        assert "见[/]附件完成[x]" in seen(app)
        await pilot.press("/")
        await write(pilot, "[x]")
        await pilot.press("enter", "e")
        assert "见[/]附件完成[x]" in seen(app)
        await pilot.press("escape", "r")
        assert "见[/]附件完成[x]" in seen(app)


async def test_where_the_user_was_is_restored_at_the_next_start(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "t", "down", "down")
        row = app.panels.cursor
        await pilot.press("q")
    again = opened()
    async with again.run_test(size=(100, 30)):
        assert (again.panels.mode, again.panels.cursor, again.theme) == ("checklist", row, "dark")


@pytest.mark.parametrize("key", ["／", "、", "？", "　", "ｃ"])
async def test_keys_work_while_an_input_method_is_on(opened: Opened, key: str) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        before = seen(app)
        await pilot.press(key if key != "　" else "ideographic_space")
        assert seen(app) != before


async def test_no_letter_fires_a_command_while_a_word_is_typed(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("/")
        await write(pilot, "jqxcuspt?ｑ　")
        assert app.bar is not None
        assert app.bar.line.value == "jqxcuspt?ｑ　"
        assert app.panels.mode == "read"


async def test_space_on_a_heading_says_where_its_items_are(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "G", "space")
        assert "其下有 4 项" in lines(app)[-1]
