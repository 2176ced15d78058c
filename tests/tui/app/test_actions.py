"""One declaration for each command."""

import pytest
from textual.keys import _character_to_key, key_to_character

from tools.key_table import README, written
from tui import language
from tui.actions import ACTIONS, Where, bindings
from tui.actions.keys import NAMED, SILENT, twins, typed
from tui.app import GangmuApp
from tui.dialogs.pages import help_page
from tui.frame.footer import fitting
from tui.frame.header import bar
from tui.frame.searchbar import SearchInput
from tui.panels import measure
from tui.projector import Projector

DESK = [action for action in ACTIONS if action.where & Where.DESK]


def test_the_readme_has_the_table_of_keys() -> None:
    """If this fails: make readme."""
    readme = README.read_text("utf-8")
    assert readme == written(readme)


@pytest.mark.parametrize("action", DESK, ids=lambda action: action.id)
def test_every_command_of_the_desk_is_a_method_of_the_app(action) -> None:
    assert callable(getattr(GangmuApp, f"action_{action.id}"))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_other_command_is_a_method_of_its_own_place(action) -> None:
    if action.where is Where.PROJECTOR:
        assert callable(getattr(Projector, f"action_{action.id}"))
    elif action.where is Where.SEARCH:
        assert callable(SearchInput.action_press)


@pytest.mark.parametrize("where", [Where.DESK, Where.SEARCH, Where.PROJECTOR])
def test_no_key_calls_two_commands_in_one_place(where: Where) -> None:
    keys = [binding.key for binding in bindings(where)]
    assert len(keys) == len(set(keys))


def test_every_single_letter_has_its_full_width_twin() -> None:
    keys = {binding.key: binding.action for binding in bindings(Where.DESK)}
    for action in DESK:
        for key in action.keys:
            if len(key) == 1:
                twin = chr(ord(key) + 0xFEE0)
                assert keys[NAMED.get(twin, twin)] == keys[NAMED.get(key, key)]
    assert keys["ideographic_comma"] == keys["slash"]
    assert keys["ideographic_space"] == keys["space"]
    assert keys["left_black_lenticular_bracket"] == keys["left_square_bracket"]


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_help_names_every_command_that_has_a_key(spoken: str) -> None:
    language.choose(spoken)
    text = help_page(Where.DESK | Where.SEARCH | Where.PROJECTOR, 100).lines.plain
    for action in ACTIONS:
        assert not action.keys or language._(action.help) in text


@pytest.mark.parametrize("spoken", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("where", [Where.DESK, Where.PROJECTOR])
def test_the_footer_fits_and_always_offers_help(spoken: str, width: int, where: Where) -> None:
    language.choose(spoken)
    rows = fitting(where, width - 3)
    assert rows[-1][2] == "help"
    assert sum(measure(key) + measure(label) + 3 for key, label, _id in rows) - 2 <= width - 3


@pytest.mark.parametrize(
    ("rate", "bar_of_four"), [(0, "░░░░"), (0.01, "█░░░"), (0.99, "███░"), (1, "████")]
)
def test_a_bar_is_full_only_when_nothing_is_left(rate: float, bar_of_four: str) -> None:
    assert "".join(text for text, _style in bar(rate, 4)) == f"{bar_of_four} "


def test_signs_are_called_as_textual_calls_them_and_none_is_looked_up():
    keys = [key for action in ACTIONS for key in action.keys]
    keys += [twin for key in keys for twin in twins(key)]
    signs = {key for key in keys if len(key) == 1 and not key.isalnum()}
    assert {sign: _character_to_key(sign) for sign in signs} == NAMED
    assert {typed(name) for name in NAMED.values()} == signs
    for key in (*keys, *SILENT, "ctrl+r", "shift+tab", "ideographic_space", "plus"):
        ours, theirs = typed(key), key_to_character(key)
        assert ours == theirs or (ours is None and theirs and not theirs.isprintable())
