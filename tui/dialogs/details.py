"""Everything about one item, and the form to change it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from checklist import Event, Item
from parser import Document, Due, DueKind, due_of
from tui.dialogs.sheet import Sheet
from tui.frame.fields import Line
from tui.frame.note import Note
from tui.frame.prose import Prose
from tui.language import N_, _
from tui.panels import measure
from tui.wording import FIELDS, days, days_left, moment, what_happened
from tui.words import status_name

EXAMPLES = ("2026-12-31", "12月底前", "长期坚持", "下周五", "立行立改")
"""As many of them as one line has room for."""
WIDEST, BESIDE = 100, 20
"""Cells of the sheet, and of what stands in it beside a field."""
NO_YEAR = N_("a span")
Changes = dict[str, Any]
SINGLE = {"owner", "due", "result", "evidence"}
"""Fields that hold one value: what is saved later takes the place of what was there."""
DAY = re.compile(r"(?:[12][0-9]{3}[-./年])?[0-9]{1,2}[-./月][0-9]{1,2}[日号]?")
NO_DAY = {
    DueKind.AT_ONCE: N_("at once"),
    DueKind.ONGOING: N_("kept up"),
    DueKind.REPEATED: N_("again and again"),
}


class Details(Sheet[Changes]):
    """The fields of an item to read and to change; gives those that were changed.

    Args:
        item: The item as it is when the sheet opens.
        history: Its events.
        document: What it stands in.
        today: The day from which time limits count.
        now: Gives the item as it is by then: a colleague may change it while somebody types.
    """

    HEADING = N_("Details")
    SAVE = N_("Save")
    WIDE = True

    def __init__(
        self,
        item: Item,
        history: Sequence[Event],
        document: Document,
        today: date,
        now: Callable[[], Item],
    ) -> None:
        super().__init__()
        self.item = item
        self.history = history
        self.document = document
        self.today = today
        self.now = now
        self.warned: Item = item
        """The item as it was when the person was told that somebody else had changed it."""

    def top_line(self) -> str:
        """Which item it is."""
        return f"{self.item.number}  {self.item.marker}"

    def fields(self) -> Iterable[Widget]:
        """Text, state, form, remarks, history."""
        item = self.item
        yield Prose(own_text(item, self.document), id="own-text")
        yield labelled(_("State"), Static(self._state()))
        yield labelled(_("Owner"), Line(item.owner, id="owner", select_on_focus=False))
        yield labelled(_("Due"), Line(item.due, id="due", select_on_focus=False))
        yield labelled("", Static(Content(self._due_hint(item.due)[0]), id="due-hint"))
        yield labelled(_("Result"), Note(item.result, id="result"))
        hint = _("one a line")
        evidence = "\n".join(item.evidence)
        yield labelled(_("Evidence"), Note(evidence, id="evidence", placeholder=hint))
        yield labelled(_("New remark"), Note("", id="remark"))
        yield labelled(_("Remarks"), Static(remarks(item)))
        yield labelled(_("History"), Static(history(self.history)))

    def _state(self) -> Content:
        item = self.item
        parts = [status_name(item.status)]
        if item.closed_on:
            parts += [item.opinion, item.closed_by, item.closed_on.isoformat()]
        if late := days(item, self.today):
            parts.append(late)
        if item.reworded:
            parts.append(_("the wording changed since"))
        return Content.assemble((" · ".join(parts), "bold"))

    def _due_hint(self, words: str) -> tuple[str, bool]:
        """Which day is understood, or what else the words mean; whether they mean anything."""
        if not words.strip():
            return self._examples(), True
        kept = self.item.due_date if words.strip() == self.item.due else None
        due = Due(words, kept, DueKind.DAY) if kept else due_of(words, self.today)
        if due is None and DAY.fullmatch(words.strip()):
            return _("There is no such day; it is kept as it is written."), False
        if due is None:
            return _("No day is read from this; it is kept as it is written."), False
        if due.date is None:
            return _("{meaning}; no day is set").format(
                meaning=_(NO_DAY.get(due.kind, NO_YEAR))
            ), True
        left = days_left((due.date - self.today).days)
        kept_up = f" · {_(NO_DAY[due.kind])}" if due.kind is DueKind.ONGOING else ""
        return f"→ {due.date.isoformat()}  {left}{kept_up}", True

    def _examples(self) -> str:
        """Ways to write a time limit, as many as one line has room for."""
        room = min(self.app.size.width, WIDEST) - BESIDE
        words = [
            _("for example {examples}").format(examples="、".join(EXAMPLES[:count]))
            for count in range(len(EXAMPLES), 0, -1)
        ]
        return next((one for one in words if measure(one) <= room), words[-1])

    @on(Input.Changed, "#due")
    def hint(self, event: Input.Changed) -> None:
        """Say at every letter which day is understood."""
        words, good = self._due_hint(event.value)
        hint = self.query_one("#due-hint", Static)
        hint.update(Content(words))
        hint.set_class(not good, "bad")

    def on_input_submitted(self) -> None:
        """Enter goes on to the next field."""
        self.focus_next()

    def overwritten(self) -> str:
        """What a colleague wrote meanwhile into a field that would be overwritten; or nothing."""
        now = self.now()
        told = [
            _("{field}: {value}").format(field=_(FIELDS[name]), value=shown(getattr(now, name)))
            for name in self.typed().keys() & SINGLE
            if getattr(now, name) not in {getattr(self.item, name), getattr(self.warned, name)}
        ]
        return "\n".join(sorted(told))

    def typed(self) -> Changes:
        """The fields that differ from the item."""
        item = self.item
        evidence = self.query_one("#evidence", TextArea).text.splitlines()
        now: Changes = {
            "owner": self.query_one("#owner", Input).value.strip(),
            "due": self.query_one("#due", Input).value.strip(),
            "result": self.query_one("#result", TextArea).text.strip(),
            "evidence": tuple(line.strip() for line in evidence if line.strip()),
            "remark": self.query_one("#remark", TextArea).text.strip(),
        }
        was = {
            "owner": item.owner,
            "due": item.due,
            "result": item.result,
            "evidence": item.evidence,
            "remark": "",
        }
        changes = {name: value for name, value in now.items() if value != was[name]}
        if "due" in changes:
            due = due_of(changes["due"], self.today)
            changes["due_date"] = due.date if due else None
        return changes

    def changed(self) -> bool:
        """Whether anything was typed."""
        return bool(self.typed())

    def action_save(self) -> None:
        """Give the changes; without any, it is like leaving."""
        if theirs := self.overwritten():
            self.warned = self.now()
            words = _("Somebody else wrote here meanwhile. Ctrl+S again puts yours in its place.")
            self.complain(f"{words}\n{theirs}")
            self.query_one("#problem").scroll_visible(animate=False)
            return
        self.dismiss(self.typed() or None)


def shown(value: str | tuple[str, ...]) -> str:
    """A field's value on one line."""
    return " ".join(value.split()) if isinstance(value, str) else _(", ").join(value)


