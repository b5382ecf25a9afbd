"""Who draws: the graphics card, or the processor where there is no card or its driver cannot be used.

A driver can refuse, be missing, or end the program. So what became of the card is kept for this machine:
`TRIED` stands there from before its first frame until after it, and a start that finds it draws without.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, assert_never

from kiosk import __version__
from kiosk.content.exhibition import Text
from kiosk.content.pictures import cache_folder, stamp_of
from kiosk.hall.notice import Notice
from kiosk.hall.settings import Renderer

NODES: Path = Path("/dev/dri")
DRIVERS: Final = ("usr/lib*", "usr/lib/*-linux-gnu", "usr/lib/*-linux-gnu/dri", "usr/lib64/dri")
SIMULATED: Final = ("llvmpipe", "softpipe", "swrast", "software rasterizer", "basic render", "swiftshader")


class Found(StrEnum):
    """What became of the graphics card."""

    WORKS = "works"
    SIMULATED = "simulated"
    REFUSES = "refuses"
    TRIED = "tried"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Experience:
    """`machine` stands for the card, its driver, the kernel, the program and hall.yaml; where one of them
    changes, nothing is known. `process` is the one that tries.
    """

    machine: str
    found: Found
    detail: str = ""
    process: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """`why` is for the log."""

    software: bool
    why: str
    notice: Notice | None = None
    unknown: bool = False
    """Whether the card has still to be asked."""


def choose(renderer: Renderer, settings: Path | None) -> Choice:
    """What is known before Qt is there. `settings`: the hall.yaml that is used.

    Without a card Qt's own rasteriser takes a tenth of the processor time of a simulated one (measured).
    """
    if renderer is Renderer.SOFTWARE:
        forget()
    choice = foreseen(renderer, settings)
    if choice.notice and (known := recall()) and known.found is Found.TRIED:
        keep(Experience(known.machine, Found.ENDS))
    return choice


def foreseen(renderer: Renderer, settings: Path | None) -> Choice:
    """What `choose` would choose; nothing is kept or forgotten."""
    if renderer is Renderer.SOFTWARE:
        return Choice(software=True, why="renderer: software")
    if sys.platform == "linux" and not has_card():
        return Choice(software=True, why="no graphics card")
    about, known = machine(settings), recall()
    if known and known.machine == about and (choice := judged(known)):
        return choice
    if backend := os.environ.get("QT_QUICK_BACKEND"):
        return Choice(software=backend == "software", why="QT_QUICK_BACKEND")
    return Choice(software=False, why="graphics card", unknown=True)


def judged(known: Experience) -> Choice | None:
    """What follows from an experience with this machine; None where nothing does."""
    match known.found:
        case Found.WORKS:
            return Choice(software=False, why=known.detail or "graphics card")
        case Found.TRIED if _lives(known.process):
            return None
        case Found.TRIED:
            return without(Experience(known.machine, Found.ENDS))
        case Found.SIMULATED | Found.REFUSES | Found.ENDS:
            return without(known)
        case _:
            assert_never(known.found)


def without(known: Experience) -> Choice:
    """To draw without the card, and the notice that says why."""
    return Choice(software=True, why=f"graphics card {known.found}", notice=Notice(_said(known), _REMEDY))


_REMEDY: Final = Text(
    "装好显卡驱动，再保存一次 hall.yaml，下次启动就会再试显卡；或写 renderer: software，以后不再提示。",
    "Install its driver and save hall.yaml once more: the next start tries the card again. "
    "Or set renderer: software there, and this is not said again.",
)


def _said(known: Experience) -> Text:
    if known.found is Found.SIMULATED:
        return Text(
            f"有显卡，但没有它的驱动（只有 {known.detail}），现在改由处理器绘制画面。",
            f"There is a graphics card without its driver (only {known.detail}); the processor draws.",
        )
    if known.found is Found.REFUSES:
        return Text(
            "显卡驱动打不开画面，现在改由处理器绘制画面。",
            "The graphics driver opens no picture; the processor draws.",
        )
    return Text(
        "上次用显卡启动时，程序在画出第一幅画面以前就断了，现在改由处理器绘制画面。",
        "The last start with the graphics card broke off before its first picture; the processor draws.",
    )


def ask(settings: Path | None) -> Choice:
    """Asks the driver itself, which takes about 0.1 s; needs a QGuiApplication. What it answers is kept."""
    about = machine(settings)
    keep(Experience(about, Found.TRIED, process=os.getpid()), surely=True)
    if sys.platform != "linux":
        return Choice(software=False, why="graphics card")
    name = _renderer()
    if name is None:
        known = Experience(about, Found.REFUSES)
    elif any(word in name.lower() for word in SIMULATED):
        known = Experience(about, Found.SIMULATED, name)
    else:
        return Choice(software=False, why=name)
    keep(known)
    return without(known)


def attempt(settings: Path | None) -> None:
    """The first frame is going to be drawn with the card."""
    keep(Experience(machine(settings), Found.TRIED, process=os.getpid()))


def succeed(settings: Path | None, name: str) -> None:
    """It was drawn. `name`: what the driver calls itself."""
    keep(Experience(machine(settings), Found.WORKS, name))


def fail(settings: Path | None) -> None:
    """The driver gave nothing to draw in."""
    keep(Experience(machine(settings), Found.REFUSES))


def _renderer() -> str | None:
    """What the driver calls itself; None where it gives no context to draw in."""
    from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

    context, surface = QOpenGLContext(), QOffscreenSurface()
    if not context.create():
        return None
    surface.create()
    if not context.makeCurrent(surface):
        return None
    try:
        return str(context.functions().glGetString(0x1F01))  # GL_RENDERER
    finally:
        context.doneCurrent()
        surface.destroy()


def has_card() -> bool:
    return any(NODES.glob("renderD*"))


def machine(settings: Path | None) -> str:
    """Differs when the card, its driver, the kernel, the program or hall.yaml does."""
    import platform

    parts: list[object] = [__version__, platform.release(), settings and stamp_of(settings)]
    parts += sorted(_cards())
    parts += [path.stat().st_mtime_ns for pattern in DRIVERS for path in sorted(Path("/").glob(pattern))]
    return repr(parts)


def _cards() -> Iterator[str]:
    for node in NODES.glob("renderD*"):
        device = Path("/sys/class/drm", node.name, "device")
        for name in ("vendor", "device"):
            with suppress(OSError):
                yield f"{node.name} {(device / name).read_text().strip()}"


def recall() -> Experience | None:
    try:
        data = _memory().read_bytes()
    except (OSError, RuntimeError):
        return None
    import json

    try:
        kept: object = json.loads(data)
    except (ValueError, RecursionError):
        return None
    match kept:
        case {"machine": str(about), "found": str(found), "detail": str(detail), "process": int(process)}:
            return Experience(about, Found(found), detail, process) if found in list(Found) else None
        case _:
            return None


def keep(known: Experience, *, surely: bool = False) -> None:
    """What cannot be kept is found out again. `surely`: even if the driver takes the machine with it."""
    import json

    with suppress(OSError, RuntimeError):
        file = _memory()
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            with new.open("w", encoding="utf-8") as stream:
                stream.write(json.dumps(asdict(known)))
                stream.flush()
                if surely:
                    os.fsync(stream.fileno())
            new.replace(file)
        finally:
            new.unlink(missing_ok=True)


def forget() -> None:
    with suppress(OSError, RuntimeError):
        _memory().unlink(missing_ok=True)


def _memory() -> Path:
    return cache_folder() / "graphics.json"


def _lives(process: int) -> bool:
    """Whether another process is just trying: then nothing has ended yet."""
    if process in (0, os.getpid()) or sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
