"""What a document tells of itself: title, roles, ids, labels, paragraphs for reading."""

from __future__ import annotations

import pytest

from parser import Role, parse

REPORT = """关于整改工作情况的报告
一、存在的主要问题
（一）学习不够深入。一是不系统。二是不经常。
（二）作风不够扎实。
二、原因剖析
（一）认识不足。
三、下一步整改措施
（一）加强学习。一是集中学习。二是个人自学。
（二）改进作风。
"""

WRAPPED = """办领导班子认真学习党的二十届三中全会精神，
深入开展谈心谈话，广泛征求意见建议，党的二十
届四中全会以来工作有了新的进展，现将有关情
况报告如下，请予审议，并请提出宝贵意见建议。
一、存在的主要问题
班子能够坚持学习，但是还存在一定的差距，特别
是批评和自我批评开展得不够经常，主要表现在下
— 1 —
面几个方面，需要在今后的工作之中认真加以改
进，切实提高。
二、原因
对于学习的重要意义认识不足，抓得不够紧，有时
候以会议代替学习，以文件落实文件，效果不明显。
"""


def roles(document):
    return [str(node.role) for node in document.roots]


def test_title_stands_above_the_first_heading():
    assert parse(REPORT, title="文件名").title == "关于整改工作情况的报告"


def test_title_that_runs_over_two_lines_is_joined():
    text = "某某县人民政府关于进一步加强安全生产\n工作的通知\n各乡镇：\n一、提高认识"
    assert parse(text).title == "某某县人民政府关于进一步加强安全生产工作的通知"


def test_blanks_between_the_characters_of_a_title_are_closed_up():
    assert parse("国 务 院 工 作 规 则\n一、总则").title == "国务院工作规则"


def test_name_of_the_file_serves_where_the_text_has_no_title():
    assert parse("根据要求，现报告如下。\n一、问题", title="文件名").title == "文件名"


def test_lone_markdown_heading_is_the_title_and_no_node():
    document = parse("# 整改方案\n\n## 一、问题\n\n## 二、措施\n", format="markdown")
    assert document.title == "整改方案"
    assert [node.depth for node in document.nodes] == [1, 1]


def test_a_statute_tells_roles_by_whole_labels_only():
    first = "第一章 强制措施\n第一条 下列措施：\n（一）其他措施；\n（二）问题线索。\n"
    document = parse(first + "第二章 整改措施\n第二条 立即整改。")
    assert [str(node.role) for node in document.roots] == ["None", "measure"]
    assert {node.role for node in document.nodes if node.number.startswith("1")} == {None}


def test_roles_are_told_by_headings_and_inherited():
    document = parse(REPORT)
    assert roles(document) == ["problem", "cause", "measure"]
    assert document.find("3.1.2").role is Role.MEASURE
    assert document.find("1.1.1").role is Role.PROBLEM


def test_label_below_a_role_tells_its_own():
    document = parse("一、查摆的问题\n（一）学习不够\n1.整改措施\n（1）抓学习。\n二、其他")
    assert document.find("1.1").role is Role.PROBLEM
    assert document.find("1.1.1.1").role is Role.MEASURE
    assert document.find("2").role is None


def test_words_before_a_list_tell_the_role_of_its_items():
    text = (
        "一、问题：学习不深入\n整改措施：1.制定计划；2.集中学习。\n原因：一是忙；二是懒。\n二、其他"
    )
    document = parse(text)
    assert [str(node.role) for node in document.find("1").children] == [
        *["measure"] * 2,
        *["cause"] * 2,
    ]
    assert document.find("1").role is Role.PROBLEM


def test_node_without_a_role_by_choice_has_none_below_it():
    corrected = parse(REPORT).with_roles({"3": None})
    assert {node.role for node in corrected.walk() if node.number[0] == "3"} == {None}


def test_heading_of_problems_and_measures_has_no_role():
    document = parse("一、存在的问题及整改措施\n（一）存在的问题\n1.甲\n（二）整改措施\n1.乙")
    assert document.find("1").role is None
    assert document.find("1.1.1").role is Role.PROBLEM
    assert document.find("1.2.1").role is Role.MEASURE


def test_roles_can_be_corrected_by_number_and_by_id():
    document = parse(REPORT)
    corrected = document.with_roles({"1": Role.MEASURE, document.id_of(document.find("2")): None})
    assert roles(corrected) == ["measure", "None", "measure"]
    assert corrected.find("1.1.1").role is Role.MEASURE
    assert roles(document) == ["problem", "cause", "measure"]


def test_id_stays_when_the_number_and_the_blanks_change():
    before = parse("一、甲\n二、加强学习。坚持集体学习。\n")
    after = parse("一、甲\n二、乙\n三、加强 学习。坚持集体\n学习。\n")
    assert before.id_of(before.nodes[1]) == after.id_of(after.nodes[2])
    assert after.node_of(before.id_of(before.nodes[1])) == after.nodes[2]


