"""Cases of what a reader sees: tables, changes, hidden text, boxes, fields, notes."""
# ruff: noqa: E501  (a line of XML reads best on one line)

from __future__ import annotations

from collections.abc import Iterator

from word_lists import OFFICE, Files, lists
from word_xml import document, num, numbering, package, run, style, styles
from word_xml import paragraph as p


def cell(*blocks: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def table(*rows: str) -> str:
    """A table."""
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * 5 + "</w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    """A complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tracked(kind: str, inner: str) -> str:
    """A tracked change."""
    return f'<w:{kind} w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z">{inner}</w:{kind}>'


def box(*blocks: str) -> str:
    """A text box as Word writes it: the drawing, and the same text once more for old programs."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/><wp:docPr id="1" name="b"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"'
        '/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    picture = (
        '<w:pict><v:shape style="width:140pt;height:70pt"><v:textbox>'
        f"{inner}</v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def visible() -> Iterator[tuple[str, Files]]:
    """Cases of what a reader sees."""
    listed = (OFFICE, num(1, 0))
    merged = "<w:vMerge/>"
    first = '<w:vMerge w:val="restart"/>'
    yield (
        "table",
        lists(
            p("前", num=1, level=0),
            table(
                cell(p("一", num=1, level=1)) + cell(p("乙")) + cell(p("丙")),
                cell(p("二", num=1, level=1))
                + cell(p("甲"), p("乙"), properties='<w:gridSpan w:val="2"/>'),
            ),
            p("后", num=1, level=1),
            lists=listed,
        ),
    )
    heads = ("序号", "存在问题", "整改措施", "责任人", "整改时限")
    yield (
        "ledger-table",
        lists(
            p("整改台账"),
            table(
                "".join(cell(p(head)) for head in heads),
                cell(p("1"), properties=first)
                + cell(p("学习不深入"), properties=first)
                + cell(p("每月组织学习"))
                + cell(p("张三"))
                + cell(p("2024年6月底前")),
                cell(p(), properties=merged)
                + cell(p(), properties=merged)
                + cell(p("开展测试"))
                + cell(p("李四"))
                + cell(p("长期坚持")),
                "".join(
                    cell(p(text)) for text in ("2", "作风不实", "下沉基层", "王五", "立行立改")
                ),
            ),
            lists=listed,
        ),
    )
    yield (
        "tracked-changes",
        lists(
            p("甲", num=1, level=0),
            p(
                run("保留")
                + tracked("ins", run("新增"))
                + tracked("del", "<w:r><w:delText>删除</w:delText></w:r>")
            ),
            p(
                tracked("del", "<w:r><w:delText>整段删除</w:delText></w:r>"),
                num=1,
                level=0,
                mark=tracked("del", ""),
            ),
            p("乙", num=1, level=0),
            p(tracked("moveFrom", run("移走")), num=1, level=0, mark=tracked("moveFrom", "")),
            p("丙", num=1, level=0),
            p(tracked("moveTo", run("移来")), num=1, level=0, mark=tracked("moveTo", "")),
            p(tracked("ins", run("新段")), num=1, level=0, mark=tracked("ins", "")),
            p("前半", num=1, level=0, mark=tracked("del", "")),
            p("后半", num=1, level=0),
            p("丁", num=1, level=0),
            lists=listed,
        ),
    )
    gone = tracked("del", "")
    yield (
        "runs-on-in-cell",
        lists(
            p("前文", mark=gone),
            table(cell(p("格一", mark=gone)) + cell(p("格二"))),
            p("后文", num=1, level=0),
            lists=listed,
        ),
    )
    hidden_styles = styles(
        style("Secret", "密", run="<w:vanish/>"),
        style("Quiet", "静", kind="character", run="<w:vanish/>"),
    )
    yield (
        "hidden",
        lists(
            p(
                run("可见") + run("隐藏", "<w:vanish/>") + run("仍可见", '<w:vanish w:val="0"/>'),
                num=1,
                level=0,
            ),
            p(run("隐藏整段", "<w:vanish/>"), num=1, level=0, mark="<w:vanish/>"),
            p("乙", num=1, level=0),
            p("样式隐藏", style="Secret", num=1, level=0),
            p(
                run("字符")
                + run("样式隐藏", '<w:rStyle w:val="Quiet"/>')
                + run("网页隐藏", "<w:webHidden/>"),
                num=1,
                level=0,
            ),
            lists=listed,
            sheet=hidden_styles,
        ),
    )
    yield (
        "text-box",
        lists(
            p("甲", num=1, level=0),
            p(run("锚点") + box(p("框内文字"), p("框内编号", num=1, level=1)), num=1, level=0),
            p("乙", num=1, level=0),
            lists=listed,
        ),
    )
    contents = [
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、目录行\t1")
        ),
        p(run("二、目录行\t") + field("PAGEREF _Toc1 \\h", run("2"))),
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ]
    yield (
        "fields",
        lists(
            *contents,
            p("甲", num=1, level=0),
            p(
                run("参见")
                + field("REF a \\h", run("第一条"))
                + run("，共")
                + field("IF 1 = " + "1", run("三"))
                + run("项")
            ),
            p(
                run("简单") + '<w:fldSimple w:instr=" REF b ">' + run("2024年") + "</w:fldSimple>",
                num=1,
                level=0,
            ),
            lists=listed,
        ),
    )
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    contents_control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('目录')}{p('一、目录行')}</w:sdtContent></w:sdt>"
    )
    yield (
        "wrappers",
        lists(
            contents_control,
            control.format(p("控件内", num=1, level=0) + p("控件内二", num=1, level=0)),
            p(
                '<w:hyperlink w:anchor="a">' + run("链接") + "</w:hyperlink>"
                '<w:smartTag w:element="date">'
                + run("2024年")
                + "</w:smartTag>"
                + control.format(run("行内控件")),
                num=1,
                level=0,
            ),
            lists=listed,
        ),
    )
    yield (
        "characters",
        lists(
            p(
                '<w:r><w:t xml:space="preserve">甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>1.丙</w:t><w:cr/><w:t>2.丁</w:t></w:r>',
                num=1,
                level=0,
            ),
            p(
                "<w:r><w:t>连</w:t><w:noBreakHyphen/><w:t>字</w:t><w:softHyphen/><w:t>符</w:t></w:r>",
                num=1,
                level=0,
            ),
            p(
                '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>已办</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>未办</w:t></w:r>'
            ),
            p("<w:r><w:t>公式</w:t></w:r><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"),
            p(
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>gāng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>纲</w:t></w:r></w:rubyBase></w:ruby></w:r>",
                num=1,
                level=0,
            ),
            lists=listed,
        ),
    )
    note = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = document(
        p(run("甲") + note.format("footnote", 2) + run("续"), num=1, level=0),
        p(run("乙") + note.format("endnote", 2), num=1, level=0),
    )
    separator = '<w:{0} w:type="separator" w:id="-1"><w:p/></w:{0}>'
    note_parts = {
        f"{kind}s": document(p(f"{text}"))
        .replace("w:document", f"w:{kind}s")
        .replace("<w:body>", separator.format(kind) + f'<w:{kind} w:id="2">')
        .partition("<w:sectPr>")[0]
        + f"</w:{kind}></w:{kind}s>"
        for kind, text in (("footnote", "脚注内容"), ("endnote", "尾注内容"))
    }
    yield "notes", package(body, numbering=numbering(*listed), styles=styles(), **note_parts)
