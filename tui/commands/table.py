"""Every command in one table; a new one is a line here and a function in a module of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.language import N_


class Entry(NamedTuple):
    """Where a command lives and what it is for."""

    target: str
    """``module:function``, imported when the command is called."""
    help: str
    """One line, in English; translated where it is shown."""
    details: tuple[tuple[str, str], ...] = ()
    """What the command's own page explains below its options: what is typed, and its meaning."""


READ = N_("Read")
TICK = N_("Tick off")
KEEP = N_("Keep the ledger")

LEDGER = N_("Hand in and take back")

QUERY = (
    (N_("inspection reform"), N_("items that hold all of the words, in any order")),
    (N_('"inspection work"'), N_("a phrase, as it stands")),
    (N_("inspection -reform"), N_("items without a word")),
    (N_("/in [0-9]+ days?/"), N_("a regular expression")),
    (N_("xcb, xuncha"), N_("Chinese by its pinyin: initials or syllables")),
    (N_("status:done owner:… role:measure"), N_("what the checklist says")),
    (N_("due:late  due:7  due:<2026-12"), N_("late; due within 7 days; due before")),
)

COMMANDS: dict[str, dict[str, Entry]] = {
    READ: {
        "outline": Entry("tui.commands.outline:outline", N_("Show the headings of a document.")),
        "search": Entry(
            "tui.commands.search:search", N_("Find words in documents."), details=QUERY
        ),
    },
    TICK: {
        "list": Entry("tui.commands.list:list_items", N_("Show the checklist and its progress.")),
        "tick": Entry("tui.commands.tick:tick", N_("Tick items: they are done.")),
        "untick": Entry("tui.commands.tick:untick", N_("Take ticks back: the items are open.")),
        "set": Entry("tui.commands.set:set_fields", N_("Set status, owner, due date, result …")),
        "close": Entry("tui.commands.close:close", N_("Accept items and close them.")),
        "reopen": Entry("tui.commands.close:reopen", N_("Open closed items again, saying why.")),
        "remark": Entry("tui.commands.remark:remark", N_("Add a remark to an item.")),
        "undo": Entry("tui.commands.undo:undo", N_("Take back your last change.")),
        "redo": Entry("tui.commands.undo:redo", N_("Bring back what you undid last.")),
    },
    KEEP: {
        "log": Entry("tui.commands.log:log", N_("Show who changed what, and when.")),
        "check": Entry("tui.commands.check:check", N_("Say whether a state file is sound.")),
        "merge": Entry("tui.commands.merge:merge", N_("Join other state files to this one.")),
        "carry": Entry(
            "tui.commands.carry:carry_over", N_("Carry an old ledger over to a new document.")
        ),
        "attach": Entry(
            "tui.commands.attach:attach", N_("Say where an item stands that lost its place.")
        ),
        "role": Entry("tui.commands.role:set_role", N_("Say what is problem, cause or measure.")),
    },
    LEDGER: {
        "export": Entry("tui.commands.export:export_ledger", N_("Write the ledger to a file.")),
        "import": Entry(
            "tui.commands.intake:import_ledger", N_("Take in a ledger that others filled in.")
        ),
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


def plain(arguments: Sequence[str]) -> bool:
    """Whether a command line only names a file to open, or nothing at all.

    Click takes 1 MB and 15 ms, which is much where somebody waits for a page to read.
    """
    return len(arguments) <= 1 and not any(
        argument.startswith("-") or not argument or argument in names() for argument in arguments
    )
