"""Dialogs, as a person uses them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checklist import Journal, Status
from parser import Document, load
from tests.tui.app.screen import lines, seen, write
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]
TO_FIRST_ITEM = ("c", "down", "down")


async def test_escape_asks_before_it_throws_away_what_was_typed(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "e")
        await write(pilot, "李四")
        await pilot.press("escape")
        assert "放弃已输入的内容吗" in seen(app)
        await pilot.press("escape")
        assert "李四" in seen(app)
        await pilot.press("ctrl+s")
        assert app.checklist.items[0].owner == "李四"


async def test_escape_leaves_at_once_when_nothing_was_typed(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "e", "escape")
        assert "二、整改措施" in lines(app)[1]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("2099-12-31", "→ 2099-12-31"),
        ("2099年6月底前", "→ 2099-06-30"),
        ("立行立改", "立行立改，不设具体日期"),
        ("长期坚持", "长期坚持，不设具体日期"),
        ("随便", "将按原文保存"),
    ],
)
async def test_a_time_limit_is_explained_while_it_is_typed(
    opened: Opened, typed: str, hint: str
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "e", "tab")
        await write(pilot, typed)
        assert hint in seen(app)
        await pilot.press("ctrl+s")
        assert app.checklist.items[0].due == typed


async def test_closing_takes_opinion_name_and_date_and_reopening_a_reason(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "v")
        assert "同意销号" in seen(app)
        await pilot.press("ctrl+s")
        item = app.checklist.items[0]
        assert (item.status, item.closed_by) == (Status.CLOSED, "张三")
        await pilot.press("space")
        assert "请说明理由" in seen(app)
        await pilot.press("enter")
        assert "还没有填写内容" in seen(app)
        await write(pilot, "材料不实")
        await pilot.press("enter")
        item = app.checklist.items[0]
        assert (item.status, item.remarks[-1].text) == (Status.OPEN, "材料不实")


async def test_a_state_is_chosen_by_its_number_in_full_width_too(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "s", "2")
        assert app.checklist.items[0].status is Status.DOING
        await pilot.press("s", "６")
        assert app.checklist.items[0].status is Status.ONGOING


async def test_undo_and_redo_say_what_they_did(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space", "G", "u")
        assert "已撤销：待验收 · 一是 每周学习一次" in lines(app)[-1]
        assert app.panels.cursor == app.checklist.items[0].node.index
        await pilot.press("ctrl+r")
        assert "已恢复：待验收" in lines(app)[-1]


async def test_a_remark_is_signed_and_shown_with_its_time(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "r")
        await write(pilot, "已[/]谈话")
        await pilot.press("ctrl+s", "e")
        assert "张三  已[/]谈话" in seen(app)


async def test_the_palette_finds_a_command_in_either_language(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await write(pilot, "投影")
        await pilot.press("enter")
        assert "第 1 组，共 2 组" in seen(app)
        await pilot.press("q", "ctrl+p")
        await write(pilot, "theme")
        await pilot.press("enter")
        assert app.theme == "dark"


async def test_filters_narrow_the_checklist_and_the_header_names_them(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space", "f", "2")
        assert "未完成" in lines(app)[0]
        assert "每周学习一次" not in "".join(lines(app)[:-1])
        await pilot.press("escape")
        assert "每周学习一次" in seen(app)


async def test_a_wrong_role_is_corrected_and_the_checklist_follows(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "down", "ctrl+p")
        await write(pilot, "类别")
        await pilot.press("enter", "3")
        assert "0/6" in lines(app)[0]
        await pilot.press("u")
        assert "0/4" in lines(app)[0]


async def test_an_item_that_lost_its_place_is_attached_by_hand(
    opened: Opened, document: Document
) -> None:
    journal = Journal(document, author="张三")
    journal.change(journal.checklist.items[0], status=Status.DONE)
    journal.save()
    path = Path(document.path or "")
    path.write_text(path.read_text("utf-8").replace("每周学习一次", "组织全员轮训考试"), "utf-8")
    app = GangmuApp(load(path), Journal(load(path), author="张三"))
    async with app.run_test(size=(80, 24)) as pilot:
        assert [item.title for item in app.checklist.unattached] == ["每周学习一次"]
        await pilot.press("c", "down", "down", "ctrl+p")
        await write(pilot, "归位")
        await pilot.press("enter", "1")
        assert app.checklist.unattached == ()
        assert app.checklist.items[0].status is Status.DONE
        assert "对应到文件 · 一是" in lines(app)[-1]
        await pilot.press("u")
        assert "已撤销：对应到文件 · 一是" in lines(app)[-1]
