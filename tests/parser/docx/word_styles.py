"""Cases of numbering that comes from styles."""

from __future__ import annotations

from collections.abc import Iterator

from word_lists import OFFICE, Files, lists
from word_xml import abstract, level, num, style, styles
from word_xml import paragraph as p


def by_styles() -> Iterator[tuple[str, Files]]:
    """Cases of numbering that comes from styles."""
    linked = abstract(
        0,
        level(0, "chineseCounting", "%1、", extra='<w:pStyle w:val="Heading1"/>', suffix="nothing"),
        level(
            1, "chineseCounting", "（%2）", extra='<w:pStyle w:val="Heading2"/>', suffix="nothing"
        ),
        level(2, "decimal", "%3.", extra='<w:pStyle w:val="Heading3"/>'),
    )
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    second = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    sheet = styles(
        style("Title", "Title"),
        style("Heading1", "heading 1", paragraph=numbered + '<w:outlineLvl w:val="0"/>'),
        style("Heading2", "heading 2", paragraph=second + '<w:outlineLvl w:val="1"/>'),
        style("Heading3", "heading 3", paragraph=second.replace('"1"/><w:numId', '"2"/><w:numId')),
        style("Mine", "我的标题", based_on="Heading1"),
        style(
            "Bare",
            "无号标题",
            based_on="Heading1",
            paragraph='<w:numPr><w:numId w:val="0"/></w:numPr>',
        ),
    )
    order = ("Title", "Heading1", "Heading2", "Heading2", "Heading3", "", "Heading3", "Mine")
    more = ("Heading2", "Bare", "Heading1", "Heading3")
    yield (
        "heading-styles",
        lists(
            *(p(f"标题{i}", style=key) for i, key in enumerate((*order, *more))),
            p("直接去掉", style="Heading1", num=0),
            p("直接改级", style="Heading1", level=1),
            p("末尾", style="Heading1"),
            lists=(linked, num(1, 0)),
            sheet=sheet,
        ),
    )
    chain = styles(
        style("A", "甲", paragraph='<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'),
        style("B", "乙", based_on="A", paragraph='<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        style("C", "丙", based_on="B"),
        style("D", "丁", based_on="D"),
    )
    yield (
        "style-chain",
        lists(
            p("项0", num=1, level=0),
            *(
                p(f"项{i}", style=key)
                for i, key in enumerate(("A", "B", "C", "A", "A", "D", "B"), 1)
            ),
            lists=(OFFICE, num(1, 0)),
            sheet=chain,
        ),
    )
    base = abstract(
        0,
        level(0, "chineseCounting", "%1、", suffix="nothing"),
        level(1, "decimal", "%2.", suffix="nothing"),
        link='<w:styleLink w:val="Official"/>',
    )
    list_style = styles(
        style(
            "Official",
            "公文列表",
            kind="numbering",
            paragraph='<w:numPr><w:numId w:val="1"/></w:numPr>',
        )
    )
    yield (
        "list-style",
        lists(
            *(
                p(f"项{i}", num=n, level=v)
                for i, (n, v) in enumerate(((2, 0), (2, 1), (2, 1), (2, 0), (2, 1)))
            ),
            lists=(
                base,
                abstract(1, link='<w:numStyleLink w:val="Official"/>'),
                num(1, 0),
                num(2, 1),
            ),
            sheet=list_style,
        ),
    )
