"""Whatever is done in whatever order, the window stays full and the selected row in sight."""

import asyncio
import random
from pathlib import Path

import pytest
from textual.app import App

from checklist import Journal, Status
from parser import load, parse
from tui.panels import Panels
from tui.panels.cells import measure

ROOT = Path(__file__).parents[2]
DOCUMENTS = ["061", "048", "017", "074", "seed", "flat", "empty", "one"]

SEEDS = range(1, 20)
CHANGES = [
    {"status": Status.DONE},
    {"status": Status.DOING},
    {"status": Status.OPEN},
    {"owner": "办公室、组织部、宣传部、纪委机关"},
    {"owner": None},
    {"due": "2026-12-31"},
    {"remark": "已经办了。"},
]


def document_of(name):
    if name == "seed":
        return load(next((ROOT.parent / "seeds").glob("*.txt")))
    if name == "flat":
        return parse("没有编号的文字，只有一段。" * 900)
    if name == "empty":
        return parse("")
    if name == "one":
        return parse("一、只有一条\n二、还有一条")
    return load(ROOT / "corpus" / f"{name}.txt")


class Host(App[None]):
    def __init__(self, panels):
        super().__init__()
        self.panels = panels

    def compose(self):
        yield self.panels


def moves(panels, chance):
    count = len(panels.document.nodes)
    rows = [chance.randrange(count) for _ in range(5)] if count else []
    row = chance.choice([-1, *rows])
    text = len(panels.document.text)
    return [
        lambda: panels.move(chance.choice([-3, -1, 1, 4])),
        lambda: panels.turn(chance.choice([-1, 1, 0.5, -0.5])),
        lambda: panels.scroll_lines(chance.randrange(-9, 9)),
        lambda: panels.move_section(chance.choice([-1, 1])),
        panels.top,
        panels.bottom,
        panels.cycle,
        panels.fold,
        panels.toggle,
        panels.unfold,
        lambda: panels.go_to(row),
        lambda: panels.select(row),
        lambda: panels.go_to_offset(chance.randrange(text + 1)),
        lambda: panels.hoist(row if row >= 0 else None),
        panels.unhoist,
        lambda: panels.restrict(set(rows)),
        lambda: panels.restrict(None),
        lambda: panels.show_rows(dict.fromkeys(rows)),
        lambda: panels.restrict(None),
        lambda: setattr(panels, "mode", chance.choice(["read", "checklist"])),
        lambda: panels.restore(panels.view_state()),
        lambda: panels.mark_hits([(3, 5), (9, 12)], 1),
    ]


def check(panels, size):
    lines = [panels.render_line(y) for y in range(size[1])]
    assert all(line.cell_length == size[0] for line in lines)
    assert all(measure(line.text) == size[0] for line in lines)
    shown = panels.view.window()
    if panels.rows.first() is not None and shown:
        assert panels.view.extent(panels.cursor) is not None
        last = shown[-1][0]
        more = next(panels.view.down(last._replace(line=last.line + 1)), None)
        above = next(panels.view.up(shown[0][0]), None)
        assert len(shown) == size[1] or (more is None and above is None)


def change(panels, journal, chance):
    """Change an item that is seen, or any; what is painted must be what a fresh look shows."""
    items = list(journal.checklist.items)
    seen = {place.row for place, _ in panels.view.window()}
    near = [item for item in items if item.node.index in seen]
    if items:
        journal.change(chance.choice(near or items), **chance.choice(CHANGES))
        panels.show_checklist(journal.checklist)
        painted = [panels.render_line(y) for y in range(panels.size.height)]
        panels.page.touch()
        panels.repaint()
        assert painted == [panels.render_line(y) for y in range(panels.size.height)]


@pytest.mark.parametrize("seed", [0, *(pytest.param(s, marks=pytest.mark.slow) for s in SEEDS)])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_moves_keep_the_window_full(name, seed, tmp_path):
    document = document_of(name)
    journal = Journal(document, state=tmp_path / "s.json")
    panels = Panels(document, journal.checklist)
    chance = random.Random(f"{name} {seed}")

    async def run():
        app = Host(panels)
        async with app.run_test(size=(60, 20)) as pilot:
            for step in range(200):
                if step % 50 == 49:
                    size = (chance.randrange(12, 130), chance.randrange(2, 45))
                    await pilot.resize_terminal(*size)
                chance.choice(moves(panels, chance))()
                check(panels, tuple(panels.size))
                change(panels, journal, chance)
                check(panels, tuple(panels.size))

    asyncio.run(run())
