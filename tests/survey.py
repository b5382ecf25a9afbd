"""Every screen of the real exhibition, walked through once under given reading settings.

What is written on each, and what can be touched, with the places they take in the window, in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import Exhibition, Language
from kiosk.content.loader import load
from kiosk.desk.snapshot import Walk, shots
from kiosk.presentation.stage import Stage
from kiosk.visit import Comfort
from tests.hall import part_of, shown

PRIVATE: Final = 0xF0000
CONTENT: Final = Path(__file__).parents[1] / "content"
PLAIN: Final[frozenset[Comfort]] = frozenset()
LARGE: Final = frozenset({Comfort.LARGE_TEXT})
CONTRAST: Final = frozenset({Comfort.HIGH_CONTRAST})
LOW: Final = frozenset({Comfort.LOW_REACH})
ALL: Final = frozenset(Comfort) - {Comfort.READ_ALOUD}
MODES: Final = {"plain": PLAIN, "large": LARGE, "contrast": CONTRAST, "low": LOW, "all": ALL}
"""The reading settings that change what a screen looks like, each alone and all together."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text. `size` is that of its type as it is seen, in px; `box` the room of its lines,
    or of its ink where it has one line.
    """

    text: str
    size: float
    box: QRectF
    cut: bool


@dataclass(frozen=True, slots=True)
class Target:
    screen: str
    name: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Look:
    """One screen. `footer` is where its page controls begin, in px from the top; None where it has none."""

    screen: str
    texts: tuple[Written, ...]
    targets: tuple[Target, ...]
    footer: float | None


@cache
def content() -> Exhibition:
    return load(CONTENT).exhibition


@cache
def survey(
    size: tuple[int, int],
    language: Language,
    comfort: frozenset[Comfort] = PLAIN,
    diagonal: float | None = None,
) -> tuple[Look, ...]:
    """Needs a QGuiApplication. `diagonal` in mm; None: that of the content."""
    exhibition = replace(content(), language=language, diagonal=diagonal or content().diagonal)
    walk = Walk()
    stage = Stage(exhibition, QSize(*size), clock=walk, still=True, comfort=comfort)
    walk.visit, walk.attract = stage.visit, stage.attract
    stage.window.show()
    try:
        found = []
        for shot in shots(exhibition, comfort):
            walk.restart()
            for step in shot.steps:
                step(walk)
            QGuiApplication.processEvents()
            found.append(look_at(shot.name, stage))
        return tuple(found)
    finally:
        stage.close()
        QGuiApplication.processEvents()


def stage_of(size: tuple[int, int], comfort: frozenset[Comfort]) -> QRectF:
    """In low reach, the lower two thirds; in portrait a strip of 16:9."""
    width, height = size
    if Comfort.LOW_REACH not in comfort:
        return QRectF(0, 0, width, height)
    reach = round(height * 2 / 3) if width > height else round(width * 9 / 16)
    return QRectF(0, height - reach, width, reach)


def without_attract(looks: Iterable[Look]) -> list[Look]:
    """The attract screen is on before anyone has chosen anything."""
    return [look for look in looks if not look.screen.startswith("attract")]


def look_at(screen: str, stage: Stage) -> Look:
    """What is on now."""
    items = list(_enabled(stage.window.contentItem()))
    footers = [item for item in items if item.metaObject().className().startswith("Footer")]
    covered = screen.endswith(("-enlarged", "-term")) or screen in {"comfort", "still-there"}
    targets = [
        Target(screen, part.name, part.box)
        for item in shown(stage.window.contentItem())
        if (part := part_of(item)) and part.is_control
    ]
    return Look(
        screen,
        tuple(_written(item) for item in items if _is_text(item)),
        tuple(targets),
        footers[0].mapToScene(QRectF().topLeft()).y() if footers and not covered else None,
    )


def _enabled(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is on the present screen; one that was left or lies below is disabled."""
    for child in item.childItems():
        if child.isVisible() and child.isEnabled() and child.opacity() > 0:
            yield child
            yield from _enabled(child)


def _is_text(item: QQuickItem) -> bool:
    """A Text of the exhibition; the glyphs of the icon font, in the private planes, are none."""
    text = item.property("text") if item.metaObject().indexOfProperty("truncated") >= 0 else ""
    return bool(text) and ord(text[0]) < PRIVATE


def _written(text: QQuickItem) -> Written:
    inner = QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
    if text.property("lineCount") == 1:
        ink = QFontMetricsF(text.property("font")).tightBoundingRect(text.property("text"))
        inner = QRectF(0, text.baselineOffset() + ink.top(), inner.width(), ink.height())
    scale = text.mapRectToScene(QRectF(0, 0, 1, 1)).height()
    size: float = text.property("fontInfo").property("pixelSize").toNumber()
    return Written(
        text.property("text"), size * scale, text.mapRectToScene(inner), bool(text.property("truncated"))
    )
