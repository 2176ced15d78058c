"""Searching: as it is typed, from hit to hit, and only the hits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, overload

from tui.actions import Where
from tui.desk.desk import Desk
from tui.desk.viewing import Viewing
from tui.frame.searchbar import SearchBar, SearchInput
from tui.language import _, translate
from tui.search import Hit, Query, QueryError, Search, Searcher, warm

FIRST, MORE = 0.02, 0.008
"""Seconds that a search may take before the screen is painted, and between two keys after that."""
PAUSE = 0.002
ENOUGH = 100
"""Hits that fill a screen: no more are looked for before it is painted."""


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
        self._search: Search | None = None
        self._searcher: Searcher | None = None
        self._before_search: dict[str, object] = {}
        self._older = 0

    async def action_search(self) -> None:
        """Open the search bar."""
        if self.bar is None:
            self.bar = SearchBar()
            await self.screen.mount(self.bar, before=self.footer)
            self._warm("")
        self._before_search = self.panels.view_state()
        self._older = len(self.searches)
        self._show_bar(True)
        self.bar.clear()
        self._mark_nothing()
        self.bar.line.focus()
        self.footer.hush()
        self.footer.show(Where.SEARCH)

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search for what is typed."""
        if self.bar is not None and self.bar.visible:
            if len(event.text) == 1:
                self._warm(event.text)
            self.look_for(event.text)

    def _warm(self, words: str) -> None:
        """Read tables while nobody waits: letters stand for pinyin from the second one on."""
        self.run_worker(lambda: warm(words), thread=True, exit_on_error=False)

    def look_for(self, words: str) -> None:
        """Mark all hits and go to the first one from where the search began."""
        self.searched = words
        self._search = None
        self._take_hits(())
        try:
            query = Query.parse(words, self.today())
        except QueryError as error:
            self._found_nothing(translate(error.message))
            return
        if self._searcher is None or self._searcher.document is not self.document:
            self._searcher = Searcher(self.document)
        search = self._searcher.begin(query, self.checklist, at=self._beginning())
        self._search = search
        search.run(FIRST, enough=ENOUGH)
        self._take_hits(search.hits)
        if self.hits:
            if self.only_hits:
                self._restrict()
            self.go_to_hit(bisect_left(self.hits, self._beginning(), key=hit_end) % len(self.hits))
        else:
            self._found_nothing(_("not found") if query.terms and search.finished else "")
        if not search.finished:
            self.set_timer(PAUSE, lambda: self._search_on(search))

    def _search_on(self, search: Search) -> None:
        """A slice more of a long search, unless another one has begun."""
        if search is not self._search:
            return
        had, current = bool(self.hits), self.hits[self.hit] if self.hits else None
        search.run(MORE)
        self._take_hits(search.hits)
        if current is not None:
            self.hit = bisect_left(self.hits, current)
        if self.hits and not had:
            self.go_to_hit(bisect_left(self.hits, self._beginning(), key=hit_end) % len(self.hits))
        elif search.finished:
            self.panels.mark_hits(Spans(self.hits), self.hit if self.hits else None)
            if not self.hits:
                self._found_nothing(_("not found"))
        self._count()
        if not search.finished:
            self.set_timer(PAUSE, lambda: self._search_on(search))

    def _take_hits(self, hits: Sequence[Hit]) -> None:
        """In the checklist only what stands in the rows that are shown."""
        order = self.panels.rows.order
        if self.panels.mode == "checklist" and order is not None and not self.only_hits:
            shown = set(order)
            self.hits = [hit for hit in hits if hit.node in shown]
        else:
            self.hits = hits

    def _found_nothing(self, why: str) -> None:
        self.panels.mark_hits((), None)
        self._go_back()
        if self.bar is not None:
            self.bar.count(why, none=True)

    def go_to_hit(self, at: int) -> None:
        """Show one hit, the current one from now on."""
        self.hit = at
        self.panels.mark_hits(Spans(self.hits), at)
        self.panels.go_to_offset(self.hits[at].start)
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
        self._mark_nothing()
        if self.only_hits:
            self.only_hits = False
            self.apply_filter()

    def _mark_nothing(self) -> None:
        self.hits, self.searched, self._search = (), "", None
        self.panels.mark_hits((), None)

    def _restrict(self) -> None:
        if self.only_hits and self.hits:
            self.panels.restrict({hit.node for hit in self.hits})
        else:
            self.apply_filter()

    def _step_to_hit(self, by: int) -> None:
        if not self.hits:
            self.say(_("There are no hits; / searches."), "warning")
            return
        self.go_to_hit((self.hit + by) % len(self.hits))
        self.say(f"{self.hit + 1}/{len(self.hits)}  {self.searched}")

    def _count(self) -> None:
        if self.bar is not None and self.hits:
            more = "" if self._search is None or self._search.finished else "+"
            self.bar.count(f"{self.hit + 1}/{len(self.hits)}{more}")

    def _close_bar(self) -> None:
        self._show_bar(False)
        self.footer.show(Where.DESK)
        self.panels.focus()

    def _show_bar(self, shown: bool) -> None:
        assert self.bar is not None
        self.bar.visible = shown
        for beneath in (self.panels, self.outline):
            beneath.cover(int(shown))

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


def hit_end(hit: Hit) -> int:
    """What tells whether a hit lies before a place."""
    return hit.end
