"""The exhibition as Qt Quick shows it: engine, view models, fonts, translations. It decides nothing."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QObject,
    QSize,
    QSizeF,
    QTranslator,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlError
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.failure import Failure
from kiosk.presentation import icons  # noqa: F401  (registers Icons)
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.attract import AttractViewModel
from kiosk.presentation.emblems import EmblemProvider
from kiosk.presentation.fonts import load_fonts
from kiosk.presentation.input import InputWatch
from kiosk.presentation.screen import UNKNOWN, diagonal_of, pitch
from kiosk.presentation.visit import VisitViewModel, wall_clock
from kiosk.presentation.voice import VoiceViewModel
from kiosk.visit import Comfort, Place

_log: Final = logging.getLogger(__name__)

NOTICES: Final = "notices"
"""The name of their strip while it stands."""

QML = Path(__file__).parents[1] / "qml"


class StageError(Failure):
    """The screens could not be built. The message says what Qt said first."""


def _incomplete(what: str) -> StageError:
    return StageError(
        f"程序不完整，画面打不开：{what}。请重新安装 / "
        f"the program is incomplete, and its screens do not open: {what}. Install it again"
    )


class Screens(QObject):
    """All that visitors see, made from one QML file of the module Exhibition. Needs a QGuiApplication.

    `size` in px, `pitch` in mm per px where the content does not say it. `comfort` is what every visitor
    finds switched on; `still` shows end states only and stops what runs by itself. Begins at `place`, or with
    nobody there. `turn` is what a window asks for that can turn the hall in it, in degrees clockwise.
    Raises StageError and FontError. `warned` brings what the engine complains of later.
    """

    warned = Signal(str)

    def __init__(
        self,
        exhibition: Exhibition,
        source: str,
        size: QSize,
        pitch: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], dt.time] = wall_clock,
        still: bool = False,
        comfort: frozenset[Comfort] = frozenset(),
        voice: VoiceViewModel | None = None,
        place: Place | None = None,
        turn: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._loaded = False
        assets = assets_folder()
        self._engine = QQmlApplicationEngine(self)
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("emblem", EmblemProvider(assets, exhibition.folder))
        screens = QUrl.fromLocalFile(str(QML / "Exhibition" / source))
        textures = QUrl.fromLocalFile(str(assets / "textures"))
        # Qt's own threads decode the first picture and compile the screens while Python makes the models.
        hall = size.transposed() if turn in (90, 270) else size
        ground = self._decode(textures, hall) if place is None and not still else None
        compiling = QQmlComponent(self._engine, screens, QQmlComponent.CompilationMode.Asynchronous, self)
        load_fonts(assets / "fonts")
        self.visit = VisitViewModel(exhibition, clock, self, comfort=comfort, wall=wall)
        if place is not None:
            self.visit.stage(place=place)
        self.attract = AttractViewModel(exhibition, self.visit, self)
        self.voice = voice or VoiceViewModel(self)
        self.voice.reading.connect(self.visit.hold)
        for changed in (self.visit.entryChanged, self.visit.languageChanged, self.visit.termChanged):
            changed.connect(self.voice.stop)
        self._translator = QTranslator(self)
        self._translate()
        self._warnings: list[str] = []
        self._engine.warnings.connect(self._hear)
        self._engine.setInitialProperties(
            {
                "visit": self.visit,
                "attract": self.attract,
                "voice": self.voice,
                "textures": textures,
                "diagonal": exhibition.diagonal or 0.0,
                "pitch": pitch,
                "answerWithin": exhibition.idle.answer_within,
                "still": still,
                "width": size.width(),
                "height": size.height(),
                **({} if turn is None else {"turn": turn}),
            }
        )
        self._engine.load(screens)
        for done in (compiling, ground):
            if done:
                done.deleteLater()
        roots = self._engine.rootObjects()
        if not roots:
            for warning in self._warnings:
                _log.error("%s", warning, extra={"said": True})
            raise _incomplete(self._warnings[-1] if self._warnings else str(screens.toLocalFile()))
        self.root: QObject = roots[0]
        self._loaded = True
        self.visit.languageChanged.connect(self._retranslate)

    def close(self) -> None:
        """Take the views and their engine down, before the models they show."""
        self.voice.close()
        QGuiApplication.removeTranslator(self._translator)
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete)

    @Slot("QList<QQmlError>")
    def _hear(self, found: list[QQmlError]) -> None:
        for error in found:
            place = f"{error.url().toLocalFile()}:{error.line()}"
            warning = f"{place}: {error.description()}"
            if self._loaded:
                self.warned.emit(warning)
            else:
                self._warnings.append(warning)

    def _decode(self, textures: QUrl, size: QSize) -> QObject | None:
        """The ground of the first screen. Qt keeps it for whoever asks for it in the same size."""
        made = QQmlComponent(self._engine, QUrl.fromLocalFile(str(QML / "Exhibition" / "Ground.qml")), self)
        portrait = size.height() > size.width()
        given = {"textures": textures, "portrait": portrait, "wide": size.width()}
        return made.createWithInitialProperties(given)

    def _translate(self) -> None:
        """The source texts of the screens are English; only Chinese needs a catalogue."""
        QGuiApplication.removeTranslator(self._translator)
        if self.visit.state.language is Language.ZH:
            if not self._translator.load(str(QML / "i18n" / "zh.qm")):
                raise _incomplete(str(QML / "i18n" / "zh.qm"))
            QGuiApplication.installTranslator(self._translator)

    def _retranslate(self) -> None:
        self._translate()
        self._engine.retranslate()


class Stage(Screens):
    """Opens the exhibition in a window of `size` px that is not shown yet, on `screen`.

    `turn` is how far it is turned in the window, in degrees clockwise: a multiple of 90. `shown` comes after
    the first frame.
    """

    shown = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        size: QSize,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], dt.time] = wall_clock,
        still: bool = False,
        comfort: frozenset[Comfort] = frozenset(),
        screen: QScreen | None = None,
        turn: int = 0,
        voice: VoiceViewModel | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            exhibition,
            "Main.qml",
            size,
            _measured_pitch(screen or QGuiApplication.primaryScreen()),
            clock=clock,
            wall=wall,
            still=still,
            comfort=comfort,
            voice=voice,
            turn=turn,
            parent=parent,
        )
        if not isinstance(self.root, QQuickWindow):
            raise _incomplete("Main.qml")
        self.window: QQuickWindow = self.root
        self._begun = False
        self.window.frameSwapped.connect(self._begin)
        self._input = InputWatch(self.visit, self)
        self.window.installEventFilter(self._input)

    def fill(self, screen: QScreen) -> None:
        """Show it on the whole screen, without a frame and without a pointer until a mouse moves."""
        self.window.setProperty("framed", False)
        # Without a window manager showFullScreen() alone leaves the window at its old size.
        self.window.setGeometry(screen.geometry())
        self.window.showFullScreen()
        if self._begun:
            self._input.hide_pointer()

    def move(self, screen: QScreen) -> None:
        """Fill another screen, or this one when it has changed. The views are made anew: they take some sizes
        once. The visit goes on.
        """
        from PySide6.QtCore import Qt  # not at the start: see KEYS in visit.py

        hall = self._hall
        hall.setProperty("ready", False)
        self.window.setProperty("pitch", _measured_pitch(screen))
        # A window manager moves no window that fills a screen.
        self.window.setWindowStates(Qt.WindowState.WindowNoState)
        self.window.setScreen(screen)
        self.window.setGeometry(screen.geometry())
        self.window.showFullScreen()
        hall.setProperty("ready", True)

    def tell(self, notices: Sequence[tuple[Text, Text]]) -> None:
        """Whoever has just switched the machine on: what is not as it was set, and the remedy of each. Stands
        over the first screen until a touch or for half a minute.
        """
        from kiosk.presentation.notices import NoticesViewModel

        model = NoticesViewModel(notices, self)
        source = QUrl.fromLocalFile(str(QML / "Exhibition" / "NoticeStrip.qml"))
        component = QQmlComponent(self._engine, source, model)
        strip = component.createWithInitialProperties({"notices": model})
        if not isinstance(strip, QQuickItem):
            self.warned.emit(component.errorString())
            return
        strip.setObjectName(NOTICES)
        strip.setParent(self.root)
        strip.setParentItem(self._hall)
        model.setParent(strip)  # a view goes before what it shows
        model.left.connect(strip.deleteLater)
        self.visit.screenChanged.connect(model.leave)

    @property
    def _hall(self) -> QQuickItem:
        return cast(QQuickItem, self.window.property("shownHall"))

    @Slot()
    def _begin(self) -> None:
        if self._begun:  # several frames may be waiting to be told of
            return
        self._begun = True
        self.window.frameSwapped.disconnect(self._begin)
        if not self.window.property("framed"):
            self._input.hide_pointer()
        self.shown.emit()

    def close(self) -> None:
        """Take the window and its engine down, views before the models they show."""
        self.window.removeEventFilter(self._input)
        if strip := self.root.findChild(QQuickItem, NOTICES):
            strip.deleteLater()
            QCoreApplication.sendPostedEvents(strip, QEvent.Type.DeferredDelete)
        self.window.close()
        super().close()


class Exhibit(Screens):
    """The exhibition as an item, to stand in somebody else's window and be scaled there.

    It is laid out for a screen of `size` px, whatever the window measures. The item lives in an engine of its
    own: sizes and colours of the hall are not those of the window around it.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        size: QSize,
        place: Place,
        *,
        wall: Callable[[], dt.time] = wall_clock,
        comfort: frozenset[Comfort] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            exhibition,
            "Hall.qml",
            size,
            _assumed_pitch(size),
            wall=wall,
            comfort=comfort,
            place=place,
            parent=parent,
        )
        if not isinstance(self.root, QQuickItem):
            raise _incomplete("Hall.qml")
        self.item: QQuickItem = self.root

    def stand_in(self, stage: QQuickItem) -> None:
        """In an item of a window, which from now on gives it time to make views in the background."""
        self.item.setParentItem(stage)
        self._engine.setIncubationController(stage.window().incubationController())

    def stage(self, exhibition: Exhibition, place: Place, *, redrawn: bool) -> None:
        """Another exhibition from the same folder, in place of this one and without a break. `redrawn`: there
        are other pictures under the same names.
        """
        if redrawn:
            self._forget_pictures()
        self.attract.stage(exhibition)
        self.visit.stage(exhibition, place=place)
        self.item.setProperty("diagonal", exhibition.diagonal or 0.0)
        self.item.setProperty("answerWithin", exhibition.idle.answer_within)
        self.item.setProperty("ready", True)

    def _forget_pictures(self) -> None:
        """Qt keeps a picture by its name as long as a view shows it, and for a while after."""
        self.item.setProperty("ready", False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.item.window().releaseResources()

    def resize(self, size: QSize) -> None:
        """Another screen, in px. The views are made anew: they take some sizes once."""
        self.item.setProperty("ready", False)
        self.item.setProperty("pitch", _assumed_pitch(size))
        self.item.setSize(QSizeF(size))
        self.item.setProperty("ready", True)

    def replay(self) -> None:
        """Every view anew, as if it had just been entered."""
        self.item.setProperty("ready", False)
        self.item.setProperty("ready", True)


def _measured_pitch(screen: QScreen) -> float:
    """What the display says of itself, in mm per px. A diagonal in the content overrules it."""
    physical, shown = screen.physicalSize(), screen.size()
    return pitch(diagonal_of(physical.width(), physical.height()), shown.width(), shown.height())


def _assumed_pitch(size: QSize) -> float:
    """Of a screen that is elsewhere, in mm per px: what is readable on the smallest is on any."""
    return pitch(UNKNOWN, size.width(), size.height())


def qt_version() -> str:
    return QLibraryInfo.version().toString()
