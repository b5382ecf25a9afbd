"""The composition root of `kiosk run`: content in, a window out."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk import __version__
from kiosk.content.exhibition import Text
from kiosk.failure import Failure
from kiosk.hall import graphics
from kiosk.hall.notice import Notice
from kiosk.hall.opening import Opening
from kiosk.hall.restart import start_again
from kiosk.hall.settings import Renderer, Rotation
from kiosk.program import NAME
from kiosk.visit import Comfort

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from kiosk.hall.recovery import Recovery
    from kiosk.hall.refusal import Refusal
    from kiosk.presentation.refusal import Page
    from kiosk.presentation.stage import Stage

_log: Final = logging.getLogger(__name__)

AGAIN: Final = 75
"""What the event loop ends with when the program is to begin anew."""

REST: Final = 1000
"""Milliseconds after the first frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where and how it is shown. `size` in px for a window on a desk, None for the whole display.

    `display` is its number, from 1, or its name; if it is not there, the first one is taken, unless somebody
    `insisted`. `comfort` is what every visitor finds switched on.
    """

    display: str | None = None
    insisted: bool = False
    size: tuple[int, int] | None = None
    rotation: Rotation = Rotation.NONE
    renderer: Renderer = Renderer.AUTO
    comfort: frozenset[Comfort] = frozenset()


class PlaceError(Failure):
    """The chosen display is not there. The message lists those that are."""


def has_display() -> bool:
    """Whether there is a desktop to open a window on."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def answers(display: str) -> bool:
    """Whether an X server answers at `display`, e.g. `:0` or `host:1.0`. Qt aborts where none does."""
    import socket

    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host and host != "unix":
        return _connects(socket.AF_INET, (host, 6000 + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  (the X protocol's own place)
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    import socket

    with socket.socket(family) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def check_display() -> None:
    """Raises PlaceError where DISPLAY or WAYLAND_DISPLAY leads nowhere."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    display, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    if display and not wayland and not answers(display):
        raise _unanswered(f"DISPLAY={display}")
    if wayland and not display and not _answers_wayland(wayland):
        raise _unanswered(f"WAYLAND_DISPLAY={wayland}")


def _unanswered(variable: str) -> PlaceError:
    return PlaceError(
        f"{variable}: 没有显示器应答，请检查这个变量，或取消它 / "
        "no display answers there: check the variable, or unset it"
    )


def _answers_wayland(name: str) -> bool:
    import socket

    return _connects(socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)))


def check_platform() -> None:
    """Raises ImportError where a library is missing for X11 that Qt would end the program for."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    plugin = QPluginLoader(f"{plugins}/platforms/libqxcb.so")
    if not plugin.load():
        raise ImportError(plugin.errorString(), name="libqxcb.so")


def choose_renderer() -> None:
    """For a window on a desk."""
    if sys.platform == "linux" and not graphics.has_card():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")


def no_such(display: str, screens: Sequence[QScreen]) -> Notice:
    """That it is not there, and which are."""
    there = "、".join(f"{n} {screen.name()}" for n, screen in enumerate(screens, 1))
    return Notice(
        Text(f"没有名叫 {display} 的屏幕。", f"There is no display {display}."),
        Text(
            f"现有：{there}。检查接线和电源，或改 display。",
            f"There are: {there.replace('、', ', ')}. Check its cable and power, or set another display.",
        ),
    )


def run(opening: Opening, place: Place) -> int:
    """Show it until its window is closed. Returns the exit code; raises PlaceError, StageError, FontError."""
    check_display()
    choice = graphics.choose(place.renderer, opening.file)
    gc.disable()
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
    from PySide6.QtQuick import QQuickWindow

    from kiosk.presentation.displays import DisplayWatch, chosen
    from kiosk.presentation.stage import Stage

    check_platform()
    app = QGuiApplication.instance() or QGuiApplication([NAME])
    QGuiApplication.setQuitOnLastWindowClosed(False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    screens = QGuiApplication.screens()
    screen = chosen(place.display, screens)
    notices = [*opening.notices]
    if screen is None:
        notices.append(no_such(place.display or "", screens))
        if place.insisted:
            raise PlaceError(str(notices[-1]))
        screen = screens[0]
    if choice.unknown:
        choice = graphics.ask(opening.file)
    if choice.notice:
        notices.append(choice.notice)
    if choice.software:
        QQuickWindow.setSceneGraphBackend("software")
    else:
        graphics.attempt(opening.file)
    size = QSize(*place.size) if place.size else screen.geometry().size()
    stage = Stage(opening.exhibition, size, screen=screen, comfort=place.comfort, turn=place.rotation.degrees)
    window = stage.window
    window.setScreen(screen)
    if place.size:
        window.resize(size)
        window.show()
    else:
        stage.fill(screen)
        DisplayWatch(place.display, screen, stage.move, stage)
    window.closing.connect(app.quit)
    if not choice.software:
        window.sceneGraphError.connect(partial(_refused, opening))
    stage.warned.connect(_warned)
    stage.shown.connect(partial(_shown, stage, opening, choice, notices))
    QShortcut(QKeySequence("Ctrl+Q"), window, app.quit)
    # What was made up to here stays until the end: nothing is to search it for garbage while a page turns.
    gc.freeze()
    gc.enable()
    code = app.exec()
    stage.close()
    if code == AGAIN:
        return start_again()
    return code


def _warned(warning: str) -> None:
    _log.warning("%s", warning, extra={"said": True})


def _refused(opening: Opening, _: object, message: str) -> None:
    """The driver gives nothing to draw in: once more, without it."""
    from PySide6.QtGui import QGuiApplication

    _log.error("%s", message)
    graphics.fail(opening.file)
    os.environ["QT_QUICK_BACKEND"] = "software"
    QGuiApplication.exit(AGAIN)


def _shown(stage: Stage, opening: Opening, choice: graphics.Choice, notices: list[Notice]) -> None:
    """The first frame is there: what can wait is done when the screen has come to rest."""
    from PySide6.QtCore import QTimer

    if not choice.software:
        graphics.succeed(opening.file, choice.why)
    QTimer.singleShot(REST, stage, partial(_settled, stage, opening, choice, notices))


def _settled(stage: Stage, opening: Opening, choice: graphics.Choice, notices: list[Notice]) -> None:
    from kiosk.hall.log import open_log
    from kiosk.hall.opening import seen_late

    _log.info("%s", facts(stage, opening, choice))
    for notice in notices:
        _log.warning("%s", notice)
    late = [notice for notice in (open_log(), *seen_late(opening.exhibition)) if notice]
    for notice in late:
        _log.warning("%s", notice)
    if told := [(notice.said, notice.remedy) for notice in (*notices, *late)]:
        stage.tell(told)


def facts(stage: Stage, opening: Opening, choice: graphics.Choice) -> str:
    """All that a log should say of a start."""
    from kiosk.presentation.stage import qt_version

    exhibition, window = opening.exhibition, stage.window
    screen = window.screen()
    title = exhibition.title.of(exhibition.language)
    python = ".".join(str(part) for part in sys.version_info[:3])
    size = f"{window.width()} × {window.height()} px"
    said = screen.physicalSize()
    measures = (
        f"{exhibition.diagonal:.0f} mm"
        if exhibition.diagonal
        else f"{said.width():.0f} × {said.height():.0f} mm"
    )
    return (
        f"kiosk {__version__}, Qt {qt_version()}, Python {python}: {title} from {exhibition.folder}; "
        f"display {screen.name()}, {size}, {measures}; "
        f"drawn by {'the processor' if choice.software else 'the graphics card'} ({choice.why}); "
        f"hall.yaml: {opening.file or '-'}"
    )


def refuse(recovery: Recovery, place: Place) -> int:
    """Say on the whole screen why nothing is shown, until the cause is gone; then start again.

    Returns 1 when somebody ends it, and at once where there is no screen to say it on. Raises ImportError
    where not even that part of Qt is there.
    """
    if not has_display():
        return 1
    try:
        check_display()
    except PlaceError:
        return 1
    from PySide6.QtGui import QGuiApplication

    from kiosk.presentation.displays import DisplayWatch, chosen
    from kiosk.presentation.refusal import RefusalWindow

    check_platform()
    app = QGuiApplication.instance() or QGuiApplication([NAME])
    QGuiApplication.setQuitOnLastWindowClosed(False)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    screens = QGuiApplication.screens()
    screen = chosen(place.display, screens) or screens[0]
    window = RefusalWindow(
        page_of(recovery.refusal), partial(_look, recovery), turn=place.rotation.degrees, done=AGAIN
    )
    window.fill(screen)
    DisplayWatch(place.display, screen, window.fill, window)
    code = app.exec()
    window.close()
    return start_again() if code == AGAIN else code


def _look(recovery: Recovery) -> Page | None:
    before, refusal = recovery.refusal, recovery.look()
    if refusal and refusal != before:
        _log.error("%s", refusal)
    return page_of(refusal) if refusal else None


def page_of(refusal: Refusal) -> Page:
    from kiosk.hall.places import log_file
    from kiosk.presentation.refusal import Page

    try:
        log = str(log_file())
    except RuntimeError:
        log = "-"
    small = f"kiosk {__version__}  ·  {log}  ·  Ctrl+Q"
    said, remedy = refusal.said, refusal.remedy
    return Page((said.zh, said.en), (remedy.zh, remedy.en), refusal.place, small)
