"""A ledger that colleagues filled in comes back: nothing is lost, nothing is guessed silently."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from checklist import Journal, StateError, Status, apply, export, ledger_of, plan_import
from checklist.ledger import COLUMNS as ALL
from checklist.ledger import chosen_columns

TODAY = date(2026, 11, 22)
COLUMNS = {
    "措施": 3,
    "责任人": 4,
    "时限": 5,
    "到期日": 6,
    "状态": 7,
    "情况": 9,
    "佐证": 10,
    "备注": 11,
}


@pytest.fixture
def path(journal, tmp_path):
    target = tmp_path / "台账.xlsx"
    export(ledger_of(journal.checklist, today=TODAY), target)
    return target


def fill(path, *cells):
    """Fill in (row, column, value); row 4 is the first item."""
    book = openpyxl.load_workbook(path)
    for row, column, value in cells:
        book.worksheets[0].cell(row, COLUMNS.get(column, column)).value = value
    book.save(path)


def said(plan):
    return [(c.item.number, dict(c.fields)) for c in plan.changes]


@pytest.mark.parametrize("headings", ["zh", "en"])
def test_export_and_import_without_a_change_is_no_event(journal, tmp_path, headings):
    every = ",".join(column.key for column in ALL)
    for name, columns in (("a", None), ("b", chosen_columns(every)), ("c", chosen_columns("措施"))):
        target = tmp_path / f"{name}.xlsx"
        export(
            ledger_of(journal.checklist, columns=columns, today=TODAY, language=headings), target
        )
        plan = plan_import(journal, target, today=TODAY)
        assert plan.clean
        assert said(plan) == []
        assert apply(journal, plan) == ()


def test_each_changed_cell_is_an_event_by_the_person_named(journal, path, tmp_path):
    fill(path, (8, "责任人", "赵六"), (8, "状态", "整改中"), (6, "情况", "清单已建立"))
    other = Journal(journal.document, state=tmp_path / "state.json", author="李四")
    events = apply(other, plan_import(other, path, today=TODAY))
    assert [event.author for event in events] == ["李四"] * 3
    assert len({event.step for event in events}) == 1
    item = other.checklist.find("2.2.3")
    assert (item.owner, item.status) == ("赵六", Status.DOING)
    assert other.checklist.find("2.2.1").result == "清单已建立"


def test_sorted_and_shortened_ledgers_are_understood(journal, path):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    sheet.delete_rows(4, 5)
    for row in (rows[4], rows[0], rows[2]):
        sheet.append(row)
    sheet.cell(4, COLUMNS["责任人"]).value = "赵六"
    book.save(path)
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == [("2.2.3", {"owner": "赵六"})]
    assert [item.number for item in plan.missing] == ["2.1.2", "2.2.2"]


def test_a_cell_changed_on_both_sides_is_a_conflict(journal, path):
    fill(path, (6, "责任人", "赵六"))
    journal.change(journal.checklist.find("2.2.1"), owner="钱七")
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == []
    cell = plan.conflicts[0].cell
    assert (cell.exported, cell.here, cell.there) == ("王五", "钱七", "赵六")
    assert said(plan_import(journal, path, theirs=True, today=TODAY)) == [
        ("2.2.1", {"owner": "赵六"})
    ]


def test_what_was_changed_here_only_stays(journal, path):
    journal.change(journal.checklist.find("2.2.1"), owner="钱七")
    plan = plan_import(journal, path, today=TODAY)
    assert plan.clean
    assert said(plan) == []


def test_the_same_change_on_both_sides_is_none(journal, path):
    fill(path, (6, "责任人", "钱七"))
    journal.change(journal.checklist.find("2.2.1"), owner="钱七")
    assert said(plan_import(journal, path, today=TODAY)) == []


def test_words_and_day_of_a_time_limit_go_together(journal, path):
    fill(path, (8, "时限", "2026年12月底前"), (6, "到期日", date(2026, 12, 1)))
    assert said(plan_import(journal, path, today=TODAY)) == [
        ("2.2.1", {"due": "2026-12-01", "due_date": "2026-12-01"}),
        ("2.2.3", {"due": "2026年12月底前", "due_date": date(2026, 12, 31)}),
    ]


def test_remarks_are_added_and_never_overwritten(journal, path):
    fill(path, (6, "备注", "已补齐"), (8, "备注", "下周约谈"))
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == [("2.2.1", {"remark": "已补齐"}), ("2.2.3", {"remark": "下周约谈"})]
    apply(journal, plan)
    assert [r.text for r in journal.checklist.find("2.2.1").remarks] == ["资料不全", "已补齐"]


def test_closing_needs_an_opinion_and_says_so(journal, path):
    fill(path, (8, "状态", "已销号"))
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == []
    assert "opinion" in str(plan.refusals[0].reason)


def test_an_opinion_alone_closes_nothing(journal, tmp_path):
    target = tmp_path / "b.xlsx"
    columns = chosen_columns("措施,状态,验收意见")
    export(ledger_of(journal.checklist, columns=columns, today=TODAY), target)
    fill(target, (6, 3, "不同意销号，退回"))
    plan = plan_import(journal, target, today=TODAY)
    assert said(plan) == []
    assert "已销号" in str(plan.refusals[0].reason)
    fill(target, (6, 3, "同意"), (6, 2, "已销号"))
    apply(journal, plan_import(journal, target, today=TODAY))
    assert journal.checklist.find("2.2.1").opinion == "同意"


def test_reopening_takes_a_new_remark_as_its_reason(journal, path):
    fill(path, (5, "状态", "整改中"))
    assert "reason" in str(plan_import(journal, path, today=TODAY).refusals[0].reason)
    fill(path, (5, "备注", "回头看发现问题"))
    apply(journal, plan_import(journal, path, today=TODAY))
    item = journal.checklist.find("2.1.2")
    assert item.status is Status.DOING
    assert item.remarks[-1].text == "回头看发现问题"


def test_a_word_that_is_no_state_is_listed(journal, path):
    fill(path, (8, "状态", "差不多了"))
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == []
    assert "差不多了" in str(plan.refusals[0].reason)


def test_added_rows_are_listed(journal, path):
    fill(path, (9, "措施", "新增一项与全文无关的工作任务安排"), (9, "责任人", "孙八"))
    plan = plan_import(journal, path, today=TODAY)
    assert [(row.line, row.text) for row in plan.unknown] == [
        (9, "新增一项与全文无关的工作任务安排")
    ]


def foreign(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_foreign_ledger_is_understood_by_its_headings_and_its_text(journal, tmp_path):
    path = foreign(
        tmp_path / "外来.xlsx",
        ["XX县整改台账"],
        [],
        ["序号", "具体措施", "牵头单位", "完成时限（年/月）", "完成情况", "是否完成"],
        [1, "1.建立难点问题清单，逐项销号。", "督查科", "2026年12月底前", "已建立", "推进中"],
        [2, "对不担当的干部进行约谈提醒", "组织科", None, None, "已完成"],
        [3, "与本报告毫无关系的另外一件事情", "某科", None, None, None],
    )
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == [
        ("2.2.1", {"result": "已建立"}),
        ("2.2.3", {"status": Status.DONE}),
        ("2.2.3", {"owner": "组织科"}),
    ]
    conflicts = [(c.item.number, c.cell.column.key) for c in plan.conflicts]
    assert conflicts == [("2.2.1", "owner"), ("2.2.1", "due")]
    assert [(line, item.number) for line, _, item in plan.alike] == [(5, "2.2.3")]
    assert [row.line for row in plan.unknown] == [6]


def test_unit_and_person_are_both_taken_and_unknown_columns_are_named(journal, tmp_path):
    path = foreign(
        tmp_path / "x.xlsx",
        ["整改措施", "责任单位", "责任人", "天气", "责任领导"],
        ["对不担当的干部约谈提醒", "组织科", "赵六", "晴", "李书记"],
    )
    plan = plan_import(journal, path, today=TODAY)
    assert said(plan) == [("2.2.3", {"owner": "组织科，赵六"})]
    assert plan.ignored == ("天气", "责任领导")


def test_a_csv_from_chinese_excel_is_read(journal, tmp_path):
    path = tmp_path / "台账.csv"
    path.write_bytes("整改措施,责任人\n对不担当的干部约谈提醒,赵六\n".encode("gb18030"))
    assert said(plan_import(journal, path, today=TODAY)) == [("2.2.3", {"owner": "赵六"})]


def zipped(**parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cannot be read as a spreadsheet"),
        (b"PK\x03\x04 broken", "cannot be read as a spreadsheet"),
        (zipped(a="b"), "cannot be read as a spreadsheet"),
        (b"\xd0\xcf\x11\xe0 old", "save it as .xlsx"),
    ],
    ids=["empty", "broken", "another archive", "old"],
)
def test_what_is_no_spreadsheet_is_said_in_one_line(journal, tmp_path, data, words):
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(StateError, match=words) as caught:
        plan_import(journal, path)
    assert caught.value.path == path


def test_a_spreadsheet_without_a_ledger_is_said_to_have_none(journal, tmp_path):
    with pytest.raises(StateError, match="no ledger found"):
        plan_import(journal, foreign(tmp_path / "x.xlsx", ["甲", "乙"], [1, 2]))
