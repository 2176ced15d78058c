"""Render the picture of the README from the app itself: ``make picture``."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCREEN = ROOT / "docs" / "screen.svg"
SIZE = (108, 30)
SAID = {
    "3.1.1": {"status": "done", "owner": "张三", "due": "2026-12-31"},
    "3.1.2": {"status": "doing", "owner": "李四", "due": "2027-06-30"},
    "3.2.1": {"status": "done", "owner": "王五", "due": "立行立改"},
}
KEYS = ("tab", "G", "right", "down", "right", "down")
CELL = 12.2
"""Width of one cell in the exported picture, in its own units."""


async def render(folder: Path) -> str:
    """The screen as SVG, after a few keys, with a checklist in use."""
    from checklist import Journal
    from parser import load
    from tui.app import GangmuApp
    from tui.language import choose
    from tui.sample import sample

    choose("zh")
    document = load(sample())
    journal = Journal(document, state=folder / "state.json", author="张三")
    for number, fields in SAID.items():
        node = document.find(number)
        assert node is not None
        journal.change(node, **fields)
    app = GangmuApp(document, journal)
    async with app.run_test(size=SIZE) as pilot:
        for key in KEYS:
            await pilot.press(key)
        await pilot.pause(0.5)
        return app.export_screenshot(title="gangmu 报告.txt")


def shifted(text: re.Match[str]) -> str:
    """A run of text moved right instead of led by blanks, which some viewers drop."""
    x, between, length, rest, blanks = text.groups()
    by = len(blanks) // len("&#160;") * CELL
    return f'x="{float(x) + by:g}"{between}textLength="{float(length) - by:g}"{rest}'


def main() -> None:
    """Write docs/screen.svg; without the fonts that the exporter would fetch from outside."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_DATA_HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder)
        svg = asyncio.run(render(Path(folder)))
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    svg = svg.replace("Fira Code, monospace", "'Noto Sans Mono CJK SC', monospace")
    svg = re.sub(r'x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*>)((?:&#160;)+)', shifted, svg)
    SCREEN.write_text(svg, "utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
