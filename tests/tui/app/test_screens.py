"""Every screen as it looks: both languages, three sizes, light and dark.

The files in ``__snapshots__`` hold the text first, then the colours of its runs. After a change
that is meant: ``pytest tests/tui/app/test_screens.py --snapshot-update``, and read the difference.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import checklist.checklist
import checklist.memory
import tui.desk.desk
from checklist import Journal, Status, export, ledger_of, plan_import
from parser import parse
from tests.tui.app.conftest import TEXT
from tui import language, remembered
from tui.app import GangmuApp
from tui.desk.handing import Handing
from tui.dialogs.intake import IntakeSheet
from tui.panels.page import Page

USUAL = {("zh", 80, "light"), ("zh", 80, "dark"), ("en", 100, "light"), ("zh", 40, "light")}
SIZES = [(80, 24), (100, 30), (40, 20)]
TO_SECOND = ("c", "g", "down", "down", "down")
WALK: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "reading": ((), ()),
    "search": (("/", "学", "习"), ("escape",)),
    "hits-only": (("/", "巡", "察", "tab"), ("escape",)),
    "levels": (("g", "tab"), ("tab", "tab")),
    "outline": (("o",), ("escape",)),
    "one-section": (("g", "down", "z"), ()),
    "nothing": (("c",), ("escape", "c")),
    "name": (("@",), ("escape",)),
    "checklist": (TO_SECOND, ()),
    "details": (("e",), ("escape",)),
    "unsaved": (("e", "x", "escape"), ("y",)),
    "state": (("s",), ("escape",)),
    "remark": (("r",), ("escape",)),
    "closing": (("v",), ("escape",)),
    "filter": (("f",), ("escape",)),
    "filtered": (("f", "2"), ("escape",)),
    "export": (("x",), ("escape",)),
    "palette": (("ctrl+p",), ("escape",)),
    "progress": (("i",), ("escape",)),
    "notices": (("w",), ("escape",)),
    "help": (("?",), ("escape",)),
    "projector": (("p",), ("escape",)),
}
"""By screen: the keys that lead there from the one before, and the keys that leave it."""


class Text(SingleFileSnapshotExtension):
    """One readable file for each screen."""

    _write_mode = WriteMode.TEXT
    _file_extension = "txt"


class Today(date):
    """A day that stays."""

    @classmethod
    def today(cls) -> "Today":
        return cls(2026, 3, 1)


def walks():
    """Language, size and theme of each walk; those that would say little new run at night."""
    for spoken in ("zh", "en"):
        for width, height in SIZES:
            for theme in ("light", "dark"):
                usual = (spoken, width, theme) in USUAL
                marks = () if usual else (pytest.mark.slow,)
                name = f"{spoken}-{width}x{height}-{theme}"
                yield pytest.param((spoken, (width, height), theme), id=name, marks=marks)


@pytest.fixture(params=list(walks()))
def walked(request, tmp_path):
    """All screens of one walk through the app."""
    spoken, size, theme = request.param
    with pytest.MonkeyPatch.context() as patch:
        freeze(patch, tmp_path)
        language.choose(spoken)
        remembered.set(theme=theme)
        screens = asyncio.run(walk(report(tmp_path), size))
    time.tzset()
    return screens


def freeze(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Stop the clock, and give names to what differs from machine to machine."""
    patch.setenv("GANGMU_HOME", str(home))
    patch.delenv("NO_COLOR", raising=False)
    patch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    patch.setattr(checklist.checklist, "date", Today)
    patch.setattr(tui.desk.desk, "date", Today)
    patch.setattr(Page, "today", Today.today())
    patch.setattr(checklist.memory, "now", lambda: "2026-03-01T01:30:00.000Z")
    patch.setattr(Handing, "_beside", lambda self: Path("整改台账.xlsx"))
    patch.setattr(Journal, "path", Path("报告.txt.gangmu.json"))


def report(home: Path) -> GangmuApp:
    """A report in which something was done already."""
    document = parse(TEXT, title="某办公室整改方案", path=None)
    journal = Journal(document, state=home / "state.json", author="张三")
    first, second, third, last = journal.checklist.items
    journal.change(first, status=Status.DONE, owner="张三", due="2月底前", due_date="2026-02-28")
    journal.change(second, status=Status.DOING, owner="李四", due="2026-02-20")
    journal.change(second, remark="材料[/]待补，\n下周再看。", evidence=["会议记录.docx"])
    journal.change(third, owner="王五、赵六", due="3月5日前", due_date="2026-03-05")
    journal.change(last, status=Status.CLOSED, opinion="同意销号", closed_on=Today(2026, 2, 1))
    journal.save()
    return GangmuApp(document, journal)


async def walk(app: GangmuApp, size: tuple[int, int]) -> dict[str, str]:
    """Look at every screen."""
    seen = {}
    async with app.run_test(size=size) as pilot:
        for name, (there, back) in WALK.items():
            await pilot.press(*there)
            app.footer.hush()
            await pilot.pause()
            seen[name] = drawn(app)
            await pilot.press(*back)
        for name, sheet in SHEETS.items():
            await sheet(app)
            await pilot.pause()
            seen[name] = drawn(app)
            await pilot.press("escape")
    return seen


async def filled_in(app: GangmuApp) -> None:
    """A ledger that came back with a state and an owner filled in."""
    path = remembered.folder() / "台账.csv"
    export(ledger_of(app.checklist, today=Today.today()), path, force=True)
    written = path.read_text("utf-8-sig").replace("未启动", "待验收").replace("李四", "赵六")
    path.write_text(written, "utf-8-sig")
    app.push_screen(IntakeSheet(plan_import(app.journal, path, today=Today.today())))


SHEETS: dict[str, Callable[[GangmuApp], Awaitable[object]]] = {
    "role": lambda app: app.run_action("role"),
    "import": lambda app: app.run_action("import"),
    "intake": filled_in,
}
"""Sheets that no key of their own leads to."""


def drawn(app: GangmuApp) -> str:
    """The text of the screen, then the colours of its runs, each style with a number."""
    strips = app.screen._compositor.render_strips()
    styles: dict[str, int] = {}
    text, runs = [], []
    for strip in strips:
        text.append("".join(segment.text for segment in strip).rstrip())
        run = []
        for segment in strip.simplify():
            style = segment.style
            color, ground = style.color, style.bgcolor
            name = f"{color and color.triplet.hex} on {ground and ground.triplet.hex}"
            name += " bold" * bool(style.bold) + " reverse" * bool(style.reverse)
            run.append(f"{styles.setdefault(name, len(styles))}x{segment.cell_length}")
        runs.append(" ".join(run))
    legend = [f"{number} {name}" for name, number in styles.items()]
    return "\n".join((*text, "-" * 40, *runs, "-" * 40, *legend, ""))


def test_every_screen_looks_as_it_did(walked, snapshot) -> None:
    shown = snapshot.use_extension(Text)
    assert [name for name in (*WALK, *SHEETS) if walked[name] != shown(name=name)] == []
