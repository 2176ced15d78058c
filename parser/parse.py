"""Text to Document: the steps in their order."""

from __future__ import annotations

import re

from parser.document import Document
from parser.node import Node
from parser.role import Role

MARK = re.compile(
    r"(?m)^[ \t\u3000\xa0]*(?:(?P<a>[一二三四五六七八九十]+、)|"
    r"(?P<b>（[一二三四五六七八九十]+）)|(?P<c>[一二三四五六七八九十]是))"
    r"|(?<=。)(?P<d>[一二三四五六七八九十]是)"
)


def parse(
    text: str,
    *,
    title: str = "",
    path: str | None = None,
    format: str = "text",
    encoding: str | None = None,
) -> Document:
    """Provisional: three forms with fixed levels."""
    rows: list[tuple[int, int, int]] = []
    for m in MARK.finditer(text):
        kind = m.lastgroup or ""
        rows.append((m.start(kind), m.end(kind), {"a": 1, "b": 2}.get(kind, 3)))
    return Document(title, text, tuple(build(text, rows)), path, format, encoding)


def build(text: str, rows: list[tuple[int, int, int]]) -> list[Node]:
    """Provisional."""
    words = (("问题", Role.PROBLEM), ("原因", Role.CAUSE), ("措施", Role.MEASURE))
    flat: list[Node] = []

    def level(
        lo: int, hi: int, depth: int, parent: int, prefix: str, role: Role | None
    ) -> tuple[Node, ...]:
        made = []
        i, n = lo, 0
        while i < hi:
            j = i + 1
            while j < hi and rows[j][2] > rows[i][2]:
                j += 1
            n += 1
            start, title_start, _ = rows[i]
            end = rows[j][0] if j < len(rows) else len(text)
            own = rows[i + 1][0] if i + 1 < len(rows) else len(text)
            m = re.search("[。；！？\n]", text[title_start:own])
            title_end = title_start + m.start() if m else own
            own_role = role
            if depth == 1:
                own_role = None
                for word, value in words:
                    if word in text[title_start:title_end]:
                        own_role = value
            index = len(flat)
            flat.append(None)  # type: ignore[arg-type]
            number = f"{prefix}{n}"
            kids = level(i + 1, j, depth + 1, index, number + ".", own_role)
            node = Node(
                text,
                index,
                parent,
                depth,
                number,
                text[start:title_start],
                "x",
                own_role,
                start,
                title_start,
                title_end,
                own,
                end,
                kids,
            )
            flat[index] = node
            made.append(node)
            i = j
        return tuple(made)

    level(0, len(rows), 1, -1, "", None)
    return flat
