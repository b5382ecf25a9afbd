"""The exhibition in one window: engine, view models, fonts, translations. It shows; it decides nothing."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QSize, QTranslator, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.content.exhibition import Exhibition, Language
from kiosk.failure import Failure
from kiosk.presentation import icons  # noqa: F401  (registers Icons)
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.attract import AttractViewModel
from kiosk.presentation.emblems import EmblemProvider
from kiosk.presentation.fonts import load_fonts
from kiosk.presentation.input import InputWatch
from kiosk.presentation.screen import diagonal_of, pitch
from kiosk.presentation.visit import VisitViewModel, wall_clock
from kiosk.presentation.voice import VoiceViewModel
from kiosk.visit import Comfort

QML = Path(__file__).parents[1] / "qml"


class StageError(Failure):
    """The screens could not be built. The message says what Qt said."""


class Stage(QObject):
    """Opens the exhibition in a window of `size` px that is not shown yet. Needs a QGuiApplication.

    `comfort` is what every visitor finds switched on; `still` shows end states only and stops what runs by
    itself.
    Raises StageError and FontError.
    """

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
        voice: VoiceViewModel | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        assets = assets_folder()
        load_fonts(assets / "fonts")
        self.visit = VisitViewModel(exhibition, clock, self, comfort=comfort, wall=wall)
        self.attract = AttractViewModel(exhibition, self.visit, self)
        self.voice = voice or VoiceViewModel(self)
        self.voice.reading.connect(self.visit.hold)
        for changed in (self.visit.entryChanged, self.visit.languageChanged, self.visit.termChanged):
            changed.connect(self.voice.stop)
        self._translator = QTranslator(self)
        self._engine = QQmlApplicationEngine(self)
        self._engine.addImportPath(str(QML))
        self._engine.addImageProvider("emblem", EmblemProvider(assets, exhibition.folder))
        self._translate()
        warnings: list[str] = []
        self._engine.warnings.connect(lambda found: warnings.extend(w.toString() for w in found))
        self._engine.setInitialProperties(
            {
                "visit": self.visit,
                "attract": self.attract,
                "voice": self.voice,
                "textures": QUrl.fromLocalFile(str(assets / "textures")),
                "diagonal": exhibition.diagonal or 0.0,
                "pitch": _measured_pitch(screen or QGuiApplication.primaryScreen()),
                "answerWithin": exhibition.idle.answer_within,
                "still": still,
                "width": size.width(),
                "height": size.height(),
            }
        )
        self._engine.load(QUrl.fromLocalFile(str(QML / "Exhibition" / "Main.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise StageError("\n".join(warnings) or f"There is no window in {QML}.")
        self.window: QQuickWindow = roots[0]
        self._input = InputWatch(self.visit, self)
        self.window.installEventFilter(self._input)
        self.visit.languageChanged.connect(self._retranslate)

    def hide_pointer(self) -> None:
        """On a touch screen there is none to see until a mouse moves."""
        self._input.hide_pointer()

    def close(self) -> None:
        """Take the window and its engine down, views before the models they show."""
        self.voice.close()
        self.window.removeEventFilter(self._input)
        self.window.close()
        QGuiApplication.removeTranslator(self._translator)
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete)

    def _translate(self) -> None:
        """The source texts of the screens are English; only Chinese needs a catalogue."""
        QGuiApplication.removeTranslator(self._translator)
        if self.visit.state.language is Language.ZH:
            if not self._translator.load(str(QML / "i18n" / "zh.qm")):
                raise StageError(f"The Chinese texts of the screens are missing: {QML / 'i18n' / 'zh.qm'}")
            QGuiApplication.installTranslator(self._translator)

    def _retranslate(self) -> None:
        self._translate()
        self._engine.retranslate()


def _measured_pitch(screen: QScreen) -> float:
    """What the display says of itself, in mm per px. A diagonal in the content overrules it."""
    physical, shown = screen.physicalSize(), screen.size()
    return pitch(diagonal_of(physical.width(), physical.height()), shown.width(), shown.height())


def qt_version() -> str:
    return QLibraryInfo.version().toString()
