"""The checklist that a command is about: open it, find items in it, put changes on the disk."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from checklist import Item, Journal
from parser import Message, Node
from tui.commands import options
from tui.commands.document import read
from tui.commands.failure import Failure
from tui.commands.output import warn
from tui.language import translate

Others = ParamSpec("Others")
Result = TypeVar("Result")
WIDE = str.maketrans("０１２３４５６７８９．。", "0123456789..")


def on_journal(
    command: Callable[Concatenate[Journal, Others], Result],
) -> Callable[..., Result]:
    """``FILE`` and what says how to open its checklist; the command gets its ``Journal`` first."""

    @options.file
    @options.state
    @options.author
    @functools.wraps(command)
    def opening(
        file: str,
        encoding: str | None,
        state: str | None,
        by: str | None,
        *others: Others.args,
        **options: Others.kwargs,
    ) -> Result:
        return command(opened(file, encoding, state, signature(by)), *others, **options)

    return opening


def signature(by: str | None) -> str | None:
    """Who signs: whoever is named, else the name given in the app, so that both undo the same."""
    from tui import remembered  # here: what only reads is signed by nobody

    return by if by is not None else remembered.name()


def opened(file: str | None, encoding: str | None, state: str | None, by: str | None) -> Journal:
    """The journal of a document; what it has to say about its file goes to standard error."""
    if by is not None and not by.strip():
        raise Failure(Message("the name after --by is empty"))
    document = read(file, encoding)
    journal = Journal(document, state=Path(state) if state is not None else None, author=by)
    tell(journal, 0)
    return journal


def save(journal: Journal) -> None:
    """Put the changes on the disk; what that brought to light goes to standard error."""
    told = len(journal.notices)
    journal.save()
    tell(journal, told)


def tell(journal: Journal, told: int) -> None:
    """Say what the journal has noticed about its file since the first ``told`` notices."""
    for notice in journal.notices[told:]:
        warn(translate(notice), str(journal.path))


def chosen(journal: Journal, numbers: Iterable[str]) -> list[Item]:
    """The items with those numbers, each once; raises Failure if there is none for any of them."""
    items: dict[str, Item] = {}
    for number in numbers:
        item = one(journal, number)
        items[item.key] = item
    return list(items.values())


def any_of(journal: Journal, numbers: Iterable[str]) -> list[Item]:
    """What is known of those headings and items, on the checklist or not, each once."""
    nodes = {node.index: node for node in (node_at(journal, number) for number in numbers)}
    return [journal.checklist.any_item(node) for node in nodes.values()]


def one(journal: Journal, number: str) -> Item:
    """The item with that number; raises Failure that says what the number may be instead."""
    checklist = journal.checklist
    node = node_at(journal, number)
    item = checklist.item_of(node)
    if item is not None:
        return item
    path = journal.document.path
    below = [item.number for item in checklist.below(node)]
    if below:
        raise Failure(
            Message(
                "{number} is a heading, not an item; below it are {items}",
                number=node.number,
                items=" ".join(below),
            ),
            path,
        )
    raise Failure(Message("{number} is not on the checklist", number=node.number), path)


def node_at(journal: Journal, number: str) -> Node:
    """The heading or item with that number; raises Failure where there is none."""
    node = journal.document.find(plain(number))
    if node is None:
        raise Failure(
            Message(
                "there is no item {number}; gangmu list shows the numbers", number=repr(number)
            ),
            journal.document.path,
        )
    return node


def plain(number: str) -> str:
    """A number as it is written here, however the input method wrote it."""
    return number.strip().translate(WIDE)
