"""Kinds of values on a command line: a status, a role, a day, each in its words too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

import click

from checklist import Status
from tui.language import _, everywhere
from tui.words import ROLES, STATUSES

Word = TypeVar("Word", bound=StrEnum)
NO_ROLE = "none"


class Named(click.ParamType[Any], Generic[Word]):
    """One of some words, as code (``done``) or as the screen has it (``待验收``)."""

    name = "word"

    def __init__(self, names: Mapping[Word, str], *more: str) -> None:
        self._names = names
        self._more = more

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word meant; fails with the list of all words."""
        said = str(value).strip()
        for word, label in self._names.items():
            if said.lower() in {word.value, *everywhere(label)}:
                return word
        if said.lower() in self._more:
            return said.lower()
        words = [f"{word.value} ({_(label)})" for word, label in self._names.items()]
        known = ", ".join([*words, *self._more])
        return self.fail(
            _("{value} is not one of {known}.").format(value=repr(said), known=known), param, ctx
        )


class Day(click.ParamType[date]):
    """A day, as 2026-12-31."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; fails for anything else."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value).strip())
        except ValueError:
            message = _("{value} is no day; write it as 2026-12-31.").format(value=repr(value))
            return self.fail(message, param, ctx)


STATUS = Named({Status(name): label for name, label in STATUSES.items()})
ROLE = Named(ROLES, NO_ROLE)
DAY = Day()
