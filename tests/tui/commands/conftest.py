"""Running the program as a person does, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import language
from tui.commands import run
from tui.sample import sample

ROOT = Path(__file__).parents[3]


@pytest.fixture
def gangmu():
    """``gangmu("outline", "--json")``: the finished process, in English unless ``env`` says."""

    def start(*arguments, env=(), **more):
        spoken = {"GANGMU_LANG": "en", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            env=os.environ | spoken | dict(env),
            check=False,
            **{"capture_output": True, "timeout": 60} | more,
        )

    return start


@pytest.fixture
def report(tmp_path):
    """The path of a copy of the sample, in a folder of its own."""
    copy = tmp_path / "报告.txt"
    copy.write_bytes(sample().read_bytes())
    return str(copy)


@pytest.fixture
def call(capsysbinary, monkeypatch):
    """``call("list", "--json")``: the exit status, standard output and standard error, in-process.

    Standard output is decoded from UTF-8; the language is English unless ``--lang`` says.
    """
    monkeypatch.setenv("GANGMU_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")

    def run_here(*arguments):
        status = run(arguments)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    yield run_here
    language.choose("en")
