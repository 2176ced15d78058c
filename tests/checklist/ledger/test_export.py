"""The ledger goes out in every format, complete, safe, and whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
import zipfile
from datetime import date

import openpyxl
import pytest

from checklist import (
    Journal,
    Selection,
    StateError,
    Status,
    chosen_columns,
    export,
    ledger_of,
    ledger_title,
)
from checklist.ledger import FORMATS, render
from checklist.ledger.report import report_of
from parser import parse

TODAY = date(2026, 11, 22)


@pytest.fixture
def ledger(journal):
    return ledger_of(journal.checklist, today=TODAY)


def sheet_of(ledger):
    return openpyxl.load_workbook(io.BytesIO(render(ledger, ".xlsx")))


def test_there_is_one_row_for_each_item_in_document_order(ledger):
    assert [row.item.number for row in ledger.rows] == ["2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.2.3"]
    assert ledger.rows[0].text == "1.每月组织一次集中学习，形成学习笔记。"
    assert [group for group, _ in ledger.groups] == ["（一）加强学习", "（二）敢于担当"]


def test_the_spreadsheet_has_frozen_headings_filter_list_and_paper(ledger):
    book = sheet_of(ledger)
    sheet = book.worksheets[0]
    assert book.sheetnames == ["整改台账", "汇总", "_gangmu"]
    assert [c.value for c in sheet[3]][:4] == ["序号", "所属部分", "整改措施", "责任人"]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:L8"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    choice = sheet.data_validations.dataValidation[0]
    assert choice.formula1 == '"未启动,整改中,待验收,已销号,基本完成,长期坚持"'
    assert str(choice.sqref) == "G4:G8"
    assert len(sheet.conditional_formatting) == 4
    assert book.worksheets[1]._charts
    assert book.worksheets[2].sheet_state == "veryHidden"


def test_days_are_days_and_states_are_words(ledger):
    sheet = sheet_of(ledger).worksheets[0]
    assert sheet["F4"].value.date() == date(2026, 6, 30)
    assert [sheet.cell(row, 7).value for row in range(4, 9)] == [
        *("待验收", "已销号", "整改中", "长期坚持", "未启动")
    ]


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", " =1", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(journal, text):
    journal.change(journal.checklist.items[4], result=text, owner=text)
    ledger = ledger_of(journal.checklist, today=TODAY)
    cell = next(c for c in sheet_of(ledger).worksheets[0][8] if c.value == text)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    rows = list(csv.reader(io.StringIO(render(ledger, ".csv").decode("utf-8-sig"))))
    assert f"'{text}" in rows[5]


def test_a_document_that_is_one_formula_stays_text(tmp_path):
    document = parse("一、=1+1。\n二、=2+2。\n")
    journal = Journal(document, state=tmp_path / "s.json")
    book = sheet_of(ledger_of(journal.checklist, today=TODAY))
    formulas = [
        cell.value
        for sheet in book.worksheets[::2]
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and "TODAY()" not in cell.value
    ]
    assert formulas == []


def test_control_characters_and_markup_do_no_harm(journal):
    nasty = "\x1b[31m<b>&\x00\x07</b>|`_*[x](y)"
    journal.change(journal.checklist.items[4], result=nasty)
    ledger = ledger_of(journal.checklist, today=TODAY)
    for suffix in FORMATS:
        data = render(ledger, suffix)
        if suffix in {".html", ".md", ".csv", ".ics"}:
            assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    assert b"<b>" not in render(ledger, ".html")
    assert "\\<b\\>" in render(ledger, ".md").decode()


def test_excel_is_told_that_the_csv_is_utf8(ledger):
    data = render(ledger, ".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][:3] == ["序号", "所属部分", "整改措施"]
    assert len(rows) == 6


def test_the_json_holds_everything(ledger):
    value = json.loads(render(ledger, ".json"))
    assert value["progress"] == {
        "total": 5,
        "open": 1,
        "doing": 1,
        "done": 1,
        "closed": 1,
        "mostly": 0,
        "ongoing": 1,
        "overdue": 1,
        "rate": 0.4,
    }
    assert value["items"][0]["evidence"] == ["笔记.docx", "照片.zip"]
    assert value["items"][2]["days_left"] == -22


def test_every_rate_is_said_with_its_parts(ledger):
    said = (
        "截至2026年11月22日，共涉及2个方面5项整改事项：已销号1项、待验收1项、长期坚持1项、"
        "整改中1项、未启动1项，其中超期未完成1项。已销号和待验收合计2项，完成率40%。"
    )
    assert said in render(ledger, ".md").decode()
    assert said in render(ledger, ".html").decode()


def test_the_calendar_holds_what_is_due_and_not_finished(ledger):
    text = render(ledger, ".ics").decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261031\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "SUMMARY:整改到期：1.建立难点问题清单" in text.replace("\r\n ", "")


def test_the_report_is_laid_out_by_the_standard(ledger):
    with zipfile.ZipFile(io.BytesIO(render(ledger, ".docx"))) as archive:
        body = archive.read("word/document.xml").decode()
    assert 'w:pgSz w:w="11906" w:h="16838"' in body
    assert 'w:linePitch="580"' in body
    text = re.sub("<[^>]+>", "\n", body)
    assert re.search(r"一、总体情况\s+截至2026年11月22日", text)
    assert re.search(r"（一）加强学习\s+共2项措施，已销号1项、待验收1项。", text)
    assert "1.每月组织一次集中学习，形成学习笔记。" in text
    assert "（整改中；责任人：王五；整改时限：10月底前；已超期22天）" in text


def test_the_report_names_what_is_late_first(journal):
    journal.change(journal.checklist.items[4], due="2026-11-01", due_date="2026-11-01")
    journal.change(journal.checklist.items[3], status="open", due="", due_date=None)
    rows = list(report_of(ledger_of(journal.checklist, today=TODAY)))
    start = next(at for at, one in enumerate(rows) if one.text == "三、尚未完成的事项")
    assert [one.lead for one in rows[start + 2 : start + 5]] == [
        *("1.建立难点问题清单", "2.对不担当的干部约谈提醒", "3.领导班子成员每人包联一个难点问题")
    ]


def test_a_missing_word_writer_is_said_clearly(ledger, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(StateError, match="python-docx"):
        render(ledger, ".docx")


def test_columns_are_chosen_by_key_or_by_heading(journal):
    columns = chosen_columns("整改措施,owner，完成时限, 状态")
    assert [c.key for c in columns] == ["measure", "owner", "due", "status"]
    with pytest.raises(StateError, match="there is no column 天气"):
        chosen_columns("措施,天气")


@pytest.mark.parametrize(
    ("selection", "numbers"),
    [
        (Selection(statuses=frozenset({Status.DONE, Status.CLOSED})), ["2.1.1", "2.1.2"]),
        (Selection(owner="王"), ["2.2.1"]),
        (Selection(late=True), ["2.2.1"]),
        (Selection(under="2.1"), ["2.1.1", "2.1.2"]),
    ],
)
def test_items_are_selected(journal, selection, numbers):
    ledger = ledger_of(journal.checklist, selection=selection, today=TODAY)
    assert [row.item.number for row in ledger.rows] == numbers
    assert [row.position for row in ledger.rows] == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_empty_ledger_is_written_too(journal, suffix):
    empty = ledger_of(journal.checklist, selection=Selection(owner="无此人"), today=TODAY)
    assert render(empty, suffix)


def test_a_file_that_exists_is_not_overwritten_unasked(ledger, tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text("mine")
    with pytest.raises(StateError, match="exists"):
        export(ledger, path)
    assert path.read_text() == "mine"
    export(ledger, path, force=True)
    assert "整改措施" in path.read_text("utf-8-sig")


def test_a_failed_write_leaves_the_old_file_and_nothing_else(ledger, tmp_path, monkeypatch):
    path = tmp_path / "台账.csv"
    path.write_text("mine")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "disk full")))
    with pytest.raises(StateError, match="disk full"):
        export(ledger, path, force=True)
    assert path.read_text() == "mine"
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"] == []


def test_neither_the_document_nor_a_state_file_is_ever_overwritten(journal, tmp_path):
    document = tmp_path / "报告.md"
    document.write_text("一、学习。\n", "utf-8")
    source = ledger_of(Journal(parse("一、学习。\n", path=str(document))).checklist, today=TODAY)
    for path in (document, tmp_path / "报告.md.gangmu.json"):
        with pytest.raises(StateError, match="choose another name"):
            export(source, path, force=True)
    assert document.read_text("utf-8") == "一、学习。\n"


def test_an_unknown_ending_names_those_that_there_are(ledger, tmp_path):
    with pytest.raises(StateError, match=r"\.xlsx \.docx"):
        export(ledger, tmp_path / "台账.pdf")
    assert not (tmp_path / "台账.pdf").exists()


@pytest.mark.parametrize(
    ("title", "its_ledgers"),
    [
        ("对照检查材料", "对照检查材料整改台账"),
        ("巡察反馈意见整改方案", "巡察反馈意见整改方案台账"),
        ("问题整改台账", "问题整改台账"),
    ],
)
def test_the_title_of_a_ledger_says_everything_once(title: str, its_ledgers: str) -> None:
    assert ledger_title(title) == its_ledgers
