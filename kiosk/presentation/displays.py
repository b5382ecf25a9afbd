"""The displays of the machine, and that the exhibition stays where it was set as they come and go."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.presentation.screen import position

_log: Final = logging.getLogger(__name__)

SETTLING: Final = 300
"""Milliseconds in which displays come and go together, as they do when a cable is plugged in."""


def chosen(display: str | None, screens: Sequence[QScreen]) -> QScreen | None:
    """The display of that number, from 1, or of that name; without either the first. None: not there."""
    at = position(display, [screen.name() for screen in screens])
    return None if at is None else screens[at]


class DisplayWatch(QObject):
    """Calls `move` with the display to be filled when it is another one, or when it has changed: the one that
    is set, else the first. Without any display nothing moves until there is one again.
    """

    def __init__(
        self,
        display: str | None,
        screen: QScreen,
        move: Callable[[QScreen], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._display = display
        self._move = move
        self._at = (screen.name(), screen.geometry())
        self._settling = QTimer(self, singleShot=True, interval=SETTLING)
        self._settling.timeout.connect(self._settle)
        app = cast(QGuiApplication, QGuiApplication.instance())
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._changed)
        app.primaryScreenChanged.connect(self._changed)
        for known in QGuiApplication.screens():
            known.geometryChanged.connect(self._changed)

    @Slot(QScreen)
    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._settling.start()

    @Slot()
    def _changed(self) -> None:
        self._settling.start()

    @Slot()
    def _settle(self) -> None:
        screens = QGuiApplication.screens()
        screen = chosen(self._display, screens) or (screens[0] if screens else None)
        if screen is None or screen.geometry().isEmpty():
            _log.warning("没有屏幕了，等它回来 / no display any more; waiting for one")
            return
        at = (screen.name(), screen.geometry())
        if at == self._at:
            return
        self._at = at
        size = screen.geometry().size()
        _log.info("on display %s, %d × %d px", screen.name(), size.width(), size.height())
        self._move(screen)
