"""The language of the interface: which one, and every sentence in it.

A sentence is written once, in natural English, and that is its key in the catalogue; the Chinese
stands in ``locale/zh_CN/LC_MESSAGES/gangmu.po``. Rooms without a screen keep a ``Message``.
"""

from __future__ import annotations

import functools
import gettext as catalogues
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from parser import Message

LANGUAGES = ("zh", "en")
DOMAIN = "gangmu"
LOCALE = Path(__file__).parent / "locale"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
UNSAID = frozenset({"", "C", "POSIX"})
CHINESE_ON_WINDOWS = 0x04
CATALOGUE = {"zh": "zh_CN", "en": "en"}

_chosen: str | None = None


def choose(language: str | None = None) -> str:
    """Use ``zh`` or ``en`` from now on; None asks the environment. Returns the language."""
    global _chosen  # noqa: PLW0603 - a process speaks one language
    _chosen = language if language in LANGUAGES else detect(os.environ)
    _catalogue.cache_clear()
    catalogues.bindtextdomain(DOMAIN, str(LOCALE))
    catalogues.textdomain(DOMAIN)
    # Click asks gettext on its own, and gettext asks only the environment.
    os.environ["LANGUAGE"] = CATALOGUE[_chosen]
    return _chosen


def language() -> str:
    """The language in use: ``zh`` or ``en``."""
    return _chosen or choose()


def detect(environ: Mapping[str, str]) -> str:
    """What the environment asks for; where it says nothing, Chinese.

    ``GANGMU_LANG`` comes first. The rest is as gettext has it: the first of LC_ALL, LC_MESSAGES
    and LANG that is set is the locale, and LANGUAGE refines it unless it is the C locale.
    """
    if environ.get("GANGMU_LANG"):
        return _spoken(environ["GANGMU_LANG"])
    said = next((environ[name] for name in VARIABLES if environ.get(name)), "")
    plain = said.partition(".")[0] in UNSAID
    if environ.get("LANGUAGE") and not (said and plain):
        return _spoken(environ["LANGUAGE"])
    if not plain:
        return _spoken(said)
    return _windows_language() or "zh"


def _spoken(names: str) -> str:
    """The first language of ``zh_CN.UTF-8`` or ``fr:zh_CN:en`` that the interface speaks."""
    for name in names.split(":"):
        start = name.strip()[:2].lower()
        if start in LANGUAGES:
            return start
    return "en"


def _windows_language() -> str | None:
    """The language of the Windows interface; None elsewhere."""
    if sys.platform == "win32":
        import ctypes

        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "zh" if primary == CHINESE_ON_WINDOWS else "en"
    return None


@functools.cache
def _catalogue() -> catalogues.NullTranslations:
    return catalogues.translation(
        DOMAIN, str(LOCALE), languages=[CATALOGUE[language()]], fallback=True
    )


def _(text: str) -> str:
    """The sentence in the language in use."""
    return _catalogue().gettext(text) if text else ""


def everywhere(text: str) -> set[str]:
    """The sentence in every language, for what people may type."""
    found = {text}
    for name in CATALOGUE.values():
        translations = catalogues.translation(DOMAIN, str(LOCALE), [name], fallback=True)
        found.add(translations.gettext(text))
    return found


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence that suits the count, in the language in use."""
    return _catalogue().ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a sentence that is translated later, where it is shown."""
    return text


def translate(message: Message) -> str:
    """A message of another room in the language in use, its values filled in.

    A value may be a message itself; a ``reason`` is what the operating system said.
    """
    values = dict(message.values)
    for name, value in values.items():
        if isinstance(value, Message):
            values[name] = translate(value)
        elif name == "reason" and isinstance(value, str):
            values[name] = _(value)
    return _(message.template).format(**values)


def asked(arguments: Sequence[str]) -> str | None:
    """The value of ``--lang`` among the arguments of a command line; the last one counts."""
    found = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and place + 1 < len(arguments):
            found = arguments[place + 1]
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    return found
