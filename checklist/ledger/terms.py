"""The words of a ledger: it goes upwards in Chinese, whatever language the screen speaks."""

from __future__ import annotations

import re

from checklist.status import Status

STATUS_NAMES: dict[str, dict[Status, str]] = {
    "zh": {
        Status.OPEN: "未启动",
        Status.DOING: "整改中",
        Status.DONE: "待验收",
        Status.CLOSED: "已销号",
        Status.MOSTLY: "基本完成",
        Status.ONGOING: "长期坚持",
    },
    "en": {
        Status.OPEN: "not started",
        Status.DOING: "under way",
        Status.DONE: "to be accepted",
        Status.CLOSED: "closed",
        Status.MOSTLY: "mostly done",
        Status.ONGOING: "long-term",
    },
}
"""In the order in which they are counted."""

REPORT_ORDER = (
    *(Status.CLOSED, Status.DONE, Status.MOSTLY),
    *(Status.ONGOING, Status.DOING, Status.OPEN),
)
"""The order of a progress report: what is finished comes first."""

SAID: dict[Status, tuple[str, ...]] = {
    Status.OPEN: ("未启动", "未开始", "未开展", "未整改", "尚未启动", "未办理", "open"),
    Status.DOING: (
        *("整改中", "正在整改", "推进中", "进行中", "正在推进", "未完成", "办理中", "整改落实中"),
        *("doing", "in progress"),
    ),
    Status.DONE: (
        *("待验收", "已完成", "完成", "整改到位", "已整改", "整改完成", "已整改到位", "已办结"),
        *("办结", "是", "√", "✓", "☑", "done", "yes", "done, to be accepted"),
    ),
    Status.CLOSED: ("已销号", "销号", "已验收", "验收通过", "已对账销号", "closed"),
    Status.MOSTLY: ("基本完成", "基本到位", "基本整改到位", "阶段性完成", "mostly"),
    Status.ONGOING: (
        *("长期坚持", "持续整改", "持续推进", "长期推进", "常态化推进", "并长期坚持", "长期"),
        *("完成并长期坚持", "ongoing"),
    ),
}
"""What people write into the column of states, and which state it means."""

MEANING = {
    **{word: status for status, words in SAID.items() for word in words},
    **{name: status for names in STATUS_NAMES.values() for status, name in names.items()},
}


def status_of(words: str) -> Status | None:
    """The state that the words of a cell mean, or None."""
    plain = words.strip().lower()
    return MEANING.get(plain) or MEANING.get(re.sub(r"[\s。；;]", "", plain))
