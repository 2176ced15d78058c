"""Makes the fixtures: python tests/parser/docx/generate.py (needs LibreOffice; not part of a test).

Every case becomes NAME.docx; NAME.txt is what LibreOffice makes of it. NAME.diff, where our text
differs, is written by hand with the reason.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import word_cases
from word_xml import write

HERE = Path(__file__).parent
CASES = HERE / "cases"


def libreoffice(target: str, folder: Path, *sources: Path) -> None:
    """Convert the files to a format in the folder."""
    subprocess.run(
        ["soffice", "--headless", "--convert-to", target, "--outdir", str(folder)]
        + [str(source) for source in sources],
        check=True,
        capture_output=True,
        timeout=300,
    )


def from_libreoffice(folder: Path) -> None:
    """Files that LibreOffice itself writes, from web pages and from the old Word format."""
    for name, page in word_cases.PAGES.items():
        source = folder / f"{name}.html"
        source.write_text(page, encoding="utf-8")
        libreoffice("odt:writerweb8_writer", folder, source)
        libreoffice("docx:MS Word 2007 XML", CASES, folder / f"{name}.odt")
    for name in word_cases.THROUGH_OLD_WORD:
        for target, suffix in (("doc:MS Word 97", "doc"), ("odt:writer8", "odt")):
            libreoffice(target, folder, CASES / f"{name}.docx")
            made = folder / f"{name}-by-{suffix}.{suffix}"
            (folder / f"{name}.{suffix}").rename(made)
            libreoffice("docx:MS Word 2007 XML", CASES, made)


def main() -> None:
    """Write all cases and what LibreOffice reads in them."""
    CASES.mkdir(exist_ok=True)
    for name, files in word_cases.raw().items():
        write(CASES / f"{name}.docx", files)
    word_cases.by_python_docx(CASES)
    with tempfile.TemporaryDirectory() as temporary:
        from_libreoffice(Path(temporary))
        texts = Path(temporary) / "texts"
        libreoffice("txt:Text (encoded):UTF8", texts, *sorted(CASES.glob("*.docx")))
        for text in texts.glob("*.txt"):
            shutil.copy(text, CASES / text.name)
    for name, plain in word_cases.SAME_TEXT_AS.items():
        shutil.copy(CASES / f"{plain}.txt", CASES / f"{name}.txt")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
