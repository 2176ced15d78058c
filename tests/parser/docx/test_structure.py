"""What a Word file becomes as a document: headings by their style, a ledger table as items."""

from __future__ import annotations

from pathlib import Path

import docx

from parser import load, parse

CASES = Path(__file__).parent / "cases"


def outline(document):
    return [(node.depth, node.marker, node.title) for node in document.nodes]


def test_the_format_and_the_title_style_are_known():
    document = load(CASES / "heading-styles.docx")
    assert (document.format, document.title) == ("docx", "标题0")


def test_automatic_numbers_make_the_tree():
    assert outline(load(CASES / "office-report.docx"))[:9] == [
        (1, "一、", "存在的主要问题"),
        (2, "（一）", "学习不够深入"),
        (3, "1.", "学得不系统"),
        (4, "（1）", "理论学习中心组次数不足"),
        (4, "（2）", "笔记不完整"),
        (5, "①", "未记录"),
        (5, "②", "未检查"),
        (3, "2.", "用得不多"),
        (2, "（二）", "担当不足"),
    ]


def test_headings_without_a_number_are_told_by_their_style():
    document = load(CASES / "python-docx.docx")
    assert [row for row in outline(document) if row[0] == 1] == [
        (1, "", "总体要求"),
        (1, "", "保障措施"),
    ]
    assert document.title == "工作方案"


def test_a_number_says_more_than_a_style():
    text = "一、甲\n内容\n二、乙\n"
    plain = outline(parse(text))
    assert outline(parse(text, headings=((0, 1), (7, 3)))) == plain


def test_a_long_paragraph_in_a_heading_style_is_no_heading():
    text = "甲" * 200 + "\n1.乙\n2.丙\n"
    assert outline(parse(text, headings=((0, 1),))) == [(1, "1.", "乙"), (1, "2.", "丙")]


def test_nothing_is_lost_where_headings_are_hinted():
    document = load(CASES / "python-docx.docx")
    own = "".join(document.text[node.start : node.own_end] for node in document.nodes)
    assert document.preamble + own == document.text


def test_a_ledger_table_becomes_items_with_their_columns():
    document = load(CASES / "ledger-table.docx")
    assert outline(document) == [
        (1, "1.", "学习不深入"),
        (2, "（1）", "每月组织学习"),
        (2, "（2）", "开展测试"),
        (1, "2.", "作风不实"),
        (2, "（1）", "下沉基层"),
    ]
    assert document.nodes[1].body == "责任人：张三\n整改时限：2024年6月底前"


def test_accepted_changes_and_hidden_text_are_said():
    def said(name):
        return [str(w.message) for w in load(CASES / f"{name}.docx").warnings if w.line == 1]

    assert said("tracked-changes") == ["tracked changes are shown as if all of them were accepted"]
    assert said("hidden") == ["hidden text is left out (14 characters)"]
    assert said("office-report") == []


def test_numbered_measures_in_one_cell_are_items_of_their_own(tmp_path):
    word = docx.Document()
    table = word.add_table(3, 5)
    rows = (
        ("序号", "存在问题", "整改措施", "责任单位", "完成时限"),
        (
            "1",
            "一、学习不深入",
            "1.每月组织学习。\n2.开展测试，\n结果通报。",
            "办公室",
            "2024年6月底前",
        ),
        ("", "", "建立学习台账", "人事科", "长期坚持"),
    )
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    word.save(str(tmp_path / "台账.docx"))
    document = load(tmp_path / "台账.docx")
    assert outline(document) == [
        (1, "1.", "学习不深入"),
        (2, "（1）", "每月组织学习"),
        (2, "（2）", "开展测试"),
        (2, "（3）", "建立学习台账"),
    ]
    assert [node.body.split("\n")[-2:] for node in document.nodes[1:]] == [
        ["责任单位：办公室", "完成时限：2024年6月底前"],
        ["责任单位：办公室", "完成时限：2024年6月底前"],
        ["责任单位：人事科", "完成时限：长期坚持"],
    ]
