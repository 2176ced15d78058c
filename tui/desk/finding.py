"""Searching, as it is typed."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from textual.timer import Timer

from tui.actions import Where
from tui.desk.hits import Hits, Spans, hit_end
from tui.frame.searchbar import SearchBar, SearchInput
from tui.language import _, ngettext, translate
from tui.search import Query, QueryError, Search, Searcher, warm

FIRST, MORE = 0.02, 0.008
"""Seconds that a search may take before the screen is painted, and between two keys after that."""
PAUSE = 0.002
ACCEPT = 1.0
"""Seconds that Enter waits for a first hit of a search that is still under way."""
THINKING = 0.7
"""Seconds without a letter after which it is said what is wrong with what was typed."""
ENOUGH = 100
"""Hits that fill a screen: no more are looked for before it is painted."""


class Finding(Hits):
    """The commands that search."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.searches: list[str] = []
        self.bar: SearchBar | None = None
        self._searcher: Searcher | None = None
        self._before_search: dict[str, object] = {}
        self._older = 0
        self._draft = ""
        """What was typed before an earlier search was asked for."""
        self._complaint: Timer | None = None
        self._why = ""
        """Why nothing is found."""

    async def action_search(self) -> None:
        """Open the search bar."""
        if self.bar is None:
            self.bar = SearchBar()
            await self.screen.mount(self.bar, before=self.footer)
            self._warm("")
        self.leave_hits_only()
        self.show_text()
        self._before_search = self.panels.view_state()
        self._older = len(self.searches)
        self._opened.clear()
        self._show_bar(True)
        self.bar.clear()
        self.mark_nothing()
        self.bar.line.focus()
        self.footer.hush()
        self.footer.show(Where.SEARCH)

    @property
    def typing(self) -> bool:
        """Whether the search bar is open."""
        return self.bar is not None and self.bar.visible

    def on_search_bar_typed(self, event: SearchBar.Typed) -> None:
        """Search for what is typed."""
        if self.typing:
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
        self.take_hits(())
        self._explain("")
        try:
            query = Query.parse(words, self.today())
        except QueryError as error:
            self._found_nothing("?")
            self._explain(translate(error.message))
            return
        if self._searcher is None or self._searcher.document is not self.document:
            self._searcher = Searcher(self.document)
        search = self._searcher.begin(query, self.checklist, at=self._beginning())
        self._search = search
        search.run(FIRST, enough=ENOUGH)
        self.take_hits(search.hits)
        if self.hits:
            if self.only_hits:
                self.show_hits_only()
            self.go_to_hit(bisect_left(self.hits, self._beginning(), key=hit_end) % len(self.hits))
        else:
            self._found_nothing(_("not found") if query.terms and search.finished else "")
            self._explain(self._elsewhere(search))
        if not search.finished:
            self.set_timer(PAUSE, lambda: self._search_on(search))

    def _search_on(self, search: Search) -> None:
        """A slice more of a long search, unless another one has begun."""
        if search is not self._search:
            return
        had, current = bool(self.hits), self.hits[self.hit] if self.hits else None
        search.run(MORE)
        self.take_hits(search.hits)
        if current is not None:
            self.hit = bisect_left(self.hits, current)
        if self.hits and not had:
            self.go_to_hit(bisect_left(self.hits, self._beginning(), key=hit_end) % len(self.hits))
        elif search.finished:
            self.panels.mark_hits(Spans(self.hits), self.hit if self.hits else None)
            if not self.hits:
                self._found_nothing(_("not found"))
                self._explain(self._elsewhere(search))
        self._count()
        if not search.finished:
            self.set_timer(PAUSE, lambda: self._search_on(search))

    def _elsewhere(self, search: Search) -> str:
        """That the text has what the checklist shows nothing of."""
        if not search.count:
            return ""
        words = ngettext(
            "Not among the items shown; the whole text has {n} hit.",
            "Not among the items shown; the whole text has {n} hits.",
            search.count,
        )
        return words.format(n=search.count)

    def _explain(self, why: str) -> None:
        """Say at the foot why nothing is found, once nobody types on; empty: nothing is wrong."""
        self._why = why
        if self._complaint is not None:
            self._complaint.stop()
            self._complaint = None
            self.footer.hush()
        if why:
            self._complaint = self.set_timer(THINKING, lambda: self.say(why, "warning"))

    def _found_nothing(self, why: str) -> None:
        self.panels.mark_hits((), None)
        self._go_back()
        if self.bar is not None:
            self.bar.count(why, none=True)

    def on_search_input_pressed(self, event: SearchInput.Pressed) -> None:
        """A key of the search bar."""
        assert self.bar is not None
        match event.key:
            case "accept":
                self._accept()
            case "cancel":
                self._close_bar()
                self.forget_hits()
                self._go_back()
            case "only":
                self.action_sparse()
            case _:
                self._recall(1 if event.key == "newer" else -1)

    def on_search_input_left(self) -> None:
        """A click into text or outline: the hits stay, the bar goes."""
        if self.typing and self.focused in (self.panels, self.outline):
            self._close_bar(to_text=False)
            self._keep_search()

    def _accept(self) -> None:
        """Stay at the hit; without one the bar stays, so that Space ticks nothing unlooked-for."""
        if self._search is not None and not self.hits:
            self._search.run(ACCEPT, enough=1)
            self._search_on(self._search)
        if self.searched.strip() and not self.hits:
            self.say(self._why or _("Nothing is found; Esc goes back."), "warning")
            return
        self._close_bar()
        self._keep_search()

    def _recall(self, by: int) -> None:
        """Put an earlier search into the bar, or a later one; after the last what was typed."""
        assert self.bar is not None
        last = len(self.searches)
        if self._older == last:
            self._draft = self.bar.line.value
        to = min(max(self._older + by, 0), last)
        if to != self._older:
            self._older = to
            words = [*self.searches, self._draft][to]
            self.bar.line.value = words
            self.bar.line.cursor_position = len(words)

    def go_to_hit(self, at: int) -> None:
        """Show one hit, and in the bar which of how many it is."""
        super().go_to_hit(at)
        self._count()

    def changed(self) -> None:
        """Show the checklist as it is now; fields such as ``status:open`` are met by others."""
        super().changed()
        before = self._search
        if before is None or self._searcher is None or not before.query.needs_checklist:
            return
        search = self._searcher.begin(before.query, self.checklist, at=self._beginning())
        self._search = search
        search.run(FIRST)
        self._mark_around(search)
        if not search.finished:
            self.set_timer(PAUSE, lambda: self._search_on(search))

    def show_mode(self, mode: str) -> None:
        """Show ``read`` or ``checklist``, with the hits that there are in it."""
        if self.typing:
            self._close_bar()
        super().show_mode(mode)
        if self._search is not None and self.searched:
            self._mark_around(self._search)

    def _mark_around(self, search: Search) -> None:
        """Mark what a search found, without moving: the cursor is on a hit, or before one."""
        self.take_hits(search.hits)
        row = self.panels.cursor
        here = self.document.outline.start[row] if row >= 0 else 0
        at = bisect_left(self.hits, here, key=hit_end)
        self.between = at >= len(self.hits) or self.hits[at].node != row
        self.hit = at % len(self.hits) if self.hits else 0
        self.panels.mark_hits(Spans(self.hits), None if self.between else self.hit)

    def _count(self) -> None:
        if self.bar is not None and self.hits:
            more = "" if self._search is None or self._search.finished else "+"
            self.bar.count(f"{self.hit + 1}/{len(self.hits)}{more}")

    def _close_bar(self, *, to_text: bool = True) -> None:
        self._explain("")
        self._show_bar(False)
        self.footer.show(Where.DESK)
        if to_text:
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
        self.show_header()
