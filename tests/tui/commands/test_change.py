"""``gangmu set``, ``close``, ``reopen``, ``remark`` and ``role``."""

import json
from datetime import date
from pathlib import Path

import pytest

STATES = (
    "open (not started), doing (under way), done (to be accepted), closed (closed), "
    "mostly (mostly done), ongoing (long-term). See: gangmu set --help"
)


@pytest.fixture
def item(call, report):
    """``item("3.1.1")`` as ``gangmu list --json`` has it."""

    def find(number):
        shown = json.loads(call("list", report, "--json")[1])
        return next(item for item in shown["items"] if item["number"] == number)

    return find


def test_several_fields_of_several_items_are_set_at_once(call, report, item):
    status, out, err = call(
        "set", report, "3.1.1", "3.1.2", "--status", "doing", "--owner", "张三",
        "--due", "2026-12-31", "--result", "已开展两次", "--evidence", "签到表.pdf",
        "--evidence", "照片 1.jpg", "--by", "李四",
    )  # fmt: skip
    assert (status, err) == (0, "")
    assert "not started → under way · Owner 张三 · Due 2026-12-31" in out
    for number in ("3.1.1", "3.1.2"):
        found = item(number)
        assert found["status"] == "doing"
        assert (found["owner"], found["due"], found["due_date"]) == (
            "张三",
            "2026-12-31",
            "2026-12-31",
        )
        assert found["result"] == "已开展两次"
        assert found["evidence"] == ["签到表.pdf", "照片 1.jpg"]
        assert found["changed_by"] == "李四"


@pytest.mark.parametrize(
    ("said", "meant"), [("待验收", "done"), ("DOING", "doing"), ("长期坚持", "ongoing")]
)
def test_a_status_may_be_given_in_the_words_of_the_screen(call, report, item, said, meant):
    assert call("set", report, "3.1.1", "--status", said)[0] == 0
    assert item("3.1.1")["status"] == meant


def test_a_time_limit_in_words_is_kept_and_shown_with_the_day_it_means(call, report, item):
    assert call("set", report, "3.1.1", "--due", "2026年12月底前")[0] == 0
    found = item("3.1.1")
    assert (found["due"], found["due_date"]) == ("2026年12月底前", "2026-12-31")
    assert "2026年12月底前 (2026-12-31)" in call("list", report)[1]
    call("set", report, "3.1.1", "--due", "长期坚持")
    assert item("3.1.1")["due_date"] is None


def test_an_empty_value_clears_the_field(call, report, item):
    call("set", report, "3.1.1", "--owner", "张三", "--evidence", "a")
    assert call("set", report, "3.1.1", "--owner", "", "--evidence", "")[0] == 0
    assert (item("3.1.1")["owner"], item("3.1.1")["evidence"]) == ("", [])


def test_any_heading_can_be_put_on_the_list_and_any_item_taken_off(call, report):
    assert call("set", report, "1.1.1", "--on-list")[0] == 0
    assert call("set", report, "3.1.1", "--off-list")[0] == 0
    numbers = [i["number"] for i in json.loads(call("list", report, "--json")[1])["items"]]
    assert "1.1.1" in numbers
    assert "3.1.1" not in numbers
    assert len(numbers) == 9


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["3.1.1"], "nothing to set: give --status, --owner, --due or another option"),
        (["3.1.1", "--status", "closed"], "closing is a step of its own: use gangmu close"),
        (
            ["3.1.1", "--status", "finished"],
            f"Invalid value for '--status': 'finished' is not one of {STATES}",
        ),
        (["--owner", "张三"], "Missing argument 'NUMBER…'. See: gangmu set --help"),
    ],
)
def test_wrong_use_of_set_is_one_line_and_changes_nothing(call, report, arguments, told):
    status, out, err = call("set", report, *arguments)
    assert (status, out, err) == (2, "", f"gangmu: {told}\n")
    assert not Path(report + ".gangmu.json").exists()


def test_closing_keeps_opinion_name_and_day(call, report, item):
    call("tick", report, "3.1.1")
    status, out, _ = call("close", report, "3.1.1", "--opinion", "同意销号", "--by", "王主任")
    assert status == 0
    assert "to be accepted → closed · Opinion of acceptance 同意销号 · Accepted by 王主任" in out
    found = item("3.1.1")
    assert found["status"] == "closed"
    assert (found["opinion"], found["closed_by"]) == ("同意销号", "王主任")
    assert found["closed_on"] == date.today().isoformat()


