"""Hostile, damaged and foreign files give one clear error, quickly and in little memory."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import random
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from parser import ParseError
from parser.docx import read_docx, xml

spec = importlib.util.spec_from_file_location("word_xml", Path(__file__).parent / "word_xml.py")
assert spec
assert spec.loader
word_xml = importlib.util.module_from_spec(spec)
spec.loader.exec_module(word_xml)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
HEAD = '<?xml version="1.0"?>'
BODY = word_xml.document(word_xml.paragraph("一、正文"))


def zipped(files: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def refused(source: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        read_docx(source, name="报告.docx")
    assert caught.value.path == "报告.docx"
    assert "\n" not in str(caught.value)
    return str(caught.value.message)


def test_an_old_word_file_is_told_how_to_become_a_docx() -> None:
    assert "save it as .docx" in refused(OLE)


def test_rtf_is_told_how_to_become_a_docx() -> None:
    assert "save it as .docx" in refused(b"{\\rtf1\\ansi}")


def test_a_file_locked_with_a_password_is_called_so() -> None:
    assert "password" in refused(OLE + b"\0" * 700 + "EncryptedPackage".encode("utf-16-le"))


def test_a_zip_entry_locked_with_a_password_is_called_so() -> None:
    data = bytearray(zipped({"word/document.xml": BODY}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert "password" in refused(bytes(data))


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("content.xml", "OpenDocument"),
        ("xl/workbook.xml", "spreadsheet"),
        ("ppt/presentation.xml", "slides"),
        ("OFD.xml", "OFD"),
    ],
)
def test_another_zip_is_called_by_its_name(part: str, word: str) -> None:
    relations = word_xml.package(BODY)["_rels/.rels"].replace("word/document.xml", part)
    assert word in refused(zipped({part: "<a/>", "_rels/.rels": relations}))


def test_a_zip_of_anything_is_called_so() -> None:
    assert "zip archive" in refused(zipped({"readme.txt": "text"}))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_called_damaged(share: float) -> None:
    data = zipped({k: HEAD + v for k, v in word_xml.package(BODY).items()})
    assert "damaged" in refused(data[: int(len(data) * share)])


def test_a_text_whose_xml_breaks_off_is_called_damaged() -> None:
    assert "damaged" in refused(zipped({"word/document.xml": BODY[:-30]}))


def test_a_changed_byte_is_noticed() -> None:
    data = bytearray(zipped({"word/document.xml": BODY * 3}))
    data[200] ^= 0xFF
    assert "damaged" in refused(bytes(data))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "http://localhost/x">]>',
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_and_outside_documents_are_refused(
    declaration: str, part: str, encoding: str
) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    files: dict[str, str | bytes] = {"word/document.xml": BODY, "word/styles.xml": "<a/>"}
    files[part] = (head + declaration + "<a>&b;</a>").encode(encoding)
    assert "entities" in refused(zipped(files))


def test_an_encoding_that_nobody_knows_is_called_damaged() -> None:
    assert "damaged" in refused(zipped({"word/document.xml": '<?xml version="1.0" encoding="x"?>'}))


def test_bottomless_nesting_is_refused() -> None:
    files = {"word/document.xml": word_xml.document("<w:sdt>" * 100_000)}
    assert "far more" in refused(zipped(files))


def test_a_paragraph_of_endless_runs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "BLOCK_LIMIT", 1_000)
    files = {"word/document.xml": word_xml.document(word_xml.paragraph("<w:r/>" * 1_000))}
    assert "far more" in refused(zipped(files))


def test_endless_paragraphs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "ELEMENT_LIMIT", 1_000)
    files = {"word/document.xml": word_xml.document("<w:p/>" * 1_000)}
    assert "far more" in refused(zipped(files))


def test_a_long_form_of_empty_cells_is_read() -> None:
    cell = "<w:tc><w:p><w:pPr><w:jc w:val='center'/></w:pPr></w:p></w:tc>"
    rows = f"<w:tr>{cell * 10}</w:tr>" * 1_000
    body = word_xml.document(word_xml.paragraph("一、正文"), f"<w:tbl>{rows}</w:tbl>")
    assert read_docx(zipped({"word/document.xml": body})).text == "一、正文"


def bomb() -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(BODY.partition("<w:sectPr>")[0].encode())
        for _ in range(130):
            part.write(b" " * (1 << 20))
    return target.getvalue()


def test_a_zip_bomb_is_refused_quickly_and_in_little_memory() -> None:
    data = bomb()
    tracemalloc.start()
    before = time.process_time()
    assert "unpacks" in refused(data)
    assert time.process_time() - before < 2
    assert tracemalloc.get_traced_memory()[1] < 64 << 20
    tracemalloc.stop()


def test_a_file_of_pictures_is_told_to_be_recognised() -> None:
    assert "OCR" in refused(zipped({"word/document.xml": word_xml.document("<w:p/>")}))


def test_missing_parts_and_references_into_nothing_do_not_matter() -> None:
    body = word_xml.document(word_xml.paragraph("一、正文", num=7, level=3, style="Gone"))
    assert read_docx(zipped({"word/document.xml": body})).text == "一、正文"


def test_the_text_is_found_by_the_package_whatever_its_name_and_case() -> None:
    files = word_xml.package(BODY)
    files["Word\\Document2.XML"] = files.pop("word/document.xml")
    files["_rels/.rels"] = files["_rels/.rels"].replace("word/document.xml", "/word/document2.xml")
    del files["[Content_Types].xml"]
    assert read_docx(zipped(files)).text == "一、正文"


CASES = sorted((Path(__file__).parent / "cases").glob("*.docx"))


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_wrong_inside_is_one_error_or_none(seed: int) -> None:
    """Bytes of the parts are changed, doubled and dropped; the zip around them stays sound."""
    dice = random.Random(seed)
    with zipfile.ZipFile(dice.choice(CASES)) as archive:
        files = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for _ in range(dice.randrange(1, 6)):
        data = files[dice.choice(sorted(files))]
        at, to = sorted(dice.randrange(len(data) + 1) for _ in range(2))
        to = min(to, at + 40)
        wild = bytes(dice.choice(b'<>/"=&w:vlp0129\x00\xff') for _ in range(dice.randrange(9)))
        data[at:to] = dice.choice([b"", bytes(data[at:to]) * 3, wild])
    with contextlib.suppress(ParseError):
        read_docx(zipped({name: bytes(data) for name, data in files.items()}))
