"""The app itself, open on the document that a crowd changes, and used like a person uses it."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from checklist import Journal
from tests.checklist.torture.deeds import NAME, opened
from tests.terminal import Terminal

ROOT = Path(__file__).parents[3]
BY = "张三"
OWN = 6
"""The items from there on (from 0) are changed by the app alone, so that each box tells."""
SEEN = 5.0
"""Seconds until others' last change must be on the screen; it is half a second where nothing else
runs, and what it took is printed."""
BOX = {"done": "☑", "open": "☐"}
SAVED, CTRL_S = "✓ 已保存", "\x13"
TROUBLE = ("!!", "未保存", "出错", "Traceback")


class OpenApp:
    """gangmu in a terminal; what its screen said to be saved is noted in ``confirmed``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        journal = Journal(opened(folder))
        self.titles = [item.title for item in journal.checklist.items[OWN:]]
        self.numbers = [item.number for item in journal.checklist.items[OWN:]]
        self.at = len(self.titles) - 1
        self.confirmed: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.wrong: list[str] = []
        command = [sys.executable, "-P", "-m", "tui", str(folder / NAME), "--by", BY]
        home = {"GANGMU_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}
        self.terminal = Terminal(command, env={**home, "LANG": "zh_CN.UTF-8"})

    def begin(self) -> None:
        """Wait for the screen, and go to the last item of the checklist."""
        self.terminal.wait_for("整改 ")
        self.terminal.press("c", "G")
        self._until(lambda line: self.titles[-1][:6] in line)

    def use(self, turn: int) -> None:
        """One thing that a person does, looked at until the screen says that it is saved."""
        match turn % 5:
            case 0 | 2:
                self.tick()
            case 1:
                self.move()
            case 3:
                self.undo()
            case 4:
                self.remark(f"会上第{turn}次")
        self.look()

    def tick(self) -> None:
        """Tick the item under the cursor, or take the tick back."""
        status = "open" if BOX["done"] in self._line() else "done"
        self.terminal.press("space")
        self._box(status)

    def undo(self) -> None:
        """Take the tick back that was made last: the box is as it was before."""
        status = "open" if BOX["done"] in self._line() else "done"
        self.terminal.press("u")
        self._until(lambda line: BOX[status] in line)
        self._note("undo", "")

    def move(self) -> None:
        """To the item above, from the first of one's own to the last."""
        self.at = (self.at or len(self.titles)) - 1
        self.terminal.press("G" if self.at == len(self.titles) - 1 else "k")
        self._until(lambda line: self.titles[self.at][:6] in line)

    def remark(self, text: str) -> None:
        """Write a remark in its sheet."""
        self.terminal.press("r")
        self.terminal.wait_for("备注只增加")
        self.terminal.press(text, CTRL_S)
        self.terminal.wait_for(lambda screen: "备注只增加" not in screen)
        self._note("remark", text)

    def look(self) -> None:
        """Nothing on the screen says that something went wrong."""
        self.terminal.read(0.01)
        text = self.terminal.text
        self.wrong += [f"the screen says:\n{text}" for trouble in TROUBLE if trouble in text]

    def shows_in_time(self) -> float:
        """Seconds until the screen shows the counts that the file has now."""
        start = time.monotonic()
        progress = Journal(opened(self.folder)).checklist.progress
        counts = f"整改 {progress.finished}/{progress.total}"
        self.terminal.wait_for(lambda text: counts in text.splitlines()[0])
        spent = time.monotonic() - start
        if spent > SEEN:
            self.wrong.append(f"the counts of others were on the screen after {spent:.1f} s")
        return spent

    def leave(self) -> None:
        """Quit; nothing is asked, and all that was confirmed is in the file, in its order."""
        self.look()
        self.terminal.press("q")
        if status := self.terminal.wait_for_exit():
            self.wrong.append(f"the app ended with {status}")
        journal = Journal(opened(self.folder))
        for number, wanted in self.confirmed.items():
            events = journal.history(journal.checklist.find(number))
            there = [what for event in events if event.author == BY for what in told(event)]
            if there[-len(wanted) :] != wanted:
                self.wrong.append(f"{number}: confirmed {wanted}, there {there}")

    def _box(self, status: str) -> None:
        self._until(lambda line: BOX[status] in line)
        self._note("status", status)

    def _note(self, field: str, value: str) -> None:
        self.terminal.wait_for(SAVED)
        self.confirmed[self.numbers[self.at]].append((field, value))

    def _line(self) -> str:
        return next((line for line in self.terminal.text.splitlines() if "❯" in line), "")

    def _until(self, holds: Any) -> None:
        self.terminal.wait_for(lambda _: holds(self._line()))


def told(event: Any) -> list[tuple[str, str]]:
    """What an event did, as the one at the keyboard knows it."""
    if event.undoes:
        return [("undo", "")]
    return [(name, str(value)) for name, value in event.fields.items()]
