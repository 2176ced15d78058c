"""Every changing command, with every one of its calls about the state file failing or its last.

``strace.py FOLDER [--few] [COMMAND ...]``: strace makes the calls fail, so that nothing of the
program is bent for the purpose. ``--few`` takes only what decides: the files that are replaced and
flushed, killed there.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from checklist import Journal, Status
from parser import load
from tests.checklist.torture.deeds import SEED, State, state_of

ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EACCES", "EROFS")
DECISIVE = {"fsync", "rename", "renameat", "renameat2", "write"}
LIMIT = 40
"""Calls about files that one tick may make."""
BY = ["--by", "张三"]
COMMANDS: dict[str, list[str]] = {
    "tick": ["tick", "report.txt", "3.1.1", *BY],
    "untick": ["untick", "report.txt", "3.2.2", *BY],
    "set": ["set", "report.txt", "3.1.2", "--owner", "李四", "--result", "已完成", *BY],
    "close": ["close", "report.txt", "3.2.2", "--opinion", "同意", *BY],
    "reopen": ["reopen", "report.txt", "3.3.1", "--reason", "未见成效", *BY],
    "remark": ["remark", "report.txt", "3.1.2", "一条备注", *BY],
    "undo": ["undo", "report.txt", *BY],
    "redo": ["redo", "report.txt", "--by", "李四"],
    "merge": ["merge", "report.txt", "other.json", *BY],
    "carry": ["carry", "old.txt.gangmu.json", "report.txt", *BY],
    "attach": ["attach", "report.txt", "3.5", "3.4.3", *BY],
    "import": ["import", "report.txt", "ledger.xlsx", *BY],
}
CALL = re.compile(r"^(?:\d+ +)?([a-z0-9_]+)\(")
Fault = tuple[str, int, str]
"""Name of a call, its number (from 1), and an error or SIGKILL."""


def main() -> int:
    """Try every case; print one line for each command and one for each case that went wrong."""
    base, *names = sys.argv[1:]
    few = "--few" in names
    names = [name for name in names if name != "--few"]
    tally = Counter[str]()
    for name in names or COMMANDS:
        start = Path(base) / name / "start"
        prepare(start)
        calls = watched(start, Path(base) / name, name)
        if name == "tick" and len(calls) > LIMIT:
            tally["wrong"] += 1
            print(f"WRONG: {name} makes {len(calls)} calls, more than {LIMIT}")
        faults = list(faults_at(calls, few=few))
        states = before_and_after(start, Path(base) / name, name)
        folders = [Path(base) / name / str(number) for number in range(len(faults))]
        tried = partial(case, start, name, states)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for fault, said in zip(faults, pool.map(tried, folders, faults), strict=True):
                tally["cases"] += 1
                if said:
                    tally["wrong"] += 1
                    print(f"WRONG: {name}, {fault}: {said}")
        print(f"{name}: {len(calls)} calls, {len(faults)} cases", flush=True)
    print(f"strace: {tally['cases']} cases, wrong: {tally['wrong']}")
    return 1 if tally["wrong"] else 0


def prepare(folder: Path) -> None:
    """A report with some history, an item that lost its place, and things to take in."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    report, text = folder / "report.txt", SEED.read_text(encoding="utf-8")
    report.write_text(f"{text}\n（五）临时措施。\n拆除旧标语牌。\n", encoding="utf-8")
    journal = Journal(load(report), author="张三")
    journal.change(journal.checklist.find("3.5"), remark="已拆除")
    for number in ("3.2.1", "3.2.2", "3.3.1"):
        journal.change(journal.checklist.find(number), status="done")
    journal.change(journal.checklist.find("3.3.1"), status="closed", opinion="同意")
    journal.save()
    report.write_text(text, encoding="utf-8")
    theirs = Journal(load(report), author="李四")
    theirs.change(theirs.checklist.find("3.3.2"), remark="撤销过")
    theirs.undo()
    theirs.save()
    for name in ("other.json", "old.txt.gangmu.json"):
        other = Journal(load(report), state=folder / name, author="王五")
        other.change(other.checklist.find("3.4.1"), status="done", remark=name)
        other.save()
        for path in folder.glob(f".{name}.*"):
            path.unlink()
    fill_ledger(folder)


