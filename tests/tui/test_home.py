"""What is written for the user lies in the user's own folders; those of a test run are new ones."""

from pathlib import Path

from tui import crash, remembered


def test_a_log_goes_to_the_folder_for_logs_and_says_what_went_wrong(tmp_path_factory) -> None:
    log = Path(crash.record(RuntimeError("没想到")))
    assert log.is_relative_to(tmp_path_factory.getbasetemp())
    assert "RuntimeError: 没想到" in log.read_text("utf-8")
    assert remembered.folder().is_relative_to(tmp_path_factory.getbasetemp())
