"""A power cut after every call of a save: what was not flushed is gone, wholly or in part.

The model is harsher than usual file systems: the names of a folder last from its last flush, with
any beginning of what was done to them since; the bytes of a file last from its last flush, with
none, half or all of what was written since.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from checklist import Journal
from tests.checklist.torture.deeds import DEEDS, expected, goes_on, opened, prepare, state_of
from tests.checklist.torture.probe import Call, Probe


@dataclass
class Node:
    """A file's bytes, in memory and on the disk."""

    written: bytes = b""
    lasting: bytes = b""


@dataclass
class Disk:
    """A folder as the system has it and as the disk has it."""

    names: dict[str, Node]
    lasting: dict[str, Node]
    since: list[tuple[str, str, Node | None]] = field(default_factory=list)
    """What was done to names since the last flush: name removed, name given, to which file."""
    opened: dict[int, Node | None] = field(default_factory=dict)
    """By descriptor; None stands for the folder."""

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """All that is in a folder has been flushed."""
        files = {path.name: Node(data := path.read_bytes(), data) for path in folder.iterdir()}
        return cls(dict(files), dict(files))

    def do(self, call: Call, folder: Path) -> None:
        """One call of the system."""
        name, args, result = call
        if name == "open":
            self._open(Path(args[0]), args[1], result, folder)
        elif name == "write" and (node := self.opened.get(args[0])):
            node.written += bytes(args[1])[:result]
        elif name == "fsync":
            node = self.opened[args[0]]
            if node is None:
                self.lasting, self.since = dict(self.names), []
            else:
                node.lasting = node.written
        elif name in {"replace", "rename"}:
            old, new = Path(args[0]).name, Path(args[1]).name
            self._name(old, new, self.names[old])
        elif name == "link":
            old, new = Path(args[0]).name, Path(args[1]).name
            self._name("", new, self.names[old])
        elif name == "unlink":
            self._name(Path(args[0]).name, "", None)

    def _open(self, path: Path, flags: int, descriptor: int, folder: Path) -> None:
        if path == folder:
            self.opened[descriptor] = None
            return
        if path.name not in self.names and flags & os.O_CREAT:
            self._name("", path.name, Node())
        self.opened[descriptor] = self.names.get(path.name)

    def _name(self, old: str, new: str, node: Node | None) -> None:
        self.since.append((old, new, node))
        change_names(self.names, old, new, node)

    def after_a_cut(self) -> Iterator[dict[str, bytes]]:
        """Every folder that may be found when the power is back."""
        for kept in range(len(self.since) + 1):
            names = dict(self.lasting)
            for change in self.since[:kept]:
                change_names(names, *change)
            for part in (0.0, 0.5, 1.0):
                yield {name: torn(node, part) for name, node in names.items()}


def change_names(names: dict[str, Node], old: str, new: str, node: Node | None) -> None:
    """Remove a name, give a name."""
    names.pop(old, None)
    if new and node is not None:
        names[new] = node


def torn(node: Node, part: float) -> bytes:
    """What is left of a file of which some was not flushed."""
    if node.written == node.lasting:
        return node.lasting
    return node.written[: int(len(node.written) * part)]


def main() -> int:
    """Cut the power after every call of every deed; print what was tried and what went wrong."""
    base = Path(sys.argv[1])
    wrong = cuts = 0
    for deed in sys.argv[2:] or DEEDS:
        start, folder = base / "start", base / "cut"
        shutil.rmtree(base, ignore_errors=True)
        prepare(start)
        if deed == "redo":
            undone = Journal(opened(start), author="张三")
            undone.undo()
            undone.save()
        old, new = expected(start, deed)
        disk, calls = Disk.of(start), recorded(start, deed)
        seen: set[tuple[tuple[str, bytes], ...]] = set()
        for number, call in enumerate([("", (), None), *calls]):
            disk.do(call, start)
            saved = number == len(calls)
            for files in disk.after_a_cut():
                key = tuple(sorted(files.items()))
                if key in seen and not saved:
                    continue
                seen.add(key)
                cuts += 1
                write(folder, files)
                found = state_of(Journal(opened(folder)))
                if found not in ([new] if saved else [old, new]):
                    wrong += 1
                    print(f"WRONG: {deed}, after call {number} {call[0]}: {sorted(files)}")
                goes_on(folder)
    print(f"power cuts: {cuts}, wrong: {wrong}")
    return 1 if wrong else 0


def recorded(start: Path, deed: str) -> list[Call]:
    """The calls of a save; they are done in ``start`` itself, after the model has read it."""
    journal = Journal(opened(start), author="张三")
    DEEDS[deed](journal, start)
    probe = Probe()
    with probe.watching():
        journal.save()
    return probe.calls


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put files into a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
