"""Hits of a search: going from one to the next, only them, and nothing but the text again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from tui.desk.desk import Desk
from tui.desk.viewing import Viewing
from tui.language import _
from tui.search import Hit, Search


class Spans(Sequence[tuple[int, int]]):
    """Hits as the panels want them: beginning and end; nothing is copied."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.hits = hits

    def __len__(self) -> int:
        return len(self.hits)

    @overload
    def __getitem__(self, at: int) -> tuple[int, int]: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[int, int]]: ...

    def __getitem__(self, at: int | slice) -> tuple[int, int] | Sequence[tuple[int, int]]:
        if isinstance(at, slice):
            return [hit[1:] for hit in self.hits[at]]
        hit = self.hits[at]
        return hit.start, hit.end


class Hits(Viewing, Desk):
    """The commands that go through what a search found."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.searched = ""
        self._search: Search | None = None
        self.hits: Sequence[Hit] = ()
        self.hit = 0
        self.between = False
        """Whether the cursor is on no hit: ``hit`` is the next one then."""
        self._opened: set[int] = set()
        """The rows that hits opened; they fold again when the hits go."""
        self._folds: set[int] | None = None
        """What was folded before only the hits were shown."""

    def take_hits(self, hits: Sequence[Hit]) -> None:
        """In the checklist only what stands in the rows that are shown."""
        order = self.panels.rows.order
        if self.panels.mode == "checklist" and order is not None and not self.only_hits:
            shown = set(order)
            self.hits = [hit for hit in hits if hit.node in shown]
        else:
            self.hits = hits

    def go_to_hit(self, at: int) -> None:
        """Show one hit, the current one from now on."""
        self.hit, self.between = at, False
        self.panels.mark_hits(Spans(self.hits), at)
        folded = set(self.panels.rows.folded)
        self.panels.go_to_offset(self.hits[at].start)
        self._opened |= folded - self.panels.rows.folded
        self.show_header()

    def action_next_hit(self) -> None:
        """The next hit, round and round."""
        self._step_to_hit(1)

    def action_previous_hit(self) -> None:
        """The hit before."""
        self._step_to_hit(-1)

    def action_sparse(self) -> None:
        """Only the hits and their headings, or everything again."""
        if not self.hits and not self.only_hits:
            self.say(_("There are no hits; / searches."), "warning")
            return
        self.only_hits = not self.only_hits
        self.show_hits_only()
        if self.hits:
            self.go_to_hit(self.hit)

    def action_step_back(self) -> None:
        """One step back to the plain view: hits, filter, single section, checklist."""
        if self.hits or self.only_hits:
            self.forget_hits()
            self.panels.fold_again(self._opened)
        elif self.panels.hoisted is not None:
            self.panels.unhoist()
            self.show_header()
        elif self.panels.mode == "checklist" and not self.filter.plain:
            self.filter = type(self.filter)()
            self.apply_filter()
        elif self.panels.mode == "checklist":
            self.show_mode("read")
        self.footer.hush()

    def forget_hits(self) -> None:
        """Mark nothing any more."""
        self.mark_nothing()
        self.leave_hits_only()

    def leave_hits_only(self) -> None:
        """Show everything again, folded as before; what rows were called then is over."""
        if self.only_hits:
            self.only_hits = False
            self.show_hits_only()

    def show_mode(self, mode: str) -> None:
        """Show ``read`` or ``checklist``: each has folds of its own."""
        self.leave_hits_only()
        self._opened.clear()
        super().show_mode(mode)

    def mark_nothing(self) -> None:
        """Look for nothing, and mark nothing."""
        self.hits, self.searched, self._search = (), "", None
        self.panels.mark_hits((), None)

    def show_hits_only(self) -> None:
        """Only hits and their headings, all of them open; or everything, folded as before."""
        rows = self.panels.rows
        if self.only_hits and self.hits:
            before = rows.exchange(())
            self._folds = before if self._folds is None else self._folds
            self.panels.restrict({hit.node for hit in self.hits})
            return
        if self._folds is not None:
            rows.exchange(self._folds)
            self._folds = None
        self.apply_filter()

    def _step_to_hit(self, by: int) -> None:
        if not self.hits:
            self.say(_("There are no hits; / searches."), "warning")
            return
        step = by if by < 0 or not self.between else 0
        self.go_to_hit((self.hit + step) % len(self.hits))
        self.say(f"{self.hit + 1}/{len(self.hits)}  {self.searched}")


def hit_end(hit: Hit) -> int:
    """What tells whether a hit lies before a place."""
    return hit.end
