"""What every screen says, and where: read from the real window, without a picture being taken.

Positions and sizes are in px of the window, as they are seen. Needs Qt; `survey` sees to a QGuiApplication.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import reduce
from operator import mul
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QTextLayout,
    QTextOption,
)
from PySide6.QtQml import QQmlEngine, QQmlExpression
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.content.contrast import between, contrast
from kiosk.content.exhibition import Exhibition, Language, Shelf
from kiosk.desk.snapshot import Shot, Walk, application, shots
from kiosk.presentation.stage import Stage
from kiosk.presentation.typesetting import plain
from kiosk.visit import Comfort

PRIVATE: Final = 0xF0000
"""Where the glyphs of the icon font are; what begins beyond it is a drawing, not a text."""

UNBOUNDED: Final = float(2**31 - 1)
"""The width of a line that never breaks."""

SAMPLES: Final = 48
"""Points of the ground in a row that are looked at; a quarter of it in a column."""

SPECKLE: Final = 0.05
"""The part of the ground under a text that may be worse than what its contrast is taken for."""

_MARKUP: Final = re.compile("<[^>]*>")
_LOW: Final = re.compile("[,;，；、。]")
"""Marks that hang below their line and are small enough to be left out of its ink."""

STYLED: Final = 4
CROPPED: Final = 2
"""`Text.StyledText` and `Image.PreserveAspectCrop`."""

_MODES: Final = "wrapMode + 8 * fontSizeMode + 64 * textFormat + 1024 * effectiveHorizontalAlignment"
"""PySide has no converter for these enumerations of QQuickText; as numbers they pass."""


class Wrap(IntEnum):
    """`Text.wrapMode`, whose numbers are those of QTextOption."""

    NONE = 0
    WORDS = 1
    ANYWHERE = 3
    WORDS_OR_ANYWHERE = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """How a hall and its visitor may have it. `diagonal` in mm; None: that of the content."""

    size: tuple[int, int]
    language: Language
    comfort: frozenset[Comfort] = frozenset()
    diagonal: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was broken, and the room of its ink."""

    text: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Written:
    """A text. `size` is that of its type as it is seen, in px; `box` the room of its lines,
    or of its ink where it has one line.

    said: the text without what setters put in
    kind, parent: the QML types of the text and of what it stands in
    lines: all it has, those too that were cut; none where they could not be told
    shown: how many of them are seen
    spill: by how many px it is wider than its room
    floor: the size it is never shrunk below, 0 where it keeps its size
    sight: where it can be seen at all
    control: the room of the control it labels
    over: the contrast with the photo it lies on, None where it lies on none
    """

    text: str
    said: str
    kind: str
    parent: str
    size: float
    weight: int
    box: QRectF
    cut: bool
    lines: tuple[Line, ...]
    shown: int
    spill: float
    floor: float
    sight: QRectF
    control: QRectF | None
    heading: bool
    over: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What answers a finger."""

    screen: str
    name: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo of the content in its frame: cropped to fill it, or fitted into it."""

    path: Path
    frame: QRectF
    filling: bool


