"""When something goes wrong, the person is told, and nothing is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checklist import Journal, StateError, Status
from parser import Document, Message
from tests.tui.app.screen import lines, seen
from tui import remembered
from tui.app import GangmuApp, place_of
from tui.commands.opening import open_document

Opened = Callable[[], GangmuApp]
TO_FIRST_ITEM = ("c", "down", "down")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk that refuses until the fixture is called."""

    def refuse(journal: Journal) -> None:
        raise StateError(Message("the disk is full"), journal.path)

    whole = Journal.save
    monkeypatch.setattr(Journal, "save", refuse)
    return lambda: monkeypatch.setattr(Journal, "save", whole)


async def test_a_failed_save_is_said_at_once_and_kept(opened: Opened, broken) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space")
        await pilot.pause(0.2)
        assert "尚未保存，稍后自动重试" in lines(app)[-1]
        assert "1 处改动未保存" in lines(app)[-1]
        assert "1/4" in lines(app)[0]


async def test_quitting_with_unsaved_changes_asks_first(
    opened: Opened, broken, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space", "q")
        await pilot.pause(0.2)
        assert "有 1 处改动尚未保存，仍要退出吗" in seen(app)
        await pilot.press("escape")
        broken()
        await pilot.press("q")
        await pilot.pause(0.2)
    assert Journal(document).checklist.items[0].status is Status.DONE


async def test_a_crash_writes_a_log_and_prints_no_text_of_the_document(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, capsys, tmp_path: Path
) -> None:
    monkeypatch.setattr("tui.crash._logs", lambda: tmp_path)
    app = opened()
    monkeypatch.setattr(app, "action_progress", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("i")
    assert "ZeroDivisionError" in Path(app.log_path).read_text("utf-8")
    assert capsys.readouterr().err == ""


async def test_everything_is_readable_without_colour(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*TO_FIRST_ITEM, "space")
        assert "❯     ☑ 一是" in seen(app)
        assert "待验收" in seen(app)
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                red, green, blue = segment.style.color.triplet
                assert red == green == blue


@pytest.mark.parametrize("width", [40, 60, 76, 120])
async def test_the_screen_may_be_resized_at_any_time(opened: Opened, width: int) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("c", "down", "down")
        await pilot.resize_terminal(width, 20)
        await pilot.pause()
        assert "❯     ☐ 一是" in seen(app)
        assert all(len(line) <= width for line in lines(app))


async def test_the_mouse_ticks_folds_and_presses_the_keys_at_the_foot(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.click("Footer", offset=(lines(app)[-1].index("清单") + 8, 0))
        assert app.panels.mode == "checklist"
        box = next(y for y, line in enumerate(lines(app)) if "☐" in line)
        await pilot.click(offset=(lines(app)[box].index("☐"), box))
        assert app.checklist.items[0].status is Status.DONE
        await pilot.click("Header", offset=(95, 0))
        assert "共 4 项" in seen(app)


async def test_a_heading_of_the_outline_is_gone_to_by_a_click(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        row = next(y for y, line in enumerate(lines(app)) if "（二）深入巡察" in line)
        await pilot.click("Outline", offset=(6, row - 1))
        assert app.document.nodes[app.panels.cursor].title == "深入巡察"


async def test_the_outline_fits_the_last_size_of_many(opened: Opened) -> None:
    app = opened()
    async with app.run_test(size=(100, 24)) as pilot:
        before = app.outline.size.width
        for width in (140, 100):
            await pilot.resize_terminal(width, 24)
        await pilot.pause()
        assert app.outline.size.width == before


async def test_the_notices_say_what_becomes_of_changes_where_nothing_may_be_written(
    opened: Opened, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "protected", True)
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        assert "按 w" in lines(app)[-1]
        await pilot.press("w")
        assert "此处不能写入：改动先留在内存中，并会自动重试保存。" in seen(app)
        assert "只能查看" not in seen(app)


async def test_where_changes_are_kept_is_said_when_the_folder_may_not_be_written(
    document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = []

    def look(app: GangmuApp) -> int:
        shown.append((app.elsewhere, app.is_beside()))
        return 0

    monkeypatch.setattr(GangmuApp, "run", look)
    monkeypatch.setattr("tui.commands.opening.with_keyboard", lambda: None)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    access, folder = os.access, Path(document.path or "").parent
    open_document(document.path)
    open_document(None)
    monkeypatch.setattr("os.access", lambda path, how: path != folder and access(path, how))
    open_document(document.path)
    open_document(document.path, state=str(tmp_path / "own.json"))
    assert shown == [(False, True), (False, False), (True, False), (False, True)]


async def test_a_state_that_lies_elsewhere_is_told_at_the_start(opened: Opened) -> None:
    app = opened()
    app.elsewhere = True
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "此文件夹不能写入，改动存放在" in lines(app)[-1]


@pytest.mark.parametrize("bad", [None, 7, "x", [[]], {"a": [1]}, True])
async def test_a_place_that_is_garbled_is_passed_over(
    opened: Opened, document: Document, bad: object
) -> None:
    names = ("cursor", "top", "above", "folded", "aside", "hoisted", "mode", "filter", "searches")
    remembered.set_place(place_of(document), dict.fromkeys(names, bad))
    remembered.set(theme=bad, name=bad, outline=bad)
    app = opened()
    async with app.run_test(size=(100, 30)):
        assert "0/4" in lines(app)[0]
