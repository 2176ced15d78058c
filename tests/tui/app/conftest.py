from collections.abc import Callable
from pathlib import Path

import pytest

from checklist import Journal
from parser import Document, load
from tui import language
from tui.app import GangmuApp

SAMPLE = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))
TEXT = "\n".join(
    (
        "某办公室整改方案",
        "一、主要问题",
        "（一）学习不够。",
        "（二）巡察不深。",
        "二、整改措施",
        "（一）加强学习。",
        "一是每周学习一次。",
        "二是见[/]附件完成[x]。",
        "（二）深入巡察。",
        "一是到基层巡察。",
        "二是巡察后回访。",
    )
)


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own folder is a fresh one, and the interface speaks Chinese."""
    monkeypatch.setenv("GANGMU_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    language.choose("zh")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """A small report with two groups of two measures, as a file."""
    path = tmp_path / "报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    return load(path)


@pytest.fixture
def opened(document: Document) -> Callable[[], GangmuApp]:
    """Opens the report, each time as a start of the program would."""
    return lambda: GangmuApp(document, Journal(document, author="张三"))


@pytest.fixture
def sample() -> Document:
    """The built-in sample."""
    return load(SAMPLE)
