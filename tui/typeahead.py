"""Keys in the order in which they were typed, however fast they come.

Textual hands a key to the widget that has the focus at that moment, while the key before may
still be on its way to the action that moves the focus. Over a slow line several keys arrive at
once, and the letters of a search would then be taken for commands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode

PATIENCE = 1.0
"""How long (seconds) a key waits for the one before; something that takes longer is in no hurry."""

ROUNDS = 6
FRAME = 0.008
"""How long (seconds) what a key changed has for being painted before anything else is asked."""


class Typeahead(App[Any]):
    """An app that takes one key after another: the next when the one before has had its effect."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._typed: deque[events.Event] = deque()
        self._dealing: asyncio.Task[None] | None = None
        self._held = False
        self._more = asyncio.Event()
        """Set when a key came, or holds the painting: then there is no time to lose."""

    def paint_once(self) -> None:
        """Paint what the key under way changes only when it has had its whole effect.

        A dialog is put on the screen in several steps, each of which Textual would paint.
        """
        if self._dealing is not None and not self._held:
            self._held = True
            self._more.set()
            self._begin_batch()

    def push_screen(self, *args: Any, **more: Any) -> Any:
        """Open a dialog or a page."""
        self.paint_once()
        return super().push_screen(*args, **more)

    def pop_screen(self) -> AwaitComplete:
        """Leave it."""
        self.paint_once()
        return super().pop_screen()

    def _release(self) -> None:
        if self._held:
            self._held = False
            self._end_batch()
            if self.screen_stack:
                self.screen.refresh()

    async def on_event(self, event: events.Event) -> None:
        """Queue what is typed; everything else goes its usual way."""
        is_typed = isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded
        if not is_typed:
            await super().on_event(event)
            return
        self._typed.append(event)
        self._more.set()
        if self._dealing is None:
            self._dealing = asyncio.create_task(self._deal())

    async def _deal(self) -> None:
        try:
            while self._typed:
                screen, focused = self.screen, self.focused
                await super().on_event(self._typed.popleft())
                await self._let_paint()
                await self._settle(focused or screen)
                if self.screen is not screen or self.focused is not focused:
                    await self._settle(self.focused or self.screen)
                self._release()
        except Exception as error:  # noqa: BLE001 -- what the pump itself does with any error
            self._handle_exception(error)
        finally:
            self._dealing = None
            self._release()

    async def _let_paint(self) -> None:
        """Wait for a frame, if nobody else does: settling takes as long as a small paint."""
        if self._typed or self._held:
            return
        self._more.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(FRAME):
                await self._more.wait()

    async def _settle(self, widget: DOMNode) -> None:
        """Wait until what was posted to the widget has gone up to the app and was handled."""
        path = widget.ancestors_with_self
        try:
            async with asyncio.timeout(PATIENCE):
                for _round in range(ROUNDS):
                    for node in path:
                        await _reached(node)
                    if _round and not any(node.message_queue_size for node in path):
                        return
        except TimeoutError:
            return


async def _reached(node: DOMNode) -> None:
    """Wait until the node has handled what lies in its queue now."""
    done = asyncio.Event()
    if node.is_running and node.post_message(events.Callback(callback=done.set)):
        await done.wait()
