"""Sheets: what is typed is neither lost nor put in the place of what a colleague wrote."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input, TextArea

from checklist import Journal
from parser import Document, parse
from tests.tui.app.screen import seen
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]


async def test_ctrl_q_asks_before_it_throws_away_what_was_typed(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "r", "x", "ctrl+q")
        assert "放弃" in seen(app)
        await pilot.press("escape")
        assert "x" in app.screen.query_one("#text", TextArea).text


async def test_what_a_colleague_wrote_meanwhile_is_shown_before_it_is_overwritten(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "e")
        result = app.screen.query_one("#result", TextArea)
        result.text = "已召开动员会。"
        other = Journal(document, author="李书记")
        item = other.checklist.items[0]
        other.change(item, result="李书记补充。", owner="李四")
        other.save()
        await pilot.press("ctrl+s")
        assert "李书记补充。" in seen(app)
        assert app.checklist.items[0].result == "李书记补充。"
        await pilot.press("ctrl+s")
        assert app.checklist.items[0].result == "已召开动员会。"
        assert app.checklist.items[0].owner == "李四"


async def test_more_is_written_behind_what_stands_there(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        app.journal.change(app.checklist.items[0], result="已学习。")
        await pilot.press("c", "down", "down", "e")
        result = app.screen.query_one("#result", TextArea)
        result.focus()
        await pilot.press("x")
        assert result.text == "已学习。x"


async def test_an_item_is_not_closed_on_a_day_to_come(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "v")
        app.screen.query_one("#on", Input).value = "2999-01-01"
        await pilot.press("enter")
        assert "日期晚于今天" in seen(app)
        assert app.checklist.items[0].status == "open"


async def test_a_day_that_there_is_not_is_said_to_be_none(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "e")
        app.screen.query_one("#due", Input).value = "2026-02-30"
        await pilot.pause()
        assert "没有这一天" in seen(app)


async def test_the_outline_and_pages_know_full_width_keys(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "o", "ｊ")
        assert app.outline.has_focus
        assert app.outline.current == 1
        await pilot.press("Ｇ")
        assert app.outline.current == len(app.outline.entries) - 1
        await pilot.press("ｌ", "i", "ｑ")
        assert len(app.screen_stack) == 1


async def test_a_page_is_left_by_mouse(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.click("#cancel")
        assert len(app.screen_stack) == 1


async def test_an_export_asks_before_it_loses_a_path_and_stays_where_it_cannot_be_written(
    opened: Opened, tmp_path: Path
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        line = app.screen.query_one("#path", Input)
        line.value = str(tmp_path / "nowhere" / "a.xlsx")
        await pilot.press("ctrl+s")
        assert "没有文件夹" in seen(app)
        await pilot.press("escape")
        assert "放弃" in seen(app)
        await pilot.press("escape")
        (tmp_path / "a.xlsx").write_text("mine")
        (tmp_path / "folder.xlsx").mkdir()
        for path in ("", "~nobody-of-that-name/a.xlsx", str(tmp_path / "folder.xlsx"), "x" * 300):
            line.value = path
            await pilot.press("ctrl+s", "escape")
            assert "放弃" in seen(app), path
            await pilot.press("escape")
        line.value = str(tmp_path / "a.xlsx")
        await pilot.press("ctrl+s", "escape")
        assert app.screen.query_one("#path", Input).value == str(tmp_path / "a.xlsx")
        assert (tmp_path / "a.xlsx").read_text() == "mine"


async def test_a_choice_that_is_clicked_twice_at_once_is_taken_once(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "s")
        sheet = app.screen
        sheet.dismiss("doing")
        sheet.dismiss("mostly")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert app.checklist.items[0].status == "doing"


async def test_a_long_item_is_cut_with_an_ellipsis_above_a_sheet(
    document: Document, tmp_path: Path
) -> None:
    long = parse("一、整改措施\n一是" + "持续加强学习，" * 60 + "完。\n二是调研。")
    app = GangmuApp(long, Journal(long, state=tmp_path / "s.json", author="张三"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "G", "up", "v")
        above = app.screen.query_one("#subject").region
        shown = [line.rstrip() for line in seen(app).split("\n")[above.y : above.bottom]]
        assert [line.endswith("…") for line in shown[:3]] == [False, False, True]


async def test_the_day_of_a_closing_may_be_typed_in_full_width(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "v")
        app.screen.query_one("#on", Input).value = "２０２６-０１-31"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert str(app.checklist.items[0].closed_on) == "2026-01-31"
