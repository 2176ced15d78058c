"""The name that signs."""

from collections.abc import Callable

from checklist import Journal
from parser import Document
from tests.tui.app.screen import lines, write
from tui import remembered
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]
TO_FIRST_ITEM = ("c", "down", "down")


async def test_a_new_name_signs_the_next_change_and_is_remembered(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "@")
        await write(pilot, "李四")
        await pilot.press("enter")
        assert "现在署名为李四" in lines(app)[-1]
        await pilot.press("space")
        await app.workers.wait_for_complete()
    assert Journal(document).history()[-1].author == "李四"
    assert remembered.name() == "李四"


async def test_the_first_change_says_who_signs_when_nobody_gave_a_name(opened: Opened) -> None:
    app = opened()
    app.named = False
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space")
        assert "待验收（署名 张三，按 @ 更改）" in lines(app)[-1]
        await pilot.press("space")
        assert "署名" not in lines(app)[-1]


def test_what_is_not_a_name_in_the_settings_is_passed_over() -> None:
    remembered.set(name=["李四"])
    assert remembered.name() is None
