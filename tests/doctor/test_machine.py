"""What is said of disks, clock, energy, memory, user and log."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Final

import pytest

from kiosk.content.exhibition import Text
from kiosk.doctor import machine
from kiosk.doctor.findings import Check, Grade
from kiosk.doctor.machine import Energy

NOW: Final = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
FILE: Final = Path("/srv/content/exhibition.yaml")
LOG: Final = Text("日志", "log")


# --- disks -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("free", "grade", "said"),
    [
        (74_300_000_000, Grade.GOOD, "74.3 GB"),
        (500_000_000, Grade.GOOD, "500 MB"),
        (499_000_000, Grade.LOOK, "499 MB"),
        (50_000_000, Grade.LOOK, "50 MB"),
        (49_000_000, Grade.BAD, "49 MB"),
        (0, Grade.BAD, "0 MB"),
    ],
)
def test_room_is_told_and_too_little_of_it_is_bad(free: int, grade: Grade, said: str) -> None:
    found = machine.room(Check.LOG_DISK, Path("/var/log"), free)
    assert (found.grade, found.facts["free"]) == (grade, free)
    assert said in found.said.zh
    assert (found.remedy is None) == (grade is Grade.GOOD)


def test_a_folder_that_is_not_there_yet_is_measured_where_it_would_be_made(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "luoyang-kiosk"
    assert machine.existing(folder) == tmp_path
    assert machine.disk(Check.LOG_DISK, folder, LOG).grade is not Grade.BAD
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere: the system's answer is put in its place."""
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    found = machine.disk(Check.CACHE_DISK, tmp_path / "cache", LOG)
    assert found.grade is Grade.BAD
    assert str(tmp_path) in (found.remedy.en if found.remedy else "")
    assert machine.access(tmp_path).grade is Grade.LOOK


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that nobody can write to")
def test_a_read_only_file_system_is_bad_for_root_too() -> None:
    assert machine.disk(Check.LOG_DISK, Path("/proc/self/luoyang-kiosk"), LOG).grade is Grade.BAD


def test_content_that_this_user_may_change_is_good(tmp_path: Path) -> None:
    assert machine.access(tmp_path).grade is Grade.GOOD


def test_a_user_without_a_home_is_to_be_looked_at() -> None:
    assert machine.homeless(Check.LOG_DISK).grade is Grade.LOOK


# --- the log -----------------------------------------------------------------------------------------


def test_a_log_that_was_never_written_is_good(tmp_path: Path) -> None:
    found = machine.log(tmp_path / "kiosk.log")
    assert (found.grade, found.facts["warnings"]) == (Grade.GOOD, [])


