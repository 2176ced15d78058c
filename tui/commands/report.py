"""What a changing command says when all of it is on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checklist import Event, Item, Journal
from tui.commands.history import short
from tui.commands.item import as_object, name_of, progress_line, progress_object
from tui.commands.output import write_json
from tui.language import _
from tui.wording import told
from tui.words import status_name


def report(
    journal: Journal, before: Iterable[Item], events: Iterable[Event] = (), *, as_json: bool
) -> None:
    """Print what became of the items, and where it was saved.

    ``before`` are the items as they were, ``events`` what changed them; those that did not change
    are said to be so. The JSON is
    ``{"state", "progress", "changed": [item, …], "unchanged": [number, …]}``.
    """
    changed, unchanged = [], []
    for old in before:
        new = journal.checklist.by_key(old.key) or old
        if new == old:
            unchanged.append(old)
        else:
            changed.append((old, new))
    if as_json:
        write_json(
            {
                "state": str(journal.path),
                "progress": progress_object(journal.checklist.progress),
                "changed": [as_object(new) for _old, new in changed],
                "unchanged": [item.number for item in unchanged],
            }
        )
    else:
        show(journal, changed, unchanged, {event.item: event for event in events})


def show(
    journal: Journal,
    changed: list[tuple[Item, Item]],
    unchanged: list[Item],
    events: Mapping[str, Event],
) -> None:
    """Print it for a person."""
    from tui.commands.draw import paragraph, table
    from tui.commands.draw import show as draw

    rows = [
        (new.number, became(old, new, events.get(new.key)), name_of(new)) for old, new in changed
    ]
    rows += [
        (item.number, _("{status} already").format(status=status_name(item.status)), name_of(item))
        for item in unchanged
    ]
    if rows:
        draw(table([_("No."), _("Status"), _("Item")], rows, elided=True))
    draw(paragraph(progress_line(journal.checklist)))
    if changed:
        draw(paragraph(_("Saved in {path}").format(path=journal.path)))


def became(old: Item, new: Item, event: Event | None) -> str:
    """``未启动 → 待验收 · 责任人 张三``; the status alone where nothing else is known."""
    fields = dict(event.fields) if event else {}
    fields.pop("status", None)
    others = short(told(fields))
    if old.status is new.status:
        return others or status_name(new.status)
    arrow = f"{status_name(old.status)} → {status_name(new.status)}"
    return f"{arrow} · {others}" if others else arrow
