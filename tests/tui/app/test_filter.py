"""The checklist under a filter, and where it has nothing to show."""

from collections.abc import Callable

from tests.tui.app.screen import lines, seen
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]


def body(app: GangmuApp) -> str:
    """The screen without its first and last line."""
    return "\n".join(lines(app)[1:-1])


async def test_a_filter_that_nothing_passes_shows_nothing_and_says_so(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "f", "3")
        assert "没有可显示的条目" in "".join(lines(app)[1:-1])
        assert "没有符合条件的事项" in lines(app)[-1]
        for key in ("space", "e", "s", "r", "v", "a", "y"):
            await pilot.press(key)
            assert "无法操作" in lines(app)[-1], key
        assert app.journal.pending == 0
        assert app.checklist.progress.finished == 0
        await pilot.press("escape")
        assert "每周学习一次" in body(app)


async def test_a_section_without_items_says_so_in_the_checklist(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "down", "z", "c")
        assert "只看本节" in lines(app)[0]
        assert "没有可显示的条目" in seen(app)
        await pilot.press("a", "escape")
        assert "0/4" in lines(app)[0]
        assert "只看本节" not in lines(app)[0]
        assert "每周学习一次" in body(app)


async def test_what_an_undo_brings_back_under_a_filter_is_shown_again(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "down", "down", "space", "f", "2")
        assert "每周学习一次" not in body(app)
        await pilot.press("u")
        assert "每周学习一次" in body(app)
        assert app.panels.selected == app.panels.cursor


async def test_what_was_just_ticked_stays_in_sight_until_the_filter_is_asked_again(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "f", "2", "g", "down", "down", "space")
        assert "每周学习一次" in body(app)
        await pilot.press("f", "2")
        assert "每周学习一次" not in body(app)


async def test_the_items_of_one_owner_are_shown(opened: Opened) -> None:
    app = opened()
    app.journal.change(app.checklist.items[2], owner="李四")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "f")
        number = next(line.split()[1] for line in lines(app) if "李四" in line)
        await pilot.press(number)
        assert "李四" in lines(app)[0]
        assert "到基层巡察" in body(app)
        assert "每周学习一次" not in body(app)


async def test_a_document_without_any_item_says_how_to_put_one_on_the_list(
    opened: Opened,
) -> None:
    app = opened()
    with app.journal.step():
        for item in app.checklist.items:
            app.journal.change(item, on_list=False)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("c")
        assert "按 a 把条目列入清单" in lines(app)[-1]
