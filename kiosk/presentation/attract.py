"""The attract loop as QML sees it: which scene is on, and that a touch leads into it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.attract import Programme, Scene
from kiosk.content.exhibition import Exhibition
from kiosk.presentation.slides import PhotoSlideViewModel
from kiosk.presentation.statistics import StatisticViewModel
from kiosk.presentation.themes import ThemeViewModel
from kiosk.presentation.visit import VisitViewModel
from kiosk.visit import Attract

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AttractViewModel(QObject):
    """A scene shows a figure, a picture, or a theme alone; the poster none of them."""

    sceneChanged = Signal()
    shiftChanged = Signal()

    def __init__(self, exhibition: Exhibition, visit: VisitViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visit = visit
        self._programme = Programme.of(exhibition)
        visit.screenChanged.connect(self._begin_again)
        visit.exhibitionChanged.connect(self.sceneChanged)

    @Property(ThemeViewModel, notify=sceneChanged, final=True)
    def theme(self) -> ThemeViewModel | None:
        scene = self._scene
        return self._visit.tree.theme_at(scene.theme) if scene else None

    @Property(StatisticViewModel, notify=sceneChanged, final=True)
    def figure(self) -> StatisticViewModel | None:
        scene = self._scene
        if not scene or scene.fact is None:
            return None
        slide = self._visit.tree.theme_at(scene.theme).slide_at(scene.slide)
        return next(statistic for statistic in slide.told if statistic.statistic.fact == scene.fact)

    @Property(PhotoSlideViewModel, notify=sceneChanged, final=True)
    def picture(self) -> PhotoSlideViewModel | None:
        scene = self._scene
        if not scene:
            return None
        slide = self._visit.tree.theme_at(scene.theme).slide_at(scene.slide)
        return slide if isinstance(slide, PhotoSlideViewModel) else None

    @Property(QPointF, notify=shiftChanged, final=True)
    def shift(self) -> QPointF:
        """px by which everything stands elsewhere in this round, against burn-in; when closed too."""
        return QPointF(*self._programme.shift)

    @Slot()
    def advance(self) -> None:
        self._become(self._programme.advance(self._visit.state.opened))
        self.sceneChanged.emit()

    @Slot()
    def moveOn(self) -> None:
        """What stands for hours stands elsewhere from now on."""
        self._become(self._programme.elsewhere())

    @Slot()
    def enter(self) -> None:
        """Somebody touched the screen: straight to what it told, or home from the poster."""
        scene = self._scene
        if scene:
            self._visit.beginAt(scene.theme, scene.slide)
        else:
            self._visit.begin()

    def stage(self, exhibition: Exhibition) -> None:
        """Begins the round of another exhibition, before the visit shows it: the visit's change tells."""
        self._become(Programme.of(exhibition))

    @property
    def _scene(self) -> Scene | None:
        return self._programme.scene

    def _begin_again(self) -> None:
        """Whoever leaves finds the poster, not the middle of a round."""
        if isinstance(self._visit.state.place, Attract):
            self._become(self._programme.poster())
            self.sceneChanged.emit()

    def _become(self, programme: Programme) -> None:
        moved = programme.shift != self._programme.shift
        self._programme = programme
        if moved:
            self.shiftChanged.emit()
