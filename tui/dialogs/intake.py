"""What a filled-in ledger would change, before it does."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from checklist import Plan
from tui.dialogs.sheet import Sheet
from tui.language import N_, _, ngettext, translate
from tui.wording import label, told

Parts = list[str | tuple[str, str]]


class IntakeSheet(Sheet[bool]):
    """The changes, and what needs a person; gives True when they shall be made."""

    HEADING = N_("Take in a ledger")
    SAVE = N_("Take in")
    WIDE = True

    def __init__(self, plan: Plan) -> None:
        count = len(plan.changes)
        words = ngettext("{count} change", "{count} changes", count)
        super().__init__(words.format(count=count))
        self.plan = plan

    def fields(self) -> Iterable[Widget]:
        """One line for each row of the ledger."""
        parts: Parts = []
        for change in self.plan.changes:
            parts += [(row(change.line), "$text-muted"), f"{told(change.fields)}  "]
            parts += [(f"{label(change.item)}\n", "$text-muted")]
        for line, words in troubles(self.plan):
            parts += [(row(line), "$text-muted"), (f"! {words}\n", "$text-warning")]
        yield Static(Content.assemble(*parts))

    def on_mount(self) -> None:
        """The button has the focus; it does nothing where nothing would change."""
        self.query_one("#save").focus()

    def action_save(self) -> None:
        """Make the changes."""
        self.dismiss(bool(self.plan.changes))


def row(line: int) -> str:
    """``第 3 行  ``, as the spreadsheet counts them."""
    return _("row {n}").format(n=line) + "  "


def troubles(plan: Plan) -> Iterable[tuple[int, str]]:
    """What is not taken in, with the row of the ledger."""
    for conflict in plan.conflicts:
        words = _("changed here and there; left as it is here: {item}")
        yield conflict.line, words.format(item=label(conflict.item))
    for refusal in plan.refusals:
        yield refusal.line, f"{translate(refusal.reason)} · {label(refusal.item)}"
    for unknown in plan.unknown:
        yield unknown.line, _("found no item for this row: {text}").format(text=unknown.text)
