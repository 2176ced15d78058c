"""Names of the columns of a ledger: what offices call them, and which one is meant."""

from __future__ import annotations

from parser.pattern import Pattern

SYNONYMS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "条目号", "no", "no.", "number", "item"),
    "problem": (
        *("问题", "存在问题", "存在的问题", "主要问题", "具体问题", "问题表现", "具体表现"),
        *("问题描述", "问题清单", "反馈问题", "反馈意见", "检查问题", "隐患", "隐患内容"),
        *(
            "问题内容",
            "突出问题",
            "问题表述",
            "整改问题",
            "巡察反馈问题",
            "巡视反馈问题",
            "problem",
        ),
    ),
    "measure": (
        *("措施", "整改措施", "具体措施", "整改举措", "整改任务", "任务", "工作措施", "工作任务"),
        *("整改内容", "整改要求", "整改方案", "具体整改措施", "重点任务", "任务清单", "措施清单"),
        *("主要措施", "改进措施", "整改清单", "measure", "action", "task"),
    ),
    "target": ("整改目标", "目标", "工作目标", "target", "goal"),
    "leader": (
        *("责任领导", "牵头领导", "分管领导", "包案领导", "责任县级领导", "包保领导", "leader"),
    ),
    "unit": (
        *("责任部门", "责任单位", "牵头单位", "牵头部门", "责任科室", "整改单位", "承办单位"),
        *("整改责任单位", "主责单位", "责任股室", "unit", "department"),
    ),
    "support": ("配合单位", "配合部门", "协办单位", "配合科室", "supporting unit"),
    "owner": (
        *("责任人", "整改责任人", "具体责任人", "直接责任人", "负责人", "责任人员", "经办人"),
        *("责任", "owner", "responsible", "person"),
    ),
    "due": (
        *("整改时限", "完成时限", "时限", "期限", "整改期限", "完成时间", "完成期限", "截止时间"),
        *("截止日期", "计划完成时间", "整改时间", "时间节点", "due", "due date", "deadline"),
    ),
    "status": (
        *("状态", "整改状态", "完成状态", "整改进度", "是否完成", "是否销号", "销号情况"),
        *("销号", "是否整改到位", "办理状态", "status", "state"),
    ),
    "result": (
        *("整改情况", "完成情况", "整改进展", "进展情况", "整改成效", "落实情况", "整改落实情况"),
        *("工作进展", "整改完成情况", "进展", "成效", "整改结果", "result", "progress"),
    ),
    "evidence": ("佐证材料", "佐证", "证明材料", "附件", "支撑材料", "evidence"),
    "opinion": ("验收意见", "审核意见", "复查意见", "销号意见", "验收情况", "opinion"),
    "closed_by": ("验收人", "复查人", "审核人", "销号人", "closed by"),
    "closed_on": ("验收时间", "复查时间", "销号时间", "验收日期", "销号日期", "closed on"),
    "remark": ("备注", "说明", "remark", "remarks", "note", "notes"),
}
"""Column key → names in use, the usual first."""

MEANING = {name: key for key, names in SYNONYMS.items() for name in names}
DECORATION = Pattern(r"[\s*＊：:]|[（(\[【].*?[）)\]】]")


def column_of(heading: str) -> str | None:
    """The key of the column with that heading, or None.

    Blanks, colons and remarks in brackets do not matter: ``整 改 时 限（年/月）`` is ``due``.
    """
    plain = heading.strip().lower()
    if plain in MEANING:
        return MEANING[plain]
    return MEANING.get(DECORATION.sub("", plain))