def fill_ledger(folder: Path) -> None:
    """A ledger that somebody filled in."""
    import openpyxl

    run(folder, ["export", "report.txt", "-o", "ledger.xlsx"])
    book = openpyxl.load_workbook(folder / "ledger.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("整改情况"):
                    sheet.cell(cell.row + 1, cell.column, "已完成整改")
                    book.save(folder / "ledger.xlsx")
                    return
    raise AssertionError("the ledger has no such column")


def run(
    folder: Path,
    command: list[str],
    watch: list[str] | None = None,
    limit: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run one command of gangmu, under strace where ``watch`` says what to do."""
    return subprocess.run(
        [*(watch or []), sys.executable, "-P", "-m", "tui", *command],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=limit,
    )


def watched(start: Path, base: Path, name: str) -> list[tuple[str, int]]:
    """The calls about the state file and its folder: name, and number among those of the name."""
    for _ in range(2):
        folder = fresh(start, base / "watched")
        log = base / "strace.log"
        strace = ["strace", "-f", "-y", "-o", str(log), "-e", "trace=%file,%desc"]
        done = run(folder, COMMANDS[name], strace)
        assert done.returncode == 0, done.stderr
    return about_state(log.read_text(encoding="utf-8", errors="replace").splitlines(), folder)


def about_state(lines: list[str], folder: Path) -> list[tuple[str, int]]:
    """The calls that name the state file, a file beside it, or their open folder."""
    numbers, calls = Counter[str](), []
    about = re.compile(rf"report\.txt\.gangmu|\(\d+<{re.escape(str(folder))}>")
    for line in lines:
        if not (match := CALL.match(line)):
            continue
        call = match[1]
        numbers[call] += 1
        if (about.search(line) or f'<{folder}>, "."' in line) and "<pipe" not in line:
            calls.append((call, numbers[call]))
    return calls


def faults_at(calls: list[tuple[str, int]], *, few: bool) -> list[Fault]:
    """What is to go wrong, one after another."""
    if few:
        return [(call, number, "SIGKILL") for call, number in calls if call in DECISIVE]
    whats = [*ERRORS, "SIGKILL"]
    return [(call, number, what) for call, number in calls for what in whats] + [
        ("write", 0, f"limit {size}") for size in range(0, 20_000, 500)
    ]


def before_and_after(start: Path, base: Path, name: str) -> tuple[State, State]:
    """The state before and after a command, when nothing goes wrong."""
    folder = fresh(start, base / "clean")
    before = state_in(folder)
    done = run(folder, COMMANDS[name])
    assert done.returncode == 0, done.stderr
    after = state_in(folder)
    assert before != after, name
    return before, after


def case(start: Path, name: str, states: tuple[State, State], folder: Path, fault: Fault) -> str:
    """What is wrong after one fault, empty when nothing is."""
    fresh(start, folder)
    call, number, what = fault
    if what.startswith("limit"):
        size = int(what.split()[1])
        done = run(
            folder,
            COMMANDS[name],
            limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        )
    else:
        how = "signal=SIGKILL" if what == "SIGKILL" else f"error={what}"
        strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
        done = run(folder, COMMANDS[name], [*strace, "-e", f"inject={call}:{how}:when={number}"])
    if "Traceback" in done.stderr:
        return done.stderr[-400:]
    if done.returncode not in {0, 2, -9, 137}:
        return f"ended with {done.returncode}: {done.stderr[-200:]}"
    if done.returncode == 2 and not done.stderr.strip():
        return "refused without a word"
    found = state_in(folder)
    if found not in states:
        return "neither the old nor the new state"
    if done.returncode == 0 and found != states[1]:
        return "ended with 0, and it is not there"
    return goes_on(folder)


def goes_on(folder: Path) -> str:
    """Whether whoever comes next can save, and leaves no rubbish."""
    journal = Journal(load(folder / "report.txt"), author="赵六")
    journal.change(journal.checklist.find("3.4.2"), status="ongoing")
    journal.save()
    if Journal(journal.document).checklist.find("3.4.2").status is not Status.ONGOING:
        return "the next change is not there"
    return "rubbish stays" if list(folder.glob(".*.tmp")) else ""


def state_in(folder: Path) -> State:
    """All that a person sees of the items."""
    return state_of(Journal(load(folder / "report.txt")))


def fresh(start: Path, folder: Path) -> Path:
    """A new copy of the prepared folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, folder)
    return folder


if __name__ == "__main__":
    sys.exit(main())
