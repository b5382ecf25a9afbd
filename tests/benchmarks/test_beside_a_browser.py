"""The kiosk beside Chromium with the same exhibition, in the same run: a table, and no verdict on time."""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isnan, nan
from pathlib import Path
from typing import Final

import pytest

from kiosk.content.exhibition import Exhibition, StatisticsSlide
from tests.benchmarks import display
from tests.benchmarks.display import HEIGHT, WIDTH, Band, Display
from tests.benchmarks.page import write_page
from tests.benchmarks.program import Program

pytestmark = pytest.mark.bench

ROOT: Final = Path(__file__).parents[2]
BROWSER: Final = next(
    (name for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), ""
)

STARTS: Final = 7
TAPS: Final = 9
COUNTS: Final = 12
STILL: Final = 20.0
ATTRACT: Final = 20.0
COUNT: Final = 1.3
"""Starts, taps and count-ups of each side; seconds on a still slide, on attract, and of one count-up."""

POSTER: Final = Band(0, 864)
"""The attract screen above the ring that never rests."""
SLIDE: Final = Band(200, 900)
"""What turns, without the header and the controls."""
CONTROLS: Final = Band(930, HEIGHT)

NEXT: Final = (1764, 1002)
FIRST_NICHE: Final = (195, 700)
MIDDLE: Final = (960, 500)

PAGE: Final = 0.42
"""Seconds a page takes to turn, by Motion.page and by the same duration in page.html."""


@dataclass(slots=True)
class Side:
    """What was measured of one program; every list is of single measurements."""

    command: list[str]
    starts: list[float] = field(default_factory=list)
    memory_first: list[float] = field(default_factory=list)
    memory_tour: list[float] = field(default_factory=list)
    attract: list[float] = field(default_factory=list)
    counting: list[float] = field(default_factory=list)
    still: list[float] = field(default_factory=list)
    press: list[float] = field(default_factory=list)
    turn: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    kiosk: float
    browser: float
    unit: str
    target: str = ""

    def __str__(self) -> str:
        ratio = "" if isnan(self.browser) else f"{self.kiosk / self.browser:.2f}"
        return (
            f"| {self.name} | {_short(self.kiosk)} | {_short(self.browser)} "
            f"| {self.unit} | {ratio} | {self.target} |"
        )


def _short(value: float) -> str:
    if isnan(value):
        return "–"
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is such a disk: a screen that is written to a real one slows everything."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


@pytest.fixture
def kiosk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Its caches start empty, as the browser's profile does."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    return [sys.executable, "-m", "kiosk", "run"]


@pytest.fixture
def browser(folder: Path, exhibition: Exhibition) -> list[str]:
    if not BROWSER:
        pytest.skip("there is no chromium")
    (folder / "page").mkdir()
    page = write_page(exhibition, folder / "page")
    return [
        *(BROWSER, "--kiosk", "--no-first-run", "--no-default-browser-check", "--disable-extensions"),
        *("--disable-background-networking", "--disable-component-update", "--password-store=basic"),
        *(
            "--window-position=0,0",
            f"--window-size={WIDTH},{HEIGHT}",
            f"--user-data-dir={folder / 'profile'}",
        ),
        *(["--no-sandbox"] if os.geteuid() == 0 else []),
        page.as_uri(),
    ]


@pytest.fixture
def screen(folder: Path) -> Iterator[Display]:
    if lack := display.missing():
        pytest.skip(lack)
    with Display(folder) as opened:
        yield opened


