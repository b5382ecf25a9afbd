"""Every hand on the screen, seen before anything answers it: touch, mouse and keys keep the visit alive.

While the question stands whether anyone is there, whatever a hand does is the answer, and nothing else: it
does not reach what lies below.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPointerEvent

from kiosk.presentation.visit import VisitViewModel

HANDS: Final = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


class InputWatch(QObject):
    """An event filter for the window. A touch hides the pointer, a mouse shows it."""

    def __init__(self, visit: VisitViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._hidden = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        answers = self._visit.state.asking and begins(event)
        if kind in HANDS:
            self._visit.touched()
        if kind is QEvent.Type.TouchBegin:
            self.hide_pointer()
        elif kind is QEvent.Type.MouseMove and self._hidden:
            QGuiApplication.restoreOverrideCursor()
            self._hidden = False
        return answers

    def hide_pointer(self) -> None:
        if not self._hidden:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self._hidden = True


def begins(event: QEvent) -> bool:
    """Whether a finger, a button or a key goes down. What is down already may still be let go."""
    if isinstance(event, QPointerEvent) and event.type() is not QEvent.Type.Wheel:
        return event.isBeginEvent()
    return event.type() in {QEvent.Type.KeyPress, QEvent.Type.Wheel}
