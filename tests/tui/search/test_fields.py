"""Fields ask the checklist."""

from datetime import date, timedelta

import pytest

from checklist import Journal, Status
from parser import load
from tui.sample import sample
from tui.search import Query, QueryError, search

TODAY = date(2026, 6, 15)


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    document = load(sample())
    journal = Journal(document, state=tmp_path_factory.mktemp("state") / "s.json", author="a")
    changes = {
        "3.1.1": {"status": Status.DONE, "owner": "张三"},
        "3.1.2": {"status": Status.DOING, "owner": "李四、张三丰", "due": "6月底前"},
        "3.2.1": {"owner": "欧阳喆", "due": "立行立改"},
        "3.3.1": {"due": "2026年底起分步"},
    }
    dates = {"3.1.1": -30, "3.1.2": -3, "3.2.1": 5, "3.2.2": 40}
    for number in sorted({*changes, *dates}):
        node = document.find(number)
        fields = changes.get(number, {})
        if number in dates:
            fields = fields | {"due_date": (TODAY + timedelta(dates[number]))}
            fields.setdefault("due", fields["due_date"].isoformat())
        journal.change(node, **fields)
    return journal


def found(journal, query):
    document = journal.document
    result = search(document, Query.parse(query, today=TODAY), journal.checklist)
    return [document.nodes[index].number for index in result.items]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("status:done", "3.1.1"),
        ("状态：待验收", "3.1.1"),
        ("status:do", "3.1.1 3.1.2"),
        ("-status:open", "3.1.1 3.1.2"),
        ("owner:张三", "3.1.1 3.1.2"),
        ("责任人:李四", "3.1.2"),
        ("owner:zhangs", "3.1.1 3.1.2"),
        ("owner:ouyang", "3.2.1"),
        ("owner:无 国之大者", "3.2.2"),
        ('owner:"李四、张三丰"', "3.1.2"),
        ("due:late", "3.1.2"),
        ("时限：超期", "3.1.2"),
        ("due:7", "3.2.1"),
        ("due:60天", "3.2.1 3.2.2"),
        ("due:立行立改", "3.2.1"),
        ("due:2026-07", "3.2.2"),
        ("due:>2026-06-20", "3.2.2"),
        ("due:>=2026-06-20", "3.2.1 3.2.2"),
        ("due:<2026-06", "3.1.1"),
        ("due:<=2026-06", "3.1.1 3.1.2 3.2.1"),
        ("due:＞2025", "3.1.1 3.1.2 3.2.1 3.2.2"),
        ("due:2026-06-15..2026-07", "3.2.1 3.2.2"),
        ("due:..2026年6月", "3.1.1 3.1.2 3.2.1"),
        ("due:2026/7/1~", "3.2.2"),
        ("due:≥2026-07", "3.2.2"),
        ("到期：2026年7月", "3.2.2"),
        ("due:2026-7", "3.2.2"),
        ("负责人:李四", "3.1.2"),
        ("due:2026年底起", "3.3.1"),
        ("due:>9999", ""),
        ("due:<0001", ""),
        ("due:>9999-12-31", ""),
        ("due:无 -owner:无", ""),
        ("owner:张 学习", "3.1.1 3.1.2"),
    ],
)
def test_a_field_is_asked_of_the_items(journal, query, numbers):
    assert " ".join(found(journal, query)) == numbers


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("status:", "status: what? No space after the colon"),
        ("责任人： 张三", "责任人: what? No space after the colon"),
        (
            "due:>2026-13",
            (
                "due: cannot be >2026-13; it can be"
                " 2026-12 >=2026-06 2026-01..2026-06 7 late/超期 none/无"
            ),
        ),
        (
            "role:thing",
            "role: cannot be thing; it can be problem/问题 cause/原因 measure/措施",
        ),
    ],
)
def test_a_field_that_cannot_be_meant_is_told(query, told):
    with pytest.raises(QueryError) as raised:
        Query.parse(query)
    assert str(raised.value) == told


def test_a_role_corrected_by_hand_counts(journal):
    journal.change(journal.document.find("2.1"), role="measure")
    assert "2.1" in found(journal, "role:measure")
    journal.undo()


def test_words_with_a_colon_that_name_no_field_are_words(journal):
    hits = search(journal.document, "对照检查如下:", journal.checklist).hits
    assert [hit.node for hit in hits] == [-1]
