"""Items find their nodes again after the document was edited."""

from pathlib import Path

import pytest

from bench.edits import EDITS, report
from bench.reattach import Count, documents, measure
from checklist import Item, Journal, Status
from checklist.attach import attach
from checklist.saved import OUTLINE_LIMIT, Outline, SavedItem, outline_of, snapshot
from parser import Document, load, parse

PLAN = (
    "一、下一步整改措施\n"
    "（一）加强思想建设。一是持续加强党史学习教育，坚持集中学习和个人自学相结合。"
    "二是认真贯彻落实巡视工作重要论述，把学习成果转化为实际成效。"
    "三是建立健全学习考核制度，每季度通报一次学习情况。\n"
    "（二）强化队伍建设。一是健全组办一体管理体制，优化人员配置结构。"
    "二是强化巡察干部教育培训，灵活采取以巡代训、集中培训等方式。"
    "三是加强对巡察干部的监督管理，严肃查处跑风漏气、以巡谋私等问题。\n"
)


def moved_to(
    old: str, new: str, numbers: str = "", *, outlined: bool = True
) -> dict[str, str | None]:
    """Where items went, as numbers before and after; None for an item without a place."""
    before, after = parse(old), parse(new)
    saved = [
        snapshot(before, node, node.number)
        for node in before.nodes
        if (node.number in numbers.split() if numbers else not node.children)
    ]
    attachment = attach(saved, after, [outline_of(before)] if outlined else [])
    assert set(attachment.unattached).isdisjoint(attachment.nodes)
    found = {key: node.number for key, node in attachment.nodes.items()}
    return {item.key: found.get(item.key) for item in saved}


def item_of(document: Document, number: str) -> SavedItem:
    node = document.find(number)
    assert node
    return snapshot(document, node, number)


def test_items_of_an_unchanged_document_stay_where_they_are() -> None:
    found = moved_to(PLAN, PLAN)
    assert len(found) == 6
    assert all(key == number for key, number in found.items())


def test_a_new_item_in_front_moves_the_others_on() -> None:
    new = PLAN.replace("三是建立", "四是建立").replace("二是认真", "三是认真")
    new = new.replace("一是持续", "一是压实班子成员责任，带头讲党课。二是持续", 1)
    assert moved_to(PLAN, new, "1.1.1 1.1.2 1.1.3") == {
        "1.1.1": "1.1.2",
        "1.1.2": "1.1.3",
        "1.1.3": "1.1.4",
    }


def test_a_deleted_item_is_not_taken_for_the_one_that_moved_up() -> None:
    item = "{}是加强{}领域监督检查，确保政策落实到位。".format
    old = "一、措施\n" + "".join(map(item, "一二三四", ("教育", "医疗", "住房", "养老")))
    new = "一、措施\n" + "".join(map(item, "一二三", ("教育", "住房", "养老")))
    assert moved_to(old, new) == {"1.1": "1.1", "1.2": None, "1.3": "1.2", "1.4": "1.3"}
    assert moved_to(old, new, "1.2") == {"1.2": None}


def test_a_reworded_item_keeps_its_place_and_is_said_to_be_reworded() -> None:
    new = PLAN.replace("优化人员配置结构", "选优配强巡察组组长和骨干力量")
    before, after = parse(PLAN), parse(new)
    saved = [item_of(before, "1.2.1"), item_of(before, "1.2.2")]
    attachment = attach(saved, after, [outline_of(before)])
    assert {key: node.number for key, node in attachment.nodes.items()} == {
        "1.2.1": "1.2.1",
        "1.2.2": "1.2.2",
    }
    assert attachment.reworded == {"1.2.1"}


def test_another_number_and_other_blanks_and_widths_are_not_another_wording() -> None:
    before = parse("一、措施\n一是甲，乙。\n二是持续加强学习，改进作风。\n")
    after = parse("一、措施\n一是持续加强学习,  改进作风。\n二是甲，乙。\n")
    attachment = attach([item_of(before, "1.2")], after, [outline_of(before)])
    assert attachment.nodes["1.2"].number == "1.1"
    assert not attachment.reworded


