"""What the doctor says of displays, touch, drawing and fonts. Pure: what was seen is told to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import hypot
from typing import Final, assert_never

from kiosk.content.exhibition import Text
from kiosk.doctor.eyes import Driver, Faces, Screen, Seen, Sizes
from kiosk.doctor.findings import Check, Finding, Plain, bad, good, look, unknown
from kiosk.doctor.origins import Source
from kiosk.doctor.probe import Reason, Trouble
from kiosk.hall.graphics import SIMULATED
from kiosk.hall.notice import Notice
from kiosk.presentation.screen import LARGEST, MM_PER_INCH, SMALLEST, UNKNOWN, position

LEAST: Final = (1280, 720)
"""Px, along the long and the short side: on fewer, texts that fit in their boxes are too coarse to read."""

PLENTY: Final = 2_100_000
"""Px that the processor alone redraws without a jerk: 1920×1080. At four times that, 41 frames a second."""

DOUBTFUL: Final = 0.15
"""The part by which two diagonals may differ before one of them is of another screen."""

# Displays


def displays(seen: Seen, display: str | None) -> Iterator[Finding]:
    """Each of them, the one that is shown on, and one that is set but not there."""
    shown = position(display, [screen.name for screen in seen.screens])
    for at, screen in enumerate(seen.screens):
        here = at == (shown or 0)
        sign = Text("  ← 展览在这里", "  ← shown here") if here else Text("", "")
        width, height = screen.millimetres
        size = Text(f"{width:.0f}×{height:.0f} 毫米", f"{width:.0f}×{height:.0f} mm")
        yield dataclasses.replace(
            good(
                Check.DISPLAY,
                f"{_name(at, screen)}  {_px(screen)} 像素，{size.zh}，{screen.hertz:.0f} Hz{sign.zh}",
                f"{_name(at, screen)}  {_px(screen)} px, {size.en}, {screen.hertz:.0f} Hz{sign.en}",
                number=at + 1,
                name=screen.name,
                width=screen.pixels[0],
                height=screen.pixels[1],
                width_mm=width,
                height_mm=height,
                scale=screen.scale,
                hertz=screen.hertz,
                shown=here,
            )
        )
    if shown is None:
        yield bad(
            Check.DISPLAY,
            Text(
                f"设置的屏幕 {display} 不在，展览会放在第 1 块上。",
                f"The display {display} that is set is not there; the exhibition goes to the first.",
            ),
            Text(
                "检查接线和电源，或在 hall.yaml 里改 display。",
                "Check its cable and power, or set another display in hall.yaml.",
            ),
            missing=display,
        )


def _name(at: int, screen: Screen) -> str:
    return f"{at + 1} {screen.name}".strip()


def _px(screen: Screen) -> str:
    return "×".join(map(str, screen.pixels))


def panel(screen: Screen, diagonal: float | None, source: Source) -> Iterator[Finding]:
    """The pixels, scale and size of the display that is shown on. `diagonal` in mm, as `source` says."""
    yield _resolution(screen)
    if screen.scale == 1:
        yield good(Check.SCALE, "100 %，没有放大。", "100 %: nothing is enlarged.", scale=1.0)
    else:
        percent = round(100 * screen.scale)
        yield look(
            Check.SCALE,
            Text(f"系统把画面放大到 {percent} %。", f"The system enlarges everything to {percent} %."),
            Text(
                "在系统的显示设置里改成 100 %：展览自己按毫米定大小。",
                "Set it to 100 % in the system’s display settings: the exhibition sizes itself in mm.",
            ),
            scale=screen.scale,
        )
    yield _size(screen, diagonal, source)


def _resolution(screen: Screen) -> Finding:
    long, short = max(screen.pixels), min(screen.pixels)
    if long < LEAST[0] or short < LEAST[1]:
        return look(
            Check.RESOLUTION,
            Text(
                f"{_px(screen)} 像素，低于 {LEAST[0]}×{LEAST[1]}。",
                f"{_px(screen)} px: less than {LEAST[0]}×{LEAST[1]}.",
            ),
            Text("在系统的显示设置里选更高的分辨率。", "Choose more in the system’s display settings."),
        )
    return good(Check.RESOLUTION, f"{_px(screen)} 像素。", f"{_px(screen)} px.")


def _size(screen: Screen, diagonal: float | None, source: Source) -> Finding:
    said = hypot(*screen.millimetres)
    inches = f"{said / MM_PER_INCH:.0f}"
    if diagonal and source is Source.CONTENT and abs(said / diagonal - 1) > DOUBTFUL and _is_likely(said):
        return look(
            Check.SIZE,
            Text(
                f"内容里写的是 {diagonal / MM_PER_INCH:.0f} 英寸，屏幕自己报的是 {inches} 英寸。",
                f"The content says {diagonal / MM_PER_INCH:.0f} in across, the display itself {inches} in.",
            ),
            Text(
                "用尺子量一下，写进 hall.yaml，如 diagonal: 43in。",
                "Measure it and write it into hall.yaml, such as diagonal: 43in.",
            ),
            said_mm=said,
        )
    if diagonal:
        return good(
            Check.SIZE,
            f"按设置的对角线；屏幕自己报的是 {inches} 英寸。",
            f"By the diagonal that is set; the display itself says {inches} in.",
            said_mm=said,
        )
    if _is_likely(said):
        return good(
            Check.SIZE,
            f"屏幕报的对角线是 {inches} 英寸；请用尺子核对一次。",
            f"The display says {inches} in across; compare it once with a ruler.",
            said_mm=said,
        )
    return look(
        Check.SIZE,
        Text(
            f"屏幕报的尺寸不可信（{said:.0f} 毫米），暂按 {UNKNOWN / MM_PER_INCH:.0f} 英寸。",
            f"The display says {said:.0f} mm across; not so: {UNKNOWN / MM_PER_INCH:.0f} in is assumed.",
        ),
        Text(
            "量一下对角线，写进 hall.yaml，如 diagonal: 55in。",
            "Measure its diagonal and write it into hall.yaml, such as diagonal: 55in.",
        ),
        said_mm=said,
    )


def _is_likely(diagonal: float) -> bool:
    """As `presentation.screen` takes it: in mm."""
    return SMALLEST <= diagonal <= LARGEST


def touch(seen: Seen) -> Finding:
    if seen.touch:
        names = ", ".join(filter(None, seen.touch)) or "?"
        return good(Check.TOUCH, f"有触摸屏：{names}。", f"Found: {names}.", devices=list(seen.touch))
    return look(
        Check.TOUCH,
        Text(
            "没有找到触摸屏，只能用鼠标和键盘。", "No touch screen was found: only mouse and keyboard work."
        ),
        Text(
            "检查触摸屏的 USB 线；有些屏幕要装厂家的驱动。",
            "Check the screen’s USB cable; some need their maker’s driver.",
        ),
        devices=[],
    )


def no_display(refusal: str) -> Finding:
    """`refusal`: what `run` says; empty where there is none to ask."""
    here = Text(
        "在展厅那台机器的桌面上运行；远程时先", "Run this on the machine’s own desktop; over ssh, after "
    )
    remedy = Text(f"{here.zh} export DISPLAY=:0。", f"{here.en}export DISPLAY=:0.")
    if refusal:
        zh, _, en = refusal.partition(" / ")
        return bad(Check.DISPLAY, Text(zh, en or zh), remedy)
    return unknown(Check.DISPLAY, Text("从这里看不到屏幕。", "No display can be seen from here."), remedy)


def unseen_display(trouble: Trouble) -> Finding:
    said = _told(trouble)
    return bad(
        Check.DISPLAY,
        Text(f"问不到屏幕：{said.zh}。", f"The displays cannot be asked: {said.en}."),
        Text(
            "看看桌面是否已登录；再看下面的“系统库”。",
            "See whether the desktop is logged in, and “libraries” below.",
        ),
    )


# Drawing


class Because(StrEnum):
    """Why it is drawn as it is."""

    SET = "set"
    ENVIRONMENT = "environment"
    EXPERIENCE = "experience"
    NO_CARD = "no-graphics-card"
    CARD = "graphics-card"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Whether the processor draws alone, why, how many px, and what the GL driver says, if it was asked.

    `notice`: what `run` says of it.
    """

    software: bool
    because: Because
    pixels: int
    driver: Driver | Trouble | None = None
    notice: Notice | None = None

    @property
    def simulated(self) -> bool:
        return isinstance(self.driver, Driver) and any(s in self.driver.name.lower() for s in SIMULATED)


