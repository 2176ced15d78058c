"""Text that an input method commits, told from keys."""

import pytest
from textual.events import Key, Paste

from tui.committed import as_committed


def events(signs):
    return [Key({"\r": "enter"}.get(sign, sign), sign) for sign in signs]


def told(found):
    return [each.text if isinstance(each, Paste) else (each.character,) for each in found]


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("整改、落实", ["整改、落实"]),
        ("ｑｓ整改", ["ｑｓ整改"]),
        ("怎么办？", ["怎么办？"]),
        ("/巡察", [("/",), "巡察"]),
        ("、巡察办", [("、",), "巡察办"]),
        ("巡察\r", ["巡察", ("\r",)]),
        ("G/编号900\rq", [("G",), ("/",), "编号900", ("\r",), ("q",)]),
        ("q/协议", ["q/协议"]),
        ("TCP/IP协议", ["TCP/IP协议"]),
        ("jj", [("j",), ("j",)]),
        ("ｊｊ", [("ｊ",), ("ｊ",)]),
        ("整", [("整",)]),
    ],
)
def test_what_holds_a_chinese_character_beside_others_is_text(signs, expected):
    assert told(as_committed(events(signs))) == expected
