"""Every changing command, with every one of its calls about its files failing or its last.

``strace.py FOLDER [--few] [COMMAND ...]``: strace makes the calls fail, so that nothing of the
program is bent for the purpose. ``--few`` takes only what decides: the files that are replaced and
flushed, killed there. A case counts only when strace tells that the fault came at its call.
"""

from __future__ import annotations

import compileall
import os
import re
import resource
import shutil
import subprocess
import sys
import time
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
READING = ("EIO", "EACCES")
"""What goes wrong with a file that is only read: the document, and what is taken in."""
KILL = "SIGKILL"
INPUTS = "report.txt", "other.json", "old.txt.gangmu.json", "ledger.xlsx"
ATTEMPTS = 3
"""Runs until a fault comes at its call; Python does not make quite the same calls each time."""
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
Place = tuple[str, int, bool]
"""Name of a call, its number (from 1), and whether it is about the state file or its folder."""
Fault = tuple[str, int, str]
"""Name of a call, its number, and an error or SIGKILL."""


def main() -> int:
    """Try every case; print what went wrong, and one line for each command."""
    base, *names = sys.argv[1:]
    few = "--few" in names
    compile_rooms()
    rows = [
        try_all(Path(base) / name, name, few=few)
        for name in [name for name in names if name != "--few"] or COMMANDS
    ]
    print(f"\n{'command':<10}{'calls':>7}{'cases':>7}{'wrong':>7}{'seconds':>9}")
    for name, calls, cases, wrong, seconds in rows:
        print(f"{name:<10}{calls:>7}{cases:>7}{wrong:>7}{seconds:>9.0f}")
    cases, wrong = (sum(row[column] for row in rows) for column in (2, 3))
    print(f"strace: {cases} cases, wrong: {wrong}")
    return 1 if wrong else 0


def compile_rooms() -> None:
    """Compile the program once, and not again in each of some thousand processes."""
    for room in ("parser", "checklist", "tui"):
        compileall.compile_dir(ROOT / room, quiet=1)


def try_all(base: Path, name: str, *, few: bool) -> tuple[str, int, int, int, float]:
    """All cases of one command: its name, calls about its files, cases, wrong ones, seconds."""
    began, start, wrong = time.monotonic(), base / "start", 0
    prepare(start)
    places = watched(start, base, name)
    about_state = sum(state for *_, state in places)
    if name == "tick" and about_state > LIMIT:
        wrong += 1
        print(f"WRONG: {name} makes {about_state} calls, more than {LIMIT}")
    faults = list(faults_at(places, few=few))
    states = before_and_after(start, base, name)
    folders = [base / str(number) for number in range(len(faults))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        tried = pool.map(partial(case, start, name, states), folders, faults)
        for fault, said in zip(faults, tried, strict=True):
            if said:
                wrong += 1
                print(f"WRONG: {name}, {fault}: {said}", flush=True)
    print(f"{name}: {len(faults)} cases, wrong: {wrong}", flush=True)
    return name, len(places), len(faults), wrong, time.monotonic() - began


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


def watched(start: Path, base: Path, name: str) -> list[Place]:
    """The calls about the state file, its folder, and the files that are read."""
    for _ in range(2):
        folder = fresh(start, base / "watched")
        log = base / "strace.log"
        strace = ["strace", "-f", "-y", "-o", str(log), "-e", "trace=%file,%desc"]
        done = run(folder, COMMANDS[name], strace)
        assert done.returncode == 0, done.stderr
    numbers, places = Counter[str](), []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if match := CALL.match(line):
            call = match[1]
            numbers[call] += 1
            if call != "execve" and (state := about(line, folder)) is not None:
                places.append((call, numbers[call], state))
    return places


def about(line: str, folder: Path) -> bool | None:
    """Whether a call is about the state file or its folder; None when about none of the files."""
    if "<pipe" in line:
        return None
    place = re.escape(str(folder))
    if re.search(rf"report\.txt\.gangmu|\(\d+<{place}>|<{place}>, \"\.\"", line):
        return True
    named = "|".join(map(re.escape, INPUTS))
    return False if re.search(rf"[\"/](?:{named})[\">]", line) else None


def faults_at(places: list[Place], *, few: bool) -> list[Fault]:
    """What is to go wrong, one after another."""
    if few:
        return [(call, number, KILL) for call, number, _ in places if call in DECISIVE]
    return [
        (call, number, what)
        for call, number, state in places
        for what in (*(ERRORS if state else READING), KILL)
    ] + [("write", 0, f"limit {size}") for size in range(0, 20_000, 500)]


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
    for _ in range(ATTEMPTS):
        fresh(start, folder)
        done, came = with_fault(folder, name, fault)
        if came:
            break
    else:
        return "the fault did not come at its call"
    said = judged(folder, done, states)
    shutil.rmtree(folder)
    return said


def with_fault(
    folder: Path, name: str, fault: Fault
) -> tuple[subprocess.CompletedProcess[str], bool]:
    """Run a command with a fault; whether it came at a call about one of the files."""
    call, number, what = fault
    if what.startswith("limit"):
        size = int(what.split()[1])
        setting = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        return run(folder, COMMANDS[name], limit=setting), True
    log = folder.with_suffix(".log")
    strace = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={call}"]
    if what == KILL:
        strace += ["-e", f"inject={call}:signal={KILL}:when={number}"]
    else:
        # Much faster, but strace 6.1 forgets the signal then.
        strace += ["--seccomp-bpf", "-e", f"inject={call}:error={what}:when={number}"]
    done = run(folder, COMMANDS[name], strace)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    log.unlink()
    if what == KILL:
        hit = lines[-2:-1] if lines and "killed by SIGKILL" in lines[-1] else []
    else:
        hit = [line for line in lines if line.endswith("(INJECTED)")]
    return done, any(about(line, folder) is not None for line in hit)


def judged(
    folder: Path, done: subprocess.CompletedProcess[str], states: tuple[State, State]
) -> str:
    """What is wrong with an end and what it left behind, empty when nothing is."""
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