def renderer(drawing: Drawing) -> Finding:
    facts: dict[str, Plain] = {
        "software": drawing.software,
        "because": str(drawing.because),
        "driver": drawing.driver.name if isinstance(drawing.driver, Driver) else None,
    }
    return dataclasses.replace(_by_processor(drawing) if drawing.software else _by_card(drawing), facts=facts)


_BECAUSE: Final = {
    Because.SET: Text("hall.yaml 里这样设的", "as set in hall.yaml"),
    Because.ENVIRONMENT: Text(
        "环境变量 QT_QUICK_BACKEND 这样设的", "as QT_QUICK_BACKEND in the environment says"
    ),
    Because.EXPERIENCE: Text("显卡上次没画成", "the graphics card failed before"),
    Because.NO_CARD: Text("没有找到显卡", "there is no graphics card"),
    Because.CARD: Text("", ""),
}


def _by_processor(drawing: Drawing) -> Finding:
    if drawing.notice:
        return look(Check.RENDERER, drawing.notice.said, drawing.notice.remedy)
    why = _BECAUSE[drawing.because]
    said = Text(f"只用处理器画：{why.zh}。", f"The processor alone: {why.en}.")
    if drawing.pixels <= PLENTY:
        return good(Check.RENDERER, said.zh, said.en)
    return look(
        Check.RENDERER,
        Text(f"{said.zh}这块屏幕像素多，翻页会顿。", f"{said.en} With so many px pages turn in jerks."),
        Text(
            "把分辨率改成 1920×1080，或用带显卡驱动的机器。",
            "Set the resolution to 1920×1080, or use a machine with a working graphics driver.",
        ),
    )


