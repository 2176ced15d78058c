"""Screens that are painted no more than they need, and that look up no more keys."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from tui.actions.keys import typed


class SteadyScreen(Screen[ScreenResultType]):
    """A screen that is not painted whole because another widget got the keys: those two are."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    _dismissed = False

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave with a result, once: a double click over a slow line asks for it twice."""
        if self._dismissed:
            return AwaitComplete.nothing()  # type: ignore[no-untyped-call,no-any-return]
        self._dismissed = True
        return super().dismiss(result)

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """The keys from the focused widget upwards, without those that are text where it stands.

        At each key Textual asks every widget about every key of those above it, and looks each of
        these up in Unicode's names, which take 1 MB; only fields to type in have something to say.
        """
        if self.app._keymap:
            return super()._binding_chain
        focused = self.focused
        nodes: list[DOMNode] = [self, self.app]
        if focused is not None and not focused.loading:
            nodes = focused.ancestors_with_self
        chain: list[tuple[DOMNode, BindingsMap]] = []
        fields: list[DOMNode] = []
        for node in nodes:
            keys = node._bindings.copy()
            for field in fields:
                for key in [*keys.key_to_bindings]:
                    if field.check_consume_key(key, typed(key)):
                        del keys.key_to_bindings[key]
            if type(node).check_consume_key is not DOMNode.check_consume_key:
                fields.append(node)
            chain.append((node, keys))
        return chain
