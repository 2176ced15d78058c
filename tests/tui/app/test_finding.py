"""Searching on the screen."""

from collections.abc import Callable

import pytest

from checklist import Journal
from parser import load
from tests.tui.app.screen import lines, seen, write
from tui.app import GangmuApp
from tui.desk.finding import THINKING
from tui.panels import measure

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
        assert lines(app)[-2].endswith("?")
        assert "/(/" in lines(app)[-2]
        await pilot.pause(THINKING + 0.1)
        assert "表达式 /(/ 有误" in lines(app)[-1]
        await pilot.press("escape")
        assert app.is_running


async def test_without_a_hit_enter_leaves_the_bar_open_so_that_space_ticks_nothing(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "/")
        await write(pilot, "没有")
        await pilot.press("enter", "space")
        assert "没有找到" in lines(app)[-1]
        assert app.bar is not None
        assert app.bar.line.value == "没有 "
        assert app.checklist.progress.finished == 0


async def test_only_hits_are_shown_also_out_of_folded_sections_which_fold_again(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        folded = set(app.panels.rows.folded)
        await pilot.press("/")
        await write(pilot, "巡察")
        await pilot.press("tab")
        shown = "".join(lines(app)[1:-2])
        assert all(words in shown for words in ("巡察不深", "深入巡察", "到基层巡察", "巡察后回访"))
        await pilot.press("enter", "n", "n", "n", "&")
        assert app.panels.rows.folded == folded - {0, 3, 7}


async def test_sections_that_hits_opened_fold_again_except_around_the_cursor(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "/")
        await write(pilot, "巡察")
        await pilot.press("enter", "n", "escape")
        shown = "".join(lines(app)[1:-1])
        assert "▸ 一、主要问题" in shown
        assert "▸ （二）深入巡察" in shown


async def test_what_was_typed_comes_back_after_the_last_earlier_search(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "学习")
        await pilot.press("enter", "/")
        await write(pilot, "草稿")
        await pilot.press("down")
        assert "/ 草稿" in lines(app)[-2]
        await pilot.press("up")
        assert "/ 学习" in lines(app)[-2]
        await pilot.press("down")
        assert "/ 草稿" in lines(app)[-2]


async def test_after_a_tick_fields_are_met_by_what_is_so_now(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "status:open")
        await pilot.press("enter", "space")
        assert len(app.hits) == 3
        await pilot.press("n")
        assert "1/3" in lines(app)[-1]
        assert app.panels.cursor == app.hits[0].node


async def test_the_checklist_says_when_only_the_text_has_hits(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "/")
        await write(pilot, "不够")
        assert "没有找到" in lines(app)[-2]
        await pilot.pause(THINKING + 0.1)
        assert "正文有 1 处" in lines(app)[-1]


async def test_a_hit_is_seen_in_the_one_line_of_a_row_however_far_on_it_is(tmp_path) -> None:
    path = tmp_path / "长.txt"
    path.write_text(
        "一、整改措施\n（一）" + "持续加强理论学习，" * 12 + "建好铁军。\n（二）其他。\n", "utf-8"
    )
    document = load(path)
    app = GangmuApp(document, Journal(document, author="张三"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert "铁军" not in seen(app)
        await pilot.press("/")
        await write(pilot, "铁军")
        assert "…" in lines(app)[2]
        assert "建好铁军" in lines(app)[2]
        assert measure(lines(app)[2]) <= 80
        await pilot.press("escape")
        assert "铁军" not in seen(app)


@pytest.mark.parametrize("leave", [("/", "escape"), ("&",), ("c", "c"), ("f", "1", "c")])
async def test_however_the_view_of_only_hits_is_left_the_folds_are_there_again(
    opened: Opened, leave: tuple[str, ...]
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "/")
        await write(pilot, "不够")
        await pilot.press("enter", "&", *leave)
        assert not app.only_hits
        assert app.document.nodes[3].index in app.panels.rows.folded
        assert app.panels.mode == "read"
        await pilot.press("c")
        assert "每周学习一次" in "".join(lines(app)[1:-1])


async def test_leaving_the_program_while_only_hits_are_shown_keeps_the_folds(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "/")
        await write(pilot, "不够")
        await pilot.press("enter", "&", "q")
    again = opened()
    async with again.run_test(size=(80, 24)):
        assert 3 in again.panels.rows.folded


async def test_another_mode_closes_the_bar_and_shows_the_hits_that_are_there(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "巡察")
        app.action_checklist()
        await pilot.pause()
        assert not app.typing
        assert {app.document.nodes[hit.node].marker for hit in app.hits} == {
            "（二）",
            "一是",
            "二是",
        }
        await pilot.press("escape", "escape")
        assert app.panels.mode == "read"
        assert "学习不够" in seen(app)


async def test_a_click_into_the_text_closes_the_bar_and_leaves_the_hits(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "巡察")
        await pilot.click("Panels", offset=(20, 5))
        await pilot.pause()
        assert not app.typing
        assert len(app.hits) == 4
        assert "搜索" in lines(app)[-1] or "1/4" in lines(app)[-1]
        await pilot.press("escape")
        assert app.hits == ()


async def test_the_header_knows_the_one_section_again_after_a_search_outside_it(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "down", "z", "/")
        await write(pilot, "回访")
        assert "只看本节" not in lines(app)[0]
        await pilot.press("escape")
        assert "只看本节" in lines(app)[0]


async def test_a_search_from_the_outline_of_a_narrow_terminal_shows_the_text(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(50, 14)) as pilot:
        await pilot.press("o", "/")
        await write(pilot, "回访")
        await pilot.press("enter")
        assert "巡察后回访" in seen(app)


async def test_nothing_is_complained_about_a_search_that_was_given_up(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        await write(pilot, "/(/")
        await pilot.press("escape")
        await pilot.pause(THINKING + 0.1)
        assert "有误" not in seen(app)
