"""Moving and folding: each command is one call of the panels."""

from __future__ import annotations

from tui.desk.desk import Desk


class Moving(Desk):
    """The commands that move the cursor or fold."""

    def action_up(self) -> None:
        """The row above."""
        self.panels.move(-1)

    def action_down(self) -> None:
        """The row below."""
        self.panels.move(1)

    def action_page_up(self) -> None:
        """A page up."""
        self.panels.turn(-1)

    def action_page_down(self) -> None:
        """A page down."""
        self.panels.turn(1)

    def action_top(self) -> None:
        """The first row."""
        self.panels.top()

    def action_bottom(self) -> None:
        """The last row."""
        self.panels.bottom()

    def action_previous_section(self) -> None:
        """The heading above."""
        self.panels.move_section(-1)

    def action_next_section(self) -> None:
        """The heading below."""
        self.panels.move_section(1)

    def action_turn_over(self) -> None:
        """Fold or unfold; where there is nothing to fold, and in the checklist, show details."""
        row = self.panels.cursor
        in_list = self.panels.mode == "checklist"
        item = self.checklist.item_of(self.document.nodes[row]) if row >= 0 else None
        if item is not None and (in_list or not self.panels.rows.can_fold(row)):
            self.call_later(self.run_action, "details")
        else:
            self.panels.toggle()

    def action_fold(self) -> None:
        """Fold, or go to the parent."""
        self.panels.fold()

    def action_unfold(self) -> None:
        """Unfold, or go into what is open."""
        row, rows = self.panels.cursor, self.panels.rows
        if row in rows.folded:
            self.panels.unfold()
        elif row < 0 or rows.has_children(row):
            self.panels.move(1)

    def action_cycle(self) -> None:
        """One level more, round and round."""
        self.panels.cycle()
