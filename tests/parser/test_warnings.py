"""Numbers missing, doubled or out of order are said with their place; what is usual is not."""

from __future__ import annotations

import pytest

from parser import parse


def said(text: str) -> list[str]:
    return [f"{each.line}:{each.column} {each.message}" for each in parse(text).warnings]


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("一、甲\n三、丙", ["2:1 二、 is missing before 三、"]),
        ("（一）甲\n（二）乙\n  （六）己", ["3:3 （三） to （五） are missing before （六）"]),
        ("①甲\n②乙\n④丁", ["3:1 ③ is missing before ④"]),
        ("一、甲\n1.1 甲\n1.3 丙", ["3:1 1.2 is missing before 1.3"]),
        ("问题：一是甲。二是乙。三是丙。三是丁。", ["1:16 三是 stands twice in one list"]),
        ("1.甲\n2.乙\n3.丙\n2.丁", ["4:1 2. comes after 3."]),
        ("第一章 甲\n第一条 甲。\n第三条 丙。", ["3:1 第二条 is missing before 第三条"]),
        ("一、甲\n二、乙\n（三）丙\n（四）丁", ["3:1 （三） stands where 三、 is due"]),
        (
            "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯\n三、丙\n（一）辰\n四、丁\n（一）巳\n（二）午\n五、戊\n（三）未",
            ["13:1 （三） goes on from an earlier section; others begin again"],
        ),
        ("第一章 甲\n第一条 甲。\n（二）乙。", ["3:1 （一） is missing before （二）"]),
        (
            "十九、甲\n二十一、乙\n",
            [
                "1:1 一、 to 十八、 are missing before 十九、",
                "2:1 二十、 is missing before 二十一、",
            ],
        ),
    ],
)
def test_fault_is_said_with_line_and_column(text, warnings):
    assert said(text) == warnings


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯",
        "原因：一是甲。二是乙。\n办法：一是丙。二是丁。",
        "第十七条 甲。\n第十七条之一 乙。\n第十八条 丙。".replace("第十七条 甲", "第一条 甲")
        .replace("第十七条", "第一条")
        .replace("第十八条", "第二条"),
        "首先，甲。\n其次，乙。\n最后，丙。",
        "——甲。\n——乙。\n——丙。",
        "一、甲\n二、改为：\n1.子\n2.丑\n三、丙",
        "附件\n一、甲\n二、乙\n附件\n一、丙",
        "- 甲\n- 乙\n- 丙",
    ],
)
def test_what_is_usual_is_not_warned_about(text):
    assert said(text) == []
