"""No sentence reaches a screen without passing the catalogue."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "tui").rglob("*.py"))
SENTENCE = re.compile(r"[A-Za-z]{2,},? [a-z]{2,}")
STYLE = re.compile(
    r"(?:bold|dim|not|italic|underline|reverse|on|[a-z_]+)(?: (?:bold|dim|reverse|underline))+"
)
CHINESE = re.compile("[\u4e00-\u9fff]")
MARKERS = {"_", "N_", "ngettext", "plural", "Message"}
UNSHOWN = {"compile", "ValueError", "AssertionError", "getattr", "run_worker"}
STYLES = {"DEFAULT_CSS", "CSS", "DEFAULT_CLASSES", "COMPONENT_CLASSES"}
DATA = {
    "tui/commands/state.py": "digits of input methods",
    "tui/dialogs/details.py": "examples of what may be typed as a due date",
    "tui/panels/wrap.py": "units that stay with their number",
    "tui/search/field.py": "names and values of fields, in both languages at once",
    "tui/search/fold.py": "characters that are alike",
    "tui/search/pinyin.py": "one character with a reading",
    "tui/start/sketch.py": "numerals of markers",
}
"""Files in which Chinese is data, and what it is."""


def name_of(call):
    function = call.func
    return getattr(function, "id", None) or getattr(function, "attr", "")


def unshown(tree):
    """Nodes below which no string goes to a screen as it is."""
    for node in ast.walk(tree):
        if (
            (isinstance(node, ast.Call) and name_of(node) in MARKERS | UNSHOWN)
            or isinstance(node, ast.Raise | ast.Assert)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        ):
            yield node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(getattr(target, "id", "") in STYLES for target in targets):
                yield node


def literals(path):
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {id(inner) for node in unshown(tree) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in hidden
        ):
            yield node.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_english_sentence_is_left_out_of_the_catalogue(path):
    assert [
        text for text in literals(path) if SENTENCE.search(text) and not STYLE.fullmatch(text)
    ] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_chinese_stands_in_the_code(path):
    if str(path.relative_to(ROOT).as_posix()) not in DATA:
        assert [text for text in literals(path) if CHINESE.search(text)] == []