def test_the_last_warnings_of_a_log_are_told(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    lines = [
        f"2026-03-01T09:0{n}:00+08:00 {kind} kiosk.app: {n}"
        for n, kind in enumerate(["WARNING", "INFO", "ERROR", "INFO", "WARNING", "CRITICAL"])
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = machine.log(file)
    assert found.grade is Grade.LOOK
    assert found.facts["warnings"] == [lines[2], lines[4], lines[5]]
    assert lines[5] in found.said.zh


def test_of_a_long_log_only_the_end_is_read(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    file.write_text(
        "2026-03-01T09:00:00+08:00 WARNING kiosk: old\n"
        + "2026-03-01T09:00:00+08:00 INFO kiosk: 好\n" * 20_000,
        encoding="utf-8",
    )
    assert machine.log(file).grade is Grade.GOOD


def test_a_word_of_warning_in_an_entry_or_a_traceback_is_no_warning(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    file.write_text(
        "2026-03-01T09:00:00+08:00 INFO kiosk: no ERROR\n    raise X  # WARNING\n", encoding="utf-8"
    )
    assert machine.log(file).grade is Grade.GOOD


def test_a_log_that_cannot_be_read_is_to_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "kiosk.log").mkdir()
    assert machine.log(tmp_path / "kiosk.log").grade is Grade.LOOK


# --- the clock ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("newest", "grade"),
    [(NOW, Grade.GOOD), (NOW - dt.timedelta(days=9), Grade.GOOD), (NOW + dt.timedelta(minutes=1), Grade.BAD)],
)
def test_a_clock_before_the_youngest_file_is_wrong(newest: dt.datetime, grade: Grade) -> None:
    found = machine.clock(NOW, newest, FILE)
    assert found.grade is grade
    assert "2026-03-01 09:00" in found.said.zh


def test_the_youngest_file_is_found(tmp_path: Path) -> None:
    for name, stamp in (("old", 1_000_000_000), ("new", 1_500_000_000), ("middle", 1_200_000_000)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (stamp, stamp))
    paths = [tmp_path / name for name in ("old", "new", "middle", "nowhere")]
    found = machine.youngest(paths)
    assert found
    assert (found[0].timestamp(), found[1].name) == (1_500_000_000, "new")
    assert machine.youngest([tmp_path / "nowhere"]) is None


@pytest.mark.parametrize(
    ("zone", "hours", "grade"),
    [
        ("CST", True, Grade.GOOD),
        ("UTC", True, Grade.LOOK),
        ("Coordinated Universal Time", True, Grade.LOOK),
        ("UTC", False, Grade.GOOD),
    ],
)
def test_universal_time_matters_where_the_hall_closes(zone: str, hours: bool, grade: Grade) -> None:
    assert machine.zone(zone, dt.timedelta(), hours=hours).grade is grade


@pytest.mark.parametrize(
    ("offset", "said"),
    [(dt.timedelta(hours=8), "UTC+8:00"), (dt.timedelta(hours=-3, minutes=-30), "UTC-3:30")],
)
def test_a_time_zone_is_told_with_its_distance(offset: dt.timedelta, said: str) -> None:
    assert said in machine.zone("X", offset, hours=True).said.en


@pytest.mark.parametrize(
    ("shown", "grade", "synchronised"),
    [
        ("NTP=yes\nNTPSynchronized=yes\n", Grade.GOOD, True),
        ("NTP=yes\nNTPSynchronized=no\n", Grade.LOOK, False),
        ("NTP=no\nNTPSynchronized=no\n", Grade.LOOK, False),
        ("nonsense", Grade.UNKNOWN, None),
        (None, Grade.UNKNOWN, None),
    ],
)
def test_a_clock_that_nobody_keeps_right_is_to_be_looked_at(
    shown: str | None, grade: Grade, synchronised: bool | None
) -> None:
    found = machine.synchronised(shown)
    assert (found.grade, found.facts["synchronised"]) == (grade, synchronised)


# --- energy and the rest -----------------------------------------------------------------------------

DARK: Final = """Screen Saver:
  prefer blanking:  yes    allow exposures:  yes
  timeout:  600    cycle:  600
DPMS (Energy Star):
  Standby: 600    Suspend: 600    Off: 600
  DPMS is Enabled
"""
LIGHT: Final = DARK.replace("timeout:  600", "timeout:  0").replace("Enabled", "Disabled")


@pytest.mark.parametrize(
    ("energy", "grade", "said"),
    [
        (Energy(DARK), Grade.LOOK, "screen saver after 600 s; DPMS is on"),
        (Energy(LIGHT), Grade.GOOD, ""),
        (Energy(LIGHT, "uint32 300"), Grade.LOOK, "GNOME after 300 s"),
        (Energy(None, "uint32 0"), Grade.GOOD, ""),
        (Energy(), Grade.UNKNOWN, ""),
    ],
)
def test_a_screen_that_the_system_would_darken_is_to_be_looked_at(
    energy: Energy, grade: Grade, said: str
) -> None:
    found = machine.blanking(energy)
    assert found.grade is grade
    assert said in found.said.en


def test_nothing_is_asked_of_a_desktop_that_is_not_there() -> None:
    assert machine.energy({}) == Energy()


@pytest.mark.parametrize(
    ("size", "grade"),
    [
        (None, Grade.UNKNOWN),
        (1_600_000_000, Grade.LOOK),
        (1_900_000_000, Grade.GOOD),
        (8 * 2**30, Grade.GOOD),
    ],
)
def test_little_memory_is_to_be_looked_at(size: int | None, grade: Grade) -> None:
    assert machine.memory(size).grade is grade


def test_the_memory_of_this_machine_is_known() -> None:
    size = machine.memory_size()
    assert size
    assert 2**28 < size < 2**46


def test_root_is_to_be_looked_at() -> None:
    assert machine.user(root=True).grade is Grade.LOOK
    assert machine.user(root=False).grade is Grade.GOOD


def test_a_tool_that_is_not_there_or_fails_or_hangs_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "PATIENCE", 0.05)
    assert machine.told("kiosk-has-no-such-tool") is None
    assert machine.told("false") is None
    assert machine.told("sleep", "60") is None
    monkeypatch.undo()
    assert machine.told("echo", "yes") == "yes\n"


def test_a_tool_of_the_system_does_not_load_the_libraries_of_the_bundle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/luoyang-kiosk/_internal")
    assert "LD_LIBRARY_PATH" not in (machine.told("env") or "LD_LIBRARY_PATH")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    assert "\nLD_LIBRARY_PATH=/opt/lib\n" in f"\n{machine.told('env')}"
