"""The log: a line an entry, five files of 1 MB, and never an error."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hall import log
from kiosk.hall.logfile import FILES, MOST_BYTES

ENTRY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d (INFO|WARNING|ERROR) [\w.]+: .+")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the log of this test goes; what it attached to the root logger is taken off again."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield tmp_path / "state" / "luoyang-kiosk"
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def lines(state: Path) -> list[str]:
    return (state / "kiosk.log").read_text(encoding="utf-8").splitlines()


def test_what_was_said_before_it_is_open_is_in_it(state: Path) -> None:
    log.attend()
    logging.getLogger("kiosk").info("早 / early")
    assert not state.exists()
    assert log.open_log() is None
    logging.getLogger("kiosk").info("late")
    assert [line.partition(": ")[2] for line in lines(state)] == ["早 / early", "late"]


def test_an_entry_is_one_line_with_time_and_zone(state: Path) -> None:
    log.attend()
    log.open_log()
    logging.getLogger("kiosk.app").info("two\nlines")
    (line,) = lines(state)
    assert ENTRY.fullmatch(line)


def test_a_traceback_goes_into_the_log_and_not_to_the_terminal(
    state: Path, capsys: pytest.CaptureFixture[str], complaints: list[str]
) -> None:
    log.attend()
    with pytest.raises(KeyError) as raised:
        raise KeyError("gone")
    assert log.write("KeyError", raised.value) == state / "kiosk.log"
    assert any("Traceback" in line for line in lines(state))
    assert all(ENTRY.fullmatch(line) or line.startswith("    ") for line in lines(state))
    assert capsys.readouterr().err == ""
    complaints.clear()


def test_what_nobody_caught_is_one_sentence_on_the_terminal(
    state: Path, capsys: pytest.CaptureFixture[str], complaints: list[str]
) -> None:
    log.attend()
    log.open_log()
    try:
        raise KeyError("gone")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "KeyError" in said
    assert any("Traceback" in line for line in lines(state))
    complaints.clear()


def test_it_keeps_five_files_of_a_megabyte(state: Path) -> None:
    log.attend()
    log.open_log()
    entry = "字" * 40_000
    for _ in range(FILES * MOST_BYTES // 120_000 + 20):
        logging.getLogger("kiosk").info(entry)
    files = sorted(state.iterdir())
    assert [file.name for file in files] == ["kiosk.log", *(f"kiosk.log.{n}" for n in range(1, FILES))]
    assert all(file.stat().st_size <= MOST_BYTES for file in files)


def test_a_full_disk_is_a_notice(state: Path) -> None:
    state.mkdir(parents=True)
    (state / "kiosk.log").symlink_to("/dev/full")
    log.attend()
    logging.getLogger("kiosk").info("nowhere to go")
    notice = log.open_log()
    assert notice is not None
    assert "磁盘已满" in notice.said.zh
    logging.getLogger("kiosk").info("and once more")


def test_a_folder_that_cannot_be_made_is_a_notice(tmp_path: Path, state: Path) -> None:
    state.parent.write_text("a file in the place of the folder", encoding="utf-8")
    log.attend()
    notice = log.open_log()
    assert notice is not None
    assert "cannot be written" in notice.said.en


def test_a_user_without_a_home_is_a_notice(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(log, "log_file", nobody)
    log.attend()
    notice = log.open_log()
    assert notice is not None
    assert "主目录" in notice.said.zh


@pytest.mark.parametrize(
    ("number", "zh"),
    [(28, "磁盘已满"), (30, "磁盘只读"), (13, "没有权限"), (2, "不存在"), (17, "已有同名的文件或文件夹")],
)
def test_why_a_disk_did_not_take_something_is_said_in_words(number: int, zh: str) -> None:
    assert log.why(OSError(number, os.strerror(number))).zh == zh
