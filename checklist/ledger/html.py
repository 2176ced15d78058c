"""The ledger as one web page that prints well: no script, nothing fetched."""

from __future__ import annotations

from html import escape

from checklist.ledger.columns import Column
from checklist.ledger.ledger import Ledger, percent, summary
from checklist.ledger.rows import Row
from checklist.ledger.safe import printable

STYLE = """
@page { size: A4 landscape; margin: 14mm 12mm; }
body { font: 11pt/1.5 "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", serif;
  color: #111; background: #fff; max-width: 290mm; margin: 8mm auto; padding: 0 6mm; }
h1 { font: 20pt/1.4 "方正小标宋简体", "SimSun", "Noto Serif CJK SC", serif; text-align: center; }
p { text-indent: 2em; }
table { border-collapse: collapse; width: 100%; font-size: 9pt; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #555; padding: 3pt; vertical-align: middle;
  overflow-wrap: anywhere; white-space: pre-line; text-align: left; }
th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; text-align: center;
  background: #e8eef4; }
td.c { text-align: center; white-space: nowrap; }
tr.section td { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif;
  background: #f4f4f4; break-after: avoid; }
tr.late td.mark { color: #b00020; font-weight: bold; background: #fdecea; }
tr.near td.mark { background: #fff6d6; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
"""
MARKED = {"due", "due_date", "alert"}
HEAD = (
    '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'\">\n"
)


def render(ledger: Ledger) -> bytes:
    """A whole page."""
    columns = tuple(column for column in ledger.columns if column.key != "group")
    by_section = len(columns) < len(ledger.columns)
    title = escape(printable(ledger.heading))
    parts = [HEAD, f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"]
    parts.append(f"<h1>{title}</h1>\n<p>{escape(printable(summary(ledger)))}</p>\n<table>\n")
    whole = sum(column.width + 1 for column in columns)
    parts += [f'<col style="width:{100 * (c.width + 1) / whole:.1f}%">' for c in columns]
    heads = "".join(f'<th scope="col">{escape(c.name(ledger.language))}</th>' for c in columns)
    parts.append(f"\n<thead><tr>{heads}</tr></thead>\n<tbody>\n")
    for group, rows in ledger.groups if by_section else [("", list(ledger.rows))]:
        if group:
            progress = ledger.progress_of(rows)
            done = f"{progress.finished}/{progress.total}，{percent(progress)}"
            text = f"{escape(printable(group))}（{done}）"
            parts.append(f'<tr class="section"><td colspan="{len(columns)}">{text}</td></tr>\n')
        parts += [line(row, columns, ledger.language) for row in rows]
    parts.append("</tbody>\n</table>\n</body>\n</html>\n")
    return "".join(parts).encode("utf-8", "replace")


def line(row: Row, columns: tuple[Column, ...], language: str) -> str:
    """One row; what is late or near is marked by words and by colour."""
    left = row.item.days_left(row.today)
    near = left is not None and 0 <= left <= 7 and row.item.status.unfinished
    kind = ' class="late"' if row.late else ' class="near"' if near else ""
    cells = "".join(cell(row, column, language) for column in columns)
    return f"<tr{kind}>{cells}</tr>\n"


def cell(row: Row, column: Column, language: str) -> str:
    """One cell."""
    names = ("c" if column.centred else "", "mark" if column.key in MARKED else "")
    kind = " ".join(filter(None, names))
    text = escape(printable(column.text(row, language)))
    return f'<td class="{kind}">{text}</td>' if kind else f"<td>{text}</td>"
