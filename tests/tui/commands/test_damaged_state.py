"""A state file that cannot be used, as the commands tell it."""

from pathlib import Path


def test_it_is_said_what_is_used_instead_and_where_the_file_was_kept(call, report):
    call("tick", report, "3.1.1")
    state = Path(report + ".gangmu.json")
    state.write_bytes(b"\x00 not JSON")
    status, _, err = call("tick", report, "3.1.2")
    assert status == 0
    assert [line.partition(": ")[0] for line in err.splitlines()] == ["gangmu"] * 3
    assert "cannot be used" in err
    assert "last good copy is used" in err
    kept = [path for path in state.parent.iterdir() if ".damaged-" in path.name]
    assert [path.read_bytes() for path in kept] == [b"\x00 not JSON"]
    assert f"kept as {kept[0].name}" in err
    status, out, err = call("list", report, "--json")
    assert (status, err) == (0, "")
    assert '"done": 2' in out


def test_reading_alone_touches_nothing(call, report):
    call("tick", report, "3.1.1")
    state = Path(report + ".gangmu.json")
    state.write_bytes(b"foreign")
    before = sorted(path.name for path in state.parent.iterdir())
    status, _, err = call("list", report, "--json")
    assert status == 0
    assert "last good copy is used" in err
    assert state.read_bytes() == b"foreign"
    assert sorted(path.name for path in state.parent.iterdir()) == before


def test_a_newer_file_is_shown_and_refused_for_writing(call, report):
    call("tick", report, "3.1.1")
    state = Path(report + ".gangmu.json")
    newer = state.read_bytes().replace(b'"version":1', b'"version":2', 1)
    state.write_bytes(newer)
    status, out, _ = call("list", report, "--json")
    assert status == 0
    assert '"done": 1' in out
    status, _, err = call("tick", report, "3.1.2")
    assert status == 2
    assert "newer gangmu" in err
    assert state.read_bytes() == newer