def test_closing_may_name_another_day(call, report, item):
    assert call("close", report, "3.1.1", "--opinion", "同意", "--on", "2026-03-31")[0] == 0
    assert item("3.1.1")["closed_on"] == "2026-03-31"
    status, _, err = call("close", report, "3.1.2", "--opinion", "同意", "--on", "三月")
    assert status == 2
    assert "'三月' is no day; write it as 2026-12-31." in err


@pytest.mark.parametrize("opinion", [[], ["--opinion", " "]])
def test_nothing_is_closed_without_an_opinion(call, report, item, opinion):
    status, out, err = call("close", report, "3.1.1", *opinion)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert item("3.1.1")["status"] == "open"


def test_reopening_needs_a_reason_which_stays_visible(call, report, item):
    call("close", report, "3.1.1", "--opinion", "同意")
    assert call("reopen", report, "3.1.1")[0] == 2
    assert call("untick", report, "3.1.1")[0] == 2
    status, out, _ = call("reopen", report, "3.1.1", "--reason", "回头看发现反弹")
    assert status == 0
    assert "closed → under way · Reason 回头看发现反弹" in out
    assert item("3.1.1")["status"] == "doing"
    assert [remark["text"] for remark in item("3.1.1")["remarks"]] == ["回头看发现反弹"]


def test_what_is_not_closed_cannot_be_reopened(call, report):
    call("close", report, "3.1.1", "--opinion", "同意")
    status, _, err = call("reopen", report, "3.1.1", "3.1.2", "--reason", "反弹")
    assert (status, err) == (2, f"gangmu: {report}: 3.1.2 is not closed\n")


def test_remarks_add_up_and_are_signed(call, report, item):
    call("remark", report, "3.1.1", "已与组织部对接", "--by", "张三")
    status, out, _ = call("remark", report, "3.1.1", "下周报送", "--by", "李四")
    assert status == 0
    assert "Remark 下周报送" in out
    remarks = item("3.1.1")["remarks"]
    assert [(r["text"], r["author"]) for r in remarks] == [
        ("已与组织部对接", "张三"),
        ("下周报送", "李四"),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["3.1.1"], "Missing argument 'TEXT'. See: gangmu remark --help"),
        (["3.1.1", " \n"], "the remark is empty"),
    ],
)
def test_an_empty_remark_is_refused(call, report, arguments, told):
    assert call("remark", report, *arguments) == (2, "", f"gangmu: {told}\n")


@pytest.mark.parametrize(
    "text",
    [
        "见[/]附件 [bold]完成[x]",
        "👨‍👩‍👧‍👦 é é ﷽ \u202eabc \x1b[31m",
        "第一行\n第二行\t制表\r\n",
        '"引号" \\u0000 \\',
        "－－全角　空格",
    ],
)
def test_any_text_comes_back_exactly(call, report, item, text):
    assert call("remark", report, "3.1.1", text)[0] == 0
    assert call("set", report, "3.1.1", "--owner", text)[0] == 0
    assert item("3.1.1")["remarks"][-1]["text"] == text
    assert item("3.1.1")["owner"] == text


def test_text_that_cannot_be_stored_is_refused_in_one_line(call, report):
    broken = "半个\udce4字"
    for arguments in (
        ["remark", report, "3.1.1", broken],
        ["set", report, "3.1.1", "--owner", broken],
        ["set", report, "3.1.1", "--evidence", broken],
        ["tick", report, "3.1.1", "--by", broken],
    ):
        status, out, err = call(*arguments)
        assert (status, out) == (2, "")
        assert err.count("\n") == 1
        assert not Path(report + ".gangmu.json").exists()


def test_a_wrong_role_is_corrected_and_moves_the_checklist(call, report):
    status, out, _ = call("role", report, "1.1", "措施")
    assert status == 0
    assert "measure" in out
    numbers = [i["number"] for i in json.loads(call("list", report, "--json")[1])["items"]]
    assert numbers[:3] == ["1.1.1", "1.1.2", "1.1.3"]
    assert call("role", report, "1.1", "none")[0] == 0
    assert len(json.loads(call("list", report, "--json")[1])["items"]) == 9
    assert call("role", report, "1.1", "题目")[0] == 2


def test_every_change_has_its_json(call, report):
    for arguments in (
        ["set", report, "3.1.1", "--owner", "张三"],
        ["close", report, "3.1.1", "--opinion", "同意"],
        ["reopen", report, "3.1.1", "--reason", "反弹"],
        ["remark", report, "3.1.1", "在办"],
        ["role", report, "3.1", "measure"],
    ):
        status, out, err = call(*arguments, "--json")
        assert (status, err) == (0, "")
        assert list(json.loads(out)) == ["state", "progress", "changed", "unchanged"]
