"""Frames as the kiosk itself sees them: `python -m tests.benchmarks.frames` prints their times as JSON.

Runs in a process of its own on the display it is given, as `kiosk run` does: the window of `Stage`, the
renderer of `choose_renderer`, a real event loop. Times come over a queued connection: a Python slot called
straight from the render thread can stop the program for good.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import choose_renderer
from kiosk.content.loader import load
from kiosk.presentation.stage import Stage
from kiosk.visit import Slide

CONTENT: Final = Path(__file__).parents[2] / "content"
TURN: Final = 800
"""ms from one page to the next: the page has turned, its figures still count."""
INTERRUPT: Final = 200
"""ms into a turn at which the next touch comes; a turn takes 420 ms."""
NEXT: Final = QPoint(1764, 1002)


class Recorder:
    """Turns every page, and then some of them in the middle of their animation."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._frames: list[float] = []
        self.turns: list[list[float]] = []
        self.yields: list[float] = []
        self._touched = 0.0
        self._steps = self._script()
        self._timer = QTimer(stage, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.step)
        stage.window.frameSwapped.connect(self._frame, Qt.ConnectionType.QueuedConnection)
        stage.visit.slideChanged.connect(self._answered)

    def step(self) -> None:
        wait = next(self._steps, None)
        if wait is None:
            QCoreApplication.quit()
        else:
            self._timer.start(wait)

    def _script(self) -> Iterator[int]:
        visit = self._stage.visit
        yield TURN
        visit.begin()
        yield TURN
        visit.openTheme(0)
        yield TURN
        while isinstance(visit.state.place, Slide):
            began = time.perf_counter()
            self._frames.clear()
            visit.next()
            yield TURN
            self.turns.append([1000 * (frame - began) for frame in self._frames])
        for theme in range(len(visit.state.plan.themes)):
            visit.openTheme(theme)
            yield TURN
            visit.next()
            yield INTERRUPT
            self._touched = time.perf_counter()
            QTest.mouseClick(
                self._stage.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, NEXT, 0
            )
            yield TURN
            visit.home()
            yield TURN

    def _frame(self) -> None:
        now = time.perf_counter()
        self._frames.append(now)
        if self._touched < 0:
            self.yields.append(1000 * (now + self._touched))
            self._touched = 0.0

    def _answered(self) -> None:
        """The next frame is the first that shows the next slide."""
        if self._touched > 0:
            self._touched = -self._touched


def main() -> int:
    choose_renderer()
    app = QGuiApplication([])
    size = QGuiApplication.primaryScreen().geometry().size()
    stage = Stage(load(CONTENT).exhibition, QSize(size))
    stage.window.setFlag(Qt.WindowType.FramelessWindowHint)
    stage.window.setGeometry(0, 0, size.width(), size.height())
    stage.window.showFullScreen()
    recorder = Recorder(stage)
    recorder.step()
    app.exec()
    json.dump({"turns": recorder.turns, "yields": recorder.yields}, sys.stdout)
    stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