def test_an_item_moved_to_another_section_is_found_there() -> None:
    sentence = "建立健全学习考核制度，每季度通报一次学习情况。"
    new = PLAN.replace("三是" + sentence, "").replace(
        "以巡谋私等问题。", "以巡谋私等问题。四是" + sentence
    )
    assert moved_to(PLAN, new, "1.1.3 1.2.3") == {"1.1.3": "1.2.4", "1.2.3": "1.2.3"}


def test_an_item_split_in_two_stays_with_one_of_the_parts() -> None:
    new = PLAN.replace(
        "二是强化巡察干部教育培训，灵活采取以巡代训、集中培训等方式。三是",
        "二是强化巡察干部教育培训。三是灵活采取以巡代训、集中培训等方式。四是",
    )
    assert moved_to(PLAN, new, "1.2.2")["1.2.2"] in {"1.2.2", "1.2.3"}
    assert moved_to(PLAN, new, "1.2.3") == {"1.2.3": "1.2.4"}


def test_of_two_merged_items_one_keeps_the_place_and_the_other_is_kept_unattached() -> None:
    new = PLAN.replace("结合。二是认真", "结合，认真").replace("三是建立", "二是建立")
    found = moved_to(PLAN, new, "1.1.1 1.1.2 1.1.3")
    assert sorted(found.values(), key=str) == ["1.1.1", "1.1.2", None]
    assert found["1.1.3"] == "1.1.2"


def test_equal_wordings_are_told_apart_by_their_neighbours() -> None:
    old = "一、甲\n一是落实责任。\n二是压实任务分工。\n二、乙\n一是改进作风。\n二是落实责任。\n"
    new = "一、甲\n一是压实任务分工。\n二是夯实基础。\n二、乙\n一是改进作风。\n二是落实责任。\n"
    assert moved_to(old, new, "1.1 2.2") == {"1.1": None, "2.2": "2.2"}


def test_an_entirely_new_text_leaves_every_item_unattached() -> None:
    new = "一、工作回顾\n一是完成春耕生产任务。\n二是新修农村公路三十公里。\n三是改造老旧小区。\n"
    assert set(moved_to(PLAN, new).values()) == {None}
    assert set(moved_to(PLAN, "").values()) == {None}


def test_no_node_carries_two_items() -> None:
    document = parse(PLAN)
    twins = [item_of(document, "1.1.1"), item_of(document, "1.1.1")]
    twins[1] = SavedItem("twin", *twins[0][1:])
    attachment = attach(twins, document, [outline_of(document)])
    assert list(attachment.nodes) == ["1.1.1"]
    assert attachment.unattached == ("twin",)


def test_items_saved_with_two_wordings_of_the_document_are_both_found() -> None:
    second = PLAN.replace("每季度通报", "每半年通报")
    third = second.replace("跑风漏气、以巡谋私", "失密泄密、以巡谋私")
    old, middle, now = parse(PLAN), parse(second), parse(third)
    saved = [item_of(old, "1.1.3"), item_of(middle, "1.2.3")]
    attachment = attach(saved, now, [outline_of(old), outline_of(middle)])
    assert {key: node.number for key, node in attachment.nodes.items()} == {
        "1.1.3": "1.1.3",
        "1.2.3": "1.2.3",
    }
    assert attachment.reworded == {"1.1.3", "1.2.3"}


@pytest.mark.parametrize("place", [-1, 0, 5, 10**9])
def test_a_wrong_place_in_the_state_file_does_no_harm(place: int) -> None:
    document = parse(PLAN)
    right = item_of(document, "1.2.2")
    item = right._replace(place=place)
    attachment = attach([item], document, [outline_of(document)])
    assert attachment.nodes["1.2.2"].number == "1.2.2"


