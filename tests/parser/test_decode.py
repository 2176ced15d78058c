"""Encodings are told by a mark or by evidence, said in the result, and can be overridden."""

from __future__ import annotations

import codecs
import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser import ParseError, load
from parser.decode import decode

ROOT = Path(__file__).parents[2]
TEXTS = [
    path.read_text(encoding="utf-8")
    for path in [
        *sorted((ROOT / "tests/corpus").glob("*.txt")),
        *sorted((ROOT / "seeds").glob("*")),
    ]
]
TRADITIONAL = (Path(__file__).parent / "cases/traditional.txt").read_text(encoding="utf-8")
SIMPLIFIED_CODECS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("codec", SIMPLIFIED_CODECS)
@pytest.mark.parametrize("index", range(len(TEXTS)))
def test_every_text_of_the_corpus_is_told_in_every_encoding(index: int, codec: str) -> None:
    decoded = decode(TEXTS[index].encode(codec))
    assert (decoded.encoding, decoded.damaged) == (codec, 0)
    assert decoded.text == TEXTS[index]


@pytest.mark.parametrize("codec", [*SIMPLIFIED_CODECS, "big5"])
@pytest.mark.parametrize("length", [8, 12, 20, 50, 200])
def test_eight_characters_are_enough_to_tell(length: int, codec: str) -> None:
    chosen = random.Random(length)
    texts = [TRADITIONAL] if codec == "big5" else TEXTS
    for _ in range(60):
        text = chosen.choice(texts)
        start = chosen.randrange(len(text) - length)
        piece = text[start : start + length]
        if piece.isascii():
            continue
        assert decode(piece.encode(codec)).text == piece


@pytest.mark.parametrize("codec", ["gb2312", "gbk"])
def test_the_older_national_standards_are_read_as_the_present_one(codec: str) -> None:
    text = "一、总体要求\n（一）指导思想。"
    assert decode(text.encode(codec)).encoding == "gb18030"
    assert decode(text.encode(codec), codec).text == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(mark: bytes, codec: str) -> None:
    decoded = decode(mark + "abc".encode(codec))
    assert (decoded.text, decoded.encoding) == ("abc", codec)
    assert decode(mark + "abc".encode(codec), codec.removesuffix("-le")).text == "abc"


@pytest.mark.parametrize("text", ["Привет, товарищи", "Élève déjà vu", "plain", "こんにちは"])
def test_utf_8_in_other_scripts_stays_utf_8(text: str) -> None:
    assert decode(text.encode()).text == text


def test_ascii_in_two_byte_units_is_told_by_its_zeros() -> None:
    assert decode("plain words".encode("utf-16-le")).text == "plain words"


def test_a_text_cut_in_the_middle_of_a_character_is_read_to_there() -> None:
    for codec in ("utf-8", "gb18030"):
        decoded = decode(TEXTS[0].encode(codec)[:300] + b"\xe4")
        assert (decoded.encoding, decoded.text[-1]) == (codec, "\ufffd")


def test_damage_is_said_in_a_warning_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "damaged.txt"
    path.write_bytes("一、总体要求\n这里有一个坏".encode() + b"\xff" + "字。\n".encode() * 9)
    (warning,) = load(path).warnings[:1]
    assert (warning.line, warning.column) == (2, 7)
    assert "could not be read as utf-8" in str(warning.message)


def test_a_wrong_override_is_refused_where_it_fails() -> None:
    data = "一、总体要求\r\n第二行".encode("gb18030")
    with pytest.raises(ParseError, match="this text is not utf-8: the byte 0xA1") as caught:
        decode(data, "utf-8")
    assert (caught.value.line, caught.value.column) == (1, 2)
    with pytest.raises(ParseError, match="not ascii") as caught:
        decode(b"one\r\ntwo \xff", "ascii")
    assert (caught.value.line, caught.value.column) == (2, 5)


@pytest.mark.parametrize("name", ["klingon", "rot13", "idna", "", "a\0b", "\ud800", "../utf-8"])
def test_an_unknown_encoding_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(ParseError, match="utf-8, gb18030, big5"):
        decode(b"abc", name)


def test_what_cannot_be_told_is_not_guessed() -> None:
    with pytest.raises(ParseError, match="--encoding"):
        decode("Élève déjà vu, ça alors à é".encode("latin-1"))


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with contextlib.suppress(ParseError):
        assert isinstance(decode(data).text, str)


@given(st.text(max_size=200))
def test_any_text_survives_in_utf_8_if_it_is_named(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        decoded = decode(data, "utf-8").text
    except ParseError:
        assert any("\ud800" <= char <= "\udfff" for char in text)
    else:
        assert decoded == text.removeprefix("\ufeff")
