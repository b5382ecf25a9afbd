"""The touch panel over the window, and what panels do that no finger does: forget one, take all away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QTouchEvent

from tests.visiting import Hall, touch_screen

MOST_FINGERS: Final = 10


class Glass:
    """What a touch panel reports: every contact in every report, each under a small number used again.

    Qt numbers contacts from 1, and 0 means none to it. While `hurried`, reports come faster than frames.
    """

    def __init__(self, hall: Hall, hurried: Callable[[], bool] = lambda: False) -> None:
        self._hall = hall
        self._hurried = hurried
        self.down: dict[int, QPoint] = {}
        self.touches = 0

    def press(self, places: Iterable[QPoint]) -> list[int]:
        """So many fingers in one report; those beyond the tenth are not seen."""
        free = [number for number in range(1, MOST_FINGERS + 1) if number not in self.down]
        new = dict(zip(free, places, strict=False))
        self.touches += len(new)
        self._report({number: ("press", at) for number, at in new.items()})
        self.down |= new
        return list(new)

    def swap(self, old: int, at: QPoint) -> None:
        """One finger comes and another goes, in one report."""
        new = min(set(range(1, MOST_FINGERS + 1)) - set(self.down), default=0)
        if new:
            self.touches += 1
            self._report({old: ("release", self.down.pop(old)), new: ("press", at)})
            self.down[new] = at

    def move(self, places: Mapping[int, QPoint]) -> None:
        self.down |= places
        self._report({})

    def lift(self, numbers: Iterable[int]) -> None:
        lifted = {number: self.down.pop(number) for number in numbers}
        self._report({number: ("release", at) for number, at in lifted.items()})

    def lose(self, numbers: Iterable[int]) -> None:
        """They leave, and the panel never says so: their numbers are given to others."""
        for number in numbers:
            del self.down[number]

    def cancel(self) -> None:
        """The system takes all fingers away, as a compositor does for a gesture of its own.

        Qt's platform plug-ins report this by QWindowSystemInterface, which Python does not reach. All that
        QGuiApplication makes of such a report is this event, sent to each window with fingers on it; from
        there everything is real: the scene lets go of every finger.
        """
        self.down.clear()
        QCoreApplication.sendEvent(
            self._hall.window,
            QTouchEvent(QEvent.Type.TouchCancel, touch_screen(), Qt.KeyboardModifier.NoModifier, []),
        )

    def _report(self, changed: Mapping[int, tuple[str, QPoint]]) -> None:
        events, window = self._hall.events, self._hall.window
        reported = {number: ("move", at) for number, at in self.down.items()} | dict(changed)
        for number, (what, at) in sorted(reported.items()):
            getattr(events, what)(number, at, window)
        if reported:
            events.commit(not self._hurried())
