"""A hall for tests: the real window with a clock in hand, and the hands of visitors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation.stage import Stage
from kiosk.presentation.visit import VisitViewModel

LANDSCAPE: Final = (1920, 1080)
PORTRAIT: Final = (1080, 1920)
PATIENCE: Final = 5000
"""Milliseconds a condition may take to come true."""

_PAUSE: Final = 1.0
_fingers: Final = count(1)


class Finger:
    """One finger on the glass, from its press to its release."""

    def __init__(self, hall: Hall, at: QPoint) -> None:
        self._hall = hall
        self._id = next(_fingers)
        self.at = at
        self._hall.touch().press(self._id, at, hall.window).commit()
        hall.fingers.append(self)

    def move(self, by: QPoint, steps: int = 8) -> Finger:
        start = self.at
        for step in range(1, steps + 1):
            self.at = start + by * step / steps
            self._others().move(self._id, self.at, self._hall.window).commit()
        return self

    def lift(self) -> None:
        self._hall.fingers.remove(self)
        self._others().release(self._id, self.at, self._hall.window).commit()

    def _others(self) -> Any:
        """Qt wants to hear of every finger in every event; those that rest are stationary."""
        event = self._hall.touch()
        for finger in self._hall.fingers:
            if finger is not self:
                event.stationary(finger._id)
        return event
