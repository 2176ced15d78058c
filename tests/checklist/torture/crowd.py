"""Many processes change one state file at once; every change that was said to be saved is there.

``crowd.py FOLDER PROCESSES TICKS [plain|link|kill|clock|full|app]``: with ``app``, gangmu itself is
open on the same file in a terminal and is used all the while.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from checklist import Item, Journal, StateError, Status, memory
from tests.checklist.torture.deeds import NAME, opened, prepare
from tests.checklist.torture.open_app import OWN, OpenApp

KINDS = ("plain", "link", "kill", "clock", "full", "app")
COMPLETE = {"plain", "link", "clock", "app"}
"""Where nothing keeps a process from making all of its changes."""


def main() -> int:
    """Let the crowd in, with somebody looking on, and count."""
    if sys.argv[1] == "worker":
        return work(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5])
    base, processes, changes = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    wrong = 0
    for kind in sys.argv[4:] or KINDS:
        folder = base / kind
        prepare(folder)
        if kind == "link":
            (folder / "elsewhere").mkdir()
            state = folder / f"{NAME}.gangmu.json"
            state.rename(folder / "elsewhere" / "state.json")
            state.symlink_to(Path("elsewhere") / "state.json")
        start = time.monotonic()
        if kind == "app":
            lost = crowd_beside_app(folder, processes, changes)
        else:
            lost = crowd(folder, processes, changes, kind)
        said = acknowledged(folder)
        found = remarks(Journal(opened(folder)))
        lost |= said - found
        if kind == "link" and not (folder / f"{NAME}.gangmu.json").is_symlink():
            lost.add("the symbolic link")
        if kind in COMPLETE and len(said) != processes * changes:
            lost.add(f"only {len(said)} were acknowledged")
        wrong += len(lost)
        spent = time.monotonic() - start
        print(f"{kind}: {len(said)} acknowledged, {len(said & found)} there, {spent:.0f} s")
        for one in sorted(lost)[:5]:
            print(f"WRONG: {kind}: {one}")
    return 1 if wrong else 0


def crowd(folder: Path, processes: int, changes: int, kind: str) -> set[str]:
    """Run the workers to their end; some are killed and begin again. What went wrong meanwhile."""
    wrong = set()
    watcher = Journal(opened(folder))
    chance = random.Random(processes)
    running = {str(n): begin(folder, str(n), changes, kind) for n in range(processes)}
    seen = 0
    while running:
        time.sleep(0.02)
        watcher.refresh()
        now_there = len(remarks(watcher))
        if now_there < seen:
            wrong.add(f"whoever looked on saw {seen} changes and then {now_there}")
        seen = now_there
        for name, worker in list(running.items()):
            if worker.poll() is not None:
                del running[name]
            elif kind == "kill" and chance.random() < 0.01:
                worker.send_signal(signal.SIGKILL)
                worker.wait()
                done = len([one for one in acknowledged(folder) if one.split("-")[0] == name])
                if done < changes:
                    running[name] = begin(folder, name, changes - done, kind)
    return wrong


def crowd_beside_app(folder: Path, processes: int, changes: int) -> set[str]:
    """Run the workers to their end while the app is open and used; what went wrong."""
    app = OpenApp(folder)
    with app.terminal:
        app.begin()
        running = [begin(folder, str(n), changes, "app") for n in range(processes)]
        turns = itertools.count()
        while any(worker.poll() is None for worker in running):
            app.use(next(turns))
        crowds = app.shows_in_time()
        one = Journal(opened(folder), author="最后")
        item = changeable(one)[0]
        one.change(item, status=other_than(item))
        one.save()
        last = app.shows_in_time()
        app.leave()
    own = sum(map(len, app.confirmed.values()))
    print(
        f"app: {own} changes of its own confirmed; of others seen after {crowds:.2f}, {last:.2f} s"
    )
    return set(app.wrong)


def begin(folder: Path, name: str, changes: int, kind: str) -> subprocess.Popen[bytes]:
    """A new process that makes changes."""
    script = [sys.executable, __file__, "worker"]
    return subprocess.Popen([*script, str(folder), name, str(changes), kind])


def work(folder: Path, name: str, changes: int, kind: str) -> int:
    """Tick and untick, each saved before the next; note what was said to be saved."""
    if kind == "clock" and int(name) % 2:
        past = timedelta(days=1)
        memory.now = lambda: f"{datetime.now(UTC) - past:%Y-%m-%dT%H:%M:%S}.000Z"
    if kind == "full":
        import resource

        size = (folder / f"{NAME}.gangmu.json").stat().st_size
        limit = size + 2_000 + 500 * int(name)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    document = opened(folder)
    noted = os.open(folder / f"{name}.said", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    journal = Journal(document, author=name)
    for number in range(changes):
        if int(name) % 3 == 0:
            journal = Journal(document, author=name)
        items = changeable(journal)
        item = items[(int(name) + number) % len(items)]
        said = f"{name}-{os.getpid()}-{number}"
        journal.change(item, status=other_than(item), remark=said)
        try:
            journal.save()
        except StateError:
            continue
        os.write(noted, f"{said}\n".encode())
    return 0


def changeable(journal: Journal) -> list[Item]:
    """The items for the crowd: not those that the app keeps for itself, nor the closed one."""
    return [item for item in journal.checklist.items[:OWN] if item.status is not Status.CLOSED]


def other_than(item: Item) -> Status:
    """Ticked, or not ticked."""
    return Status.OPEN if item.status is Status.DONE else Status.DONE


def acknowledged(folder: Path) -> set[str]:
    """All that workers were told is saved."""
    return {line for path in folder.glob("*.said") for line in path.read_text().split()}


def remarks(journal: Journal) -> set[str]:
    """All that is there."""
    return {remark.text for item in journal.checklist.items for remark in item.remarks}


if __name__ == "__main__":
    sys.exit(main())
