"""Write the key table of README.md from the table of commands (``make readme``)."""

from __future__ import annotations

from pathlib import Path

from tui.actions import Where, grouped, keys_shown
from tui.language import _, choose

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- /keys -->"
EVERYWHERE = Where.DESK | Where.SEARCH | Where.PROJECTOR


def table() -> str:
    """The table in Markdown: keys, English, Chinese."""
    choose("zh")
    chinese = [(_(group), [_(a.help) for a in actions]) for group, actions in grouped(EVERYWHERE)]
    choose("en")
    rows = ["| Key | | 作用 |", "| --- | --- | --- |"]
    for (group, actions), (group_zh, help_zh) in zip(grouped(EVERYWHERE), chinese, strict=True):
        rows.append(f"| | **{group}** | **{group_zh}** |")
        for action, zh in zip(actions, help_zh, strict=True):
            if action.keys:
                keys = " ".join(f"`{key}`" for key in keys_shown(action).split(" "))
                rows.append(f"| {keys} | {action.help} | {zh} |")
    return "\n".join(rows)


def written(readme: str) -> str:
    """The README with the present table between its markers."""
    before, _begin, rest = readme.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(written(README.read_text("utf-8")), "utf-8")
