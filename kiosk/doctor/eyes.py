"""What a probe sees: Qt's word on displays, drivers, fonts, screens and sound. Runs in its process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.program import NAME
from kiosk.visit import Comfort


@dataclass(frozen=True, slots=True)
class Screen:
    """A display: pixels as it has them, mm as it says, and how much the system enlarges everything."""

    name: str
    pixels: tuple[int, int]
    millimetres: tuple[float, float]
    scale: float
    hertz: float


@dataclass(frozen=True, slots=True)
class Seen:
    """The displays in the system's order, the touch screens, and Qt's name for the window system."""

    screens: tuple[Screen, ...]
    touch: tuple[str, ...]
    system: str


def screens(_about: object) -> Seen:
    from PySide6.QtGui import QGuiApplication, QInputDevice

    app = QGuiApplication([NAME])
    found = []
    for screen in app.screens():
        ratio, size, physical = screen.devicePixelRatio(), screen.geometry().size(), screen.physicalSize()
        pixels = round(size.width() * ratio), round(size.height() * ratio)
        millimetres = physical.width(), physical.height()
        found.append(Screen(screen.name(), pixels, millimetres, ratio, screen.refreshRate()))
    touch = [
        _clean(device.name())
        for device in QInputDevice.devices()
        if device.type() is QInputDevice.DeviceType.TouchScreen
    ]
    return Seen(tuple(found), tuple(touch), app.platformName())


def _clean(name: str) -> str:
    """X's own devices have names that end in a control character."""
    return "".join(character for character in name if character.isprintable())


@dataclass(frozen=True, slots=True)
class Driver:
    """What the GL driver calls itself; empty where there is no GL."""

    name: str
    version: str = ""


def graphics(_about: object) -> Driver:
    from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

    app = QGuiApplication([NAME])
    surface, context = QOffscreenSurface(app.primaryScreen()), QOpenGLContext()
    surface.create()
    # Without a current context the functions are no functions: the process would fall.
    if not (context.create() and context.makeCurrent(surface)):
        return Driver("")
    gl = context.functions()
    return Driver(gl.glGetString(0x1F01), gl.glGetString(0x1F02))


@dataclass(frozen=True, slots=True)
class Faces:
    """How many fonts load, and which characters are in none of them."""

    count: int
    lacking: str


def fonts(about: object) -> Faces:
    """`about`: the characters that are shown. Raises FontError."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.presentation.assets import assets_folder
    from kiosk.presentation.fonts import load_fonts, without_glyph

    _app = QGuiApplication([NAME])
    folder = assets_folder() / "fonts"
    load_fonts(folder)
    return Faces(len(list(folder.glob("*.ttf"))), "".join(without_glyph(str(about), folder)))


@dataclass(frozen=True, slots=True)
class Wall:
    """What the screens are built for: mm per px as the display says, mm if set, turned by degrees."""

    content: Path
    pixels: tuple[int, int]
    pitch: float
    diagonal: float | None
    turn: int
    comfort: frozenset[Comfort]


@dataclass(frozen=True, slots=True)
class Sizes:
    """On the wall, in mm: a px, the type of texts and notes, and the least button."""

    pitch: float
    text: float
    note: float
    button: float


def stage(about: object) -> Sizes:
    """Builds the screens as `run` does, and asks their own lattice. Raises FontError, StageError."""
    from dataclasses import replace

    from PySide6.QtCore import QObject, QSize
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import qmlEngine

    from kiosk.content.loader import load
    from kiosk.presentation.stage import Screens, StageError

    if not isinstance(about, Wall):
        raise TypeError("A wall is needed.")
    _app = QGuiApplication([NAME])
    exhibition = load(about.content).exhibition
    exhibition = replace(exhibition, diagonal=about.diagonal or exhibition.diagonal)
    size = QSize(*about.pixels)
    built = Screens(
        exhibition, "Main.qml", size, about.pitch, still=True, comfort=about.comfort, turn=about.turn
    )
    engine = qmlEngine(built.root)

    def lattice(singleton: str, name: str) -> float:
        found = engine.singletonInstance("Exhibition.Design", singleton) if engine else None
        if not isinstance(found, QObject):
            raise StageError(f"The screens have no {singleton}.")
        return float(found.property(name))

    pitch = lattice("Metrics", "pitch")
    text, note, button = lattice("Type", "body"), lattice("Type", "note"), lattice("Metrics", "target")
    return Sizes(pitch, text * pitch, note * pitch, button * pitch)


def player(_about: object) -> bool:
    """Whether a recording would be heard."""
    from PySide6.QtCore import QCoreApplication

    from kiosk.presentation.sound import Player

    _app = QCoreApplication([NAME])
    return Player().is_there


@dataclass(frozen=True, slots=True)
class Voices:
    """The languages that the system can speak."""

    languages: tuple[str, ...]


def voice(_about: object) -> Voices:
    from PySide6.QtCore import QCoreApplication, QTimer

    from kiosk.presentation.sound import SystemVoice

    app = QCoreApplication([NAME])
    system = SystemVoice()
    system.prepared.connect(app.quit)
    QTimer.singleShot(0, system.prepare)
    app.exec()
    return Voices(tuple(sorted(system.languages)))


@dataclass(frozen=True, slots=True)
class Loading:
    """Libraries that do not load; the version of Qt, or what Python said when it did not load."""

    lacking: tuple[str, ...]
    version: str = ""
    refusal: str = ""


def libraries(about: object) -> Loading:
    """`about`: the names of libraries, as a tuple."""
    import ctypes

    lacking = []
    for name in about if isinstance(about, tuple) else ():
        try:
            ctypes.CDLL(name)
        except OSError:
            lacking.append(name)
    try:
        from PySide6 import QtGui, QtNetwork, QtQml, QtQuick, QtSvg  # noqa: F401
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return Loading(tuple(lacking), refusal=str(error))
    return Loading(tuple(lacking), qVersion())
