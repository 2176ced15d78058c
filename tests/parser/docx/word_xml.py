"""Writes small .docx files from raw WordprocessingML, the way Word, WPS and others spell it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{TRANSITIONAL}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{RELATIONS}" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
PARTS = {
    "styles": "word/styles.xml",
    "numbering": "word/numbering.xml",
    "footnotes": "word/footnotes.xml",
    "endnotes": "word/endnotes.xml",
}
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str, properties: str = "") -> str:
    """A run with a text."""
    props = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{props}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    content: str = "",
    *,
    num: int | None = None,
    level: int | None = None,
    style: str = "",
    properties: str = "",
    mark: str = "",
) -> str:
    """A paragraph; plain text becomes a run, anything that starts with ``<`` is taken as it is."""
    inner = content if content.startswith("<") or not content else run(content)
    parts = [f'<w:pStyle w:val="{style}"/>'] if style else []
    if num is not None or level is not None:
        parts.append("<w:numPr>")
        if level is not None:
            parts.append(f'<w:ilvl w:val="{level}"/>')
        if num is not None:
            parts.append(f'<w:numId w:val="{num}"/>')
        parts.append("</w:numPr>")
    parts.append(properties)
    parts.append(f"<w:rPr>{mark}</w:rPr>" if mark else "")
    props = "".join(parts)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inner}</w:p>"


def level(
    index: int,
    form: str,
    text: str,
    *,
    start: int = 1,
    suffix: str = "",
    extra: str = "",
    after: str = "",
) -> str:
    """One ``w:lvl``; ``extra`` stands where lvlRestart, pStyle and isLgl belong."""
    suff = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/>{extra}{suff}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/>{after}</w:lvl>'
    )


def abstract(key: int, *levels: str, link: str = "") -> str:
    """One ``w:abstractNum``."""
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="{key + 0x10000000:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{link}{"".join(levels)}</w:abstractNum>'
    )


def num(key: int, abstract_key: int, overrides: str = "") -> str:
    """One ``w:num``."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract_key}"/>{overrides}</w:num>'


def numbering(*elements: str) -> str:
    """The part ``word/numbering.xml``: abstract lists first, as the schema wants."""
    ordered = sorted(elements, key=lambda e: not e.startswith("<w:abstractNum"))
    return f"<w:numbering {NAMESPACES}>{''.join(ordered)}</w:numbering>"


def style(
    key: str,
    name: str,
    *,
    based_on: str = "",
    paragraph: str = "",
    run: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    """One ``w:style``."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    ppr = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    rpr = f"<w:rPr>{run}</w:rPr>" if run else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{first} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{base}{ppr}{rpr}</w:style>"
    )


def styles(*elements: str) -> str:
    """The part ``word/styles.xml``."""
    normal = style("Normal", "Normal", default=True)
    return f"<w:styles {NAMESPACES}>{normal}{''.join(elements)}</w:styles>"


def document(*blocks: str) -> str:
    """The part ``word/document.xml``."""
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
        'w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    )
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def package(main: str, **parts: str) -> dict[str, str]:
    """All parts of a file by name; other parts are given by keyword (styles, numbering, …)."""
    overrides = [("/word/document.xml", "document.main")]
    relations = []
    files = {"word/document.xml": main}
    for index, (kind, text) in enumerate(parts.items(), 1):
        files[PARTS[kind]] = text
        overrides.append((f"/{PARTS[kind]}", kind))
        relations.append(
            f'<Relationship Id="rId{index}" Type="{RELATIONS}/{kind}" '
            f'Target="{PARTS[kind].removeprefix("word/")}"/>'
        )
    types = "".join(
        f'<Override PartName="{part}" ContentType="{KIND}.{kind}+xml"/>' for part, kind in overrides
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'
    )
    return files


def write(path: Path, files: dict[str, str]) -> None:
    """Zip the parts, with a fixed date so that the same parts give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            archive.writestr(entry, head + text)
