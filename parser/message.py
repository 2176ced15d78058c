"""A sentence for a person, kept apart from its values so that a screen can translate it."""

from __future__ import annotations


class Message:
    """One sentence: an English template with named places, and the values that fill them.

    ``str()`` gives the English; whoever has a catalogue translates ``template`` and fills it in
    with ``values``.
    """

    __slots__ = ("template", "values")

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def __repr__(self) -> str:
        return f"Message({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self.template == other.template and self.values == other.values

    def __hash__(self) -> int:
        return hash(str(self))