def _by_card(drawing: Drawing) -> Finding:
    remedy = Text(
        "装好显卡驱动；不行就在 hall.yaml 里写 renderer: software。",
        "Install the graphics driver; failing that, write renderer: software into hall.yaml.",
    )
    match drawing.driver:
        case None:
            return good(
                Check.RENDERER,
                "用显卡画；没有屏幕，没问它的驱动。",
                "The graphics card; its driver was not asked without a display.",
            )
        case Trouble() as trouble:
            said = _told(trouble)
            return bad(
                Check.RENDERER,
                Text(f"显卡驱动有毛病：{said.zh}。", f"The graphics driver fails: {said.en}."),
                remedy,
            )
        case Driver(name=""):
            return look(
                Check.RENDERER,
                Text("显卡不会 OpenGL。", "The graphics card knows no OpenGL."),
                remedy,
            )
        case Driver(name=name) if drawing.simulated:
            return look(
                Check.RENDERER,
                Text(
                    f"显卡是模拟的（{name}），比只用处理器画还慢。",
                    f"The graphics card is simulated ({name}): slower than the processor by itself.",
                ),
                remedy,
            )
        case Driver(name=name):
            return good(Check.RENDERER, f"用显卡画：{name}。", f"The graphics card: {name}.")
        case _:
            assert_never(drawing.driver)


def faces(found: Faces | Trouble) -> Iterator[Finding]:
    """The fonts, and the characters of the content that are in none."""
    if isinstance(found, Trouble):
        said = _told(found)
        yield bad(
            Check.FONTS,
            Text(f"字体装不上：{said.zh}。", f"The fonts do not load: {said.en}."),
            _remedy(found),
        )
        return
    yield good(
        Check.FONTS, f"{found.count} 种字体都能用。", f"All {found.count} fonts load.", count=found.count
    )
    if not found.lacking:
        yield good(Check.CHARACTERS, "内容里的字都有。", "The fonts have every character of the content.")
        return
    shown = " ".join(found.lacking[:12]) + (" …" if len(found.lacking) > 12 else "")
    yield look(
        Check.CHARACTERS,
        Text(
            f"{len(found.lacking)} 个字展厅的字体里没有，会显示成方框：{shown}",
            f"{len(found.lacking)} characters are in none of the fonts and show as boxes: {shown}",
        ),
        Text("运行 kiosk check --render 看在哪一行。", "Run kiosk check --render to see on which lines."),
        lacking=list(found.lacking),
    )


def screens(found: Sizes | Trouble) -> Finding:
    if isinstance(found, Trouble):
        said = _told(found)
        return bad(
            Check.SCREENS,
            Text(f"页面搭不起来：{said.zh}。", f"The screens cannot be built: {said.en}."),
            _remedy(found),
        )
    return good(Check.SCREENS, "各页都搭得起来。", "The screens can be built.")


def _remedy(trouble: Trouble) -> Text:
    if trouble.said.startswith("ImportError"):
        return Text("先看下面的“系统库”。", "See “libraries” below first.")
    return Text("重新安装程序。", "Install the program again.")


def _told(trouble: Trouble) -> Text:
    match trouble.reason:
        case Reason.SILENT:
            return Text("等了很久没有回答", "there was no answer for a long time")
        case Reason.CRASHED:
            more = Text(f"（{trouble.said}）", f" ({trouble.said})") if trouble.said else Text("", "")
            return Text(f"检查它的进程中途停了{more.zh}", f"the process that looked at it fell{more.en}")
        case Reason.REFUSED:
            first = trouble.said.splitlines()[0] if trouble.said else ""
            zh, _, en = first.partition(" / ")
            return Text(zh.rstrip("。."), (en or zh).rstrip("。."))
        case _:
            assert_never(trouble.reason)
