"""A ledger with something in every state, and its journal."""

from __future__ import annotations

from datetime import date

import pytest

from checklist import Journal
from parser import parse

REPORT = """县委巡察办对照检查材料

一、存在的主要问题
（一）学习不够深入。学习不系统、不全面。
（二）担当不足。遇到矛盾绕着走。

二、整改措施
（一）加强学习
1.每月组织一次集中学习，形成学习笔记。
2.每季度开展一次测试，结果通报。
（二）敢于担当
1.建立难点问题清单，逐项销号。
2.领导班子成员每人包联一个难点问题。
3.对不担当的干部约谈提醒。
"""
TODAY = date(2026, 11, 22)


@pytest.fixture
def journal(tmp_path):
    document = parse(REPORT, path=str(tmp_path / "报告.txt"))
    journal = Journal(document, state=tmp_path / "state.json", author="张三")
    one, two, three, four, _ = journal.checklist.items
    journal.change(one, status="done", owner="张三", due="2026年6月底前", due_date="2026-06-30")
    journal.change(one, result="已组织4次", evidence=["笔记.docx", "照片.zip"])
    journal.change(two, status="closed", opinion="同意销号", closed_by="李主任")
    journal.change(three, status="doing", owner="王五", due="10月底前", due_date="2026-10-31")
    journal.change(three, remark="资料不全")
    journal.change(four, status="ongoing", due="长期坚持")
    journal.save()
    return journal
