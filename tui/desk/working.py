"""What is done to an item: ticking, states, remarks, closing, undo."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from checklist import Event, Item, StateError, Status
from parser import Node, Role
from tui.desk.desk import Desk
from tui.language import _, translate
from tui.wording import label, label_of, what_happened
from tui.words import role_name, status_name

if TYPE_CHECKING:
    from tui.dialogs.closing import Closing


class Working(Desk):
    """The commands that change items."""

    def action_tick(self) -> None:
        """Done, or open again; a closed item asks for a reason first."""
        if item := self.item_here():
            self.set_status(item, Status.OPEN if finished(item) else Status.DONE)

    def set_status(self, item: Item, status: Status) -> None:
        """Give an item a state, by the way that leads there."""
        if status is Status.CLOSED:
            self.close(item)
        elif item.status is Status.CLOSED:
            self.reopen(item, status)
        else:
            self.change(item, status=status)

    def action_status(self) -> None:
        """Ask for one of the six states."""
        from tui.dialogs.choose import Choice, Choose

        if item := self.item_here():
            choices = [Choice(s, status_name(s), current=s is item.status) for s in Status]
            sheet = Choose(_("State"), choices, label(item))
            self.push_screen(sheet, self._with(item, self._status_chosen))

    def _status_chosen(self, item: Item, status: str) -> None:
        if status != item.status:
            self.set_status(item, Status(status))

    def action_close(self) -> None:
        """Close the item, or reopen it."""
        if item := self.item_here():
            if item.status is Status.CLOSED:
                self.reopen(item, Status.DOING)
            else:
                self.close(item)

    def close(self, item: Item) -> None:
        """Ask for opinion, name and date."""
        from tui.dialogs.closing import ClosingSheet

        sheet = ClosingSheet(label(item), self.journal.author, self.today())
        self.push_screen(sheet, self._with(item, self._close_with))

    def _close_with(self, item: Item, closing: Closing) -> None:
        self.change(
            item,
            status=Status.CLOSED,
            opinion=closing.opinion,
            closed_by=closing.closed_by,
            closed_on=closing.closed_on,
        )

    def reopen(self, item: Item, status: Status) -> None:
        """Ask why a closed item is open again."""
        from tui.dialogs.prompt import Prompt

        hint = _("The reason is kept with the item's remarks.")
        sheet = Prompt(_("Reopen: why?"), label(item), hint=hint)
        self.push_screen(
            sheet, self._with(item, lambda i, why: self.change(i, status=status, reason=why))
        )

    def action_remark(self) -> None:
        """Ask for a remark."""
        from tui.dialogs.prompt import RemarkSheet

        if item := self.item_here():
            hint = _("Signed {name}; remarks are added, never overwritten.")
            sheet = RemarkSheet(
                _("Remark"), label(item), hint=hint.format(name=self.journal.author)
            )
            self.push_screen(sheet, self._with(item, lambda i, text: self.change(i, remark=text)))

    def action_details(self) -> None:
        """Show everything about the item, and change it."""
        from tui.dialogs.details import Details

        if item := self.item_here():

            def now() -> Item:
                with suppress(StateError, OSError):
                    if self.journal.refresh():
                        self.changed()
                return self.checklist.by_key(item.key) or item

            sheet = Details(item, self.journal.history(item), self.document, self.today(), now)
            self.push_screen(sheet, self._with(item, lambda i, new: self.change(i, **new)))

    def _with(self, item: Item, do: Callable[[Item, Any], object]) -> Callable[[Any], None]:
        """A callback for a dialog: does something to the item as it is by then, with the answer."""

        def answered(answer: Any) -> None:
            if answer is not None:
                do(self.checklist.by_key(item.key) or item, answer)

        return answered

    def action_on_list(self) -> None:
        """Put the entry on the checklist, or take it off."""
        if node := self.node_here():
            self.change(node, on_list=self.checklist.item_of(node) is None)

    def action_role(self) -> None:
        """Ask what the entry, and everything below it, is about."""
        from tui.dialogs.choose import Choice, Choose

        if node := self.node_here():
            now = self.checklist.role_of(node)
            roles: list[Role | None] = [*Role, None]
            choices = [
                Choice(role or "none", role_name(role) or _("no role"), current=role is now)
                for role in roles
            ]
            sheet = Choose(_("Role"), choices, label_of(node))
            self.push_screen(sheet, lambda role: self._give_role(node, role))

    def _give_role(self, node: Node, role: str | None) -> None:
        if role is not None:
            self.change(node, role=role)

    def action_attach(self) -> None:
        """Ask which of the items that found no place stands at this entry."""
        from tui.dialogs.choose import Choice, Choose

        unattached = self.checklist.unattached
        if not unattached:
            self.say(_("Every item has its place."))
        elif node := self.node_here():
            choices = [
                Choice(item.key, label(item), status_name(item.status)) for item in unattached
            ]
            sheet = Choose(_("Which item stands here?"), choices, label_of(node))
            self.push_screen(sheet, lambda key: self._put_at(key, node) if key else None)

    def _put_at(self, key: str, node: Node) -> None:
        if (item := self.checklist.by_key(key)) is None:
            return
        try:
            events = self.journal.attach(item, node)
        except StateError as error:
            self.say(translate(error.message), "error")
            return
        self.changed()
        self.saver.soon()
        self.say(f"{what_happened(events[-1])} · {label_of(node)}")

    def action_undo(self) -> None:
        """Take back the last change of the one at the keyboard."""
        self._turn(self.journal.undo, _("Undone: {what}"), _("There is nothing of yours to undo."))

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self._turn(self.journal.redo, _("Done again: {what}"), _("There is nothing to do again."))

    def _turn(self, turn: Callable[[], tuple[Event, ...]], what: str, nothing: str) -> None:
        try:
            events = turn()
        except StateError as error:
            self.say(translate(error.message), "error")
            return
        if not events:
            self.say(nothing, "warning")
            return
        self.changed()
        self.saver.soon()
        item = self.checklist.by_key(events[0].item)
        more = f" (+{len(events) - 1})" if len(events) > 1 else ""
        change = f"{what_happened(events[0])}{more} · {label(item) if item else ''}"
        if item and item.node:
            self.panels.go_to(item.node.index)
            self.show_header()
            if self.panels.selected != item.node.index:
                change = _("(not shown here)") + " " + change
        self.say(what.format(what=change))

    def action_name(self) -> None:
        """Ask for the name that signs."""
        from tui.dialogs.prompt import Prompt

        hint = _("It signs ticks and remarks from now on.")
        sheet = Prompt(_("Your name"), value=self.journal.author, hint=hint)
        self.push_screen(sheet, self._named)

    def _named(self, name: str | None) -> None:
        from tui import remembered

        if not name:
            return
        try:
            self.journal.author = name
        except StateError as error:
            self.say(translate(error.message), "error")
            return
        self.named = True
        remembered.set(name=name)
        self.say(_("You sign as {name}.").format(name=name))


def finished(item: Item) -> bool:
    """Whether a tick stands there, which the next tick takes back."""
    return item.status in {Status.DONE, Status.CLOSED}
