"""Any bytes at all as a state file: noticed, kept, and never a reason to fall over."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from checklist import Journal, StateError
from checklist.log import Log, UnsoundError
from parser import Document


@pytest.fixture
def data(document: Document) -> bytes:
    """A sound state file."""
    journal = Journal(document, author="张三")
    for item in journal.checklist.items[:4]:
        journal.change(item, status="done", remark='已完成，附材料 "1" \\ \t')
    journal.save()
    return journal.path.read_bytes()


def test_every_single_flipped_bit_is_noticed(data: bytes) -> None:
    missed = []
    for bit in range(0, len(data) * 8, 7 if len(data) > 4000 else 1):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            Log.read(bytes(flipped))
        except UnsoundError:
            continue
        missed.append(bit)
    assert missed == []


def mutate(data: bytes, chance: random.Random) -> bytes:
    """One of the things that happen to files."""
    at, to = sorted(chance.choices(range(len(data) + 1), k=2))
    kind = chance.randrange(8)
    noise = chance.randbytes(chance.randrange(1, 40))
    return (
        data[:at],
        data[at:],
        data[:at] + data[to:],
        data[:at] + noise + data[at:],
        data[:at] + data[at:to] + data[at:],
        data[:at] + bytes(to - at) + data[to:],
        data[:at] + noise + data[at + len(noise) :],
        data.replace(chance.choice([b",", b'"', b"\n", b"1", b"{", b"}"]), b"", 1 + kind),
    )[kind]


@pytest.mark.parametrize("seed", range(4))
def test_mutated_files_are_refused_with_one_line(data: bytes, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(1000):
        mutant = mutate(data, chance)
        if mutant == data:
            continue
        with pytest.raises(UnsoundError) as caught:
            Log.read(mutant)
        assert "\n" not in str(caught.value.message)


@pytest.mark.parametrize("seed", range(3))
def test_mutated_files_are_set_aside_and_the_last_good_copy_goes_on(
    document: Document, data: bytes, seed: int
) -> None:
    chance = random.Random(seed)
    path = Journal(document).path
    finished = Journal(document).checklist.progress.finished
    for _ in range(25):
        sound, mutant = path.read_bytes(), mutate(data, chance)
        if mutant in (sound, data):
            continue
        path.write_bytes(mutant)
        journal = Journal(document)
        assert len(journal.notices) == 2
        assert path.read_bytes() == mutant
        assert journal.checklist.progress.finished == finished
        journal.change(journal.checklist.items[8], remark="继续")
        journal.save()
        kept = [p for p in path.parent.iterdir() if ".damaged-" in p.name]
        assert mutant in [p.read_bytes() for p in kept]
        assert "kept as" in str(journal.notices[-1])
        for each in kept:
            each.unlink()


def test_random_bytes_are_not_a_state_file() -> None:
    chance = random.Random(1)
    for _ in range(500):
        with pytest.raises(UnsoundError):
            Log.read(chance.randbytes(chance.randrange(200)))


def test_only_no_such_file_means_no_state_yet(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "报告.txt.gangmu.json"
    folder.mkdir()
    with pytest.raises(StateError, match="cannot be read"):
        Journal(document)


def test_a_pipe_as_a_state_file_is_refused_at_once(document: Document, tmp_path: Path) -> None:
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tmp_path / "报告.txt.gangmu.json")
    with pytest.raises(StateError, match="cannot be read"):
        Journal(document)


@pytest.mark.parametrize(
    "text",
    ["\x00\x01\x1b[31m", "a\r\nb\u2028c\x85", "𠮷🀄\U0010ffff", "[/]已[x]", '"\\', "\ufeff", " "],
)
def test_any_text_comes_back_exactly(document: Document, text: str) -> None:
    journal = Journal(document, author=text)
    journal.change(journal.checklist.items[0], remark=text, owner=text, evidence=[text])
    journal.save()
    item = Journal(document).checklist.items[0]
    assert (item.remarks[0].text, item.owner, item.evidence) == (text, text, (text,))
    assert item.changed_by == text


def test_a_lone_surrogate_is_refused_in_one_line(document: Document) -> None:
    journal = Journal(document)
    for fields in ({"remark": "\ud800"}, {"evidence": ["\udfff"]}):
        with pytest.raises(StateError, match="cannot be stored") as caught:
            journal.change(journal.checklist.items[0], **fields)
        assert "\n" not in str(caught.value)
    with pytest.raises(StateError, match="cannot be stored"):
        Journal(document, author="\udc80")
