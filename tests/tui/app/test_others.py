"""What others write while the app is open, and what the foot says of one's own."""

from collections.abc import Callable

from checklist import Journal, Status
from parser import Document
from tests.tui.app.screen import lines, seen
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]
TO_FIRST_ITEM = ("c", "down", "down")


def tick_by_another(document: Document) -> None:
    """Another process ticks the last item."""
    other = Journal(document, author="李四")
    other.change(other.checklist.items[-1], status=Status.DONE)
    other.save()


async def test_another_process_s_tick_is_seen_within_a_second(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        tick_by_another(document)
        await pilot.pause(1.0)
        assert "1/4" in lines(app)[0]


async def test_what_a_save_takes_in_of_others_is_shown_at_once(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM)
        tick_by_another(document)
        app.action_tick()
        await app.saver.now()
        await pilot.pause()
        assert "2/4" in lines(app)[0]
        assert seen(app).count("☑") == 2
        await app.workers.wait_for_complete()


async def test_nothing_is_called_saved_before_it_is(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space")
        await app.workers.wait_for_complete()
        assert "✓ 已保存" in lines(app)[-1]
        app.action_tick()
        assert app.journal.pending
        assert app.footer.saved == "· 保存中"
        await app.saver.now()
        assert app.footer.saved == "✓ 已保存"
        await app.workers.wait_for_complete()
