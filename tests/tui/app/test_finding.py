"""Searching on the screen."""

from collections.abc import Callable

from tests.tui.app.screen import lines, seen, write
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]


async def test_escape_brings_back_the_place_and_the_folds(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "down", "enter", "down")
        before = lines(app)[:-1]
        await pilot.press("/")
        await write(pilot, "读书")
        assert "没有找到" in seen(app)
        for _ in "读书":
            await pilot.press("backspace")
        await write(pilot, "不够")
        assert "学习不够" in seen(app)
        await pilot.press("escape")
        assert lines(app)[:-1] == before


async def test_hits_are_counted_and_gone_through_round_and_round(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "xc")
        assert "1/4" in lines(app)[-2]
        await pilot.press("enter", "n", "n")
        assert "3/4" in lines(app)[-1]
        await pilot.press("N", "N", "N")
        assert "4/4" in lines(app)[-1]
        await pilot.press("escape", "n")
        assert "没有命中" in lines(app)[-1]


async def test_only_hits_and_their_headings_are_shown_when_asked(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "回访")
        await pilot.press("tab", "enter")
        shown = "".join(lines(app)[1:-1])
        assert "巡察后回访" in shown
        assert "（二）深入巡察" in shown
        assert "每周学习一次" not in shown
        await pilot.press("&")
        assert "每周学习一次" in seen(app)


async def test_earlier_searches_come_back_with_the_arrow_keys_at_the_next_start(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        for words in ("学习", "巡察"):
            await pilot.press("/")
            await write(pilot, words)
            await pilot.press("enter")
        await pilot.press("q")
    again = opened()
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", "up", "up")
        assert "/ 学习" in lines(again)[-2]
        await pilot.press("down")
        assert "/ 巡察" in lines(again)[-2]


async def test_what_cannot_be_searched_for_is_said_while_it_is_typed(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "/(/")
        assert "表达式 /(/ 有误" in lines(app)[-2]
        await pilot.press("escape")
        assert app.is_running
