"""The cases: small Word files, each with one trap of automatic numbering or of visible text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from word_lists import OFFICE, Files, lists, start
from word_styles import by_styles
from word_visible import visible
from word_xml import (
    STRICT,
    TRANSITIONAL,
    abstract,
    document,
    level,
    num,
    numbering,
    package,
)
from word_xml import (
    paragraph as p,
)

SAME_TEXT_AS = {"odd-package": "office-report", "strict": "office-report"}
"""LibreOffice opens these badly or not at all; the text is that of another case."""
THROUGH_OLD_WORD = ("office-report", "law", "restarts")

CHINESE = (
    *("chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital"),
    *("ideographTraditional", "ideographZodiac", "ideographLegalTraditional", "japaneseCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "koreanDigital2"),
)
DECIMAL = (
    *("decimal", "decimalZero", "decimalFullWidth", "decimalFullWidth2", "decimalHalfWidth"),
    *("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimalEnclosedParen"),
    *("decimalEnclosedFullstop", "numberInDash"),
)
LATIN = ("upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "none")


def report_blocks() -> list[str]:
    """A report with five levels of automatic numbers."""
    plan = [
        *(
            (None, "关于整改情况的报告"),
            (0, "存在的主要问题"),
            (1, "学习不够深入。"),
            (2, "学得不系统。"),
        ),
        *(
            (3, "理论学习中心组次数不足"),
            (3, "笔记不完整"),
            (4, "未记录"),
            (4, "未检查"),
            (2, "用得不多。"),
        ),
        *(
            (None, "以上问题较为突出。"),
            (1, "担当不足。"),
            (2, "遇事绕道"),
            (0, "整改措施"),
            (1, "抓学习"),
        ),
        *((1, "抓落实"), (2, "建立台账"), (2, "定期销号"), (3, "按月"), (0, "组织保障")),
    ]
    return [p(text, num=None if lvl is None else 1, level=lvl) for lvl, text in plan]


def formats(form: str) -> Files:
    """A format from 1 to 22, and around 100."""
    body = [p(f"甲{i}", num=1, level=0) for i in range(1, 23)]
    body += [p(f"乙{i}", num=2, level=0) for i in (99, 100, 101)]
    return package(
        document(*body),
        numbering=numbering(
            abstract(0, level(0, form, "第%1条", suffix="space")),
            num(1, 0),
            num(2, 0, start(0, 99)),
        ),
    )


def numbers() -> Iterator[tuple[str, Files]]:
    """Cases of counting."""
    yield "office-report", lists(*report_blocks(), lists=(OFFICE, num(1, 0)))
    for form in (*CHINESE, *DECIMAL, *LATIN):
        yield f"format-{form}", formats(form)
    chapters = abstract(
        0,
        level(0, "chineseCountingThousand", "第%1章", suffix="space"),
        level(
            1,
            "chineseCountingThousand",
            "第%2条",
            extra='<w:lvlRestart w:val="0"/>',
            suffix="space",
        ),
        level(2, "chineseCounting", "（%3）", suffix="nothing"),
    )
    yield (
        "law",
        lists(
            *(
                p(f"条文{i}", num=1, level=lvl)
                for i, lvl in enumerate((0, 1, 1, 2, 2, 1, 0, 1, 2, 2, 1, 2, 0, 1, 1))
            ),
            *(p(f"长法{i}", num=1, level=1) for i in range(120)),
            lists=(chapters, num(1, 0)),
        ),
    )
    outline = abstract(
        0,
        level(0, "chineseCounting", "%1"),
        level(1, "decimal", "%1.%2", extra="<w:isLgl/>"),
        level(2, "upperRoman", "%1.%2.%3"),
        level(3, "upperLetter", "%2-%3-%4"),
    )
    yield (
        "outline-legal",
        lists(
            *(
                p(f"节{i}", num=1, level=lvl)
                for i, lvl in enumerate((0, 1, 1, 2, 3, 3, 2, 1, 0, 1, 2))
            ),
            lists=(outline, num(1, 0)),
        ),
    )
    starts = abstract(0, level(0, "decimal", "%1.", start=5), level(1, "decimal", "%1.%2", start=0))
    yield (
        "starts",
        lists(
            *(p(f"项{i}", num=1, level=lvl) for i, lvl in enumerate((0, 1, 1, 0, 1, 0))),
            lists=(starts, num(1, 0)),
        ),
    )
    yield (
        "restarts",
        lists(
            *(
                p(f"项{i}", num=n, level=0)
                for i, n in enumerate((1, 1, 2, 2, 1, 3, 3, 2, 1, 3, 4, 4, 1))
            ),
            lists=(
                abstract(0, level(0, "decimal", "%1.")),
                num(1, 0),
                num(2, 0, start(0, 1)),
                num(3, 0, start(0, 7)),
                num(4, 0),
            ),
        ),
    )
    replaced = (
        '<w:lvlOverride w:ilvl="1">'
        + level(1, "chineseCounting", "【%2】", start=3, suffix="nothing")
        + "</w:lvlOverride>"
    )
    yield (
        "level-override",
        lists(
            *(p(f"项{i}", num=n, level=lvl) for i, (n, lvl) in enumerate(((1, 0), (1, 1), (1, 1)))),
            *(p(f"改{i}", num=2, level=lvl) for i, lvl in enumerate((0, 1, 1, 0, 1))),
            lists=(OFFICE, num(1, 0), num(2, 0, replaced)),
        ),
    )
    by_level = abstract(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3.", extra='<w:lvlRestart w:val="1"/>'),
    )
    yield (
        "restart-after-level",
        lists(
            *(p(f"项{i}", num=1, level=v) for i, v in enumerate((0, 1, 2, 2, 1, 2, 2, 0, 2, 1, 2))),
            lists=(by_level, num(1, 0)),
        ),
    )
    yield (
        "skipped-levels",
        lists(
            *(p(f"项{i}", num=1, level=lvl) for i, lvl in enumerate((1, 1, 0, 2, 2, 1, 2, 0, 1))),
            lists=(
                abstract(
                    0,
                    level(0, "decimal", "%1."),
                    level(1, "decimal", "%1.%2"),
                    level(2, "decimal", "%1.%2.%3"),
                ),
                num(1, 0),
            ),
        ),
    )
    yield (
        "interleaved",
        lists(
            *(
                p(f"项{i}", num=n, level=lvl)
                for i, (n, lvl) in enumerate(
                    ((1, 0), (2, 0), (2, 0), (1, 0), (2, 1), (1, 1), (2, 1), (3, 0), (1, 1), (3, 0))
                )
            ),
            lists=(
                OFFICE,
                abstract(1, level(0, "decimal", "%1)"), level(1, "lowerLetter", "%2)")),
                abstract(2, level(0, "decimalEnclosedCircle", "%1")),
                *(num(key, key - 1) for key in (1, 2, 3)),
            ),
        ),
    )
    yield (
        "empty-items",
        lists(
            *(p(text, num=1, level=0) for text in ("甲", "", "乙", "")),
            p("丙", num=0, level=0),
            p("丁", num=1, level=0),
            p("戊", num=99, level=0),
            lists=(OFFICE, num(1, 0)),
        ),
    )
    custom = level(0, "decimal", "%1.").replace(
        '<w:numFmt w:val="decimal"/>',
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>",
    )
    yield (
        "custom-format",
        lists(
            *(p(f"项{i}", num=1, level=0) for i in range(11)),
            lists=(abstract(0, custom), num(1, 0)),
        ),
    )
    signs = (("Symbol", 0xF0B7), ("Wingdings", 0xF0D8), ("Wingdings", 0xF06C), ("宋体", 0x25CF))
    yield (
        "bullets",
        lists(
            *(p(f"项{i}", num=1, level=i % 4) for i in range(6)),
            lists=(
                abstract(
                    0,
                    *(
                        level(
                            i,
                            "bullet",
                            chr(code),
                            after=f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>',
                        )
                        for i, (font, code) in enumerate(signs)
                    ),
                ),
                num(1, 0),
            ),
        ),
    )
    wps = [
        abstract(i, level(0, form, text, suffix="nothing", start=first))
        for i, (form, text, first) in enumerate(
            (
                ("chineseCounting", "%1、", 1),
                ("chineseCounting", "（%1）", 1),
                ("chineseCounting", "（%1）", 3),
                ("decimal", "%1．", 1),
                ("chineseCounting", "%1是", 1),
            )
        )
    ]
    order = (1, 2, 2, 4, 4, 1, 3, 3, 5, 5, 5)
    yield (
        "wps-lists",
        lists(
            *(p(f"项{i}", num=n, level=0) for i, n in enumerate(order)),
            lists=(*wps, *(num(i + 1, i) for i in range(len(wps)))),
        ),
    )


def spellings(report: Files) -> Iterator[tuple[str, Files]]:
    """The same report in other spellings of the container."""
    yield "strict", {name: text.replace(TRANSITIONAL, STRICT) for name, text in report.items()}
    odd = {name.replace("word/", "Word\\"): text for name, text in report.items()}
    del odd["[Content_Types].xml"]
    yield "odd-package", odd


def raw() -> dict[str, Files]:
    """All cases of raw XML by name."""
    found = dict(numbers()) | dict(by_styles()) | dict(visible())
    return found | dict(spellings(found["office-report"]))


def by_python_docx(folder: Path) -> None:
    """Files written by python-docx with its own template."""
    import docx

    made = docx.Document()
    made.add_heading("工作方案", 0)
    for text, key in (
        *(("总体要求", "Heading 1"), ("正文段落", "Normal"), ("第一步", "List Number")),
        *(("第二步", "List Number"), ("细项", "List Number 2"), ("第三步", "List Number")),
        *(("要点", "List Bullet"), ("保障措施", "Heading 1"), ("又一步", "List Number")),
    ):
        made.add_paragraph(text, style=key)
    rows = made.add_table(2, 2)
    for index, text in enumerate(("甲", "乙", "丙", "丁")):
        rows.cell(index // 2, index % 2).text = text
    made.save(str(folder / "python-docx.docx"))


PAGES = {
    "libreoffice-web": (
        "<html><head><meta charset='utf-8'></head><body><h1>标题</h1>"
        "<ol><li>甲</li><li>乙<ol type='a'>"
        "<li>细一</li><li>细二</li></ol></li><li>丙</li></ol><p>正文</p>"
        "<ol start='5' type='I'><li>丁</li>"
        "<li>戊</li></ol><ul><li>己</li></ul>"
        "<table><tr><td>格一</td><td>格二</td></tr></table></body></html>"
    ),
}
