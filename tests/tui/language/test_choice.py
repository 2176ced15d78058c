"""Which language the interface speaks."""

import pytest

from tui import language


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "")
    yield
    language.choose("en")


@pytest.mark.parametrize(
    ("environ", "spoken"),
    [
        ({}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LC_ALL": "en_GB", "LC_MESSAGES": "zh_CN", "LANG": "zh_CN"}, "en"),
        ({"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LANG": "en_GB"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN", "LANGUAGE": "fr:en"}, "en"),
        ({"LANG": "C", "LANGUAGE": "en"}, "zh"),
        ({"LANGUAGE": "en"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "GANGMU_LANG": "en"}, "en"),
        ({"LANG": "en_US", "GANGMU_LANG": "zh"}, "zh"),
    ],
)
def test_the_environment_decides_and_chinese_is_what_silence_means(environ, spoken, monkeypatch):
    monkeypatch.setattr(language, "_windows_language", lambda: None)
    assert language.detect(environ) == spoken


def test_windows_is_asked_for_the_language_of_its_interface_when_nothing_else_says(monkeypatch):
    monkeypatch.setattr(language, "_windows_language", lambda: "en")
    assert language.detect({}) == "en"
    assert language.detect({"LANG": "zh_CN"}) == "zh"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--lang", "en"], "en"),
        (["list", "--lang=zh"], "zh"),
        (["--lang", "en", "list", "--lang", "zh"], "zh"),
        (["list", "--", "--lang", "en"], None),
        (["list", "--lang"], None),
    ],
)
def test_the_option_is_found_before_the_command_line_is_read(arguments, wanted):
    assert language.asked(arguments) == wanted


def test_an_unknown_language_is_left_to_the_command_line_to_refuse(monkeypatch):
    monkeypatch.setenv("GANGMU_LANG", "en")
    assert language.choose("fr") == "en"


def test_a_sentence_changes_with_the_language():
    language.choose("zh")
    assert language._("Usage:") == "用法："
    language.choose("en")
    assert language._("Usage:") == "Usage:"
    assert language._("") == ""
