"""Bytes to Document: reads the structure of numbered Chinese official documents."""

from parser.document import Document, Warning
from parser.error import ParseError
from parser.load import load
from parser.message import Message
from parser.node import Node
from parser.parse import parse
from parser.role import Role

__all__ = ["Document", "Message", "Node", "ParseError", "Role", "Warning", "load", "parse"]
