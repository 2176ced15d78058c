"""Bytes to Document: reads the structure of numbered Chinese official documents."""

from typing import TYPE_CHECKING

from parser.document import Document, Warning
from parser.duty import Due, DueKind, Owner, document_date, due_of, read_due, read_owner
from parser.error import ParseError
from parser.load import load
from parser.message import Message
from parser.node import Node
from parser.parse import parse
from parser.role import Role

if TYPE_CHECKING:
    from parser.columns import column_of

__all__ = [
    "Document",
    "Due",
    "DueKind",
    "Message",
    "Node",
    "Owner",
    "ParseError",
    "Role",
    "Warning",
    "column_of",
    "document_date",
    "due_of",
    "load",
    "parse",
    "read_due",
    "read_owner",
]


def __getattr__(name: str) -> object:
    """The names of a ledger's columns, imported when a ledger is read: starting comes first."""
    if name != "column_of":
        raise AttributeError(name)
    from parser.columns import column_of

    return column_of
