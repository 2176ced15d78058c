"""How letters are cut into what stands for characters."""

import subprocess
import sys

import pytest

from tui.search import pinyin


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("xcb", ["x c b"]),
        ("xuncha", ["xun cha"]),
        ("xunchab", ["xun cha b"]),
        ("xian", ["xian", "xi an"]),
        ("ga", ["ga", "g a"]),
        ("zhc", ["zh c", "z h c"]),
        ("uv", []),
    ],
)
def test_whole_syllables_come_first_and_then_initials(letters, ways):
    assert [" ".join(way) for way in pinyin.readings(letters)] == ways


def test_letters_that_can_be_read_in_very_many_ways_take_no_longer():
    assert len(pinyin.readings("nan" * 8)) <= pinyin.ENOUGH


def test_the_u_with_dots_is_typed_v():
    assert "绿" in pinyin.characters()["lv"]


def test_without_letters_nothing_of_pinyin_is_read():
    script = (
        "import sys; from parser import parse; from tui.search import search, pinyin\n"
        "assert search(parse('一、巡察'), '巡察').hits\n"
        "assert not pinyin.characters.cache_info().currsize\n"
        "assert 'pypinyin' not in sys.modules and 'opencc' not in sys.modules\n"
        "assert search(parse('一、巡察'), 'xc').hits and 'pypinyin' not in sys.modules"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=60, check=False
    )
    assert answer.returncode == 0, answer.stderr.decode()
