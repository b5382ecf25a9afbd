"""An editor's desk for tests: the real window, real files, and what is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.content.exhibition import Language
from kiosk.desk.preview import Preview
from kiosk.desk.survey import Part, part_of, shown
from kiosk.desk.watch import Pace
from kiosk.presentation.preview import Frame, Row
from kiosk.presentation.typesetting import plain
from kiosk.visit import Place, Visit

QUICK: Final = Pace(look=0.01, unrest=0.005, quiet=0.02, doubt=0.05, cut=0.05, patience=0.2, texts=0.05)
PATIENCE: Final = 10_000
"""Milliseconds a condition may take to come true."""


class Desk:
    def __init__(
        self,
        bot: QtBot,
        folder: Path,
        *,
        words: Language = Language.ZH,
        frame: Frame = Frame.LANDSCAPE,
        pace: Pace = QUICK,
    ) -> None:
        self.bot = bot
        self.preview = Preview(folder, words, frame, pace=pace)
        self.view = self.preview.view
        self.window = self.preview.window
        self.preview.open()
        self._open = True

    def close(self) -> None:
        if self._open:
            self._open = False
            self.preview.close()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Of the list."""
        found: tuple[Row, ...] = self.see("rows").rows
        return found

    def until(self, condition: Callable[[], bool]) -> None:
        self.bot.waitUntil(condition, timeout=PATIENCE)

    @property
    def visit(self) -> Visit:
        assert self.view.exhibit
        return self.view.exhibit.visit.state

    @property
    def place(self) -> Place:
        return self.view.place

    @property
    def broken(self) -> bool:
        return bool(self.see("problems"))

    def see(self, name: str) -> Any:
        """What QML reads from the view model."""
        return getattr(self.view, name)

    def settle(self) -> None:
        """Until all that is due has been drawn."""
        with self.bot.waitSignal(self.window.frameSwapped, timeout=PATIENCE):
            self.window.update()
        self.bot.wait(1)

    def hall(self) -> QQuickItem:
        assert self.view.exhibit
        return self.view.exhibit.item

    def box(self) -> QRectF:
        """Where the exhibit is in the window, in px."""
        hall = self.hall()
        return hall.mapRectToScene(QRectF(0, 0, hall.width(), hall.height()))

    def words(self) -> list[str]:
        """Every text that is seen in the window."""
        texts = (item.property("text") for item in shown(self.window.contentItem()))
        return [text for text in texts if isinstance(text, str)]

    def parts(self) -> list[Part]:
        return [part for item in shown(self.window.contentItem()) if (part := part_of(item))]

    def shows(self, text: str) -> bool:
        """Whether the exhibit does."""
        texts = (item.property("text") for item in shown(self.hall()))
        return any(text in plain(said) for said in texts if isinstance(said, str))

    def says(self, text: str) -> bool:
        return any(text in said for said in self.words())

    def click(self, name: str) -> None:
        """With a mouse, on what has this name."""
        (found, *_) = [part for part in self.parts() if part.name == name and part.is_control]
        self.click_at(found.middle)

    def click_at(self, at: QPoint) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifier)
        self.settle()

    def played(self) -> float:
        """How far the slide that is on has played, from 0 to 1."""
        items = shown(self.hall())
        found = (item.property("progress") for item in items if item.property("settled") is not None)
        return next((progress for progress in found if isinstance(progress, float)), -1.0)

    def picture(self) -> QImage:
        self.settle()
        return self.window.grabWindow()


def colour_in(picture: QImage, box: QRectF) -> QColor:
    return picture.pixelColor(box.center().toPoint())