def labelled(name: str, field: Widget) -> Widget:
    """A field with its name at the left."""
    return Horizontal(Static(Content(name), classes="name"), field, classes="row")


def own_text(item: Item, document: Document) -> str:
    """The item's own text in the document, a line for each paragraph, without the marker."""
    if item.node is None:
        return f"{item.title}\n" + _("It has no place in the document as it is now.")
    paragraphs = [
        "".join(document.text[start:end] for start, end in spans)
        for spans in document.paragraphs(item.node)
    ]
    return "\n".join(paragraphs).removeprefix(item.marker).strip()


def remarks(item: Item) -> Content:
    """All remarks, the newest first, each with author and time."""
    rows = [(remark.time, remark.author, remark.text) for remark in item.remarks]
    return signed(rows)


def history(events: Sequence[Event]) -> Content:
    """All events, the newest first."""
    return signed([(event.time, event.author, what_happened(event)) for event in events])


def signed(rows: Sequence[tuple[datetime, str, str]]) -> Content:
    """Time, author and words of each row, the last row first."""
    parts: list[str | tuple[str, str]] = []
    for time, author, words in reversed(rows):
        parts += [(f"{moment(time)}  {author}  ", "$text-muted"), f"{words}\n"]
    return Content.assemble(*parts).rstrip() if parts else Content(_("none"))
