"""What a terminal would obey or hide is shown; lines end with one newline."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.visible import make_visible


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\vb\fc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31m红\x00\x7f\x9b", "␛[31m红␀␡␦"),
        ("甲\u202e乙\u2066丙\u200f", "甲␦乙␦丙␦"),
        ("三\u200b是\ufeff四\xad", "三␣是␣四␣"),
        ("\ud800\ufffe\U000e0041\u3164", "␦␦␦␦"),
        ("\t一、　总 则\xa0🌟1️⃣藏བོད", "\t一、　总 则\xa0🌟1️⃣藏བོད"),
    ],
)
def test_each_kind_has_its_sign(written: str, shown: str) -> None:
    assert make_visible(written) == shown


def test_many_kinds_at_once_are_shown_too() -> None:
    written = "".join(map(chr, range(0x20)))
    assert make_visible(written) == "␀␁␂␃␄␅␆␇␈\t\n\n\n\n" + "".join(map(chr, range(0x240E, 0x2420)))


@given(st.text())
def test_nothing_invisible_is_left_and_nothing_is_lost(text: str) -> None:
    shown = make_visible(text)
    assert len(shown) == len(text.replace("\r\n", "\n"))
    left = {char for char in shown if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left <= {"\t", "\n"}
    assert make_visible(shown) == shown
