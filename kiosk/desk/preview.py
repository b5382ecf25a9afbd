"""`kiosk preview`: the exhibition in a window on an editor's desk, which follows every save."""

from __future__ import annotations

import gc
import signal
import time
from collections import defaultdict
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer, QTranslator, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.exhibition import Exhibition, Language, PhotoSlide, Text
from kiosk.content.exhibition import Slide as SlideContent
from kiosk.content.loader import Loaded
from kiosk.content.problems import Code, Problem
from kiosk.desk.follow import destination
from kiosk.desk.watch import Pace, Reading, Watch
from kiosk.failure import Failure
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.fonts import load_fonts
from kiosk.presentation.preview import Frame, PreviewViewModel, Row
from kiosk.presentation.stage import QML
from kiosk.program import NAME
from kiosk.visit import Attract, Closed, Credits, Home, Numbers, Place, Prologue, Slide

UNIT: Final = 11
"""The lattice of the bar, in px: its ordinary text is 14 px high."""

SHARE: Final = 0.9
LARGEST: Final = QSize(1600, 1000)
SMALLEST: Final = QSize(960, 600)
"""Of the desk's screen the window takes so much, in px never more and never less."""

EXHIBITION: Final = Text("展览", "Exhibition")
COVER: Final = Text("封面", "Cover")
SCREENS: Final[tuple[tuple[Place, Text], ...]] = (
    (Attract(), Text("待机画面", "Nobody there")),
    (Closed(), Text("闭馆画面", "Closed")),
    (Home(), Text("首页", "Home")),
    (Prologue(), Text("序：这一年", "Prologue")),
    (Numbers(), Text("用数字读", "In numbers")),
    (Credits(), Text("关于展览", "About the exhibition")),
)
"""What there is besides the themes, in the order of a visit."""


TIDY_AFTER: Final = 1000
"""Milliseconds after a reading until what it left behind is collected, which the watch keeps Python from."""


class PreviewError(Failure):
    """The window could not be built. The message says what Qt said."""


