"""Older versions of the state file, brought up one version at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Value = dict[str, Any]

STEPS: dict[int, Callable[[Value], Value]] = {}
"""Version to what makes the next one of it. Version 1 is the first."""


def migrate(value: Value) -> Value:
    """The same state as the newest version has it; raises UnsoundError for a version never made."""
    while (version := value["version"]) in STEPS:
        value = {**STEPS[version](value), "version": version + 1}
    return value
