"""``gangmu undo``, ``redo`` and ``log``."""

import json

import pytest

from tui import remembered


@pytest.fixture
def statuses(call, report):
    def find():
        items = json.loads(call("list", report, "--json")[1])["items"]
        return {i["number"]: i["status"] for i in items if i["status"] != "open"}

    return find


def test_a_change_is_taken_back_and_brought_back(call, report, statuses):
    call("tick", report, "3.1.1", "3.1.2")
    status, out, err = call("undo", report)
    assert (status, err) == (0, "")
    assert "to be accepted" in out
    assert statuses() == {}
    assert call("redo", report)[0] == 0
    assert statuses() == {"3.1.1": "done", "3.1.2": "done"}


def test_everybody_undoes_only_what_was_their_own(call, report, statuses):
    call("tick", report, "3.1.1", "--by", "张三")
    call("tick", report, "3.1.2", "--by", "李四")
    assert call("undo", report, "--by", "张三")[0] == 0
    assert statuses() == {"3.1.2": "done"}


def test_the_name_given_in_the_app_signs_unless_another_is_named(
    call, report, statuses, tmp_path, monkeypatch
):
    monkeypatch.setenv("GANGMU_HOME", str(tmp_path))
    remembered.set(name="张三")
    call("tick", report, "3.1.1")
    call("tick", report, "3.1.2", "--by", "李四")
    call("undo", report)
    assert statuses() == {"3.1.2": "done"}
    authors = [event["author"] for event in json.loads(call("log", report, "--json")[1])["events"]]
    assert authors == ["张三", "李四", "张三"]


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_nothing_to_undo_is_said_and_told_by_the_exit_status(call, report, verb):
    status, _, err = call(verb, report, "--by", "张三")
    assert status == 1
    assert err == f"gangmu: {report}.gangmu.json: nothing of 张三 is left to {verb}\n"


def test_a_change_after_an_undo_leaves_nothing_to_redo(call, report, statuses):
    call("tick", report, "3.1.1")
    call("undo", report)
    call("tick", report, "3.1.2")
    assert call("redo", report)[0] == 1
    assert statuses() == {"3.1.2": "done"}


def test_the_log_tells_who_did_what(call, report):
    call("tick", report, "3.1.1", "--by", "张三")
    call("set", report, "3.1.2", "--owner", "王五", "--by", "李四")
    call("undo", report, "--by", "李四")
    status, out, err = call("log", report, "--lang", "zh")
    lines = out.splitlines()
    assert (status, err) == (0, "")
    assert lines[0].split() == ["时间", "操作人", "编号", "改动", "条目"]
    assert [line.split()[2:5] for line in lines[1:3]] == [
        ["张三", "3.1.1", "待验收"],
        ["李四", "3.1.2", "责任人"],
    ]
    assert "撤销" in lines[3]


def test_the_log_of_one_item_or_of_one_person(call, report):
    call("tick", report, "3.1.1", "3.1.2", "--by", "张三")
    call("remark", report, "3.1.1", "在办", "--by", "李四")
    for arguments, authors in (
        (["3.1.1"], ["张三", "李四"]),
        (["3.1.2"], ["张三"]),
        (["3.1.1", "3.1.2", "--by", "李四"], ["李四"]),
    ):
        events = json.loads(call("log", report, *arguments, "--json")[1])["events"]
        assert [event["author"] for event in events] == authors
    assert events[0]["fields"] == {"remark": "在办"}
    assert events[0]["number"] == "3.1.1"


def test_an_empty_log_is_exit_status_one(call, report):
    assert call("log", report)[0] == 1
    assert call("log", report, "9.9")[0] == 2
