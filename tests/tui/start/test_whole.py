"""The first screen once the document is read: what Textual will show, wherever it was left."""

from datetime import date
from pathlib import Path

import pytest

from checklist import Journal, Status
from parser import load
from tests.tui.start.terminal import started
from tui import language, remembered
from tui.app import GangmuApp, place_of
from tui.start import whole
from tui.start.frame import Frame

WORD = Path(__file__).parents[2] / "parser" / "docx" / "cases" / "characters.docx"
TEXT = "\n".join(
    (
        "某办公室整改方案",
        "一、主要问题",
        *(f"（{n}）学习不够。" + "还要再学。" * 30 for n in "一二三四五"),
        "二、整改措施",
        "（一）加强学习。",
        "一是每周学习一次。",
        "二是每月交流一次。",
        "（二）深入巡察。",
        "一是到基层巡察。",
        "二是巡察后回访。",
    )
)


@pytest.fixture
def document(tmp_path, monkeypatch):
    monkeypatch.setenv("GANGMU_HOME", str(tmp_path / "home"))
    language.choose("zh")
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = load(path)
    journal = Journal(document, author="张三")
    first, second, *_ = journal.checklist.items
    journal.change(first, status=Status.DONE, owner="张三")
    journal.change(second, owner="李四", due="2020-01-01", due_date=date(2020, 1, 1).isoformat())
    journal.save()
    return document


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("pagedown",),
        ("down", "left", "down", "left"),
        ("tab", "down"),
        ("G", "z"),
        ("G",),
        ("c",),
        ("c", "down", "down", "down"),
        ("c", "down", "left"),
        ("left", "c", "left", "c"),
        ("c", "f", "2"),
        ("c", "f", "down", "down", "enter"),
        ("o", "o"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("width", [40, 80, 130])
async def test_it_stands_where_the_panels_will_put_it(document, keys, width, monkeypatch):
    def opened():
        return GangmuApp(document, Journal(document, author="张三"))

    async with (left := opened()).run_test(size=(width, 20)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        left.keep_place()
    place = remembered.place(place_of(document))
    async with (app := opened()).run_test(size=(width, 20)):
        size = app.panels.size
        shown = app.panels.view.seen(app.panels.cursor)
        painted = whole.lines(Journal(document, author="张三"), place, *size)
        assert painted == shown
        monkeypatch.setattr("os.get_terminal_size", lambda _: (width, 20))
        assert Frame(remembered.settings(), place["mode"]).panels == size


def test_a_word_file_is_on_the_screen_before_textual_is_there(tmp_path):
    copy = tmp_path / WORD.name
    copy.write_bytes(WORD.read_bytes())
    marker = load(copy).nodes[0].marker
    with started(str(copy), home=tmp_path) as terminal:
        terminal.wait_for("Help")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.output.index(marker.encode()) < terminal.output.index(b"\x1b[?1000h")
