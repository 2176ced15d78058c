"""Who and by when are read where the text says so, with the words kept; else nothing is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser import Due, document_date, due_of, read_due, read_owner

CASES = Path(__file__).parent / "cases"
WRITTEN = date(2024, 3, 5)


def blocks(name: str) -> list[tuple[str, str]]:
    """The cases of a file as (text, right answer)."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    return [
        (text, answer.removeprefix("→ ")) for text, answer in zip(*[iter(lines)] * 2, strict=True)
    ]


def told(due: Due | None) -> str:
    return f"{due.date or '-'} {due.kind}" if due else "none"


@pytest.mark.parametrize(("text", "answer"), blocks("due.txt"))
def test_a_time_limit_is_found_in_the_text_of_an_item(text: str, answer: str) -> None:
    due = read_due(text.removeprefix("@ "), written=None if text.startswith("@") else WRITTEN)
    assert (f"{told(due)} {due.words}" if due else "none") == answer


TYPED = (CASES / "typed.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", TYPED)
def test_a_typed_time_limit_is_understood_or_refused(line: str) -> None:
    words, answer = line.split("→")
    assert told(due_of(words.strip(), date(2026, 11, 20))) == answer.strip()


def test_a_year_or_a_start_that_the_words_do_not_name_is_said_to_be_assumed() -> None:
    for words, assumed in (("2024年6月底", False), ("6月底", True), ("30天", True)):
        due = due_of(words, WRITTEN)
        assert due
        assert due.assumed is assumed


def test_without_a_day_to_count_from_no_year_is_guessed() -> None:
    assert told(due_of("6月底前")) == "- day"
    assert told(due_of("2024年6月底前")) == "2024-06-30 day"


@pytest.mark.parametrize(("text", "answer"), blocks("owner.txt"))
def test_an_owner_is_found_in_the_text_of_an_item(text: str, answer: str) -> None:
    owner = read_owner(text)
    if owner is None:
        assert answer == "none"
    else:
        found = " ".join((*owner.lead, "|", *owner.support, "|", owner.words))
        assert found == answer


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("关于某事的通知\n各单位：\n正文。\n县委办公室\n　　　　2024年3月5日\n", date(2024, 3, 5)),
        ("工作报告\n（二○二四年三月五日）\n一、总体要求", date(2024, 3, 5)),
        ("对照检查材料\n2024年1月\n", date(2024, 1, 1)),
        ("正文。\n县委办公室 2024 年 3 月 6 日印发", date(2024, 3, 6)),
        ("发布日期：2024-03-07 浏览次数：3\n正文", date(2024, 3, 7)),
        ("2024年3月5日召开的会议要求：", None),
        ("2024年13月5日\n", None),
        ("", None),
    ],
)
def test_a_document_says_when_it_was_written(text: str, day: date | None) -> None:
    assert document_date(text) == day


PIECES = st.sampled_from(
    [*"0123456789一二十〇年月日底前内（）：，、半每下周季度", "责任单位：", "负责", "牵头", "到"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_words_are_read_or_not_but_never_fail(text: str) -> None:
    due_of(text, WRITTEN)
    due = read_due(text, written=WRITTEN)
    owner = read_owner(text)
    document_date(text)
    assert due is None or due.words
    assert owner is None or owner.lead or owner.support
