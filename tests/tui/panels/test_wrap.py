"""Where lines break."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.panels.cells import TERMINAL, WIDE, edges, elide_middle, measure
from tui.panels.wrap import BLANKS, HEAD, KINDS, TAIL, TIED, wrap

SAMPLE = next((Path(__file__).parents[3] / "seeds").glob("*.txt")).read_text("utf-8")
ALPHABET = (
    "的一是在不了有和人这中大为上个国我，。、；：？！（）《》“”‘’「」【】—…·％%℃ "
    "\u3000\xa0abcXYZ0123456789"
    ".,:;()[]/-'\"é́一２８Ａ①②\u200d\ufe0f❤👨👩👍🏽🇨🇳ｱが゙한〇々"
)


def joined(text, spans):
    return "".join(text[start:end] for start, end in spans)


def faults(text, width, widths=TERMINAL):
    """Forbidden heads and tails that could have been avoided, and lines that are too wide."""
    at = edges(text, widths)
    spans = wrap(text, width, widths=widths)
    found = []
    for number, (start, end) in enumerate(spans):
        if at[end] - at[start] > width and end - start > 1:
            found.append(("wide", start, end))
        if number and bad(text, start) and at_most(text, start, at, width):
            found.append(("mark", start))
    return found


def bad(text, cut):
    """Whether a mark stands where none may, when a line begins at this character."""
    before = cut - 1
    while before > 0 and text[before] in BLANKS:
        before -= 1
    return bool(KINDS[text[cut]] & (HEAD | TIED) or KINDS[text[before]] & TAIL)


def at_most(text, cut, at, width):
    """Whether everything that may not be parted around this character fits on one line."""
    start, end = cut, cut + 1
    while start > 0 and (bad(text, start) or text[start] in BLANKS):
        start -= 1
    while end < len(text) and (bad(text, end) or text[end] in BLANKS):
        end += 1
    return at[end] - at[start] <= width


@given(st.text(ALPHABET, max_size=400), st.integers(10, 200), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_line_is_too_wide_and_marks_keep_their_places(text, width, wide):
    assert not faults(text, width, WIDE if wide else TERMINAL)


@given(st.text(ALPHABET, max_size=400), st.integers(10, 200))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost_but_blanks(text, width):
    shown = joined(text, wrap(text, width))
    assert [c for c in shown if c not in BLANKS] == [c for c in text if c not in BLANKS]


@pytest.mark.slow
def test_a_hundred_thousand_paragraphs_have_no_fault():
    chance = random.Random(1)
    real = [line.strip() for line in SAMPLE.split("\n") if line.strip()]
    corpus = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))
    for path in corpus:
        real += [line.strip() for line in path.read_text("utf-8").split("\n") if line.strip()]
    for number in range(100_000):
        if number % 2:
            text = chance.choice(real)
            text = text[chance.randrange(len(text)) :][: chance.randrange(1, 300)]
        else:
            text = "".join(chance.choices(ALPHABET, k=chance.randrange(1, 120)))
        width = chance.randrange(10, 201)
        assert not faults(text, width), (text, width)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("学习《党章》，深刻领会。", 12, ["学习《党", "章》，深刻领", "会。"]),
        ("完成率98.6%以上", 10, ["完成率", "98.6%以上"]),
        ("到2024年底", 6, ["到", "2024年", "底"]),
        ("坚持了——不动摇", 7, ["坚持", "了——不", "动摇"]),
        ("他说：“好。”后来", 9, ["他说：", "“好。”后", "来"]),
        ("见GB/T 9704-2012规定", 12, ["见GB/T", "9704-2012规", "定"]),
        ("supercalifragilistic", 10, ["supercalif", "ragilistic"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_as_the_standard_asks(text, width, expected):
    assert [text[start:end] for start, end in wrap(text, width)] == expected


def test_a_marker_is_not_left_alone_on_its_line():
    spans = wrap("一是 持续加强", 10, keep=3)
    assert spans[0][1] > 3


def test_ambiguous_characters_take_two_cells_where_the_terminal_draws_them_so():
    assert measure("“好”…", TERMINAL) == 5
    assert measure("“好”…", WIDE) == 8


@given(
    st.text(ALPHABET.replace("…", ""), max_size=60),
    st.integers(2, 70),
    st.sampled_from([TERMINAL, WIDE]),
)
def test_a_path_loses_its_middle_and_keeps_its_end(text, room, widths):
    shown = elide_middle(text, room, widths)
    head, _gap, tail = shown.partition("…") if shown != text else (text, "", "")
    assert measure(shown, widths) <= room
    assert text.startswith(head)
    assert text.endswith(tail)
    assert shown == text or room < 8 or measure(tail, widths) >= measure(head, widths)
