"""What is painted, and how often: over a slow line each paint of the whole screen is seen."""

from collections.abc import Callable

import pytest
from textual.app import App

from tests.tui.app.screen import lines
from tui.app import GangmuApp

Opened = Callable[[], GangmuApp]


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paints of the whole screen."""
    painted: list[str] = []
    display = App._display

    def shown(app, screen, update):
        if type(update).__name__ == "LayoutUpdate" and not app._batch_count:
            painted.append(type(update).__name__)
        display(app, screen, update)

    monkeypatch.setattr(App, "_display", shown)
    return painted


@pytest.mark.parametrize("key", ["/", "s", "e", "?"])
async def test_a_dialog_and_the_search_bar_come_and_go_in_two_paints_at_most(
    opened: Opened, whole: list[str], key: str
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("G")
        before = lines(app)
        for pressed in (key, "escape"):
            await pilot.pause(0.1)
            whole.clear()
            await pilot.press(pressed)
            await pilot.pause(0.1)
            assert len(whole) <= 2
            assert (lines(app)[:-1] == before[:-1]) is (pressed == "escape")


async def test_the_search_bar_lies_over_the_text_and_nothing_is_laid_out_anew(
    opened: Opened, whole: list[str]
) -> None:
    app = opened()
    async with app.run_test(size=(100, 12)) as pilot:
        await pilot.press("/", "escape", "G")
        await pilot.pause(0.1)
        whole.clear()
        size, before = app.panels.size, lines(app)[:-1]
        await pilot.press("/")
        assert app.panels.size == size
        assert "二是 巡察后回访" in lines(app)[-3]
        assert lines(app)[-2].startswith(" /")
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert lines(app)[:-1] == before
        assert whole == []


async def test_the_outline_looks_chosen_as_soon_as_it_gets_the_keys(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("G", "o")
        assert "cursor" in {line.tone for line in app.outline._painted}
        await pilot.press("escape")
        assert "cursor" not in {line.tone for line in app.outline._painted}
