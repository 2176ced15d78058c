"""Bytes to Document: reads the structure of numbered Chinese official documents."""

from parser.columns import column_of
from parser.document import Document, Warning
from parser.duty import Due, DueKind, Owner, document_date, due_of, read_due, read_owner
from parser.error import ParseError
from parser.load import load
from parser.message import Message
from parser.node import Node
from parser.parse import parse
from parser.role import Role

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
