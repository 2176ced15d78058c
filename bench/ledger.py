"""The ledger of 1,000 items: out in every format and in again, against openpyxl's bare cells."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from checklist import Journal, export, ledger_of, plan_import
from checklist.ledger import FORMATS
from parser import parse

ITEMS = 1_000
COLUMNS = 12


def main() -> None:
    """Print seconds of processor time and the peak of memory."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        journal = fill(place)
        floor = seconds(lambda: bare_cells(place / "bare.xlsx"))
        print(f"items {len(journal.checklist.items)}; bare cells by openpyxl {floor:.2f} s")
        for suffix in FORMATS:
            path = place / f"ledger{suffix}"
            taken = seconds(lambda path=path: export(ledger_of(journal.checklist), path))
            print(f"export {suffix:6} {taken:6.2f} s, ratio {taken / floor:5.2f}")
        plans = []
        taken = seconds(lambda: plans.append(plan_import(journal, place / "ledger.xlsx")))
        print(f"import .xlsx  {taken:6.2f} s, {len(plans[0].changes)} changes")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak {peak:.0f} MiB")


def fill(folder: Path) -> Journal:
    """A journal of ITEMS measures, each with an owner, a due date and a result."""
    lines = ["整改情况报告", "一、整改措施"]
    for number in range(ITEMS):
        if number % 20 == 0:
            lines.append(
                f"（{'一二三四五六七八九'[number // 20 % 9]}）加强第{number // 20}方面的工作"
            )
        lines.append(
            f"{number % 20 + 1}.持续加强第{number}项工作，" + "集中学习和个人自学相结合，" * 2
        )
    document = parse("\n".join(lines), path=str(folder / "报告.txt"))
    journal = Journal(document, author="张三")
    with journal.step():
        for number, item in enumerate(journal.checklist.items):
            fields = {"owner": f"单位{number % 30}", "due": "2026-12-31", "result": "已完成。" * 10}
            journal.change(item, status=["open", "doing", "done"][number % 3], **fields)
    return journal


def bare_cells(path: Path) -> None:
    """As many cells as the ledger has, without any look."""
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    for number in range(ITEMS):
        book.active.append([f"第{number}行第{column}列" for column in range(COLUMNS)])
    book.save(path)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    main()