def test_the_kiosk_beside_a_browser(
    screen: Display,
    folder: Path,
    kiosk: list[str],
    browser: list[str],
    exhibition: Exhibition,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sides = {"kiosk": Side(kiosk), "browser": Side(browser)}
    for start in range(STARTS + 1):
        for side in sides.values():
            _start(side, screen, folder, warm=start > 0)
    for name, side in sides.items():
        _visit(side, name, screen, folder, exhibition)
    inside = _inside(screen, folder)
    with capsys.disabled():
        sys.stdout.write(f"\n\n{_table(sides['kiosk'], sides['browser'], inside)}\n\n")
    assert all((side.starts and side.gaps and side.press) for side in sides.values())


def _start(side: Side, screen: Display, folder: Path, *, warm: bool) -> None:
    """The first start fills bytecode, QML and profile caches; it does not count."""
    with Program(side.command, screen.name, folder) as program:
        settled = screen.settled(POSTER, quiet=1.0)
    if warm:
        side.starts.append(1000 * (settled - program.started))
    time.sleep(0.3)


def _visit(side: Side, name: str, screen: Display, folder: Path, exhibition: Exhibition) -> None:
    with Program(side.command, screen.name, folder) as program:
        screen.settled(POSTER, quiet=1.0)
        side.attract.append(program.load(ATTRACT))
        screen.finger.tap(*MIDDLE)
        time.sleep(2)
        screen.finger.tap(*FIRST_NICHE)
        time.sleep(2)
        side.memory_first.append(program.memory())
        side.still.append(program.load(STILL))
        for slide in [slide for theme in exhibition.themes for slide in theme.slides][1:]:
            if isinstance(slide, StatisticsSlide) and len(side.counting) < COUNTS:
                _count(side, screen, program)
            elif not isinstance(slide, StatisticsSlide) and len(side.press) < TAPS:
                _turn(side, screen)
            else:
                screen.finger.tap(*NEXT)
                time.sleep(0.7)
        side.memory_tour.append(program.memory())
        screen.picture(folder / f"{name}.png")


def _count(side: Side, screen: Display, program: Program) -> None:
    before, began = program.work(), time.perf_counter()
    screen.finger.tap(*NEXT)
    time.sleep(COUNT)
    side.counting.append(100 * (program.work() - before) / (time.perf_counter() - began))
    time.sleep(0.2)


def _turn(side: Side, screen: Display) -> None:
    screen.finger.move(*NEXT)
    time.sleep(0.1)
    pressed = screen.finger.press()
    side.press.append(1000 * (screen.first_change(CONTROLS) - pressed))
    time.sleep(0.3)
    lifted = screen.finger.lift()
    changes = screen.changes(PAGE + 0.6, SLIDE)
    if changes:
        side.turn.append(1000 * (changes[0] - lifted))
        end = changes[0] + PAGE
        side.gaps += [1000 * (b - a) for a, b in pairwise(changes) if b <= end]


@dataclass(frozen=True, slots=True)
class Inside:
    """Of the kiosk alone, in ms: gaps between frames while a page turns, the first frame of each turn, the
    answers to a touch in the middle of one.
    """

    gaps: list[float]
    first: list[float]
    yields: list[float]


def _inside(screen: Display, folder: Path) -> Inside:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "QSG_"))}
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.frames"],
        env=environment | {"DISPLAY": screen.name},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    found = json.loads(said.stdout)
    turns: list[list[float]] = [turn for turn in found["turns"] if turn]
    gaps = [b - a for turn in turns for a, b in pairwise(turn) if b <= 1000 * PAGE + turn[0]]
    return Inside(gaps, [turn[0] for turn in turns], found["yields"])


def _table(kiosk: Side, browser: Side, inside: Inside) -> str:
    lines = [
        Line("start → settled screen", _median(kiosk.starts), _median(browser.starts), "ms", "≤ 0.40 ×"),
        Line(
            "memory, first slide",
            _median(kiosk.memory_first),
            _median(browser.memory_first),
            "MB",
            "≤ 0.25 ×",
        ),
        Line(
            "memory, after all slides",
            _median(kiosk.memory_tour),
            _median(browser.memory_tour),
            "MB",
            "≤ 0.25 ×",
        ),
        Line("CPU while figures count", _median(kiosk.counting), _median(browser.counting), "%", "≤ 0.35 ×"),
        Line("CPU, attract", _median(kiosk.attract), _median(browser.attract), "%"),
        Line("CPU, still slide", _median(kiosk.still), _median(browser.still), "%", "≤ 0.1 %"),
        Line("press → first change", _median(kiosk.press), _median(browser.press), "ms", "one frame"),
        Line("lift → page begins to turn", _median(kiosk.turn), _median(browser.turn), "ms"),
        Line("page turn, gap between changes, median", _median(kiosk.gaps), _median(browser.gaps), "ms"),
        Line("page turn, gap, 99 %", _high(kiosk.gaps), _high(browser.gaps), "ms"),
        Line("page turn, gap, worst", max(kiosk.gaps), max(browser.gaps), "ms", "≤ 34 ms"),
        Line("inside: frame gap, median", _median(inside.gaps), nan, "ms"),
        Line("inside: frame gap, 99 %", _high(inside.gaps), nan, "ms"),
        Line("inside: frame gap, worst", max(inside.gaps), nan, "ms", "≤ 34 ms"),
        Line("inside: turn → its first frame, median", _median(inside.first), nan, "ms"),
        Line("inside: turn → its first frame, worst", max(inside.first), nan, "ms"),
        Line("inside: touch in mid-turn → its frame, worst", max(inside.yields), nan, "ms", "≤ 100 ms"),
    ]
    head = "| | kiosk | Chromium | | ratio | target |\n| --- | ---: | ---: | --- | ---: | --- |"
    return "\n".join([_machine(), "", head, *map(str, lines)])


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def _high(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=100)[-1]


def _machine() -> str:
    told = subprocess.run([BROWSER, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"[0-9.]{5,}", told)
    load = os.getloadavg()[0]
    return (
        f"{time.strftime('%Y-%m-%d')} · {os.cpu_count()} cores · {WIDTH} × {HEIGHT} · "
        f"Python {sys.version.split()[0]} · Chromium {version[0] if version else '?'} · load {load:.1f}"
    )
