"""``gangmu list``, ``tick`` and ``untick``."""

import json
from pathlib import Path

import pytest

from tui.commands.draw import within
from tui.panels.cells import measure

MEASURES = ["3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.3.1", "3.3.2", "3.4.1", "3.4.2", "3.4.3"]


@pytest.fixture
def listed(call, report):
    def statuses():
        status, out, err = call("list", report, "--json")
        assert (status, err) == (0, "")
        return {item["number"]: item["status"] for item in json.loads(out)["items"]}

    return statuses


def test_the_measures_are_the_list(listed):
    assert listed() == dict.fromkeys(MEASURES, "open")


def test_the_json_of_the_list_has_its_fixed_shape(call, report):
    call("tick", report, "3.1.2", "--by", "张三")
    status, out, _ = call("list", report, "--json")
    shown = json.loads(out)
    assert status == 0
    assert list(shown) == ["state", "progress", "items", "unattached"]
    assert shown["state"] == report + ".gangmu.json"
    assert shown["progress"]["total"] == 9
    assert shown["progress"]["done"] == 1
    item = shown["items"][1]
    names = "number id marker title role status owner due remarks changed"
    assert " ".join(item).startswith(names + " ")
    assert item["status"] == "done"
    assert item["changed"].endswith("+00:00")
    assert shown["items"][0]["changed"] is None
    assert shown["unattached"] == []


def test_an_item_has_the_same_id_in_the_outline_and_in_the_list(call, report):
    outline = json.loads(call("outline", report, "--json")[1])
    first = outline["nodes"][2]["children"][0]["children"][0]
    assert json.loads(call("list", report, "--json")[1])["items"][0]["id"] == first["id"]


def test_several_items_are_ticked_at_once_and_stay_ticked(call, report, listed):
    status, out, err = call("tick", report, "3.1.1", "3.4.3")
    assert (status, err) == (0, "")
    assert "not started → to be accepted" in out
    assert f"Saved in {report}.gangmu.json" in out
    assert [number for number, value in listed().items() if value == "done"] == ["3.1.1", "3.4.3"]


def test_a_tick_is_taken_back(call, report, listed):
    call("tick", report, "3.1.1", "3.4.3")
    assert call("untick", report, "3.1.1")[0] == 0
    assert [number for number, value in listed().items() if value == "done"] == ["3.4.3"]


def test_a_second_tick_changes_nothing_and_says_so(call, report):
    call("tick", report, "3.1.1")
    before = Path(report + ".gangmu.json").read_bytes()
    status, out, _ = call("tick", report, "3.1.1")
    assert status == 0
    assert "to be accepted already" in out
    assert Path(report + ".gangmu.json").read_bytes() == before


@pytest.mark.parametrize("number", ["３.１．2", "3.1.2 ", "3。1。2"])
def test_numbers_may_be_typed_with_an_input_method_on(call, report, listed, number):
    assert call("tick", report, number)[0] == 0
    assert listed()["3.1.2"] == "done"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("9.9", "there is no item '9.9'; gangmu list shows the numbers"),
        ("3.1", "3.1 is a heading, not an item; below it are 3.1.1 3.1.2"),
        ("1.1.1", "1.1.1 is not on the checklist"),
    ],
)
def test_one_wrong_number_and_nothing_is_changed(call, report, number, told):
    status, out, err = call("tick", report, "3.1.1", number)
    assert (status, out) == (2, "")
    assert err == f"gangmu: {report}: {told}\n"
    assert not Path(report + ".gangmu.json").exists()


def test_a_tick_needs_a_number(call, report):
    status, _, err = call("tick", report)
    assert status == 2
    assert err == "gangmu: Missing argument 'NUMBER…'. See: gangmu tick --help\n"


def test_the_state_may_be_kept_elsewhere(call, report, tmp_path):
    state = tmp_path / "s.json"
    assert call("tick", report, "3.1.1", "--state", str(state))[0] == 0
    assert state.exists()
    assert not Path(report + ".gangmu.json").exists()
    shown = json.loads(call("list", report, "--state", str(state), "--json")[1])
    assert shown["state"] == str(state)
    assert shown["progress"]["done"] == 1


def test_what_cannot_be_saved_is_not_said_to_be(call, report, tmp_path):
    status, out, err = call("tick", report, "3.1.1", "--state", str(tmp_path / "no" / "s.json"))
    assert (status, out) == (2, "") or Path(tmp_path / "no" / "s.json").exists()
    assert "Traceback" not in err


def test_the_change_is_signed(call, report):
    call("tick", report, "3.1.1", "--by", "李四")
    assert "李四" in Path(report + ".gangmu.json").read_text("utf-8")
    status, _, err = call("tick", report, "3.1.1", "--by", " ")
    assert (status, err) == (2, "gangmu: the name after --by is empty\n")


def test_the_json_of_a_tick_says_what_changed(call, report):
    call("tick", report, "3.1.1")
    status, out, _ = call("tick", report, "3.1.1", "3.1.2", "--json")
    shown = json.loads(out)
    assert status == 0
    assert [item["number"] for item in shown["changed"]] == ["3.1.2"]
    assert shown["unchanged"] == ["3.1.1"]
    assert shown["state"] == report + ".gangmu.json"


def test_people_see_the_list_with_its_progress(call, report):
    call("tick", report, "3.1.1", "3.1.2", "3.2.1")
    status, out, _ = call("list", report, "--lang", "zh")
    lines = out.splitlines()
    assert status == 0
    assert lines[1] == "整改 3/9（33%）：未启动 6、待验收 3"
    assert lines[2] == "编号   状态    责任人  时限  条目"
    assert lines[3].startswith("3.1.1  待验收                一是 持续加强党史学习教育")
    assert len(lines) == 3 + 9


def test_on_a_screen_long_owners_leave_room_for_the_items(monkeypatch):
    owner = "责任领导：张三；责任单位：办公室、机关党委"
    assert within(owner) == owner
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    assert measure(within(owner)) <= 16
