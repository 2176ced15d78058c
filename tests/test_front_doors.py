"""Rooms reach each other only through the front door, the package itself.

The import linter cannot say this: it takes ``from parser import load`` for the module of that name.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("parser", "checklist", "tui")
FILES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_another_room_is_entered_by_its_front_door(path):
    room = path.relative_to(ROOT).parts[0]
    for statement in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(statement, ast.ImportFrom):
            modules = [statement.module or ""]
        elif isinstance(statement, ast.Import):
            modules = [alias.name for alias in statement.names]
        else:
            continue
        for module in modules:
            other, _, inside = module.partition(".")
            assert not (other in ROOMS and other != room and inside), f"{module}, from {path}"
