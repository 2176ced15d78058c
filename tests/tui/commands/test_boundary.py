"""Wrong use and trouble: one line on standard error, exit status 2, never a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LANGUAGES = ("zh", "en")
FULL = Path("/dev/full")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["outline", "--encodin"],
            "No such option '--encodin'. Did you mean '--encoding'? See: gangmu outline --help",
        ),
        (
            ["outline", "a", "b"],
            "Got unexpected extra argument (b) See: gangmu outline --help",
        ),
        (
            ["--lang", "fr"],
            "Invalid value for '--lang': 'fr' is not one of 'zh', 'en'. See: gangmu --help",
        ),
        (["outlin"], "outlin: neither a file nor a command; did you mean gangmu outline?"),
    ],
)
def test_wrong_use_is_told_in_one_line(gangmu, arguments, line):
    answer = gangmu(*arguments)
    assert answer.returncode == 2
    assert answer.stderr.decode() == f"gangmu: {line}\n".replace("\n", os.linesep)
    assert answer.stdout == b""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [
        ["outline", "no such file"],
        ["outline", "."],
        ["outline", "a\udcffb"],
        ["outline", "two\nlines"],
        ["outline", ""],
        ["outline", "--encoding", "no such encoding"],
        ["no such file"],
    ],
    ids=repr,
)
def test_what_cannot_be_read_is_told_in_one_line(gangmu, arguments, language, tmp_path):
    answer = gangmu(*arguments, env={"GANGMU_LANG": language}, cwd=tmp_path)
    told = answer.stderr.decode()
    assert answer.returncode == 2, told
    assert told.count("\n") == 1
    assert "Traceback" not in told
    assert told.startswith("gangmu: ")
    assert not list(tmp_path.iterdir())


def test_a_reader_that_leaves_early_is_no_trouble():
    command = f'"{sys.executable}" -m tui outline --json | head -c 1'
    answer = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, b"{", b"")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_told(gangmu):
    with FULL.open("wb") as full:
        answer = gangmu(
            "outline", "--json", capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert answer.returncode == 2
    assert answer.stderr.startswith(b"gangmu: The output could not be written: ")


def test_what_nobody_foresaw_goes_to_a_log_file(monkeypatch, capsys, tmp_path):
    from tui import crash
    from tui.commands import boundary

    def fail():
        raise ZeroDivisionError("the secret text of a document")

    monkeypatch.setattr(boundary, "obey", lambda _: fail())
    monkeypatch.setattr(crash, "_logs", lambda: tmp_path)
    assert boundary.run(["--lang", "en"]) == 2
    told = capsys.readouterr().err
    (log,) = tmp_path.iterdir()
    assert told == (
        f"gangmu: Something went wrong that should not have. The details are in {log}.\n"
    )
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert "secret" not in told


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
@pytest.mark.parametrize("command", [["outline", "-"], ["list", "-", "--json"]])
def test_ctrl_c_ends_quietly(command):
    # Where the tests run in the background, Ctrl+C is ignored, and so it would be in the program.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [sys.executable, "-m", "tui", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert process.stderr.read().strip() == b""
        assert process.returncode == 130
