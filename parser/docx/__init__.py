"""Word in: the text of a .docx, with automatic numbering written out as Word shows it."""

from parser.docx.read import WordText, read_docx

__all__ = ["WordText", "read_docx"]
