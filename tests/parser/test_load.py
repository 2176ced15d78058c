"""A file is opened at once, or refused in one sentence that says what, where and what to do."""

from __future__ import annotations

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from parser import ParseError, load, source
from parser.load import read
from parser.long import read_long

TEXT = "一、总体要求\n（一）指导思想。坚持问题导向。\n（二）基本原则。坚持实事求是。\n"


def refused(path: Path | str) -> str:
    with pytest.raises(ParseError) as caught:
        load(path)
    assert caught.value.path == str(path)
    assert "\n" not in str(caught.value)
    return str(caught.value.message)


def written(folder: Path, data: bytes, name: str = "报告.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_text_is_called_after_its_file(tmp_path: Path) -> None:
    document = load(written(tmp_path, TEXT.encode("gb18030")))
    assert document.title == "报告"
    assert document.format == "text"
    assert document.encoding == "gb18030"
    assert [node.number for node in document.walk()] == ["1", "1.1", "1.2"]


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    assert load(written(tmp_path, TEXT.encode("gbk")), encoding="gbk").text == TEXT


def test_markdown_is_told_by_its_suffix(tmp_path: Path) -> None:
    assert load(written(tmp_path, TEXT.encode(), "报告.MD")).format == "markdown"


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    document = load("-")
    assert (document.path, document.text, document.encoding) == ("-", TEXT, "utf-16-le")


def test_missing_files_and_folders_are_called_so(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "无.txt")
    assert "folder" in refused(tmp_path)
    assert "no such file" in refused(tmp_path / "无" / "无.txt")
    assert "cannot be read" in refused(str(tmp_path / "a\0b"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_called_so(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT.encode())
    path.chmod(0)
    assert "may not read" in refused(path)


def test_a_refused_opening_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(source, "open_at_once", refuse)
    assert "may not read" in refused(written(tmp_path, TEXT.encode()))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_could_wait_forever_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in refused(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        assert "socket" in refused(tmp_path / "socket")
    assert "device" in refused("/dev/zero")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\ufeff".encode()])
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "nothing to open" in refused(written(tmp_path, data))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
        (b"PK\x03\x04" + bytes(60), "damaged"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x1f\x8b\x08", "archive"),
        (b"\x7fELF\x02\x01", "program"),
        (b"<!DOCTYPE html><html>", "web page"),
        (bytes(range(32)) * 9, "binary"),
        (bytes(500), "binary"),
    ],
    ids=["pdf", "doc", "zip", "picture", "gzip", "program", "web page", "control", "zeros"],
)
def test_what_is_no_text_is_named_with_what_to_do(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in refused(written(tmp_path, data))


def test_too_much_is_refused_with_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LIMIT", 100)
    assert "32 MB" in refused(written(tmp_path, b"a" * 101))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a" * 101)))
    assert "32 MB" in refused("-")


def test_a_name_with_control_characters_is_shown_harmless() -> None:
    with pytest.raises(ParseError) as caught:
        load("\x1b[31m.txt")
    assert str(caught.value).startswith("␛[31m.txt: ")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_offsets_do_not_depend_on_the_kind_of_newline(tmp_path: Path, newline: str) -> None:
    plain = load(written(tmp_path, TEXT.encode()))
    other = load(written(tmp_path, TEXT.replace("\n", newline).encode()))
    assert other.text == plain.text
    assert [node.start for node in other.walk()] == [node.start for node in plain.walk()]


LINE = "一、加强学习，压实责任。\n"
LONG_TEXT = LINE * 40_000


@pytest.mark.parametrize(
    ("data", "piecewise"),
    [
        (LONG_TEXT.encode(), True),
        (b"\xef\xbb\xbf" + LONG_TEXT.encode(), True),
        (LONG_TEXT.encode("gb18030"), False),
        (LONG_TEXT.encode("utf-16"), False),
        (LONG_TEXT.encode() + b"\xff" + LINE.encode(), False),
        (LONG_TEXT.encode() + b"\xe4", False),
        (LONG_TEXT.encode() + b"\0" + LINE.encode(), False),
        (b"1. abc\n" * 200_000 + LINE.encode(), False),
    ],
    ids=["plain", "mark", "gb", "utf-16", "damaged", "cut off", "zero", "late"],
)
def test_a_long_file_is_read_as_any_other(tmp_path, monkeypatch, data, piecewise):
    """Piece by piece where it can only be UTF-8, whole otherwise, and nobody sees a difference."""
    path = tmp_path / "long.txt"
    path.write_bytes(data)
    assert (read_long(str(path)) is not None) is piecewise
    found = read(str(path), None)
    monkeypatch.setattr(sys.modules[read.__module__], "read_long", lambda _: None)
    assert found == read(str(path), None)
