"""The projector view."""

from collections.abc import Callable

from textual.containers import VerticalScroll

from checklist import Journal
from parser import parse
from tests.tui.app.screen import lines, seen
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]


async def test_the_projector_turns_groups_with_one_key_and_ticks(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "n")
        assert "（二）深入巡察" in seen(app)
        await pilot.press("space")
        assert "1/4" in lines(app)[0]
        assert "☑" in seen(app)
        await pilot.press("escape")
        assert app.document.nodes[app.panels.cursor].title.startswith("到基层巡察")


async def test_an_item_longer_than_the_screen_is_read_before_the_next_one(tmp_path) -> None:
    long = "一是持续学习。" + "还要再学再用。" * 200
    document = parse(f"一、整改措施\n{long}\n二是调研。\n二、其他措施\n一是总结。\n二是提高。")
    app = GangmuApp(document, Journal(document, state=tmp_path / "s.json", author="张三"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        entries = app.screen.query_one("#entries", VerticalScroll)
        for key in ("down", "pagedown"):
            before = entries.scroll_y
            await pilot.press(key)
            assert entries.scroll_y > before
            assert app.screen.row == 1
        await pilot.pause()
        shown = [entry for entry in app.screen.query(".entry") if entry.row == app.screen.row]
        assert shown[0].region.overlaps(entries.content_region)
        while entries.scroll_y < entries.max_scroll_y:
            await pilot.press("pagedown")
        await pilot.press("pagedown")
        assert "二、其他措施" in seen(app)


async def test_a_click_on_a_box_ticks_and_one_beside_it_selects(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        second = app.screen.query(".entry")[1]
        await pilot.click(second, offset=(20, 1))
        assert app.checklist.progress.finished == 0
        assert app.screen.row == second.row
        await pilot.click(second, offset=(4, 1))
        assert "1/4" in lines(app)[0]


async def test_a_colleagues_tick_may_come_while_another_group_is_put_on_the_screen(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        projector = app.screen
        await projector.query_one("#entries").remove_children()
        app.journal.change(app.checklist.items[0], status="done")
        app.changed()
        await projector.show_group()
        await pilot.pause()
        assert "1/4" in lines(app)[0]
        assert "☑" in seen(app)


async def test_what_was_said_before_the_projector_is_not_said_after_it(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "space")
        assert "待验收" in lines(app)[-1]
        await pilot.press("p", "space", "escape")
        assert "0/4" in lines(app)[0]
        assert "待验收" not in lines(app)[-1]