def test_without_an_outline_number_and_likeness_decide() -> None:
    new = PLAN.replace("一是持续", "一是压实责任，带头讲党课。二是持续", 1).replace(
        "优化人员配置结构", "优化人员配置"
    )
    found = moved_to(PLAN, new, "1.1.1 1.2.1", outlined=False)
    assert found == {"1.1.1": "1.1.2", "1.2.1": "1.2.1"}


def test_a_very_long_document_goes_without_fingerprints() -> None:
    document = parse("".join(f"{n % 9 + 1}是\n" for n in range(4)))
    assert len(outline_of(document).prints) == 8 * len(document.nodes)
    long = parse("一、甲\n" * (OUTLINE_LIMIT + 1))
    assert outline_of(long) == Outline(outline_of(long).id, "")


@pytest.mark.parametrize("name", EDITS)
def test_edited_documents_keep_their_items(name: str) -> None:
    """A small run of ``python -m bench.reattach``, held to the figures."""
    count = Count()
    for document in (*documents([])["example"], parse(report(6))):
        for portion in (1.0, 0.4):
            for seed in range(3):
                count += measure(document, name, seed, portion)
    assert count.total > 200
    assert count.wrong == 0
    assert count.share >= (0.95 if "50" in name or name in {"split", "merged", "mixed"} else 0.99)


def test_ticks_are_found_in_the_edited_file_and_say_that_the_wording_changed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(PLAN, encoding="utf-8")
    journal = Journal(load(path), author="张三")
    for number in ("1.1.1", "1.2.1", "1.2.3"):
        journal.change(found(journal, number), status=Status.DONE)
    journal.save()
    new = PLAN.replace("优化人员配置结构", "选优配强巡察组组长").replace("一是持续加强党史", "删")
    new = new.replace("删学习教育，坚持集中学习和个人自学相结合。二是", "一是").replace(
        "三是建立", "二是建立"
    )
    path.write_text(new, encoding="utf-8")
    journal = Journal(load(path), author="李四")
    checklist = journal.checklist
    assert found(journal, "1.2.1").status is Status.DONE
    assert found(journal, "1.2.1").reworded
    assert not found(journal, "1.2.3").reworded
    assert [item.title for item in checklist.unattached] == [
        "持续加强党史学习教育，坚持集中学习和个人自学相结合"
    ]
    assert {item.number for item in checklist.items if item.status is Status.DONE} == {
        "1.2.1",
        "1.2.3",
    }


def test_a_wording_that_comes_back_beside_its_reworded_item_is_an_item_of_its_own(
    tmp_path: Path,
) -> None:
    path = tmp_path / "报告.txt"
    second = PLAN.replace("每季度通报一次", "每半年通报两次")
    third = second.replace("四是", "").replace(
        "两次学习情况。", "两次学习情况。四是建立健全学习考核制度，每季度通报一次学习情况。"
    )
    for text in (PLAN, second):
        path.write_text(text, encoding="utf-8")
        journal = Journal(load(path))
        journal.change(found(journal, "1.1.3"), remark="在办")
        journal.save()
    path.write_text(third, encoding="utf-8")
    journal = Journal(load(path))
    assert len(found(journal, "1.1.3").remarks) == 2
    journal.change(found(journal, "1.1.4"), owner="王五")
    journal.save()
    journal = Journal(load(path))
    assert (found(journal, "1.1.3").owner, found(journal, "1.1.4").owner) == ("", "王五")


def found(journal: Journal, number: str) -> Item:
    item = journal.checklist.find(number)
    assert item
    return item


def test_the_last_item_of_a_list_is_found_in_the_heading_that_takes_it_in() -> None:
    """A lone 一是 is prose of its heading."""
    start, end = PLAN.index("一是健全组办"), PLAN.index("三是加强对巡察")
    new = PLAN[:start] + "一" + PLAN[end + 1 :]
    assert len(parse(new).roots[0].children[1].children) == 0
    assert moved_to(PLAN, new, "1.2.2 1.2.3") == {"1.2.2": None, "1.2.3": "1.2"}
