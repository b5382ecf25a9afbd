"""A hall for tests: the real window, a clock in hand, and the hands of visitors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.desk.survey import Part, part_of, shown
from kiosk.presentation.stage import Stage
from kiosk.presentation.voice import VoiceViewModel
from kiosk.visit import Comfort, Overlay, Place

LANDSCAPE: Final = (1920, 1080)
PORTRAIT: Final = (1080, 1920)
SHAPES: Final = {"landscape": LANDSCAPE, "portrait": PORTRAIT}

PATIENCE: Final = 5000
"""Milliseconds a condition may take to come true."""

UNHURRIED: Final = 2.0
"""Seconds between two taps of a visitor who reads."""

HOME: Final = Text("回到首页", "Home")
NEXT: Final = Text("下一页", "Next")
PREVIOUS: Final = Text("上一页", "Previous")
BACK: Final = Text("返回", "Back")
CLOSE: Final = Text("关闭", "Close")
ENLARGE: Final = Text("放大", "Enlarge")
NUMBERS: Final = Text("2020年，用数字读", "2020 in numbers")
CREDITS: Final = Text("关于展览", "About this exhibition")
FULL_LIST: Final = Text("全部清单", "The full list")
SETTINGS: Final = Text("阅读设置", "Reading settings")
DONE: Final = Text("好了", "Done")
CARRY_ON: Final = Text("继续看", "Carry on")
CHINESE: Final = "中文"
ENGLISH: Final = "English"


@cache
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


class Clock:
    """Seconds; they pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Finger:
    """One finger, from its press to its release."""

    def __init__(self, hall: Hall, at: QPoint) -> None:
        self._hall = hall
        self._id = next(_numbers)
        self.at = at
        self._commit("press")
        hall.fingers.append(self)

    def move(self, x: float = 0, y: float = 0, steps: int = 8) -> Finger:
        """By so many px, in as many steps."""
        start = self.at
        for step in range(1, steps + 1):
            self.at = start + QPointF(x * step / steps, y * step / steps).toPoint()
            self._commit("move")
        return self

    def lift(self) -> None:
        self._hall.fingers.remove(self)
        self._commit("release")

    def _commit(self, what: str) -> None:
        """Qt is told of every finger in every event: the others rest where they are."""
        events, window = self._hall.events, self._hall.window
        for finger in self._hall.fingers:
            if finger is not self:
                # Not events.stationary(), which repeats the press of Qt's own touch sequence.
                events.move(finger._id, finger.at, window)
        getattr(events, what)(self._id, self.at, window)
        events.commit()


class Hall:
    """The exhibition as it stands in a hall. `still` shows every end state at once."""

    def __init__(
        self,
        bot: QtBot,
        exhibition: Exhibition,
        size: tuple[int, int] = LANDSCAPE,
        *,
        language: Language = Language.ZH,
        still: bool = True,
        comfort: Iterable[Comfort] = (),
        voice: VoiceViewModel | None = None,
        begun: bool = True,
        time: dt.time = dt.time(12),
        turn: int = 0,
    ) -> None:
        self.bot = bot
        self.time = time
        self.exhibition = exhibition
        self.clock = Clock()
        self.stage = Stage(
            replace(exhibition, language=language),
            QSize(*size),
            clock=self.clock,
            wall=lambda: self.time,
            still=still,
            comfort=frozenset(comfort),
            voice=voice,
            turn=turn,
        )
        self.window = self.stage.window
        self.visit = self.stage.visit
        self.fingers: list[Finger] = []
        self._open = True
        self.events: Any = QTest.touchEvent(self.window, touch_screen(), False)
        self.window.show()
        self.window.requestActivate()
        bot.waitUntil(self.window.isActive, timeout=PATIENCE)
        if begun:
            self.visit.begin()
        self.settle()

    def close(self) -> None:
        if self._open:
            self._open = False
            self.stage.close()

    # What is to be seen

    def place(self) -> Place:
        return self.visit.state.place

    def overlay(self) -> Overlay:
        return self.visit.state.overlay

    @property
    def language(self) -> Language:
        return self.visit.state.language

    def see(self, *path: str) -> Any:
        """What QML would read from the visit: `see("slide", "slideId")`."""
        found: Any = self.visit
        for name in path:
            found = getattr(found, name)
        return found

    def items(self) -> Iterator[QQuickItem]:
        """Every item that is shown."""
        return shown(self.window.contentItem())

    def parts(self) -> list[Part]:
        """Everything that is shown and has a name."""
        return [part for item in self.items() if (part := part_of(item))]

    def controls(self) -> list[Part]:
        return [part for part in self.parts() if part.is_control]

    def find(self, name: Text | str) -> Part:
        """The control of this name that lies on top."""
        said = self.said(name)
        found = [part for part in self.controls() if part.name == said]
        assert found, f"There is no {said!r} among {[part.name for part in self.controls()]}"
        return found[-1]

    def has(self, name: Text | str) -> bool:
        return any(part.name == self.said(name) for part in self.controls())

    def said(self, name: Text | str) -> str:
        return name.of(self.language) if isinstance(name, Text) else name

    # What happens

    def settle(self) -> None:
        """Until all that is due has been done and drawn."""
        with self.bot.waitSignal(self.window.frameSwapped, timeout=PATIENCE):
            self.window.update()
        self.bot.wait(1)  # what is to be deleted goes only when a loop runs

    def rest(self) -> None:
        """Until nothing that has a name moves any more."""
        looks: list[list[QRectF]] = []

        def still() -> bool:
            self.settle()
            looks.append([part.box for part in self.parts()])
            moving = self.window.property("opening") or self.window.property("closing")
            return not moving and looks[-3:] == 3 * looks[-1:]

        self.until(still)

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=PATIENCE)

    def passes(self, seconds: float) -> None:
        """Time, with nobody touching anything."""
        self.clock.now += seconds
        self.visit.tick()
        self.settle()

    def press(self, at: QPoint | Text | str) -> Finger:
        return Finger(self, at if isinstance(at, QPoint) else self.find(at).middle)

    def tap(self, at: QPoint | Text | str, *, after: float = UNHURRIED) -> None:
        self.clock.now += after
        self.press(at).lift()
        self.settle()

    def swipe(self, x: float = 0, y: float = 0, *, start: QPoint | None = None) -> None:
        """Across the middle of the slide, by so many px."""
        self.clock.now += UNHURRIED
        self.press(start or self.spot(0.5, 0.45)).move(x, y).lift()
        self.settle()

    def click(self, name: Text | str) -> None:
        """With a mouse."""
        self.clock.now += UNHURRIED
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.find(name).middle
        )
        self.settle()

    def key(self, key: Qt.Key) -> None:
        self.clock.now += UNHURRIED
        QTest.keyClick(self.window, key)
        self.settle()

    def spot(self, x: float, y: float) -> QPoint:
        """A place in the window, as parts of its width and height."""
        return QPointF(x * self.window.width(), y * self.window.height()).toPoint()


_numbers = count(1000)
"""Not those of the glass: Qt takes a press under the number of a lost finger for a move of that finger."""
