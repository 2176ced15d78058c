"""A ledger: the table of items that an office reports upwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checklist.checklist import Checklist, count
from checklist.ledger.columns import Column, usual_columns
from checklist.ledger.rows import EVERYTHING, Row, Selection, groups_of, rows_of
from checklist.ledger.terms import REPORT_ORDER, STATUS_NAMES
from checklist.progress import Progress


@dataclass(frozen=True, slots=True)
class Ledger:
    """Rows and columns, ready to be written in any format."""

    title: str
    """The document's title."""
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    today: date
    progress: Progress
    """Of the rows."""
    whole: int
    """How many items the checklist has."""
    language: str = "zh"
    """Of headings and states: ``zh`` or ``en``."""
    source: str | None = None
    """Path of the document: no export may take its place."""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return ledger_title(self.title, self.language)

    @property
    def groups(self) -> list[tuple[str, list[Row]]]:
        """The rows by heading."""
        return groups_of(self.rows)

    def progress_of(self, rows: list[Row]) -> Progress:
        """How far some rows are."""
        return count((row.item for row in rows), self.today)


def ledger_title(title: str, language: str = "zh") -> str:
    """The title of a document's ledger: ``…报告整改台账``, but ``…整改方案台账``."""
    if language != "zh":
        return f"{title} – ledger"
    if title.endswith("台账"):
        return title
    return title + ("台账" if "整改" in title else "整改台账")


def ledger_of(
    checklist: Checklist,
    *,
    columns: tuple[Column, ...] | None = None,
    selection: Selection = EVERYTHING,
    today: date | None = None,
    language: str = "zh",
) -> Ledger:
    """The ledger of a checklist.

    Args:
        checklist: As it is now.
        columns: None takes the usual ones.
        selection: Which items; all unless given.
        today: The day by which things are late; the present day unless given.
        language: Of headings and states, ``zh`` or ``en``: a ledger goes upwards, so it is
            Chinese unless asked otherwise, whatever the screen speaks.

    """
    day = today or date.today()
    rows = rows_of(checklist, selection=selection, today=day)
    return Ledger(
        title=checklist.document.title,
        rows=rows,
        columns=columns or usual_columns(rows),
        today=day,
        progress=count((row.item for row in rows), day),
        whole=len(checklist.items) + len(checklist.unattached),
        language=language,
        source=checklist.document.path,
    )


def day_in_chinese(day: date) -> str:
    """2026年11月22日."""
    return f"{day.year}年{day.month}月{day.day}日"


def counts_in_chinese(progress: Progress) -> str:
    """已销号3项、待验收2项、…: every state that occurs, and they add up."""
    names = STATUS_NAMES["zh"]
    parts = [
        f"{names[status]}{getattr(progress, status.value)}项"
        for status in REPORT_ORDER
        if getattr(progress, status.value)
    ]
    return "、".join(parts)


def percent(progress: Progress) -> str:
    """98.71%, without needless digits; the state of the parts is said beside it."""
    return f"{progress.rate * 100:.2f}".rstrip("0").rstrip(".") + "%"


def summary(ledger: Ledger) -> str:
    """One paragraph that says how far everything is, with all parts of the rate."""
    progress = ledger.progress
    if not progress.total:
        return f"截至{day_in_chinese(ledger.today)}，没有符合条件的整改事项。"
    late = f"，其中超期未完成{progress.overdue}项" if progress.overdue else ""
    part = "" if progress.total == ledger.whole else f"（全部{ledger.whole}项中的一部分）"
    return (
        f"截至{day_in_chinese(ledger.today)}，共涉及{len(ledger.groups)}个方面"
        f"{progress.total}项整改事项{part}：{counts_in_chinese(progress)}{late}。"
        f"已销号和待验收合计{progress.finished}项，完成率{percent(progress)}。"
    )
