"""The catalogue is complete, and says the same in both languages."""

import ast
import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from click import core, decorators, exceptions, parser, types

from tools import messages
from tui.commands.click_words import PLURALS, SENTENCES

PLACES = string.Formatter()
CHINESE = re.compile("[\u3400-\u9fff\uff01-\uff5e\u3001-\u3011]")


def catalogue(path):
    with path.open("rb") as source:
        return read_po(source)


def both(value):
    return list(value) if isinstance(value, (tuple, list)) else [value]


def placeholders(text):
    return {name for _, name, _, _ in PLACES.parse(text) if name is not None}


@pytest.fixture(scope="module")
def code():
    return [message for message in messages.extracted() if message.id]


@pytest.fixture(scope="module", params=messages.catalogues(), ids=lambda path: path.parts[-3])
def translated(request):
    return catalogue(request.param)


def test_every_sentence_in_the_code_is_translated(code, translated):
    known = {
        both(message.id)[0]: message
        for message in translated
        if message.id and not message.fuzzy and all(both(message.string))
    }
    missing = [both(message.id)[0] for message in code if both(message.id)[0] not in known]
    assert not missing, "translate them in gangmu.po (make messages adds them)"


def test_no_translation_is_left_over_or_doubtful(code, translated):
    said = {both(message.id)[0] for message in code}
    kept = [both(message.id)[0] for message in translated if message.id]
    assert [sentence for sentence in kept if sentence not in said] == [], "run make messages"
    assert not [message.id for message in translated if message.id and message.fuzzy]
    assert not translated.obsolete


def test_a_translation_fills_in_the_same_values(translated):
    for message in translated:
        if not message.id:
            continue
        one, *many = map(placeholders, both(message.id))
        for text in both(message.string):
            assert placeholders(text) <= one.union(*many), f"{text}: a place nobody fills"
            assert placeholders(text) in [one, *many], f"{text}: a value is lost"


def test_the_keys_are_english(code):
    for message in code:
        for text in both(message.id):
            assert not CHINESE.search(text), text


def test_what_click_may_say_is_in_the_catalogue():
    literals = {
        node.value
        for module in (core, decorators, exceptions, parser, types)
        for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for sentence in [*SENTENCES, *(text for pair in PLURALS for text in pair)]:
        assert sentence in literals, f"Click no longer says: {sentence}"
