"""Which command a command line means."""

import pytest

from tui.commands.command import route


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ([], [""]),
        (["report.txt"], ["", "report.txt"]),
        (["report.txt", "--lang", "en"], ["", "report.txt", "--lang", "en"]),
        (["outline", "report.txt"], ["outline", "report.txt"]),
        (["--lang", "en", "outline", "x"], ["outline", "--lang", "en", "x"]),
        (["--lang=en", "outline"], ["outline", "--lang=en"]),
        (["--state", "outline", "report.txt"], ["", "--state", "outline", "report.txt"]),
        (["./outline"], ["", "./outline"]),
        (["--", "outline"], ["", "--", "outline"]),
        (["-"], ["", "-"]),
        (["--help"], ["--help"]),
        (["report.txt", "--help"], ["--help"]),
        (["--lang", "en", "--version"], ["--version"]),
        (["outline", "--help"], ["outline", "--help"]),
        (["--", "--help"], ["", "--", "--help"]),
    ],
    ids=repr,
)
def test_a_first_word_is_a_command_of_the_table_or_else_a_file(arguments, meant):
    assert route(arguments) == meant
