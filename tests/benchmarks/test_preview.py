"""From a save to the frame that shows it, in `kiosk preview` with the real content: a table, no verdict."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from kiosk.desk.watch import Pace
from tests.desk import saving
from tests.desk.desk import Desk

pytestmark = pytest.mark.bench

ROOT: Final = Path(__file__).parents[2]
SAVES: Final = 20
"""Of each kind."""
THEME: Final = "themes/development.yaml"
HERE: Final = "不只重启，还跑在前面"
THERE: Final = "有基金，有项目，有新工厂"


@dataclass(slots=True)
class Row:
    name: str
    seen: list[float] = field(default_factory=list)
    frozen: list[float] = field(default_factory=list)
    """Milliseconds: from the end of the save to the frame; the longest that the window answered nothing."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    desk = Desk(qtbot, (tmp_path / "content").resolve(), pace=Pace())
    desk.until(lambda: not desk.see("empty"))
    desk.settle()
    yield desk
    desk.close()


def measure(desk: Desk, row: Row, save: object, shown: str) -> None:
    """One save: until the text is on the exhibit and a frame has been drawn since."""
    assert callable(save)
    begun = time.perf_counter()
    save()
    saved, last = time.perf_counter(), begun
    longest = 0.0
    frames: list[float] = []

    def drawn() -> None:
        if desk.shows(shown):
            frames.append(time.perf_counter())

    desk.window.frameSwapped.connect(drawn)
    while not frames:
        desk.bot.wait(1)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        assert now - saved < 20, f"{shown} did not come"
    desk.window.frameSwapped.disconnect(drawn)
    row.seen.append(1000 * (frames[0] - saved))
    row.frozen.append(1000 * longest)


def texts(desk: Desk, file: Path, name: str, save: saving.Save, was: str) -> Row:
    """Saves that change one title over and over."""
    row = Row(name)
    for number in range(SAVES):
        now = f"第{number + 1}次{name[:6]}"
        measure(desk, row, lambda was=was, now=now: saving.edit(file, was, now, save), now)
        was = now
        desk.bot.wait(300 + 37 * (number % 5))
    return row


def turns(desk: Desk, file: Path) -> Row:
    """Saves on two slides in turn."""
    row = Row("on another slide each time")
    was = [HERE, THERE]
    for number in range(SAVES):
        now = f"第{number + 1}次换页"
        measure(desk, row, lambda at=number % 2, now=now: saving.edit(file, was[at], now), now)
        was[number % 2] = now
        desk.bot.wait(500)
    return row


def pictures(desk: Desk, folder: Path) -> Row:
    """A new picture of the size staff deliver, under the name of one that is shown."""
    row = Row("a picture (3840 × 2160)")
    for number in range(SAVES):
        made = folder / f".{number}.jpg"
        Image.effect_noise((3840, 2160), 20 + number).convert("RGB").save(made, "JPEG", quality=85)
        before = desk.see("news")
        desk.bot.wait(1100)  # the news tell the second
        begun = time.perf_counter()
        made.replace(folder / "metro-line-1.jpg")
        last, longest = begun, 0.0
        while desk.see("news") == before:
            desk.bot.wait(1)
            longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
            assert last - begun < 20
        desk.settle()
        row.seen.append(1000 * (time.perf_counter() - begun))
        row.frozen.append(1000 * longest)
    return row


def test_how_soon_a_save_is_seen(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    folder = desk.preview.watch.folder
    rows = []
    was = HERE
    for name, save in [
        ("in place", saving.in_place),
        ("by renaming (atomic)", saving.by_renaming),
        ("with a backup", saving.with_backup),
        ("deleted and written anew", saving.anew),
    ]:
        rows.append(texts(desk, folder / THEME, name, save, was))
        was = f"第{SAVES}次{name[:6]}"
    saving.edit(folder / THEME, was, HERE)
    desk.until(lambda: desk.shows(HERE))
    rows.append(turns(desk, folder / THEME))
    rows.append(pictures(desk, folder / "photos"))
    idle = cpu(desk, 5.0)
    with capsys.disabled():
        print(table(rows, idle))  # noqa: T201 - what it is for
    assert all(len(row.seen) == SAVES for row in rows)


def cpu(desk: Desk, seconds: float) -> float:
    """% of a core that an unchanging slide takes, the looking included."""
    desk.bot.wait(2000)
    before, begun = time.process_time(), time.perf_counter()
    desk.bot.wait(int(1000 * seconds))
    return 100 * (time.process_time() - before) / (time.perf_counter() - begun)


def table(rows: list[Row], idle: float) -> str:
    lines = [
        "",
        f"{SAVES} saves of each kind, ms from the save to the new frame; load {os.getloadavg()[0]:.1f}",
        "| save | median | worst | longest freeze |",
        "| --- | ---: | ---: | ---: |",
    ]
    for row in rows:
        median, worst, frozen = statistics.median(row.seen), max(row.seen), max(row.frozen)
        lines.append(f"| {row.name} | {median:.0f} | {worst:.0f} | {frozen:.0f} |")
    return "\n".join([*lines, f"CPU while nothing happens: {idle:.1f} % of a core", ""])
