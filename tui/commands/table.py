"""Every command in one table; a new one is a line here and a function in a module of its own."""

from __future__ import annotations

from dataclasses import dataclass

from tui.language import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives and what it is for."""

    target: str
    """``module:function``, imported when the command is called."""
    help: str
    """One line, in English; translated where it is shown."""


READ = N_("Read")
TICK = N_("Tick off")

COMMANDS: dict[str, dict[str, Entry]] = {
    READ: {
        "outline": Entry("tui.commands.outline:outline", N_("Show the headings of a document.")),
    },
    TICK: {
        "list": Entry("tui.commands.list:list_items", N_("Show the checklist and its progress.")),
        "tick": Entry("tui.commands.tick:tick", N_("Tick items: they are done.")),
        "untick": Entry("tui.commands.tick:untick", N_("Take ticks back: the items are open.")),
    },
}

OPEN = ""
"""The name, which nobody can type, of what runs when no command is named."""
OPENING = Entry("tui.commands.open:open_app", N_("Open a document in the terminal."))


def entry(name: str) -> Entry | None:
    """The command of that name, or None."""
    if name == OPEN:
        return OPENING
    return next((group[name] for group in COMMANDS.values() if name in group), None)


def names() -> list[str]:
    """All commands, in the order of the table."""
    return [name for group in COMMANDS.values() for name in group]
