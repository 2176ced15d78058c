"""What surrounds the panels: header, outline, search bar, footer."""

from tui.frame.footer import Footer
from tui.frame.header import Header
from tui.frame.outline import Outline

__all__ = ["Footer", "Header", "Outline"]
