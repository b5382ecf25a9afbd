"""One look at a slide of an exhibition: its picture, and where its parts are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import Exhibition
from kiosk.desk.snapshot import Walk, application
from kiosk.desk.survey import Look, Written, look_at, shown
from kiosk.presentation.stage import Stage
from tests.handbook.drawing import united

SIZE: Final = QSize(1280, 720)


@dataclass(frozen=True, slots=True)
class View:
    """`parts`: by QML type, the boxes of the items of the slide and what frames it, in px."""

    picture: QImage
    look: Look
    parts: dict[str, list[QRectF]]

    def text(self, said: str) -> QRectF:
        """Where that text stands; of several, the first. Raises LookupError."""
        for text in self.look.texts:
            if text.said == said:
                return ink(text)
        raise LookupError(f"{self.look.screen} does not say {said}")

    def part(self, of: Callable[[str], bool], within: QRectF | None = None) -> QRectF:
        """The first item whose type is so. Raises LookupError."""
        for kind, boxes in self.parts.items():
            for box in boxes if of(kind) else ():
                if within is None or within.intersects(box):
                    return box
        raise LookupError(f"{self.look.screen} has no such part")


def ink(text: Written) -> QRectF:
    """The room of what is written."""
    return united(line.box for line in text.lines) if text.shown > 1 and text.lines else text.box


class Camera:
    """Goes to slides of an exhibition as a visitor does. Raises StageError, FontError."""

    def __init__(self, exhibition: Exhibition) -> None:
        application()
        self._exhibition = exhibition
        self._walk = Walk(exhibition.hours)
        self._stage = Stage(exhibition, SIZE, clock=self._walk, wall=self._walk.wall, still=True)
        self._walk.visit, self._walk.attract = self._stage.visit, self._stage.attract
        self._stage.window.show()

    def close(self) -> None:
        self._stage.close()
        QCoreApplication.processEvents()

    def picture(self, theme: str, slide: str) -> QImage:
        """Raises LookupError."""
        at = next((n for n, one in enumerate(self._exhibition.themes) if one.id == theme), -1)
        slides = self._exhibition.themes[at].slides if at >= 0 else ()
        number = next((n for n, one in enumerate(slides) if one.id == slide), -1)
        if number < 0:
            raise LookupError(f"There is no slide {slide} in {theme}")
        self._walk.restart()
        self._walk.visit.openFigure(at, number)
        QCoreApplication.processEvents()
        return self._stage.window.grabWindow()

    def view(self, theme: str, slide: str) -> View:
        picture = self.picture(theme, slide)
        parts: dict[str, list[QRectF]] = {}
        for item in shown(self._stage.window.contentItem()):
            if item.isEnabled():
                box = item.mapRectToScene(item.boundingRect())
                parts.setdefault(kind_of(item), []).append(box)
        return View(picture, look_at(slide, self._stage), parts)


def kind_of(item: QQuickItem) -> str:
    """The name of its QML type."""
    return item.metaObject().className().split("_QML")[0]
