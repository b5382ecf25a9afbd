"""How long the bundle takes to start, beside the checkout, and what memory it takes. No verdict."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.benchmarks import display
from tests.benchmarks.display import Band, Display
from tests.benchmarks.program import Program
from tests.packaging.conftest import bundle  # noqa: F401

pytestmark = pytest.mark.bench

STARTS: Final = 9
POSTER: Final = Band(0, 864)
"""The attract screen above the ring that never rests."""
COMMANDS: Final = {"kiosk --help": ["--help"], "kiosk check": ["check"]}
"""What else is waited for."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is such a disk: a screen that is written to a real one slows everything."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as made:
        yield Path(made)


def test_the_bundle_beside_the_checkout(
    bundle: Path,  # noqa: F811
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if lack := display.missing():
        pytest.skip(lack)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    sides = {"checkout": [sys.executable, "-m", "kiosk"], "bundle": [str(bundle / "kiosk")]}
    figures: dict[str, dict[str, list[float]]] = {}

    def note(what: str, side: str, value: float) -> None:
        figures.setdefault(what, {}).setdefault(side, []).append(value)

    with Display(folder) as screen:
        for take in range(STARTS + 1):
            for side, command in sides.items():
                with Program([*command, "run"], screen.name, folder) as program:
                    settled = screen.settled(POSTER, quiet=1.0)
                    if take:  # the first fills the caches
                        note("start → settled screen, ms", side, 1000 * (settled - program.started))
                        note("processor time until then and 1 s, ms", side, 1000 * program.work())
                        note("resident memory, first screen, MB", side, program.memory("Rss"))
        for take in range(STARTS + 1):
            for side, command in sides.items():
                for name, arguments in COMMANDS.items():
                    took = ended(Program([*command, *arguments], screen.name, folder))
                    if take:
                        note(f"{name}, ms", side, took)
    lines = [
        f"| {what} | {ours:.0f} | {theirs:.0f} | {theirs / ours:.2f} |"
        for what, found in figures.items()
        for ours, theirs in [(statistics.median(found["checkout"]), statistics.median(found["bundle"]))]
    ]
    head = ["| | checkout | bundle | ratio |", "| --- | ---: | ---: | ---: |"]
    with capsys.disabled():
        sys.stdout.write(f"\n\nload {os.getloadavg()[0]:.1f}\n" + "\n".join(head + lines) + "\n")
    assert len(lines) == 5


def ended(program: Program) -> float:
    """Milliseconds from the start of a program to its end."""
    with program:
        program.wait()
        return 1000 * (time.perf_counter() - program.started)
