"""What a hostile or unlucky person may hand to the commands: each is one line, nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checklist import Journal
from checklist.log import Log
from parser import load

BROKEN = os.fsdecode(b"\xe4\xb8")


@pytest.fixture
def state(report):
    return Path(report + ".gangmu.json")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_that_are_no_text_serve_as_paths_and_are_refused_as_words(gangmu, tmp_path, report):
    odd = tmp_path / os.fsdecode(b"r\xff.txt")
    odd.write_bytes(Path(report).read_bytes())
    assert gangmu("tick", str(odd), "3.1.1").returncode == 0
    assert Path(str(odd) + ".gangmu.json").exists()
    shown = json.loads(gangmu("list", str(odd), "--json").stdout)
    assert shown["progress"]["done"] == 1
    for arguments in (
        ("tick", report, "3.1.1", "--by", BROKEN),
        ("tick", report, BROKEN),
        ("close", report, "3.1.1", "--opinion", BROKEN),
        ("merge", report, BROKEN),
        ("attach", report, BROKEN, "3.1.1"),
    ):
        done = gangmu(*arguments)
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1
        assert b"should not have" not in done.stderr


def test_an_account_whose_name_is_no_text_can_still_tick(gangmu, report):
    assert gangmu("tick", report, "3.1.1", env={"LOGNAME": BROKEN}).returncode == 0


@pytest.mark.parametrize("name", ["", ".", "..", "/", "folder", "pipe", "报告.txt", "./报告.txt"])
def test_what_cannot_be_a_state_file_is_refused(call, report, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    before = Path(report).read_bytes()
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for verb in ("tick", "list"):
        numbers = ["3.1.1"] if verb == "tick" else []
        status, out, err = call(verb, "报告.txt", *numbers, "--state", name)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert "should not have" not in err
    assert Path(report).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "pipe", "报告.txt"]


def written(report, state, change):
    """A sound state file whose lines say what no gangmu would say."""
    journal = Journal(load(report), author="张三")
    for item in journal.checklist.items[:3]:
        journal.change(item, status="done", owner="甲", evidence=["a"], remark="乙")
    journal.save()
    lines = Log.read(state.read_bytes()).lines
    change(lines)
    state.write_bytes(Log(lines).data())


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "UTC"])
@pytest.mark.parametrize("time", ["9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z"])
def test_a_clock_that_was_centuries_wrong_stops_nothing(gangmu, report, state, zone, time):
    written(report, state, lambda lines: lines[0].update(time=time))
    done = gangmu("log", report, env={"TZ": zone})
    assert done.returncode == 0
    assert time[1:10].lstrip("0").encode() in done.stdout
    assert gangmu("list", report, "--json", env={"TZ": zone}).returncode == 0


@pytest.mark.parametrize(
    "odd",
    [
        {"undo": 7, "redo": None},
        {"undo": [[], {}, "?"]},
        {"at": "x", "outline": ["y"]},
        {"at": {"place": "1", "text": 5, "number": None}},
        {"at": {"place": 10**9, "text": "一是甲", "outline": "0" * 16}},
        {"outline": {"id": "", "prints": "é" * 7}},
        {"step": {}},
        {"set": {"status": "?", "owner": 5, "evidence": "x", "due_date": "?", "remark": []}},
        {"set": {"status": {}, "role": [], "same": "nobody", "on_list": "yes"}},
        {"set": {"evidence": [1, [], "x"], "closed_on": {}, "opinion": None, "reason": 3}},
    ],
    ids=str,
)
def test_what_a_sound_file_says_oddly_is_left_out(call, report, state, odd):
    written(report, state, lambda lines: lines[1].update(odd))
    for arguments in (
        ["list"],
        ["list", "--json"],
        ["log"],
        ["log", "--json"],
        ["remark", "3.1.1", "在办", "--by", "李四"],
        ["undo", "--by", "张三"],
        ["redo", "--by", "张三"],
    ):
        status, _, err = call(arguments[0], report, *arguments[1:])
        assert (status, err) == (0, ""), arguments
    shown = json.loads(call("list", report, "--json")[1])
    assert shown["items"][2]["status"] == "done"


def test_a_huge_remark_comes_back_whole_and_leaves_the_tables_readable(call, report):
    huge = "长" * 100_000
    status, out, _ = call("remark", report, "3.1.1", huge)
    assert status == 0
    assert max(map(len, out.splitlines())) < 500
    shown = json.loads(call("list", report, "--json")[1])
    assert shown["items"][0]["remarks"][0]["text"] == huge
    assert max(map(len, call("log", report)[1].splitlines())) < 500


def test_no_changing_command_loads_the_toolkit_and_no_json_loads_rich(report, tmp_path):
    new = tmp_path / "新.txt"
    new.write_bytes(Path(report).read_bytes())
    commands = [
        ["set", report, "3.1.1", "--owner", "甲"],
        ["close", report, "3.1.1", "--opinion", "同意"],
        ["reopen", report, "3.1.1", "--reason", "反弹"],
        ["remark", report, "3.1.1", "在办"],
        ["undo", report],
        ["redo", report],
        ["log", report],
        ["check", report],
        ["role", report, "1.1", "measure"],
        ["merge", report, report + ".gangmu.json"],
        ["carry", report, str(new)],
    ]
    script = (
        "import sys, tui.commands as c\n"
        f"assert [c.run([*each, '--json']) for each in {commands!r}] == [0] * {len(commands)}\n"
        "loaded = {m.partition('.')[0] for m in sys.modules}\n"
        "assert loaded.isdisjoint({'textual', 'rich', 'pypinyin', 'openpyxl'}), loaded"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr.decode()


def test_what_a_newer_gangmu_wrote_is_read_but_not_changed(call, report, state):
    call("tick", report, "3.1.1")
    newer = state.read_bytes().replace(b'"version":1', b'"version":2')
    state.write_bytes(newer)
    told = f"gangmu: {state}: a newer gangmu wrote it (version 2); update gangmu to make changes\n"
    for arguments in (["tick", report, "3.1.2"], ["undo", report], ["role", report, "1", "none"]):
        assert call(*arguments) == (2, "", told)
    status, out, err = call("list", report, "--json")
    assert (status, err) == (0, told)
    assert json.loads(out)["progress"]["done"] == 1
    assert state.read_bytes() == newer
