"""The composition root of `kiosk run`: content in, a window out."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.content.exhibition import Exhibition, Text
from kiosk.failure import Failure
from kiosk.hall.notice import Notice
from kiosk.hall.settings import Renderer, Rotation
from kiosk.visit import Comfort

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

_log: Final = logging.getLogger(__name__)


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
    """Raises PlaceError where DISPLAY leads nowhere."""
    display = os.environ.get("DISPLAY")
    if sys.platform != "linux" or not display or os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("QT_QPA_PLATFORM") and not answers(display):
        raise PlaceError(
            f"DISPLAY={display}: 没有显示器应答，请检查这个变量，或取消它 / "
            "no display answers there: check the variable, or unset it"
        )


def choose_renderer(renderer: Renderer = Renderer.AUTO) -> None:
    """Without a GPU Qt's own rasteriser takes a tenth of the processor time of a simulated one (measured)."""
    nodes = Path("/dev/dri")
    if renderer is Renderer.SOFTWARE:
        os.environ["QT_QUICK_BACKEND"] = "software"
    elif sys.platform == "linux" and not any(nodes.glob("renderD*")):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")


def chosen(display: str | None, screens: Sequence[QScreen]) -> QScreen | None:
    """The display of that number, from 1, or of that name; without either the first. None: not there."""
    if display is None:
        return screens[0]
    named = (screen for n, screen in enumerate(screens, 1) if display in (str(n), screen.name()))
    return next(named, None)


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


def run(exhibition: Exhibition, place: Place, notices: Sequence[Notice] = ()) -> int:
    """Show it until its window is closed. Returns the exit code; raises PlaceError, StageError.

    `notices`: what is not as it was set.
    """
    check_display()
    choose_renderer(place.renderer)
    gc.disable()
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

    from kiosk.presentation.stage import Stage

    app = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    screens = QGuiApplication.screens()
    screen = chosen(place.display, screens)
    if screen is None:
        notice = no_such(place.display or "", screens)
        if place.insisted:
            raise PlaceError(str(notice))
        notices = [*notices, notice]
        screen = screens[0]
    for notice in notices:
        _log.warning(notice)
    size = QSize(*place.size) if place.size else screen.geometry().size()
    turn = place.rotation.degrees
    stage = Stage(exhibition, size, screen=screen, comfort=place.comfort, turn=turn)
    window = stage.window
    window.setScreen(screen)
    if place.size:
        window.resize(size)
        window.show()
    else:
        stage.fill(screen)
    QShortcut(QKeySequence("Ctrl+Q"), window, app.quit)
    # What was made up to here stays until the end: nothing is to search it for garbage while a page turns.
    gc.freeze()
    gc.enable()
    code = app.exec()
    stage.close()
    return code