class Preview(QObject):
    """The window, the exhibition in it, and the eye on the folder. Raises PreviewError and FontError.

    `words` is the language of the bar; the exhibition begins in its own.
    """

    _found = Signal(object)

    def __init__(
        self,
        folder: Path,
        words: Language = Language.ZH,
        frame: Frame = Frame.LANDSCAPE,
        *,
        pace: Pace | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        load_fonts(assets_folder() / "fonts")
        self._folder = folder
        self._words = words
        self._sound: Reading | None = None
        self.view = PreviewViewModel(words, frame, self)
        self._translator = QTranslator(self)
        if words is Language.ZH and self._translator.load(str(QML / "i18n" / "desk-zh.qm")):
            QGuiApplication.installTranslator(self._translator)
        self._engine = QQmlApplicationEngine(self)
        self._engine.addImportPath(str(QML))
        told: list[str] = []
        self._engine.warnings.connect(lambda found: told.extend(w.toString() for w in found))
        self._engine.setInitialProperties({"preview": self.view, "unit": UNIT, "folder": str(folder)})
        self._engine.load(QUrl.fromLocalFile(str(QML / "Exhibition" / "Desk" / "PreviewWindow.qml")))
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise PreviewError("\n".join(told) or f"There is no window in {QML}.")
        self.window: QQuickWindow = roots[0]
        stage = self.window.property("stage")
        if isinstance(stage, QQuickItem):
            self.view.stand_in(stage)
        self._found.connect(self._follow)
        self._tidy = QTimer(self, interval=TIDY_AFTER, singleShot=True)
        self._tidy.timeout.connect(gc.collect)
        self.watch = Watch(folder, self._found.emit, pace or Pace())

    def open(self) -> None:
        """Show the window, small enough for the desk's screen, and begin to follow."""
        room = self.window.screen().availableGeometry().size() * SHARE
        self.window.setMinimumSize(SMALLEST)
        self.window.resize(room.boundedTo(LARGEST).expandedTo(SMALLEST))
        self.window.show()
        self.watch.start()

    def close(self) -> None:
        """Take all of it down, views before the models they show."""
        self.watch.stop()
        self.window.close()
        self.view.close()
        QGuiApplication.removeTranslator(self._translator)
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(self._engine, QEvent.Type.DeferredDelete)

    @Slot(object)
    def _follow(self, reading: Reading) -> None:
        self._tidy.start()
        if not reading.loaded:
            told = [(problem, self._where(problem)) for problem in reading.problems]
            gone = any(problem.code is Code.NO_FOLDER for problem in reading.problems)
            self.view.refuse(told, gone=gone)
            return
        before, self._sound = self._sound, reading
        changed = changed_paths(before, reading) if before else ()
        place = destination(before, reading, self.view.place) if before else self.view.place
        redrawn = any(path.suffix != ".yaml" for path in changed)
        rows = rows_of(reading.loaded, reading.folder, self._words)
        self.view.show(reading.loaded.exhibition, place, rows, self._news(reading, changed), redrawn=redrawn)

    def _news(self, reading: Reading, changed: tuple[Path, ...]) -> str:
        if not changed:
            return ""
        name = _named(changed[0], reading.folder)
        more = len(changed) - 1
        at = time.strftime("%H:%M:%S")
        if self._words is Language.ZH:
            return f"{at} 已更新：{name}{f' 等 {more + 1} 个文件' if more else ''}"
        return f"{at} updated: {name}{f' and {more} more' if more else ''}"

    def _where(self, problem: Problem) -> str:
        folder = self._sound.folder if self._sound else self._folder.resolve()
        return where(_named(problem.path, folder), problem.line, self._words)


def where(name: str, line: int, words: Language) -> str:
    if not line:
        return name
    return f"{name} 第 {line} 行" if words is Language.ZH else f"{name}, line {line}"


def _named(path: Path, folder: Path) -> str:
    return (
        path.relative_to(folder).as_posix() if path.is_relative_to(folder) and path != folder else str(path)
    )


def changed_paths(before: Reading, after: Reading) -> tuple[Path, ...]:
    """Newest first; those that are gone come last."""
    new = [path for path, stamp in after.stamps.items() if before.stamps.get(path) != stamp]
    new.sort(key=lambda path: after.stamps[path][1], reverse=True)
    return (*new, *(path for path in before.stamps if path not in after.stamps))


def rows_of(loaded: Loaded, folder: Path, words: Language) -> tuple[Row, ...]:
    """The list of all screens, each with its warnings; what is said of no screen is under a heading."""
    exhibition, manuscript = loaded.exhibition, loaded.manuscript
    notes: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for problem in loaded.warnings:
        written = manuscript.slide_at(problem.path, problem.line)
        notes[written or _heading(problem.path, exhibition)].append(note_of(problem, folder, words))
    rows = [Row(title=EXHIBITION.of(words), heading=True, notes=tuple(notes[()]))]
    for place, title in SCREENS:
        if exhibition.hours or not isinstance(place, Closed):
            rows.append(Row(title=title.of(words), place=place, where="exhibition.yaml"))
    for at, theme in enumerate(exhibition.themes):
        name = f"themes/{theme.id}.yaml"
        rows.append(
            Row(
                title=theme.title.of(words),
                place=Slide(at, 0),
                heading=True,
                number=str(at + 1),
                glaze=theme.glaze.base,
                notes=tuple(notes[theme.id,]),
            )
        )
        for number, slide in enumerate(theme.slides):
            extent = manuscript.slides.get((theme.id, slide.id))
            rows.append(
                Row(
                    title=title_of(slide).of(words),
                    place=Slide(at, number),
                    number=str(number + 1),
                    where=where(name, extent.first if extent else 0, words) + f" · {slide.id}",
                    notes=tuple(notes[theme.id, slide.id]),
                )
            )
    return tuple(rows)


def _heading(path: Path, exhibition: Exhibition) -> tuple[str, ...]:
    theme = path.parent.name == "themes" and any(theme.id == path.stem for theme in exhibition.themes)
    return (path.stem,) if theme else ()


def note_of(problem: Problem, folder: Path, words: Language) -> str:
    """A warning in a few words: where it is, what is wrong, what to do."""
    said = f"{where(_named(problem.path, folder), problem.line, words)}\n"
    space = "" if words is Language.ZH else " "
    return said + problem.message.of(words) + space + problem.remedy.of(words)


def title_of(slide: SlideContent) -> Text:
    """What a slide is called in a list."""
    if isinstance(slide, PhotoSlide):
        return slide.caption
    title = getattr(slide, "title", COVER)
    return title if isinstance(title, Text) else COVER


def preview(folder: Path, words: Language, frame: Frame) -> int:
    """Until the window is closed. Returns the exit code; raises PreviewError, StageError, FontError."""
    app = QGuiApplication.instance() or QGuiApplication([NAME])
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    desk = Preview(folder, words, frame)
    QShortcut(QKeySequence("Ctrl+Q"), desk.window, app.quit)
    QTimer.singleShot(0, desk, desk.open)
    code = app.exec()
    desk.close()
    return code
