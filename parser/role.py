"""Roles: what a node is about (a problem, a cause, a measure), told by the words of headings."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a node is about; a node without a role of its own inherits its parent's."""

    PROBLEM = "problem"
    CAUSE = "cause"
    MEASURE = "measure"
