"""Nothing is ever dropped: whatever the text, the preamble and the own texts are the text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser import Document, parse

PIECES = st.sampled_from(
    [
        *"一二三四五六七八九十、（）()〔〕。；：，.．1234567890第章条节编部分甲乙丙丁是要①②③⑴㈠⒈",
        *"\n\n\n　  \t-#*——“”《》项款",
        "首先，",
        "其次，",
        "最后，",
        "其一，",
        "其二，",
        "第一，",
        "第二，",
        "第一章",
        "第二条",
        "一是",
        "二是",
        "三是",
        "一要",
        "二要",
        "（一）",
        "（二）",
        "（1）",
        "（2）",
        "1.",
        "2.",
        "1.1",
        "1.2.1",
        "一、",
        "二、",
        "三、",
        "\n一、",
        "\n（一）",
        "\n1.",
        "\n# ",
        "\n## ",
        "\n- [ ] ",
        "\n目录\n",
        "\n附件\n",
        "\n附件：1.",
        "\n注：1、",
        "……3\n",
        "各位代表！",
        "\n2018年12月4日\n",
        "加强学习",
        "存在的问题",
        "整改措施",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


def holds(document: Document, text: str) -> None:
    outline = document.outline
    own = [text[node.start : node.own_end] for node in document.nodes]
    assert document.text == text
    assert document.preamble + "".join(own) == text
    for node in document.nodes:
        assert node.start <= node.title_start <= node.title_end <= node.own_end <= node.end
        assert node.start < node.own_end
        assert node.parent < node.index
        assert [child.parent for child in node.children] == [node.index] * len(node.children)
        assert document.find(node.number) == node
        assert node.depth == node.number.count(".") + 1
        if node.parent >= 0:
            assert node.end <= document.nodes[node.parent].end
        for spans in document.paragraphs(node):
            assert all(node.start <= start < end <= node.own_end for start, end in spans)
    assert len(set(map(document.id_of, document.nodes))) == len(outline)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_own_texts_tile_any_text(text):
    holds(parse(text), text)


@pytest.mark.slow
@given(TEXTS)
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_own_texts_tile_ten_thousand_texts(text):
    holds(parse(text), text)
