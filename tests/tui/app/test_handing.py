"""Handing the ledger out and taking it in again, on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checklist import Journal
from parser import Document, load
from tests.tui.app.screen import lines, seen, write
from tui.app import GangmuApp
from tui.dialogs.export import Wanted
from tui.dialogs.prompt import Prompt

Opened = Callable[[], GangmuApp]


async def test_the_ledger_is_written_beside_the_document_and_nothing_is_overwritten_unasked(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.press("x", "down", "down", "down", "down", "enter")
        await app.workers.wait_for_complete()
        ledgers = list(Path(document.path or "").parent.glob("某办公室整改方案台账*.csv"))
        assert len(ledgers) == 1
        await pilot.pause()
        assert "已导出 4 项" in lines(app)[-1]
        assert str(ledgers[0]) in lines(app)[-1]
        await pilot.press("x", "down", "down", "down", "down", "enter")
        await pilot.pause()
        assert "文件已存在，要覆盖吗" in seen(app)


async def test_a_filled_in_ledger_is_shown_before_it_changes_anything(
    opened: Opened, document: Document, tmp_path: Path
) -> None:
    app = opened()
    async with app.run_test(size=(100, 30)) as pilot:
        ledger = tmp_path / "台账.csv"
        ledger.write_text(
            "整改措施,责任人,状态\n到基层巡察,王五,整改中\n没有这一项,赵六,\n", "utf-8"
        )
        app.action_import()
        await pilot.pause()
        assert isinstance(app.screen, Prompt)
        assert "查看改动" in seen(app)
        await write(pilot, str(ledger))
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = seen(app)
        assert "第 2 行  责任人 王五" in text
        assert "第 3 行  ! 此行找不到对应事项：没有这一项" in text
        assert app.checklist.items[2].owner == ""
        await pilot.press("ctrl+s")
        assert app.checklist.items[2].owner == "王五"
        await pilot.press("u")
        assert app.checklist.items[2].owner == ""


async def test_export_takes_only_what_the_filter_shows_when_asked(
    opened: Opened, document: Document
) -> None:
    app = opened()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("c", "down", "down", "space", "f", "2", "x")
        await pilot.press("tab", "tab", "space", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "已导出 3 项" in lines(app)[-1]


async def test_a_document_named_without_its_folder_has_its_ledger_beside_it(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(document.path or "")
    monkeypatch.chdir(path.parent)
    here = load(path.name)
    app = GangmuApp(here, Journal(here, author="张三"))
    async with app.run_test(size=(100, 30)):
        assert app._beside().resolve().parent == path.parent.resolve()


async def test_of_a_long_path_the_name_of_the_file_is_seen(
    opened: Opened, document: Document, tmp_path: Path
) -> None:
    app = opened()
    folder = tmp_path / "很长的文件夹名" / "二〇二六年度整改工作台账及佐证材料汇编"
    folder.mkdir(parents=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app._export(Wanted(folder / "三月台账.csv", filtered=False))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "已导出 4 项" in lines(app)[-1]
        assert "三月台账.csv" in lines(app)[-1]


async def test_what_is_copied_is_not_called_copied_before_the_terminal_took_it(
    opened: Opened,
) -> None:
    app = opened()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        assert "已送到终端剪贴板" in lines(app)[-1]
