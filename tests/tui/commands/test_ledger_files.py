"""``gangmu export`` and ``gangmu import``: the ledger goes out, is filled in, and comes back."""

import json
from pathlib import Path

import openpyxl
import pytest


@pytest.fixture
def ledger(call, report, tmp_path):
    path = tmp_path / "台账.xlsx"
    assert call("export", report, "-o", str(path))[0] == 0
    return path


def fill(path, **cells):
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(path)


def test_where_the_ledger_was_written_is_said(call, report, tmp_path):
    path = tmp_path / "台账.csv"
    status, out, err = call("export", report, "-o", str(path))
    assert (status, out, err) == (0, f"9 of 9 items written to {path}\n", "")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_that_exists_is_overwritten_only_with_force(call, report, ledger):
    status, out, err = call("export", report, "-o", str(ledger))
    assert (status, out) == (2, "")
    assert err.endswith("the file exists; say --force to overwrite it\n")
    assert call("export", report, "-o", str(ledger), "--force")[0] == 0


def test_an_export_of_nothing_is_status_1(call, report, tmp_path):
    assert call("export", report, "-o", str(tmp_path / "a.md"), "--late")[0] == 1
    assert call("export", report, "-o", str(tmp_path / "b.md"), "--under", "9.9")[0] == 2


def test_the_ledger_is_chinese_unless_asked_otherwise(call, report, tmp_path):
    call("export", report, "-o", str(tmp_path / "zh.csv"), "--columns", "measure,status")
    call("export", report, "-o", str(tmp_path / "en.csv"), "--headings", "en")
    assert (tmp_path / "zh.csv").read_text("utf-8-sig").startswith("整改措施,状态\n")
    assert (tmp_path / "en.csv").read_text("utf-8-sig").startswith("No.,Section,Measure")


def test_a_dry_run_shows_and_changes_nothing(call, report, ledger):
    fill(ledger, D4="赵六")
    status, out, err = call("import", report, str(ledger), "--dry-run")
    assert (status, err) == (0, "")
    assert "赵六" in out
    assert "Nothing was changed" in out
    assert not Path(report + ".gangmu.json").exists()


def test_what_was_filled_in_is_saved_under_the_name_given(call, report, ledger):
    fill(ledger, D4="赵六", G5="整改中")
    status, out, _err = call("import", report, str(ledger), "--by", "李四")
    assert status == 0
    assert "2 changes saved" in out
    shown = json.loads(call("list", report, "--json")[1])["items"]
    assert (shown[0]["owner"], shown[1]["status"]) == ("赵六", "doing")
    assert '"author":"李四"' in Path(report + ".gangmu.json").read_text("utf-8")
    assert "nothing new" in call("import", report, str(ledger))[1]


def test_what_needs_a_person_is_listed_and_status_1(call, report, ledger):
    fill(ledger, D4="赵六", G6="已销号", C13="一项查无此项的工作安排")
    call("set", report, "3.1.1", "--owner", "钱七")
    status, out, _err = call("import", report, str(ledger), "--json")
    said = json.loads(out)
    assert status == 1
    assert [row["there"] for row in said["conflicts"]] == ["赵六"]
    assert [row["number"] for row in said["refused"]] == ["3.2.1"]
    assert [row["text"] for row in said["unknown"]] == ["一项查无此项的工作安排"]
    assert said["events"] == 0


def test_a_file_that_is_no_ledger_is_one_line_and_status_2(call, report):
    status, out, err = call("import", report, report)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert "cannot be read as a spreadsheet" in err
