"""Whatever the bytes, the parser answers: with a document that is the text, or with ParseError."""

from __future__ import annotations

import contextlib
import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser import Document, ParseError, load, parse

ROOT = Path(__file__).parents[2]
PATHS = [*sorted((ROOT / "tests/corpus").glob("*.txt")), *sorted((ROOT / "seeds").glob("*.txt"))]
REAL = [path.read_bytes() for path in PATHS]
CODECS = ("utf-8", "gb18030", "utf-16", "utf-16-be", "big5")
SEEDS = st.integers(0, 2**63)


def tiles(document: Document) -> None:
    """The preamble and the nodes' own texts, one after another, are the text."""
    own = [document.text[node.start : node.own_end] for node in document.walk()]
    assert document.preamble + "".join(own) == document.text


def survives(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with contextlib.suppress(ParseError):
        document = load(path)
        tiles(document)
        for warning in document.warnings:
            assert warning.line >= 1
            assert warning.column >= 1
            assert str(warning.message)


def mutated(seed: int) -> bytes:
    """A piece of a real document, in some encoding, with bytes changed, cut, doubled, put in."""
    chosen = random.Random(seed)
    data = chosen.choice(REAL)
    begin = chosen.randrange(len(data))
    text = data[begin : begin + chosen.randrange(1, 3000)].decode("utf-8", "ignore")
    piece = bytearray(text.encode(chosen.choice(CODECS), "replace"))
    for _ in range(chosen.randrange(8)):
        at = chosen.randrange(len(piece) + 1)
        until = at + chosen.choice((0, 1, 2, 3, chosen.randrange(200)))
        kind = chosen.randrange(4)
        if kind == 0:
            del piece[at:until]
        elif kind == 1:
            piece[at:at] = chosen.randbytes(until - at)
        elif kind == 2:
            piece[at:at] = piece[at:until] * 2
        elif at < len(piece):
            piece[at] = chosen.randrange(256)
    return bytes(piece)


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    survives(tmp_path_factory.getbasetemp() / "bytes.txt", data)


@settings(max_examples=200, deadline=None)
@given(seed=SEEDS)
def test_damaged_documents_are_read_or_refused(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    survives(tmp_path_factory.getbasetemp() / "damaged.txt", mutated(seed))


@pytest.mark.slow
def test_ten_thousand_damaged_documents_are_read_or_refused(tmp_path: Path) -> None:
    start = random.SystemRandom().randrange(2**40)
    print(f"seeds from {start}")
    for seed in range(start, start + 10_000):
        survives(tmp_path / "damaged.txt", mutated(seed))


MIB = 1 << 20
HOSTILE: dict[str, Callable[[int], str]] = {
    "headings": lambda size: "一、标题\n" * (size // 13),
    "counted headings": lambda size: "".join(f"{n}.标题\n" for n in range(size // 12)),
    "levels of Markdown": lambda size: "".join(f"{'#' * n} 标题\n" for n in range(1, 2000)),
    "levels of decimals": lambda size: "".join("1." * n + " 标题\n" for n in range(1, 1000)),
    "levels by turns": lambda size: "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" * (size // 55),
    "one line": lambda size: "这是一个没有换行的段落。" * (size // 36),
    "one line of items": lambda size: "一是甲；二是乙；三是丙。" * (size // 36),
    "one line of headings": lambda size: "一、甲。二、乙。（一）丙。1.丁。" * (size // 44),
    "one character": lambda size: "一" * (size // 3),
    "open brackets": lambda size: "（" * (size // 3),
    "open quotes": lambda size: "“（一）甲；\n" * (size // 19),
    "digits": lambda size: "1" * size,
    "dots": lambda size: "1." * (size // 2),
    "blanks": lambda size: " " * size + "字",
    "empty lines": lambda size: "一、标题" + "\n" * (size // 3),
    "short lines": lambda size: "字\n" * (size // 4),
    "dashes": lambda size: "—" * (size // 3),
    "ordinals": lambda size: "第一" * (size // 6),
    "contents lines": lambda size: "一、甲……1\n" * (size // 18),
    "attachments": lambda size: "附件：\n1.甲\n" * (size // 17),
    "gaps in a title": lambda size: "一、" + "甲 乙（" * (size // 13),
    "contents on one line": lambda size: "".join(f"{n % 9}.甲乙{n}" for n in range(size // 13)),
    "chapters on one line": lambda size: "2组织机构2.1领导" * (size // 22),
    "footnotes": lambda size: "".join(
        f"\n〔{n % 999 + 1}〕指《甲》词〔{n % 999 + 1}〕。" for n in range(size // 45)
    ),
    "pages of a preview": lambda size: "".join(f"\n{n}、" + "甲" * 200 for n in range(size // 610)),
    "broken words": lambda size: "".join(f"京{'九一'[n % 2]}、南" for n in range(size // 12)),
    "hidden characters": lambda size: "三\u200b是\u202e甲\u2066。" * (size // 20),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_more_than_linear_time(name: str) -> None:
    """Sixteen times the text may take sixteen times the time, and some for noise, not 256 times."""
    times = []
    for size in (MIB // 64, MIB // 4):
        text = HOSTILE[name](size)
        before = time.process_time()
        tiles(parse(text))
        times.append(time.process_time() - before)
    assert times[1] < 48 * max(times[0], 0.005)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_the_largest_input_is_answered_in_bounded_time_and_memory(
    name: str, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "large.txt"
    path.write_text(HOSTILE[name](32 * MIB), encoding="utf-8")
    child = os.fork()
    if child == 0:
        with contextlib.suppress(ParseError):
            load(path)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    assert isinstance(usage, resource.struct_rusage)
    assert status == 0
    assert usage.ru_utime < 10
    assert usage.ru_maxrss < 400 * 1024
