"""What holds of every search."""

import string

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from parser import load, parse
from tui.sample import sample
from tui.search import Query, QueryError, Searcher, search
from tui.search.fold import fold, plain, same_as

DOCUMENT = load(sample())
SEARCHER = Searcher(DOCUMENT)
WORDS = ["巡察", "政治", "学习", "的", "XX", "党史", "两个维护", "三会一课", "习近平"]
QUERIES = [
    *WORDS,
    "xcb",
    "xuexi",
    "政治 巡察",
    "巡察 -政治",
    "/巡.办/",
    "role:cause",
    "-巡察",
    "的 /,/",
]
CHARACTERS = "巡察办辦整改 　\n一二三、（）是。，xXｘcCbB1１"


def shown(hits):
    return [DOCUMENT.text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize("query", QUERIES)
def test_no_hit_reaches_from_one_item_into_another(query):
    for hit in search(DOCUMENT, query).hits:
        start, end = SEARCHER.span(hit.node)
        assert start <= hit.start < hit.end <= end


@pytest.mark.parametrize("word", WORDS)
def test_every_hit_says_what_was_asked(word):
    quoted = search(DOCUMENT, f'"{word}"')
    assert quoted.hits
    assert {plain(text) for text in shown(quoted.hits)} == {plain(word)}


@given(st.text(CHARACTERS, max_size=60), st.text("巡察辦整ＸｘcB１　 ", min_size=1, max_size=4))
def test_every_hit_says_what_was_asked_in_any_text(text, word):
    document = parse(text)
    for hit in search(document, f'"{word}"').hits:
        assert plain(document.text[hit.start : hit.end]) == plain(word)


@given(st.data())
def test_whatever_stands_in_the_text_is_found_in_any_form(data):
    node = data.draw(st.sampled_from(DOCUMENT.nodes))
    own = DOCUMENT.text[node.start : node.own_end]
    start = data.draw(st.integers(0, len(own) - 1))
    piece = own[start : start + data.draw(st.integers(1, 8))]
    word = "".join(
        data.draw(st.sampled_from(same_as(char))) + data.draw(st.sampled_from(["", "　", "\n"]))
        for char in fold(piece)
        if not char.isspace()
    )
    if plain(word) and '"' not in plain(word):
        hits = search(DOCUMENT, f'"{word}"').hits
        assert any(hit.node == node.index for hit in hits)


@pytest.mark.parametrize("query", QUERIES)
@given(at=st.integers(0, len(DOCUMENT.text)))
def test_a_search_finds_the_same_wherever_it_begins_and_however_it_is_sliced(query, at):
    search_here = SEARCHER.begin(Query.parse(query), at=at)
    while not search_here.run(0):
        search_here._step()
    assert list(search_here.hits) == list(search(DOCUMENT, query).hits)


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_highlighted_is_what_was_found(query):
    done = SEARCHER.begin(Query.parse(query))
    done.run()
    fresh = SEARCHER.begin(Query.parse(query))
    for start in range(0, len(DOCUMENT.text), 97):
        wanted = [h for h in done.hits if h.start < start + 200 and h.end > start]
        assert done.hits_between(start, start + 200) == wanted
        assert fresh.hits_between(start, start + 200) == wanted


@given(st.text(max_size=20))
def test_any_text_is_a_query_or_is_refused_in_one_line(text):
    try:
        result = search(DOCUMENT, text)
    except QueryError as error:
        told = str(error)
        event(told[:20])
        return
    for hit in result.hits:
        assert 0 <= hit.start < hit.end <= len(DOCUMENT.text)


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_a_character_is_found_by_itself():
    for char in string.printable:
        assert char in same_as(fold(char))


def test_an_empty_query_is_finished_at_once():
    assert SEARCHER.begin(Query.parse("  ")).finished
    assert search(DOCUMENT, "").hits == []


def test_a_document_without_nodes_is_searched():
    document = parse("没有编号的一段话。")
    assert [(h.node, h.start, h.end) for h in search(document, "编号").hits] == [(-1, 2, 4)]
    assert search(parse(""), "编号").hits == []


def test_a_search_stops_when_enough_is_known_to_fill_a_screen():
    under_way = SEARCHER.begin(Query.parse("的"))
    assert not under_way.run(enough=3)
    known = list(under_way.hits)
    assert 3 <= len(known) < len(search(DOCUMENT, "的").hits)
    assert under_way.run()
    assert list(under_way.hits)[: len(known)] == known
