"""``gangmu merge``, ``carry``, ``attach`` and ``check``: ledgers that meet and documents edited."""

import json
import shutil
from pathlib import Path

import pytest


@pytest.fixture
def listed(call):
    def show(path):
        return json.loads(call("list", str(path), "--json")[1])

    return show


def statuses(shown):
    return {i["number"]: i["status"] for i in shown["items"] if i["status"] != "open"}


def test_two_copies_edited_apart_are_joined(call, report, tmp_path, listed):
    other = tmp_path / "b.gangmu.json"
    call("tick", report, "3.1.1", "--by", "张三")
    shutil.copy(report + ".gangmu.json", other)
    call("tick", report, "3.1.2", "--by", "张三")
    call("tick", report, "3.4.3", "--by", "李四", "--state", str(other))
    status, out, err = call("merge", report, str(other))
    assert (status, err) == (0, "")
    assert "1 change was new" in out
    assert set(statuses(listed(report))) == {"3.1.1", "3.1.2", "3.4.3"}
    assert json.loads(call("merge", report, str(other), "--json")[1])["joined"] == 0


def test_conflicting_copies_beside_the_file_are_offered_and_joined(call, report, listed):
    call("tick", report, "3.1.1")
    state = Path(report + ".gangmu.json")
    copy = state.with_name("报告.txt.gangmu.sync-conflict-20261122-101010-ABCDEFG.json")
    shutil.copy(state, copy)
    call("tick", report, "3.1.2", "--state", str(copy))
    err = call("list", report)[2]
    assert "gangmu merge" in err
    assert call("merge", report)[0] == 0
    assert set(statuses(listed(report))) == {"3.1.1", "3.1.2"}


def test_what_is_not_sound_is_not_joined(call, report, tmp_path):
    call("tick", report, "3.1.1")
    before = Path(report + ".gangmu.json").read_bytes()
    bad = tmp_path / "bad.json"
    bad.write_bytes(before[:-5])
    for other in (bad, tmp_path / "missing.json", tmp_path, Path(report)):
        status, out, err = call("merge", report, str(other))
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert str(other) in err
    assert Path(report + ".gangmu.json").read_bytes() == before


def test_a_ledger_is_carried_over_to_the_next_report(call, report, tmp_path, listed):
    call("close", report, "3.1.1", "--opinion", "同意", "--by", "张三")
    call("set", report, "3.2.1", "--status", "ongoing", "--by", "李四")
    call("remark", report, "3.4.3", "已通报")
    text = Path(report).read_text("utf-8")
    text = text.replace("一是持续加强党史学习教育，", "一是压实责任。二是持续加强党史学习教育，")
    text = text.replace("二是认真贯彻落实习近平", "三是认真贯彻落实习近平")
    text = text.replace("深刻认识巡察工作的政治定位和内涵", "深刻认识巡察工作的定位")
    start = text.index("三是进一步加强对巡察干部的监督管理")
    new = tmp_path / "2027 报告.txt"
    new.write_text(text[:start] + text[text.index("\n", start) :], "utf-8")
    status, out, err = call("carry", report, str(new), "--json")
    shown = json.loads(out)
    assert (status, err) == (0, "")
    assert [i["number"] for i in shown["carried"]] == ["3.1.2"]
    assert [i["number"] for i in shown["reworded"]] == ["3.2.1"]
    assert [i["number"] for i in shown["unattached"]] == ["3.4.3"]
    assert statuses(listed(new)) == {"3.1.2": "closed", "3.2.1": "ongoing"}
    assert [i["remarks"][0]["text"] for i in listed(new)["unattached"]] == ["已通报"]
    assert "张三" in call("log", str(new))[1]
    assert statuses(listed(report)) == {"3.1.1": "closed", "3.2.1": "ongoing"}
    before = Path(str(new) + ".gangmu.json").read_bytes()
    status, out, _ = call("carry", report, str(new))
    assert status == 0
    assert "Without a place in the new document" in out
    assert Path(str(new) + ".gangmu.json").read_bytes() == before


