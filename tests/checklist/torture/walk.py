"""At every call of the system that a save makes, let it fail or die, and look what is there.

Run as a script: ``walk.py FOLDER [DEED ...]``. Each case runs in a process of its own, forked from
this one, which has a single thread.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from checklist import Journal, StateError
from tests.checklist.torture.deeds import (
    DEEDS,
    NAME,
    State,
    expected,
    goes_on,
    opened,
    prepare,
    state_of,
)
from tests.checklist.torture.probe import ERRORS, FULL, KILL, KILLED, TORN, Probe

SAVED, REFUSED, WRONG = 0, 2, 3
SPOILT = {"damaged": b"{}", "missing": None, "empty": b""}


def main() -> int:
    """Walk; print one line for each deed and one for each case that went wrong."""
    folder = Path(sys.argv[1])
    wrong = 0
    for name in sys.argv[2:] or [*DEEDS, *(f"tick on {how}" for how in SPOILT)]:
        start, cases = folder / "start", 0
        deed, _, spoilt = name.partition(" on ")
        shutil.rmtree(start, ignore_errors=True)
        prepare(start)
        if deed == "redo":
            undone = Journal(opened(start), author="张三")
            undone.undo()
            undone.save()
        if spoilt:
            spoil(start, spoilt)
        states = expected(start, deed)
        calls = count_calls(start, folder / "count", deed)
        for target in range(len(calls)):
            for fault in (*ERRORS, KILL, *((TORN, FULL) if calls[target] == "write" else ())):
                cases += 1
                said = case(start, folder / "case", deed, target, fault, states)
                if said:
                    wrong += 1
                    where = f"{name}, call {target} ({calls[target]}), {fault}"
                    print(f"WRONG: {where}: {said}")
        print(f"{name}: {len(calls)} calls, {cases} cases")
    print(f"wrong: {wrong}")
    return 1 if wrong else 0


def spoil(folder: Path, how: str) -> None:
    """Damage, empty or remove the state file of a prepared folder."""
    state = folder / f"{NAME}.gangmu.json"
    data = SPOILT[how]
    if data is None:
        state.unlink()
    else:
        state.write_bytes(data)


def count_calls(start: Path, folder: Path, deed: str) -> list[str]:
    """The names of the calls that a save makes when nothing goes wrong."""
    fresh(start, folder)
    journal = Journal(opened(folder), author="张三")
    DEEDS[deed](journal, folder)
    probe = Probe()
    with probe.watching():
        journal.save()
    return [name for name, *_ in probe.calls]


def case(
    start: Path, folder: Path, deed: str, target: int, fault: int | str, states: tuple[State, State]
) -> str:
    """What is wrong after one fault, empty when nothing is."""
    fresh(start, folder)
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os._exit(perform(folder, deed, target, fault, states))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        if code not in {SAVED, REFUSED, KILLED}:
            return f"ended with {code}"
        found = state_of(Journal(opened(folder)))
        if found not in states:
            return "neither the old nor the new state"
        if code != KILLED and found != states[1]:
            return "said to be saved, and is not there"
        goes_on(folder)
    except Exception:  # noqa: BLE001 - whatever went wrong is the finding
        return traceback.format_exc()
    return ""


def perform(folder: Path, deed: str, target: int, fault: int | str, states: object) -> int:
    """In the child: one deed with one fault; refused is tried again without the fault."""
    try:
        journal = Journal(opened(folder), author="张三")
        DEEDS[deed](journal, folder)
        try:
            with Probe(target, fault).watching():
                journal.save()
        except StateError as error:
            if "\n" in str(error) or not journal.pending:
                return WRONG
            assert state_of(Journal(opened(folder))) in states
            journal.save()
            return REFUSED
        return SAVED if journal.pending == 0 else WRONG
    except BaseException:  # noqa: BLE001 - the parent looks at the exit status alone
        traceback.print_exc()
        return WRONG


def fresh(start: Path, folder: Path) -> None:
    """A new copy of the prepared folder."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, folder)


if __name__ == "__main__":
    sys.exit(main())
