"""Bring the catalogues up to date with the sentences in the code (``make messages``).

New sentences are added without a translation, lost ones are dropped, and nothing is guessed; the
tests then name what is still to be translated.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
ROOMS = ("parser", "checklist", "tui")
DOMAIN = "gangmu"
HEADER = b"""\
msgid ""
msgstr ""
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
"""Of each catalogue: only what gettext needs, no dates for two people to collide over."""
METHODS = [("**.py", "python")]
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "Message": None,
    "plural": (1, 2),
}


def extracted() -> Catalog:
    """All sentences in the code, with the files that hold them."""
    catalogue = Catalog(project=DOMAIN, charset="utf-8")
    for room in ROOMS:
        found = extract_from_dir(ROOT / room, METHODS, keywords=KEYWORDS)
        for file, _line, message, _comments, context in sorted(found, key=lambda row: row[:2]):
            catalogue.add(message, locations=[(f"{room}/{file}", 0)], context=context)
    return catalogue


def catalogues() -> list[Path]:
    """The catalogue of each language."""
    return sorted((ROOT / "tui" / "locale").rglob("*.po"))


def update(path: Path, template: Catalog) -> None:
    """Rewrite one catalogue, sorted by sentence so that two people's additions seldom collide."""
    with path.open("rb") as source:
        catalogue = read_po(source, domain=DOMAIN)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, no_location=True)
    path.write_bytes(HEADER + written.getvalue().partition(b"\n\n")[2])


if __name__ == "__main__":
    for each in catalogues():
        update(each, extracted())
