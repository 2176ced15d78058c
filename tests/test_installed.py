"""The whole way, once, with the command as a newcomer installs it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import HOME
from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
SAMPLE = "县委巡察办领导班子对照检查材料"
SAMPLE_SHA256 = "60bc2d808e601bbc5e3d488dcaaf094a1e9b8a8f8cdbf3c33a25970623816b2f"


class Installed(NamedTuple):
    """An environment that holds the built wheel and what it depends on, and nothing else."""

    wheel: Path
    bin: Path


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("installed")
    run = ["--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", home, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = home.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / "env"], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(home / "env" / "bin" / "python"), "install"]
    pins = ["--require-hashes", "--no-deps", "--requirement", str(ROOT / "constraints" / "run.txt")]
    for what in (pins, ["--no-deps", wheel]):
        own = {**os.environ, "HOME": HOME}
        subprocess.run([*pip, *run, *what], check=True, capture_output=True, env=own)
    return Installed(wheel, home / "env" / "bin")


def home_of(folder: Path, language: str) -> dict[str, str]:
    """An environment of variables as on a new machine whose home is that folder."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR"}}
    locale = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}[language]
    return {**kept, "HOME": str(folder), "LANG": locale, "TERM": "xterm-256color"}


def run(installed: Installed, home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [installed.bin / "gangmu", *args],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=home_of(home, "zh"),
        cwd=home,
        check=False,
    )


def test_the_wheel_holds_the_rooms_and_the_document_byte_for_byte(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
        sample = wheel.read(f"seeds/{SAMPLE}.txt")
    assert hashlib.sha256(sample).hexdigest() == SAMPLE_SHA256
    rooms = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert rooms == {"parser", "checklist", "tui", "seeds"}
    assert any(name.endswith("zh_CN/LC_MESSAGES/gangmu.mo") for name in names)


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (80, 24)])
@pytest.mark.parametrize(
    ("language", "ticked"), [("zh", "整改 {}/9"), ("en", "Finished {}/9")], ids=["zh", "en"]
)
def test_open_fold_search_tick_quit_and_find_the_ticks_again(
    installed: Installed, tmp_path: Path, language: str, ticked: str, columns: int, rows: int
) -> None:
    command = [str(installed.bin / "gangmu")]
    env = {**home_of(tmp_path, language), "PATH": os.environ["PATH"]}

    with Terminal(command, columns=columns, rows=rows, env=env) as terminal:
        terminal.wait_for(lambda text: SAMPLE[:8] in text and "一、" in text)
        terminal.wait_for(ticked.format(0))
        terminal.press("/", "巡察", "enter")
        terminal.wait_for(lambda text: "巡察" in text and "/" in text)
        terminal.press("c")
        terminal.press("g", "down", "down", "space")
        terminal.wait_for(ticked.format(1))
        terminal.press("down", "space")
        terminal.wait_for(ticked.format(2))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    with Terminal(command, columns=columns, rows=rows, env=env) as terminal:
        terminal.wait_for(ticked.format(2))
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_commands_answer_without_the_interface(installed: Installed, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_bytes((ROOT / "seeds" / f"{SAMPLE}.txt").read_bytes())
    outline = json.loads(run(installed, tmp_path, "outline", "报告.txt", "--json").stdout)
    assert [node["marker"] for node in outline["nodes"]] == ["一、", "二、", "三、"]
    assert run(installed, tmp_path, "tick", "报告.txt", "3.1.1", "3.4.3").returncode == 0
    listed = json.loads(run(installed, tmp_path, "list", "报告.txt", "--json").stdout)
    done = [item["number"] for item in listed["items"] if item["status"] == "done"]
    assert done == ["3.1.1", "3.4.3"]
    assert Path(listed["state"]).name == "报告.txt.gangmu.json"


@pytest.mark.parametrize("name", ["没有.txt", "folder", "empty.txt", "binary.txt"])
def test_what_cannot_be_read_is_said_in_one_line(
    installed: Installed, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 16)
    before = sorted(tmp_path.rglob("*"))
    for command in (["outline", name, "--json"], ["list", name], ["tick", name, "1"], [name]):
        answer = run(installed, tmp_path, *command)
        assert answer.returncode == 2, answer
        assert answer.stdout == ""
        (line,) = answer.stderr.splitlines()
        assert name in line
    assert sorted(tmp_path.rglob("*")) == before
