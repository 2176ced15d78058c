"""A person's own pattern always comes to an end."""

import time

import pytest

from parser import parse
from tui.search import Query, QueryError, search
from tui.search.bounded import bounded


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a*)*b",
        "(a|a)*b",
        "(a|ab)*c",
        "(.*)*",
        "(?:(?:a?){30}){30}",
        "((a{1,9}){1,9}){1,9}",
    ],
)
def test_a_pattern_with_too_many_ways_is_refused(pattern):
    with pytest.raises(QueryError) as raised:
        Query.parse(f"/{pattern}/")
    assert str(raised.value).startswith(f"the pattern /{pattern}/ could take forever")


@pytest.mark.parametrize("pattern", ["(", "[", "a{2,1}", "(?P<a", "*a"])
def test_a_pattern_that_is_not_one_is_told(pattern):
    with pytest.raises(QueryError) as raised:
        Query.parse(f"/{pattern}/")
    assert str(raised.value).startswith(f"the pattern /{pattern}/ is not right: ")


@pytest.mark.parametrize(
    "pattern",
    [
        "巡.*办",
        ".*a.*b",
        "(整改|落实)+",
        r"\d{4}年\d{1,2}月",
        "[^。]+不够",
        "^一是",
        "a?b?c?",
        ".*整改.*措施.*",
    ],
)
def test_what_people_use_is_not_refused(pattern):
    assert Query.parse(f"/{pattern}/").terms


@pytest.mark.parametrize("pattern", [".*a.*b", "a*a*b", "a+b", "(a|b)*c", "a.*?a.*?b"])
def test_the_worst_text_is_searched_in_time(pattern):
    document = parse("一、" + "a" * 20_000 + "\n")
    begun = time.process_time()
    search(document, f"/{pattern}/")
    assert time.process_time() - begun < 5


def test_a_long_item_is_searched_in_windows_that_miss_nothing_at_their_edges():
    pattern = bounded("a.*?z")
    text = ("x" * 997 + "a-z") * 60
    found = list(pattern.finditer(text, 0, len(text)))
    assert found == [(n * 1000 + 997, n * 1000 + 1000) for n in range(60)]


def test_the_beginning_of_an_item_is_the_beginning_of_a_line_however_it_is_set_in():
    document = parse("一、整改\n\xa0\xa0（一）学习。\n\u3000（二）调研。" + "一" * 30_000)
    hits = search(document, "/^（二）.*/").hits
    assert [(hit.node, document.text[hit.start]) for hit in hits] == [(2, "（")]
