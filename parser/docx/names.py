"""The XML names of WordprocessingML (ECMA-376); the strict spelling maps to the usual one."""

from __future__ import annotations

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

VAL = f"{W}val"

STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": M,
}

OFF = frozenset({"0", "false", "off", "none"})


def respell(block: Element) -> None:
    """Give every name in a block of a strict document its usual (transitional) spelling."""
    for element in block.iter():
        element.tag = usual(element.tag)
        if element.attrib:
            attributes = {usual(key): value for key, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(attributes)


def usual(name: str) -> str:
    """The usual spelling of one ``{namespace}name``."""
    namespace, brace, local = name.rpartition("}")
    return STRICT.get(namespace + brace, namespace + brace) + local


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child ``w:name``, or None."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def number(parent: Element | None, name: str) -> int | None:
    """The ``w:val`` of a child as a whole number, or None where there is no such number."""
    text = value(parent, name)
    try:
        return int(text) if text is not None and len(text) < 10 else None
    except ValueError:
        return None


def switch(parent: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not given, True for a bare element."""
    child = parent.find(W + name) if parent is not None else None
    if child is None:
        return None
    return child.get(VAL, "1").lower() not in OFF
