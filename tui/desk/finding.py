"""Searching: as it is typed, from hit to hit, and only the hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from parser import Document
from tui.desk.desk import Desk
from tui.desk.viewing import Viewing
from tui.frame.searchbar import SearchBar, SearchInput
from tui.language import _

Hit = tuple[int, int]


def find(document: Document, words: str) -> list[Hit]:
    """Where the words stand."""
    hits, at = [], 0
    while words and (at := document.text.find(words, at)) >= 0:
        hits.append((at, at + len(words)))
        at += len(words)
    return hits


class Finding(Viewing, Desk):
    """The commands that search."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.searches: list[str] = []
        self.searched = ""
        self.hits: Sequence[Hit] = ()
        self.hit = 0
        self.only_hits = False
        self.bar: SearchBar | None = None
        self._before_search: dict[str, object] = {}
        self._older = 0

    async def action_search(self) -> None:
        """Open the search bar."""
        from tui.actions import Where

        if self.bar is None:
            self.bar = SearchBar()
            await self.screen.mount(self.bar, before=self.footer)
        self._before_search = self.panels.view_state()
        self._older = len(self.searches)
        self.bar.display = True
        self.bar.line.value = ""
        self.bar.count("")
        self.bar.line.focus()
        self.footer.hush()
        self.footer.show(Where.SEARCH)

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search for what is typed."""
        if self.bar is not None and self.bar.display:
            self.look_for(event.text)

    def look_for(self, words: str) -> None:
        """Mark all hits and go to the first one from where the search began."""
        self.searched = words
        self.hits = self._shown_hits(find(self.document, words))
        if self.only_hits:
            self._restrict()
        if not self.hits:
            self.panels.mark_hits((), None)
            self._go_back()
        else:
            start = self._beginning()
            at = (i for i, (_start, end) in enumerate(self.hits) if end > start)
            self.go_to_hit(next(at, 0))
        self._count()

    def go_to_hit(self, at: int) -> None:
        """Show one hit, the current one from now on."""
        self.hit = at
        self.panels.mark_hits(self.hits, at)
        self.panels.go_to_offset(self.hits[at][0])
        self._count()

    def on_search_input_pressed(self, event: SearchInput.Pressed) -> None:
        """A key of the search bar."""
        assert self.bar is not None
        match event.key:
            case "accept":
                self._close_bar()
                self._keep_search()
            case "cancel":
                self._close_bar()
                self.forget_hits()
                self._go_back()
            case "only":
                self.action_sparse()
            case _:
                self._older += 1 if event.key == "newer" else -1
                self._older = min(max(self._older, 0), len(self.searches))
                words = [*self.searches, ""][self._older]
                self.bar.line.value = words
                self.bar.line.cursor_position = len(words)

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
        self._restrict()
        if self.hits:
            self.go_to_hit(self.hit)

    def action_step_back(self) -> None:
        """One step back to the plain view: hits, filter, single section, checklist."""
        if self.hits or self.only_hits:
            self.forget_hits()
        elif self.panels.hoisted is not None:
            self.panels.unhoist()
        elif self.panels.mode == "checklist" and not self.filter.plain:
            self.filter = type(self.filter)()
            self.apply_filter()
        elif self.panels.mode == "checklist":
            self.show_mode("read")
        self.footer.hush()

    def forget_hits(self) -> None:
        """Mark nothing any more."""
        self.hits, self.searched = (), ""
        self.panels.mark_hits((), None)
        if self.only_hits:
            self.only_hits = False
            self.apply_filter()

    def _restrict(self) -> None:
        if self.only_hits and self.hits:
            self.panels.restrict({self.panels.rows.holding(start) for start, _end in self.hits})
        else:
            self.apply_filter()

    def _shown_hits(self, hits: Sequence[Hit]) -> Sequence[Hit]:
        """In the checklist only what stands in the rows that are shown."""
        order = self.panels.rows.order
        if self.panels.mode != "checklist" or order is None:
            return hits
        shown = set(order)
        return [hit for hit in hits if self.panels.rows.holding(hit[0]) in shown]

    def _step_to_hit(self, by: int) -> None:
        if not self.hits:
            self.say(_("There are no hits; / searches."), "warning")
            return
        self.go_to_hit((self.hit + by) % len(self.hits))
        self.say(f"{self.hit + 1}/{len(self.hits)}  {self.searched}")

    def _count(self) -> None:
        if self.bar is None:
            return
        if self.hits:
            self.bar.count(f"{self.hit + 1}/{len(self.hits)}")
        else:
            self.bar.count(_("not found") if self.searched else "", none=True)

    def _close_bar(self) -> None:
        from tui.actions import Where

        assert self.bar is not None
        self.bar.display = False
        self.footer.show(Where.DESK)
        self.panels.focus()

    def _keep_search(self) -> None:
        words = self.searched.strip()
        if words:
            self.searches = [text for text in self.searches if text != words] + [words]
        if self.hits:
            self.say(f"{self.hit + 1}/{len(self.hits)}  {words}")

    def _beginning(self) -> int:
        """Where in the text the search began, in characters."""
        row = self.document.outline.find(str(self._before_search.get("cursor") or ""))
        return self.document.outline.start[row] if row is not None else 0

    def _go_back(self) -> None:
        self.panels.restore(self._before_search)
        self.outline.follow(self.panels.cursor)
