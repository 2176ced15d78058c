"""``gangmu search``."""

import json

import pytest

from tui.search.fold import plain


def test_the_json_is_one_list_of_hits(call, report):
    status, out, err = call("search", "铁军", report, "--json")
    assert (status, err) == (0, "")
    (hit,) = json.loads(out)
    assert list(hit) == ["path", "number", "start", "end", "line", "text"]
    assert hit["path"] == report
    assert (hit["number"], hit["line"], hit["text"]) == ("3.4.3", 25, "铁军")
    assert hit["end"] - hit["start"] == 2


def test_what_stands_before_the_first_heading_has_no_number(call, report):
    hits = json.loads(call("search", "县纪委机关", report, "--json")[1])
    assert [hit["number"] for hit in hits] == [None]


def test_nothing_found_is_status_1_and_an_empty_list(call, report):
    assert call("search", "不存在", report, "--json") == (1, "[]\n", "")
    assert call("search", "不存在", report) == (1, "", "")


def test_several_files_are_searched_and_named(call, report, tmp_path):
    other = tmp_path / "b.txt"
    other.write_text("一、巡察铁军\n二、整改\n" * 9, "utf-8")
    status, out, _ = call("search", "铁军", report, str(other), "--json")
    assert status == 0
    assert {hit["path"] for hit in json.loads(out)} == {report, str(other)}
    assert report in call("search", "铁军", report, str(other))[1]


def test_a_file_that_cannot_be_read_does_not_hide_the_others(call, report, tmp_path):
    missing = str(tmp_path / "missing.txt")
    status, out, err = call("search", "铁军", missing, report, "--json")
    assert status == 2
    assert len(json.loads(out)) == 1
    assert err.startswith(f"gangmu: {missing}: ")
    assert err.count("\n") == 1


def test_people_see_the_line_of_each_hit_and_its_number(call, report):
    status, out, _ = call("search", "铁军", report)
    lines = out.splitlines()
    assert status == 0
    assert lines[0].split() == ["No.", "Line", "Text"]
    assert lines[1].startswith("3.4.3  25    …")
    assert "“铁军”" in lines[1]
    assert len(lines) == 2


@pytest.mark.parametrize("word", ["(", "[/]", "\udcff", "\x00", "-", '"', "%s", "{x}"])
def test_any_words_are_searched_for_as_they_are(call, report, word):
    status, out, err = call("search", word, report, "--json")
    assert status in {0, 1}
    assert err == ""
    assert all(plain(hit["text"]) == plain(word) for hit in json.loads(out))


def test_a_query_that_cannot_be_meant_is_told(call, report):
    status, out, err = call("search", "status:foo", report)
    assert (status, out) == (2, "")
    assert err.startswith("gangmu: status: cannot be foo; it can be open/未启动 ")


def test_fields_ask_the_state_file(call, report):
    call("tick", report, "3.1.2")
    hits = json.loads(call("search", "status:done", report, "--json")[1])
    assert [hit["number"] for hit in hits] == ["3.1.2"]


@pytest.mark.parametrize(("language", "explained"), [("en", "a phrase"), ("zh", "完整的短语")])
def test_the_page_explains_what_may_be_asked(call, language, explained):
    status, out, _ = call("search", "--help", "--lang", language)
    assert status == 0
    assert explained in out
    assert "xcb" in out