def test_carrying_over_joins_what_the_new_document_has_already(call, report, tmp_path, listed):
    text = Path(report).read_text("utf-8")
    new = tmp_path / "新.txt"
    new.write_text(text.replace("深刻认识巡察工作的政治定位和内涵", "找准定位"), "utf-8")
    call("set", report, "3.2.1", "--owner", "张三")
    call("set", str(new), "3.2.1", "--result", "已启动")
    assert call("carry", report + ".gangmu.json", str(new))[0] == 0
    shown = listed(new)
    found = next(item for item in shown["items"] if item["number"] == "3.2.1")
    assert (found["owner"], found["result"]) == ("张三", "已启动")
    assert shown["unattached"] == []


def test_carrying_over_needs_two_ledgers(call, report, tmp_path):
    status, _, err = call("carry", report, report)
    assert (status, err) == (
        2,
        f"gangmu: {report}: the two documents have the same state file\n",
    )
    new = tmp_path / "新.txt"
    shutil.copy(report, new)
    status, _, err = call("carry", report, str(new))
    assert (status, err) == (
        2,
        f"gangmu: {report}: it has no state file yet: nothing to carry over\n",
    )
    assert call("carry", report)[0] == 2
    assert call("carry", str(tmp_path / "none.txt"), str(new))[0] == 2


@pytest.fixture
def lost(call, report):
    """A report whose item 3.1.2 was ticked and then rewritten beyond recognition."""
    call("tick", report, "3.1.2", "--by", "张三")
    path = Path(report)
    text = path.read_text("utf-8")
    start = text.index("二是认真贯彻落实习近平")
    end = text.index("\n", start)
    path.write_text(text[:start] + "二是每月开一次例会。" + text[end:], "utf-8")
    return report


def test_an_item_without_a_place_is_kept_listed_and_attached_by_hand(call, lost, listed):
    shown = listed(lost)
    assert statuses(shown) == {}
    assert [i["number"] for i in shown["unattached"]] == ["3.1.2"]
    assert "No longer found in the document" in call("list", lost)[1]
    status, _, err = call("attach", lost, "3.1.2", "3.1.2")
    assert (status, err) == (0, "")
    assert "attached to the document" in call("log", lost)[1]
    shown = listed(lost)
    assert statuses(shown) == {"3.1.2": "done"}
    assert shown["unattached"] == []
    assert call("undo", lost)[0] == 0
    assert [i["number"] for i in listed(lost)["unattached"]] == ["3.1.2"]


def test_only_what_is_unattached_can_be_attached(call, lost):
    key = json.loads(call("list", lost, "--json")[1])["unattached"][0]["id"]
    for arguments in (["3.1.1", "3.1.2"], ["nonsense", "3.1.2"], [key, "9.9"], [key]):
        status, out, err = call("attach", lost, *arguments)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
    assert call("attach", lost, key, "3.1.2")[0] == 0


def test_an_item_whose_wording_changed_says_so(call, report, listed):
    call("tick", report, "3.4.2")
    path = Path(report)
    path.write_text(path.read_text("utf-8").replace("以巡代训、", ""), "utf-8")
    found = [item for item in listed(report)["items"] if item["reworded"]]
    assert [item["number"] for item in found] == ["3.4.2"]
    assert "to be accepted · wording changed" in call("list", report)[1]


def test_a_sound_file_is_told_from_a_damaged_one(call, report):
    call("tick", report, "3.1.1", "--by", "张三")
    state = Path(report + ".gangmu.json")
    assert call("check", report) == (0, f"{state} is sound: 1 change\n", "")
    assert call("check", str(state))[0] == 0
    assert call("check", report, "--state", str(state))[0] == 0
    shown = json.loads(call("check", report, "--json")[1])
    assert shown == {
        "state": str(state),
        "sound": True,
        "reason": "",
        "events": 1,
        "authors": ["张三"],
    }
    data = bytearray(state.read_bytes())
    data[len(data) // 2] ^= 1
    state.write_bytes(data)
    status, out, err = call("check", report)
    assert (status, err) == (1, "")
    assert out.startswith(f"{state} is not sound: ")
    assert json.loads(call("check", report, "--json")[1])["sound"] is False
    assert state.read_bytes() == data


def test_where_there_is_no_state_file_the_check_finds_nothing(call, report):
    status, out, _ = call("check", report)
    assert status == 1
    assert "No such file" in out
