"""The table of commands; a new one is an entry here and a method ``action_…`` of that name."""

from __future__ import annotations

from collections.abc import Iterator

from tui.actions.action import Action, Where
from tui.language import N_

MOVE = N_("Move")
FOLD = N_("Fold")
FIND = N_("Find")
WORK = N_("Items")
VIEW = N_("View")
PROGRAM = N_("Program")
PROJECT = N_("In the projector view")
GROUPS = (WORK, FIND, FOLD, MOVE, VIEW, PROGRAM, PROJECT)

SEARCH, PROJECTOR, BOTH = Where.SEARCH, Where.PROJECTOR, Where.BOTH

ACTIONS: tuple[Action, ...] = (
    Action(
        "tick", ("space",), N_("Tick"), N_("Tick the item, or take the tick back"), WORK, 2, BOTH
    ),
    Action("status", ("s",), N_("State"), N_("Choose one of the six states"), WORK, 8, BOTH),
    Action(
        "details",
        ("e",),
        N_("Details"),
        N_("Owner, due date, result, evidence, remarks and history of the item"),
        WORK,
        4,
        BOTH,
    ),
    Action("remark", ("r",), N_("Remark"), N_("Add a dated and signed remark"), WORK, 9, BOTH),
    Action(
        "close",
        ("v",),
        N_("Close"),
        N_("Close the item with an opinion, a name and a date; reopen a closed one"),
        WORK,
        11,
        BOTH,
    ),
    Action("undo", ("u",), N_("Undo"), N_("Undo your last change"), WORK, 5, BOTH),
    Action("redo", ("ctrl+r",), N_("Redo"), N_("Do again what was undone"), WORK, 0, BOTH),
    Action(
        "on_list",
        ("a",),
        N_("On the list"),
        N_("Put the entry on the checklist, or take it off"),
        WORK,
    ),
    Action(
        "role",
        (),
        N_("Role"),
        N_("Say whether the entry is about problems, causes or measures"),
        WORK,
    ),
    Action(
        "attach",
        (),
        N_("Attach"),
        N_("Say which item, of those without a place, stands at this entry"),
        WORK,
    ),
    Action("search", ("/",), N_("Search"), N_("Search as you type"), FIND, 1),
    Action("next_hit", ("n",), N_("Next hit"), N_("Go to the next hit"), FIND),
    Action("previous_hit", ("N",), N_("Previous hit"), N_("Go to the previous hit"), FIND),
    Action(
        "sparse",
        ("&",),
        N_("Hits only"),
        N_("Show only the hits and their headings, or everything again"),
        FIND,
    ),
    Action(
        "accept",
        ("enter",),
        N_("Keep"),
        N_("While searching: stay at the hit, so that Space ticks it"),
        FIND,
        1,
        SEARCH,
    ),
    Action(
        "cancel",
        ("escape",),
        N_("Back"),
        N_("While searching: back to where you were, folds and all"),
        FIND,
        2,
        SEARCH,
    ),
    Action(
        "older",
        ("up",),
        N_("Earlier word"),
        N_("While searching: an earlier search"),
        FIND,
        4,
        SEARCH,
    ),
    Action(
        "newer", ("down",), N_("Later word"), N_("While searching: a later search"), FIND, 0, SEARCH
    ),
    Action(
        "only",
        ("tab",),
        N_("Hits only"),
        N_("While searching: only the hits and their headings"),
        FIND,
        3,
        SEARCH,
    ),
    Action("turn_over", ("enter",), N_("Fold"), N_("Fold or unfold; details of an item"), FOLD, 7),
    Action(
        "fold", ("left", "h"), N_("Fold"), N_("Fold; on a folded entry, go to its parent"), FOLD
    ),
    Action(
        "unfold", ("right", "l"), N_("Unfold"), N_("Unfold; on an open entry, go into it"), FOLD
    ),
    Action(
        "cycle",
        ("tab",),
        N_("Levels"),
        N_("Show the top headings, one level more, and so on to the whole text"),
        FOLD,
    ),
    Action(
        "hoist", ("z",), N_("Only this"), N_("Show only this section, or everything again"), FOLD
    ),
    Action("up", ("up", "k"), N_("Up"), N_("Previous line"), MOVE),
    Action("down", ("down", "j"), N_("Down"), N_("Next line"), MOVE),
    Action("page_up", ("pageup",), N_("Page up"), N_("One page up"), MOVE),
    Action("page_down", ("pagedown",), N_("Page down"), N_("One page down"), MOVE),
    Action("top", ("g", "home"), N_("Top"), N_("First line"), MOVE),
    Action("bottom", ("G", "end"), N_("Bottom"), N_("Last line"), MOVE),
    Action("previous_section", ("[",), N_("Previous section"), N_("Previous section"), MOVE),
    Action("next_section", ("]",), N_("Next section"), N_("Next section"), MOVE),
    Action("checklist", ("c",), N_("Checklist"), N_("The checklist, or the whole text"), VIEW, 3),
    Action(
        "filter",
        ("f",),
        N_("Filter"),
        N_("Which items the checklist shows, and in which order"),
        VIEW,
        10,
    ),
    Action("outline", ("o",), N_("Outline"), N_("Go to the outline; hide it; show it"), VIEW),
    Action(
        "progress", ("i",), N_("Progress"), N_("The progress with all its parts"), VIEW, 0, BOTH
    ),
    Action("projector", ("p",), N_("Projector"), N_("Large, one group at a time"), VIEW, 12),
    Action("theme", ("t",), N_("Theme"), N_("Light, dark or high contrast"), VIEW, 0, BOTH),
    Action("step_back", ("escape",), N_("Back"), N_("Clear hits, filter, single section"), VIEW),
    Action("copy", ("y",), N_("Copy"), N_("Copy the text of the entry"), PROGRAM),
    Action("export", ("x",), N_("Export"), N_("Write the ledger or the report to a file"), PROGRAM),
    Action("import", (), N_("Import"), N_("Take in a ledger that was filled in"), PROGRAM),
    Action(
        "notices",
        ("w",),
        N_("Notices"),
        N_("What is odd in the document, and items that found no place in it"),
        PROGRAM,
    ),
    Action(
        "name", ("@",), N_("Your name"), N_("The name that signs your changes"), PROGRAM, 0, BOTH
    ),
    Action(
        "palette", ("ctrl+p",), N_("Commands"), N_("Find a command by its name"), PROGRAM, 0, BOTH
    ),
    Action("help", ("?", "f1"), N_("Help"), N_("This page"), PROGRAM, 6, BOTH),
    Action("quit", ("q",), N_("Quit"), N_("Leave; everything is saved"), PROGRAM, 13),
    Action(
        "next_group",
        ("n", "right", "l", "]"),
        N_("Next"),
        N_("Next group"),
        PROJECT,
        1,
        PROJECTOR,
    ),
    Action(
        "previous_group",
        ("N", "left", "h", "["),
        N_("Previous"),
        N_("Previous group"),
        PROJECT,
        3,
        PROJECTOR,
    ),
    Action(
        "read_on",
        ("pagedown",),
        N_("Read on"),
        N_("A page further in the group, then the next group"),
        PROJECT,
        0,
        PROJECTOR,
    ),
    Action(
        "read_back",
        ("pageup",),
        N_("Read back"),
        N_("A page back in the group, then the group before"),
        PROJECT,
        0,
        PROJECTOR,
    ),
    Action(
        "next_item",
        ("down", "j"),
        N_("Next item"),
        N_("Next item of the group"),
        PROJECT,
        0,
        PROJECTOR,
    ),
    Action(
        "previous_item",
        ("up", "k"),
        N_("Previous item"),
        N_("Previous item of the group"),
        PROJECT,
        0,
        PROJECTOR,
    ),
    Action(
        "leave", ("escape", "q", "p"), N_("Leave"), N_("Back to the text"), PROJECT, 7, PROJECTOR
    ),
)


def grouped(where: Where) -> Iterator[tuple[str, list[Action]]]:
    """The commands that apply in a place, by the groups of the help page."""
    for group in GROUPS:
        members = [a for a in ACTIONS if a.group == group and a.where & where]
        if members:
            yield group, members
