"""Every hand on the screen, seen before anything answers it: touch, mouse and keys keep the visit alive.

While the question stands whether anyone is there, whatever a hand does is the answer, and nothing else: it
does not reach what lies below.

Panels lose releases, and Qt waits for them: a control that follows a finger long gone answers no other.
"""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QEventPoint, QGuiApplication, QPointerEvent, QPointingDevice, QTouchEvent

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
    """An event filter for the window. A touch hides the pointer, a mouse shows it.

    A finger that is not reported any more is let go, and so are all when a mouse comes.
    """

    def __init__(self, visit: VisitViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._hidden = False
        self._fingers: frozenset[int] = frozenset()
        self._panel: QPointingDevice | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        answers = self._visit.state.asking and begins(event)
        if isinstance(event, QTouchEvent):
            self._follow(event, unseen=answers)
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel} and self._fingers and self._panel:
            QCoreApplication.sendEvent(watched, QTouchEvent(QEvent.Type.TouchCancel, self._panel))
        if kind in HANDS:
            self._visit.touched()
        if kind is QEvent.Type.TouchBegin:
            self.hide_pointer()
        elif kind is QEvent.Type.MouseMove and self._hidden:
            QGuiApplication.restoreOverrideCursor()
            self._hidden = False
        return answers

    def _follow(self, event: QTouchEvent, *, unseen: bool) -> None:
        """Let go of every finger whose release the scene does not see: it never came, or came `unseen`."""
        states = {point.id(): point.state() for point in event.points()}
        released = {number for number, state in states.items() if state is QEventPoint.State.Released}
        pressed = {number for number, state in states.items() if state is QEventPoint.State.Pressed}
        before = self._fingers if event.pointingDevice() == self._panel else frozenset[int]()
        lost = (before - states.keys()) | (before & pressed)
        for number in lost | released if unseen else lost:
            gone = QEventPoint(number, QEventPoint.State.Unknown, QPointF(), QPointF())
            # Whoever has the finger takes a grab by another for a cancel, but no grab at all for a tap.
            event.setExclusiveGrabber(gone, self)
            event.setExclusiveGrabber(gone, cast(QObject, None))
            event.clearPassiveGrabbers(gone)
        self._panel = event.pointingDevice()
        self._fingers = frozenset(states.keys() - released)

    def hide_pointer(self) -> None:
        if not self._hidden:
            from PySide6.QtCore import Qt  # not at the start: see KEYS

            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
            self._hidden = True


def begins(event: QEvent) -> bool:
    """Whether a finger, a button or a key goes down. What is down already may still be let go."""
    if isinstance(event, QPointerEvent) and event.type() is not QEvent.Type.Wheel:
        return event.isBeginEvent()
    return event.type() in {QEvent.Type.KeyPress, QEvent.Type.Wheel}