def test_ids_are_unique_in_a_document():
    document = parse("一、总结\n1.加强学习\n二、计划\n1.加强学习\n2.加强学习\n")
    ids = [document.id_of(node) for node in document.nodes]
    assert len(set(ids)) == len(ids)
    assert ids[4] == ids[1] + "-3"


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("加强学习", "加强学习"),
        (
            "持续加强党史学习教育，始终坚持思想建党、理论强党，注重用好用活理论学习中心组",
            "持续加强党史学习教育，始终坚持思想建党、理论强党…",
        ),
        ("加" * 60, "加" * 28 + "…"),
    ],
)
def test_label_of_a_long_item_is_its_opening(title, label):
    assert parse(f"一是{title}。\n二是乙。").nodes[0].label == label


def reading(document, node=None):
    return [
        "".join(document.text[start:end] for start, end in spans)
        for spans in document.paragraphs(node)
    ]


def test_hard_wrapped_lines_are_joined_for_reading():
    document = parse(WRAPPED)
    assert len(reading(document)) == 1
    first = reading(document, document.nodes[0])
    assert first[0] == "一、存在的主要问题"
    assert first[1].startswith("班子能够坚持学习，但是还存在一定的差距，特别是批评")


def test_page_numbers_are_left_out_of_the_reading():
    document = parse(WRAPPED)
    first = reading(document, document.nodes[0])
    assert len(first) == 2
    assert first[1].endswith("主要表现在下面几个方面，需要在今后的工作之中认真加以改进，切实提高。")


def test_whole_paragraphs_are_given_one_by_one_without_their_indents():
    document = parse("　　一、甲\n　　第一段。\n\n　　第二段。\n二、乙")
    assert reading(document, document.nodes[0]) == ["一、甲", "第一段。", "第二段。"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("现对照检查如下:一是学习不够,作风不实;", "现对照检查如下：一是学习不够，作风不实；"),
        ("认识有偏差.有的同志不重视.", "认识有偏差。有的同志不重视。"),
        ("短期(6个月内)完成(含部分整改)", "短期（6个月内）完成（含部分整改）"),
        ("投入1,000.5万元,12:30开会", "投入1,000.5万元，12:30开会"),
        ("see (a, b) and c.", "see (a, b) and c."),
    ],
)
def test_half_width_punctuation_is_repaired_in_its_place(typed, read):
    document = parse(typed)
    assert document.repaired(((0, len(typed)),)) == read


def test_what_names_need_is_made_ready_also_where_there_is_nothing_to_name():
    parse("没有编号的一段话。").prepare()
    document = parse("一、总结")
    document.prepare()
    assert document.id_of(document.nodes[0]) == document.ids()[0]


def test_an_id_asked_for_alone_is_the_one_among_all():
    """Blanks, widths and compatibility characters are no difference, wherever they stand."""
    words = "加强学习ABC/加 强学习ＡＢＣ/加强学\u3000习abc/　加强学习ABC/加强⽬标/加强目标/加强"
    same = words.split("/")
    written = "一、总结\n" + "".join(f"{n}.{words}\n" for n, words in enumerate(same * 2, 1))
    one_by_one = parse(written)
    asked = [one_by_one.id_of(node) for node in reversed(one_by_one.nodes)][::-1]
    assert tuple(asked) == parse(written).ids()
    assert {asked[2], asked[4]} == {asked[1] + "-2", asked[1] + "-3"}
    assert asked[6] == asked[5] + "-2"


@pytest.mark.parametrize(
    ("closing", "why"),
    [
        ("附件：1.任务清单\n　　　2.联系表\n\n某某县人民政府\n2024年3月5日\n", "attachments"),
        (
            "特此报告。\n\n中共某某县委巡察办\n二〇二四年三月五日\n（联系人：李某，电话：12345）\n",
            "signature",
        ),
        ("（此件公开发布）\n", "a note"),
        ("附件1\n某某表\n单位　数量\n", "an attached table"),
        ("某某县人民政府办公室　　2024年3月5日印发\n", "the printing"),
    ],
)
def test_what_closes_a_document_is_not_the_body_of_its_last_item(closing, why):
    text = "一、提高认识。\n二、抓好落实。请按时上报。\n并抄送本办。\n" + closing
    last = parse(text).nodes[-1]
    assert last.body == "请按时上报。\n并抄送本办。", why
    assert text[last.body_end : last.own_end].strip() == closing.strip()


def test_signature_above_an_enclosed_plan_is_not_the_body_of_the_item_before_it():
    document = parse("一、抓好落实。按时上报。\n某某局\n2024年3月5日\n某某方案\n一、总体要求\n")
    assert document.nodes[0].body == "按时上报。"


def test_date_is_the_body_of_an_item_that_asks_for_it():
    document = parse("一、会期\n2024年3月5日\n二、会场\n第一会议室\n三、报到时间\n2024年3月4日\n")
    assert [node.body for node in document.nodes] == ["2024年3月5日", "第一会议室", "2024年3月4日"]


def test_buttons_of_a_web_page_are_no_part_of_the_title():
    assert (
        parse("放大\n缩小\n某某县政府工作报告\n各位代表：\n一、回顾").title == "某某县政府工作报告"
    )


def test_numbers_lead_to_their_nodes_and_nothing_else_does():
    document = parse("一、甲\n1.乙\n2.丙\n二、丁\n1.戊\n")
    for node in document.nodes:
        assert document.find(node.number) == node
    for number in ("", "0", "3", "01", "1.", "1.3", "1.2.1", "²", "-1", "9" * 5000, "一"):
        assert document.find(number) is None
    assert document.outline.find_all(["1.2", "2", "7"]) == {2, 3}