@dataclass(frozen=True, slots=True)
class Look:
    """One screen. `footer` is where its page controls begin, in px from the top; None where it has none.

    `note` and `body` are the sizes that notes and running texts have there, in px.
    """

    screen: str
    texts: tuple[Written, ...]
    targets: tuple[Target, ...]
    pictures: tuple[Picture, ...]
    footer: float | None
    note: float
    body: float


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the screen that says its name, and the part of the window it takes, in px."""

    name: str
    role: QAccessible.Role
    item: QQuickItem
    box: QRectF

    @property
    def is_control(self) -> bool:
        return self.role is QAccessible.Role.Button and self.item.isEnabled()

    @property
    def middle(self) -> QPoint:
        return self.box.center().toPoint()


def survey(exhibition: Exhibition, setting: Setting) -> Iterator[Look]:
    """Every screen in the order of a visit. Raises StageError, FontError."""
    app = application()
    set_so = replace(exhibition, language=setting.language, diagonal=setting.diagonal or exhibition.diagonal)
    walk = Walk(exhibition.hours)
    stage = Stage(
        set_so, QSize(*setting.size), clock=walk, wall=walk.wall, still=True, comfort=setting.comfort
    )
    walk.visit, walk.attract = stage.visit, stage.attract
    stage.window.show()
    try:
        for shot in shots(exhibition, setting.comfort):
            _go(walk, shot)
            _settle(stage.window)
            yield look_at(shot.name, stage)
    finally:
        stage.close()
        app.processEvents()


def _go(walk: Walk, shot: Shot) -> None:
    """The short way from the screen before, where there is one."""
    if shot.onward is None:
        walk.restart()
    for step in shot.steps if shot.onward is None else shot.onward:
        step(walk)
    walk.now += 2.0


def _settle(window: QQuickWindow) -> None:
    """Until what was changed is laid out and drawn: positioners and texts wait for the next frame."""
    drawn: list[bool] = []
    seen = window.frameSwapped.connect(lambda: drawn.append(True))
    window.update()
    while not drawn:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.frameSwapped.disconnect(seen)


def look_at(screen: str, stage: Stage) -> Look:
    """What is on now."""
    root = stage.window.contentItem()
    items = list(_enabled(root))
    texts = [item for item in items if _is_text(item)]
    pictures = tuple(picture for item in items if (picture := _picture(item)))
    parts = [part for item in shown(root) if (part := part_of(item)) and part.is_control]
    written = [_written(item, {part.item: part.box for part in parts}) for item in texts]
    over = _contrasts(stage.window, list(zip(texts, written, strict=True)), pictures)
    footers = [item for item in items if _kind(item) == "Footer"]
    covered = screen.endswith(("-enlarged", "-term")) or screen in {"comfort", "still-there"}
    page = root.childItems()[0]
    return Look(
        screen,
        tuple(replace(text, over=over.get(at)) for at, text in enumerate(written)),
        tuple(Target(screen, part.name, part.box) for part in parts),
        pictures,
        footers[0].mapToScene(QPointF()).y() if footers and not covered else None,
        _evaluated(page, "Type.note"),
        _evaluated(page, "Type.body"),
    )


def shown(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all in it that is drawn, from the lowest to the one on top."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in sorted(item.childItems(), key=QQuickItem.z):
            yield from shown(child)


def part_of(item: QQuickItem) -> Part | None:
    """What the item is to whoever asks for its name; None where it says none."""
    interface = _spoken(item)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    if interface is None or not name:
        return None
    return Part(plain(name), interface.role(), item, _box(item))


def _spoken(item: QQuickItem) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(item)


def _enabled(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is on the present screen; one that was left or lies below is disabled."""
    for child in item.childItems():
        if child.isVisible() and child.isEnabled() and child.opacity() > 0:
            yield child
            yield from _enabled(child)


def _around(item: QQuickItem) -> Iterator[QQuickItem]:
    """What the item stands in, the nearest first."""
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        yield above
        above = above.parentItem()


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _kind(item: QQuickItem) -> str:
    """The name of its QML type."""
    return item.metaObject().className().split("_QML")[0]


def _evaluated(item: QQuickItem, expression: str) -> float:
    found, _ = QQmlExpression(QQmlEngine.contextForObject(item), item, expression).evaluate()
    return float(found)


# Texts


def _is_text(item: QQuickItem) -> bool:
    """A Text of the exhibition; the glyphs of the icon font, in the private planes, are none."""
    text = item.property("text") if item.metaObject().indexOfProperty("truncated") >= 0 else ""
    return bool(text) and ord(text[0]) < PRIVATE


def _written(text: QQuickItem, controls: dict[QQuickItem, QRectF]) -> Written:
    modes = int(_evaluated(text, _MODES))
    wrap, fitting, form, alignment = modes % 8, modes // 8 % 8, modes // 64 % 16, modes // 1024
    scale = text.mapRectToScene(QRectF(0, 0, 1, 1)).height()
    size: float = text.property("fontInfo").property("pixelSize").toNumber()
    raw: str = text.property("text")
    set_ = html.unescape(_MARKUP.sub("", raw)) if form == STYLED else raw
    lines = _lines(text, set_, Wrap(wrap), size, alignment)
    left, top = text.property("leftPadding"), text.property("topPadding")
    inner = QRectF(left, top, text.property("contentWidth"), text.property("contentHeight"))
    if text.property("lineCount") == 1:
        ink = QFontMetricsF(text.property("font")).tightBoundingRect(raw)
        inner = QRectF(left, text.baselineOffset() + ink.top(), inner.width(), ink.height())
    around = list(_around(text))
    owner = next((item for item in around if item in controls), None)
    return Written(
        raw,
        _whole(text) or plain(set_),
        _kind(text),
        _kind(around[0]),
        size * scale,
        text.property("font").weight(),
        text.mapRectToScene(inner),
        bool(text.property("truncated")),
        tuple(Line(plain(line), text.mapRectToScene(box)) for line, box in lines),
        text.property("lineCount"),
        max(0.0, text.property("contentWidth") - text.width()) * scale,
        text.property("minimumPixelSize") * scale if fitting else 0.0,
        reduce(QRectF.intersected, [_box(item) for item in around if item.clip()], _box(around[-1])),
        controls[owner] if owner else None,
        _kind(text) == "SlideTitle" or _is_heading(text),
    )


