"""The one line that a row has in checklist mode."""

from __future__ import annotations

from pathlib import Path

from checklist import Journal, Status
from parser import parse
from tui.panels.page import Page
from tui.panels.rows import Rows


def said(page: Page, row: int) -> str:
    return "".join(piece.text for piece in page.lines(row, 0)[0].pieces)


def test_the_column_of_owners_takes_room_only_when_an_item_has_one(tmp_path: Path) -> None:
    document = parse("一、整改措施\n1.学习。\n2.调研。", title="报告")
    journal = Journal(document, state=tmp_path / "state.json")
    page = Page(document, journal.checklist, Rows(document))
    page.mode = "checklist"
    assert page.filled == (0, 0)
    assert "张三" not in said(page, 1)

    journal.change(document.nodes[2], status=Status.DOING)
    page.show(journal.checklist)
    assert page.filled == (0, 0)

    journal.change(document.nodes[1], owner="张三")
    page.show(journal.checklist)
    assert page.filled == (4, 0)
    assert "张三" in said(page, 1)

    journal.change(document.nodes[1], status=Status.DONE)
    journal.change(document.nodes[2], due="12月底前")
    page.show(journal.checklist)
    assert page.filled == (4, 14)

    journal.undo()
    page.show(journal.checklist)
    assert page.filled == (4, 0)
