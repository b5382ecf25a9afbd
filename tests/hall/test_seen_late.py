"""What is looked at after the first frame: the clock, and whether anything can be kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.exhibition import Exhibition, Hours
from kiosk.hall.opening import seen_late, wrong_clock

MADE = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
HOURS = Hours(open=dt.time(9), close=dt.time(17))


@pytest.mark.parametrize(
    ("now", "wrong"),
    [
        (dt.datetime(1970, 1, 1, tzinfo=dt.UTC), True),
        (MADE - dt.timedelta(days=1), True),
        (MADE - dt.timedelta(hours=2), False),
        (MADE + dt.timedelta(days=4000), False),
    ],
)
def test_a_clock_before_the_program_was_made_is_wrong(
    sample: Exhibition, now: dt.datetime, wrong: bool
) -> None:
    assert bool(wrong_clock(replace(sample, hours=HOURS), now, MADE)) is wrong


def test_without_hours_nobody_asks_for_the_time(sample: Exhibition) -> None:
    assert wrong_clock(replace(sample, hours=None), dt.datetime(1970, 1, 1, tzinfo=dt.UTC), MADE) is None


def test_a_machine_in_order_gives_no_notice(
    sample: Exhibition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert seen_late(replace(sample, hours=HOURS)) == []
    assert list((tmp_path / "luoyang-kiosk").iterdir()) == []


def test_a_full_disk_is_a_notice(sample: Exhibition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "luoyang-kiosk").mkdir()
    (tmp_path / "luoyang-kiosk" / "trial").symlink_to("/dev/full")
    (notice,) = seen_late(sample)
    assert "磁盘已满" in notice.said.zh
    assert "the disk is full" in notice.said.en


def test_a_cache_that_cannot_be_made_is_a_notice(
    sample: Exhibition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (notice,) = seen_late(sample)
    assert notice.remedy.zh