def _lines(
    text: QQuickItem, content: str, wrap: Wrap, size: float, alignment: int
) -> list[tuple[str, QRectF]]:
    """Laid out once more as QQuickText does, which keeps its lines to itself; boxes are the item's own px.

    Empty where that gave other lines than are on the screen.
    """
    font = QFont(text.property("font"))
    font.setPixelSize(round(size))
    left: float = text.property("leftPadding")
    width = text.width() - left - text.property("rightPadding")
    drawn: int = text.property("lineCount")
    whole = drawn == 1 and not text.property("truncated")
    broken = [(content, text.property("contentWidth"))] if whole else _broken(content, font, wrap, width)
    if len(broken) < drawn or (len(broken) > drawn and not text.property("truncated")):
        return []
    metrics = QFontMetricsF(font)
    step = text.property("contentHeight") / drawn
    found = []
    for at, (line, natural) in enumerate(broken):
        spare = width - natural
        x = left + {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}.get(
            Qt.AlignmentFlag(alignment), 0.0
        )
        ink = metrics.tightBoundingRect(_LOW.sub("", line).strip() or line)
        found.append((line, QRectF(x, text.baselineOffset() + at * step + ink.top(), natural, ink.height())))
    return found


def _broken(content: str, font: QFont, wrap: Wrap, width: float) -> list[tuple[str, float]]:
    """Every line and its width."""
    layout = QTextLayout(content.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode(wrap))
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    units = content.encode("utf-16-le")
    found = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width if wrap is not Wrap.NONE else UNBOUNDED)
        start, length = line.textStart(), line.textLength()
        found.append((units[2 * start : 2 * (start + length)].decode("utf-16-le"), line.naturalTextWidth()))
    layout.endLayout()
    return found


def _whole(text: QQuickItem) -> str:
    """A title that is set one character a text, or nothing."""
    for item in _around(text):
        if _kind(item) == "VerticalTitle":
            return "".join(item.property("lines"))
    return ""


def _is_heading(text: QQuickItem) -> bool:
    interface = _spoken(text)
    return interface is not None and interface.role() is QAccessible.Role.Heading


# Pictures, and what lies on them


def _picture(item: QQuickItem) -> Picture | None:
    if item.metaObject().indexOfProperty("fillMode") < 0:
        return None
    source: QUrl | None = item.property("source")
    path = Path(source.toLocalFile() if source else "")
    if path.parent.name != Shelf.PHOTOS:
        return None
    return Picture(path, _box(item), _evaluated(item, "fillMode") == CROPPED)


def _contrasts(
    window: QQuickWindow, texts: list[tuple[QQuickItem, Written]], pictures: tuple[Picture, ...]
) -> dict[int, float]:
    """By the number of the text, of those that lie on a picture: looked at with their letters away."""
    on = {
        at: item
        for at, (item, text) in enumerate(texts)
        if any(picture.frame.intersects(text.box) for picture in pictures)
    }
    if not on:
        return {}
    opacities = {at: item.opacity() for at, item in on.items()}
    for item in on.values():
        item.setOpacity(0.0)
    ground = window.grabWindow()
    for at, item in on.items():
        item.setOpacity(opacities[at])
    return {at: contrast_on(ground, texts[at][1].box, _colour(item)) for at, item in on.items()}


def _colour(text: QQuickItem) -> QColor:
    """Its own, as much as it and all it stands in let through."""
    colour = QColor(text.property("color"))
    through = reduce(mul, (item.opacity() for item in _around(text)), text.opacity())
    colour.setAlphaF(colour.alphaF() * through)
    return colour


def contrast_on(ground: QImage, box: QRectF, colour: QColor) -> float:
    """The WCAG contrast of letters of this colour with the ground in the box: that of its worst part, a
    few specks left out.
    """
    inside = box.toAlignedRect().intersected(ground.rect())
    if inside.isEmpty():
        return 21.0
    part = ground.copy(inside)
    part = part.scaled(min(part.width(), SAMPLES), min(part.height(), SAMPLES // 4))
    found = []
    for y in range(part.height()):
        for x in range(part.width()):
            under = part.pixelColor(x, y)
            found.append(contrast(between(under.name(), colour.name(), colour.alphaF()), under.name()))
    return sorted(found)[int(SPECKLE * len(found))]
