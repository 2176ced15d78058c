"""Whatever is done in whatever order, what is painted is what there is, and the cursor is seen."""

import random
from bisect import bisect_right
from pathlib import Path

import pytest
from textual.pilot import OutOfBounds

from checklist import Journal, StateError, Status
from parser import load
from tests.tui.app.screen import write
from tui import language
from tui.actions import ACTIONS
from tui.app import GangmuApp
from tui.panels.painted import Painted

ROOT = Path(__file__).parents[3]
TEXTS = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT / "tests" / "corpus").glob("*.txt"))
STEPS = 60
SEEDS = range(1, 30)
SIZES = [(120, 40), (100, 30), (80, 24), (60, 20), (44, 14)]
KEYS = [
    *(key for action in ACTIONS for key in action.keys if key != "q"),
    *("escape", "escape", "enter", "tab", "shift+tab", "backspace", "delete", "ctrl+s"),
    *("整", "改", "ｊ", "ｋ", "。", "，", *"mb45678"),
]
SEARCHES = [
    *("整改", "巡察", "zg", "-整改", "/学.习/", "(", "无此词"),
    *("status:open", "owner:张", "due:2026"),
]
CHANGES: list[dict[str, object]] = [
    {"status": Status.DONE},
    {"status": Status.OPEN},
    {"owner": "办公室、组织部、宣传部、纪委机关"},
    {"owner": None},
    {"due": "2026-12-31"},
    {"remark": "已办"},
]


def wrong(app: GangmuApp) -> list[str]:
    """What is painted otherwise than it is."""
    painted = [each for each in app.screen.query(Painted) if each.region.height]
    found = [
        f"{each!r} shows something old"
        for each in painted
        if len(each._painted) == each.size.height and each._painted != each.compose_lines()
    ]
    if len(app.screen_stack) > 1 or not app.panels.region.height:
        return found
    panels, outline = app.panels, app.outline
    if panels.selected is not None and panels.view.extent(panels.cursor) is None:
        found.append(f"row {panels.cursor} is out of sight")
    widths = {panels.render_line(y).cell_length for y in range(panels.size.height)}
    if widths != {panels.size.width}:
        found.append(f"lines of {widths} cells in {panels.size.width}")
    if outline.entries:
        here = max(bisect_right(outline.entries, panels.cursor) - 1, 0)
        if here != outline.current:
            found.append(f"the outline marks {outline.current}, not {here}")
    if not app.checklist == panels.checklist == outline.checklist:
        found.append("an old state is shown")
    return found


class Crowd:
    """Somebody at the keys, a colleague with the same file, and one who edits the document."""

    def __init__(self, path: Path, seed: int) -> None:
        self.path = path
        self.chance = random.Random(seed)
        self.done: list[object] = []

    async def act(self, app: GangmuApp, pilot) -> None:
        """Do one thing."""
        weighted = ((self.press, 70), (self.search, 8), (self.resize, 6), (self.click, 6))
        choices = (*weighted, (self.tick_elsewhere, 6), (self.edit, 2))
        (act,) = self.chance.choices([one for one, _ in choices], [weight for _, weight in choices])
        await act(app, pilot)

    async def press(self, _app: GangmuApp, pilot) -> None:
        key = self.chance.choice(KEYS)
        self.done.append(key)
        await pilot.press(key)

    async def search(self, _app: GangmuApp, pilot) -> None:
        words = self.chance.choice(SEARCHES)
        self.done.append(f"/{words}")
        await pilot.press("escape", "escape", "/")
        await write(pilot, words)
        if self.chance.random() < 0.6:
            await pilot.press("enter")

    async def resize(self, _app: GangmuApp, pilot) -> None:
        size = self.chance.randrange(20, 140), self.chance.randrange(6, 45)
        self.done.append(size)
        await pilot.resize_terminal(*size)

    async def click(self, app: GangmuApp, pilot) -> None:
        place = self.chance.randrange(app.size.width), self.chance.randrange(app.size.height)
        self.done.append(place)
        try:
            await pilot.click(offset=place)
        except OutOfBounds:
            return

    async def tick_elsewhere(self, _app: GangmuApp, _pilot) -> None:
        journal = Journal(load(self.path), author="同事")
        if items := journal.checklist.items:
            change = self.chance.choice(CHANGES)
            self.done.append(change)
            try:
                journal.change(self.chance.choice(items), **change)
            except StateError:
                return
            journal.save()

    async def edit(self, _app: GangmuApp, pilot) -> None:
        lines = self.path.read_text("utf-8").split("\n")
        at = self.chance.randrange(len(lines))
        lines[at : at + 1] = self.chance.choice([[], [lines[at]] * 2, [lines[at] + "（改）"]])
        self.done.append(f"line {at}")
        if "".join(lines).strip():
            self.path.write_text("\n".join(lines), "utf-8")
        await pilot.pause(0.6)


@pytest.mark.parametrize("seed", [0, *(pytest.param(s, marks=pytest.mark.slow) for s in SEEDS)])
async def test_what_is_painted_is_what_there_is(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = tmp_path / "报告.txt"
    path.write_text(chance.choice(TEXTS).read_text("utf-8"), "utf-8")
    language.choose(chance.choice(["zh", "en"]))
    document = load(path)
    app, crowd = GangmuApp(document, Journal(document, author="张三")), Crowd(path, seed)
    async with app.run_test(size=chance.choice(SIZES)) as pilot:
        for _step in range(STEPS):
            await crowd.act(app, pilot)
            if not app.is_running:
                return
            await pilot.pause(0.01)
            if wrong(app):
                await pilot.pause(1.5)  # a look at the disk may be under way
                assert not wrong(app), crowd.done[-12:]
