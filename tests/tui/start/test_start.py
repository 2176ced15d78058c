"""The first screen, the way Textual takes it over, and the way out."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from textual.app import App

from checklist import Journal
from parser import load
from tests.tui.start.terminal import started
from tui import remembered
from tui.panels import Panels
from tui.panels.looks import CSS
from tui.panels.page import Page
from tui.panels.rows import Rows
from tui.panels.view import View
from tui.start import first, place
from tui.start.colours import INK
from tui.start.sketch import sketch

ROOT = Path(__file__).parents[3]
SAMPLE = next((ROOT / "seeds").glob("*.txt"))
NUMBERED = [{"n": n} for n in range(1, 901)]


@pytest.fixture
def document(tmp_path):
    copy = tmp_path / SAMPLE.name
    copy.write_bytes(SAMPLE.read_bytes())
    return copy


def test_keys_pressed_before_textual_is_there_are_obeyed(document, tmp_path):
    with started(str(document), home=tmp_path) as terminal:
        terminal.wait_for("一、查摆")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.output.count(b"\x1b[?1049h") == 1
        assert terminal.output.rfind(b"\x1b[?1049l") > terminal.output.rfind(b"\x1b[?1049h")


def test_text_that_an_input_method_commits_outside_a_field_calls_no_command(document, tmp_path):
    with started(str(document), home=tmp_path) as terminal:
        terminal.wait_for("Help")
        terminal.press("ｑｓ整改、落实？")
        terminal.wait_for("That was text: press / first")
        terminal.press("/巡察办")
        terminal.wait_for("/ 巡察办")
        terminal.press("\rq")
        assert terminal.wait_for_exit() == 0


def test_while_a_long_document_is_read_the_screen_says_how_far_and_keys_are_kept(tmp_path):
    article = "（{n}）编号{n}。" + "加强学习，压实责任，完善制度，推动问题整改落实到位。" * 9 + "\n"
    chapters = ("一、查摆的问题\n", "二、整改措施\n")
    long = tmp_path / "long.txt"
    long.write_text(
        "".join(name + "".join(map(article.format_map, NUMBERED)) for name in chapters), "utf-8"
    )
    with started(str(long), home=tmp_path) as terminal:
        terminal.wait_for("Reading 0%")
        assert "一、查摆" in terminal.text
        terminal.press("G/编号900\rq")
        assert terminal.wait_for_exit() == 0
        told = [int(part) for part in re.findall(rb"Reading (\d+)%", terminal.output)]
        assert len(told) > 5
        assert told == sorted(told)
        assert max(told) < 100
        kept = remembered.read(next((tmp_path / "places").glob("*.json")))
        assert kept["searches"] == ["编号900"]
        assert kept["cursor"] == "2.900"


def test_the_first_screen_can_be_left_out(document, tmp_path):
    with started(str(document), home=tmp_path, GANGMU_FIRST_SCREEN="0") as terminal:
        terminal.wait_for("0/9")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_terminal_is_given_back_when_the_document_cannot_be_read(tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 no such thing")
    with started(str(broken), home=tmp_path) as terminal:
        assert terminal.wait_for_exit() == 2
        assert terminal.output.index(b"\x1b[?1049l") < terminal.output.index("坏.docx:".encode())


def test_the_first_screen_imports_nothing_slow(document):
    code = (
        "import sys; from tui.start import first; from tui.start.sketch import sketch;"
        f"first.panel_lines(sketch({str(document)!r}, ''), 70, 28, {{}});"
        "import tui.start.place, tui.start.frame;"
        "print(sorted({'textual', 'rich', 'click', 'parser', 'checklist', 'pathlib', 'gettext'}"
        " & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("size", [(40, 20), (68, 28), (90, 38), (140, 60)])
def test_the_panels_stand_where_the_first_screen_put_them(tmp_path, size):
    document = load(SAMPLE)
    rows = Rows(document)
    page = Page(document, Journal(document, state=tmp_path / "s.json").checklist, rows)
    page.resize(size[0], page.widths)
    view = View(rows, page)
    view.height = size[1]
    assert first.panel_lines(sketch(str(SAMPLE), ""), *size, {}) == view.seen(rows.first())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["a/b.txt"], "a/b.txt"),
        (["--lang", "en", "b.txt"], "b.txt"),
        (["--lang=en", "b.txt"], "b.txt"),
        (["list"], None),
        (["list", "b.txt"], None),
        (["--help"], None),
        (["b.txt", "--json"], None),
    ],
)
def test_only_a_plain_opening_has_a_first_screen(arguments, expected):
    assert first.document_in(arguments) == expected


def test_without_a_file_it_is_the_sample():
    assert Path(first.document_in([])).resolve() == SAMPLE.resolve()


@pytest.mark.parametrize("name", sorted(INK))
def test_the_words_have_the_colours_that_the_panels_give_them(name):
    rules = dict(re.findall(r"& > \.panels--([\w-]+) \{([^}]*)\}", CSS))
    color, bold = INK[name]
    assert (f"color: ${color};" in rules[name]) is (color != "foreground")
    assert ("bold" in rules[name]) is bold


def test_places_are_read_where_they_were_written(tmp_path, monkeypatch):
    monkeypatch.setenv("GANGMU_HOME", str(tmp_path))
    path = str((tmp_path / "报告.txt").resolve())
    remembered.set_place(path, {"mode": "read", "top": 7})
    assert place.place(path)["top"] == 7
    remembered.set_place(path, {"mode": "checklist"})
    assert place.place(path) is None


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is named otherwise elsewhere")
@pytest.mark.parametrize("home", ["", "/somewhere/data"])
def test_the_users_folder_is_the_same_one(monkeypatch, home):
    monkeypatch.delenv("GANGMU_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", home)
    assert place.folder() == str(remembered.folder())


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"a\0b", b"\xff\xfe\xff\xff\xff"])
def test_what_only_the_parser_can_read_has_no_sketch(tmp_path, data):
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert sketch(str(path), "x") is None


def test_no_control_character_reaches_the_terminal(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("一、甲\x1b[2J乙\u202e丙\n二、丁", encoding="utf-8")
    assert sketch(str(path), "x").text == "一、甲�[2J乙�丙\n二、丁"


@pytest.mark.parametrize("moves", [0, 1, 3, 9])
def test_the_first_screen_stands_where_the_user_left(tmp_path, moves):
    document = load(SAMPLE)
    checklist = Journal(document, state=tmp_path / "s.json").checklist

    class Host(App):
        def compose(self):
            self.panels = Panels(document, checklist)
            yield self.panels

    async def run():
        app = Host()
        async with app.run_test(size=(80, 24)):
            for _ in range(moves):
                app.panels.move(1)
            kept = app.panels.view_state()
            seen = app.panels.view.seen(app.panels.cursor)
            assert first.panel_lines(sketch(str(SAMPLE), ""), 80, 24, kept) == seen

    asyncio.run(run())


def test_a_second_start_comes_back_without_a_word_lost(document, tmp_path):
    for _ in range(2):
        with started(str(document), home=tmp_path) as terminal:
            terminal.wait_for("0/9")
            terminal.press("\x1b[6~q")
            assert terminal.wait_for_exit() == 0
            assert b"Traceback" not in terminal.output


def test_only_what_reads_like_chinese_is_taken_for_gb18030(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes("一、我们的工作，已经完成。\n二、其他".encode("gb18030"))
    assert sketch(str(path), "x").nodes[0].marker == "一、"
    path.write_bytes("一、我們的工作，已經完成。\n二、其他".encode("big5"))
    assert sketch(str(path), "x") is None


def test_without_a_terminal_one_line_says_what_to_do(document, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tui", str(document)],
        cwd=ROOT,
        env={**os.environ, "GANGMU_LANG": "en", "GANGMU_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    said = "gangmu: the screen needs a terminal; without one use gangmu outline, list or search\n"
    assert done.stderr == said


def test_after_it_was_stopped_and_goes_on_the_screen_is_painted_again(document, tmp_path):
    with started(str(document), home=tmp_path) as terminal:
        terminal.wait_for("0/9")
        os.kill(terminal.pid, signal.SIGTSTP)
        # It writes before it stops, and waits for that to be read.
        stopped = (os.waitpid(terminal.pid, os.WUNTRACED | os.WNOHANG) for _ in range(100))
        assert any(pid or terminal.read(0.1) for pid, _ in stopped)
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("0/9")
        terminal.wait_for("一、查摆")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
