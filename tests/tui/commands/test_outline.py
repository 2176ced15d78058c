"""``gangmu outline``, for programs and for people."""

import json
import subprocess
import sys

import pytest

from tui.sample import sample


@pytest.fixture
def shown(gangmu):
    """What a command that goes well prints, in Chinese."""

    def run(*arguments, env=(), **more):
        answer = gangmu(*arguments, env={"GANGMU_LANG": "zh"} | dict(env), **more)
        assert answer.stderr == b""
        assert answer.returncode == 0
        return answer.stdout

    return run


def test_the_json_holds_the_whole_document(shown):
    outline = json.loads(shown("outline", str(sample()), "--json"))
    assert list(outline) == [
        "title",
        "path",
        "format",
        "encoding",
        "length",
        "warnings",
        "nodes",
    ]
    assert outline["path"] == str(sample())
    assert [node["number"] for node in outline["nodes"]] == ["1", "2", "3"]
    measure = outline["nodes"][2]["children"][0]["children"][1]
    assert list(measure) == [
        "number",
        "id",
        "marker",
        "title",
        "body",
        "role",
        "start",
        "end",
        "checkable",
        "children",
    ]
    assert (measure["number"], measure["marker"], measure["role"]) == ("3.1.2", "二是", "measure")
    assert measure["checkable"]
    assert not outline["nodes"][0]["checkable"]


def test_the_path_is_as_it_was_given(shown, tmp_path):
    (tmp_path / "报告.txt").write_bytes(sample().read_bytes())
    outline = json.loads(shown("outline", "./报告.txt", "--json", cwd=tmp_path))
    assert outline["path"] == "./报告.txt"


@pytest.mark.parametrize("encoding", ["ascii", "gb18030", "utf-16", "latin-1"])
def test_the_json_is_utf8_whatever_the_locale(shown, encoding):
    printed = shown("outline", "--json", env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert json.loads(printed.decode("utf-8"))["title"] == "县委巡察办领导班子对照检查材料"


def test_people_see_one_line_for_each_node(shown):
    lines = shown("outline").decode().splitlines()
    assert lines[0] == "县委巡察办领导班子对照检查材料"
    assert lines[1] == "编号   类别  条目"
    assert lines[4] == "1.1.1  问题      一是 学深悟透习近平新时代中国特色社会主义思想有差距"
    assert len(lines) == 2 + 37


def test_people_are_never_shown_markup_or_control_codes(shown, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "一、见[/]附件[bold]粗\x1b[31m体\x07[x]\n二、笑:smile:完\n" + "正文。" * 99, "utf-8"
    )
    page = shown("outline", str(file)).decode()
    assert "见[/]附件[bold]粗" in page
    assert "体" in page
    assert "[x]" in page
    assert ":smile:" in page
    assert "\x1b" not in page
    assert "\x07" not in page


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["outline", "--json"], ("rich", "textual")),
        (["outline"], ("textual",)),
        (["list", "--json"], ("rich", "textual")),
        (["list"], ("textual",)),
        (["tick", "FILE", "3.1.1", "--json"], ("rich", "textual")),
        (["tick", "FILE", "3.1.1"], ("textual",)),
        (["search", "xc", "FILE", "--json"], ("rich", "textual", "pypinyin", "opencc")),
        (["search", "巡察", "FILE"], ("textual",)),
        (["--help"], ("textual",)),
        (["--version"], ("rich", "textual")),
        (["outline", "--help"], ("textual",)),
    ],
    ids=repr,
)
def test_no_command_loads_the_toolkit_and_no_json_loads_rich(arguments, absent, report):
    arguments = [report if argument == "FILE" else argument for argument in arguments]
    script = (
        "import sys, tui.commands as c\n"
        f"assert c.run({arguments!r}) == 0\n"
        f"loaded = [m for m in sys.modules if m.partition('.')[0] in {absent!r}]\n"
        "assert not loaded, loaded"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr.decode()
