"""The state file as FORMAT.md describes it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checklist import Journal, StateError, sound
from checklist import log as log_module
from checklist import migrate as migrate_module
from checklist.log import Log, NewerError, UnsoundError
from parser import Document

SCHEMA = Path(__file__).parents[2] / "checklist" / "state.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.fixture
def journal(document: Document) -> Journal:
    """A journal in which everything that can be said was said and saved."""
    journal = Journal(document, author="张三")
    first, second, third = journal.checklist.items[:3]
    with journal.step():
        journal.change(first, status="done", owner="李四", result="已完成", evidence=["附件1.pdf"])
        journal.change(first, due="12月底前", due_date="2026-12-31", remark='两行\n字 "引号" \\')
    journal.change(second, status="closed", opinion="同意销号")
    journal.change(second, status="doing", reason="未见成效")
    journal.change(document.roots[0], on_list=True, role="measure")
    journal.undo()
    journal.redo()
    journal.attach(journal.checklist.by_key(first.key), third.node)
    journal.save()
    return journal


def signed(body: str) -> bytes:
    """The lines of a state file with the checksum they need."""
    return f'{body}"checksum":"sha256:{hashlib.sha256(body.encode()).hexdigest()}"}}\n'.encode()


def body(events: str = "", head: str = '"format":"gangmu-state","version":1') -> str:
    """A state file without its last line."""
    return f'{{{head},\n"events":[\n{events}\n],\n'


EVENT = (
    '{"id":"a","count":1,"time":"2026-03-01T01:30:00.000Z","author":"张三","item":"k","set":{%s}}'
)


def test_every_written_file_follows_the_schema(journal: Journal) -> None:
    VALIDATOR.check_schema(VALIDATOR.schema)
    value = json.loads(journal.path.read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(value)] == []
    assert sound(journal.path).lines == value["events"]


def test_each_event_has_a_line_and_the_checksum_covers_all_before_it(journal: Journal) -> None:
    data = journal.path.read_bytes()
    lines = data.decode().splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines[2:-2]] == sound(journal.path).lines
    last = data.rindex(b'"checksum"')
    assert json.loads(data)["checksum"] == f"sha256:{hashlib.sha256(data[:last]).hexdigest()}"


def test_events_put_at_the_end_give_the_same_bytes_as_all_encoded_anew(journal: Journal) -> None:
    journal.change(journal.checklist.items[4], remark="再加一条")
    journal.save()
    data = journal.path.read_bytes()
    assert Log(Log.read(data).lines).data() == data


def test_a_file_made_by_hand_after_the_description_is_read() -> None:
    log = Log.read(signed(body(EVENT % '"status":"done"')))
    assert log.lines[0]["set"] == {"status": "done"}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x00" * 50, id="zeros"),
        pytest.param(b"[]", id="not an object"),
        pytest.param(b'{"format":"other"}', id="foreign"),
        pytest.param(b"[" * 100_000, id="deeply nested"),
        pytest.param(b'{"format":"gangmu-state","version":1,"events":[]}', id="no checksum"),
        pytest.param(
            body().encode() + b'"checksum":"sha256:' + b"0" * 64 + b'"}\n', id="wrong sum"
        ),
        pytest.param(signed(body(EVENT % '"owner":"甲","owner":"乙"')), id="doubled key in set"),
        pytest.param(
            signed(body(EVENT % '"owner":"甲"').replace('"count":1', '"count":1,"count":2')),
            id="doubled key in an event",
        ),
        pytest.param(signed(body(EVENT % '"x" : 1, "x" : 1')), id="doubled key with blanks"),
        pytest.param(signed(body(EVENT % '"x\\\\":1,"x\\\\":2')), id="doubled key with backslash"),
        pytest.param(signed(body(EVENT % '"x":{"y":1,"y":2}')), id="doubled key far in"),
        pytest.param(signed(body(EVENT % '"x":NaN')), id="not a number"),
        pytest.param(signed(body(EVENT % '"x":-Infinity')), id="infinity"),
        pytest.param(signed(body(EVENT % '"x":"\\ud800"')), id="lone surrogate"),
        pytest.param(signed(body("1")), id="an event that is a number"),
        pytest.param(signed(body((EVENT % "").replace('"count":1', '"count":"1"'))), id="count"),
        pytest.param(signed(body((EVENT % "").replace('"count":1', '"count":true'))), id="bool"),
        pytest.param(signed(body((EVENT % "").replace('"count":1', '"count":-1'))), id="negative"),
        pytest.param(signed(body((EVENT % "").replace('"count":1', '"count":1e400'))), id="huge"),
        pytest.param(signed(body((EVENT % "").replace("03-01", "13-01"))), id="month 13"),
        pytest.param(signed(body((EVENT % "").replace('"张三"', "null"))), id="no author"),
        pytest.param(signed(body((EVENT % "").replace('"set":{}', '"set":[]'))), id="set a list"),
        pytest.param(signed(body(f"{EVENT % ''},\n{EVENT % ''}")), id="doubled id"),
        pytest.param(signed(body(head='"format":"gangmu-state"')), id="no version"),
        pytest.param(signed(body(head='"format":"gangmu-state","version":"1"')), id="version text"),
        pytest.param(b"\xef\xbb\xbf" + signed(body()), id="byte order mark"),
        pytest.param(signed(body()) + b" ", id="something after the end"),
        pytest.param(signed(body())[:-1], id="no line end at the end"),
    ],
)
def test_what_is_not_a_sound_state_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnsoundError):
        Log.read(data)


def test_values_of_the_wrong_kind_are_named_by_check_and_do_no_harm(document: Document) -> None:
    journal = Journal(document)
    key = journal.checklist.items[0].key
    wrong = '"status":5,"owner":[],"due":1,"evidence":[1,"a"],"remark":{},"closed_on":"x","role":[]'
    data = signed(body((EVENT % wrong).replace('"item":"k"', f'"item":"{key}"')))
    journal.path.write_bytes(data)
    journal = Journal(document)
    assert journal.checklist.progress.total == 9
    assert journal.history()[0].fields["status"] == 5
    journal.change(journal.checklist.items[0], status="done")
    journal.undo()
    journal.save()
    with pytest.raises(StateError, match="status"):
        sound(journal.path)


def test_unknown_fields_are_kept_when_the_file_is_written_again(document: Document) -> None:
    journal = Journal(document)
    event = (EVENT % '"mood":"good"').replace('"set"', '"via":{"app":"x"},"set"')
    head = '"format":"gangmu-state","version":1,"colour":["red"]'
    journal.path.write_bytes(signed(body(event, head)))
    journal.refresh()
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    value = json.loads(journal.path.read_bytes())
    assert value["colour"] == ["red"]
    assert value["events"][0] == json.loads(event)


def test_a_newer_version_is_shown_but_never_written(document: Document) -> None:
    journal = Journal(document)
    key = journal.checklist.items[0].key
    event = (EVENT % '"status":"done"').replace('"item":"k"', f'"item":"{key}"')
    data = signed(body(event, '"format":"gangmu-state","version":2'))
    journal.path.write_bytes(data)
    with pytest.raises(NewerError):
        Log.read(data)
    stale = journal
    stale.change(stale.checklist.items[1], status="done")
    with pytest.raises(StateError, match="newer"):
        stale.save()
    assert stale.pending == 1
    journal = Journal(document)
    assert journal.newer
    assert journal.checklist.progress.done == 1
    with pytest.raises(StateError, match="newer"):
        journal.change(journal.checklist.items[1], status="done")
    assert journal.path.read_bytes() == data


def test_an_older_version_is_brought_up_and_a_copy_of_it_kept(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def name_the_author(value: dict[str, object]) -> dict[str, object]:
        return {**value, "events": [{"author": "?", **e} for e in value["events"]]}

    journal = Journal(document)
    event = (EVENT % "").replace('"author":"张三",', "")
    old = signed(body(event, '"format":"gangmu-state","version":0'))
    journal.path.write_bytes(old)
    assert "cannot be used" in str(Journal(document).notices[0])
    monkeypatch.setitem(migrate_module.STEPS, 0, name_the_author)
    journal = Journal(document, author="李四")
    assert journal.notices == []
    journal.change(journal.checklist.items[0], status="done")
    journal.save()
    value = json.loads(journal.path.read_bytes())
    assert value["version"] == log_module.VERSION
    assert [event["author"] for event in value["events"]] == ["?", "李四"]
    kept = journal.path.with_name("报告.txt.gangmu.version-0.json")
    assert kept.read_bytes() == old
