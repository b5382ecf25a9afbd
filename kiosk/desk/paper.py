"""Pages of A4: text measured before it is set, and blocks that are never split while a page can hold them.

Lengths are in mm from the top left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextOption,
)

from kiosk.presentation.typesetting import HAN

PX: Final = 100
"""Of the device, in a mm."""

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
LEFT: Final = 16.0
RIGHT: Final = WIDTH - LEFT
TOP: Final = 22.0
BOTTOM: Final = HEIGHT - 17.0
ROOM: Final = RIGHT - LEFT
"""The part of a page that is set: its edges, and how wide it is."""

SANS: Final = "Noto Sans SC"
SERIF: Final = "Noto Serif SC"
BLACK: Final = "Noto Serif SC Black"
"""As a family of its own: as a weight, Qt would set it twice to make it bolder still."""
LATIN: Final = "Source Serif 4"

ALTERNATES: Final = ("locl", "liga", "clig", "calt")
"""Features that put in glyphs of which no PDF would know what character they are."""

OPENING: Final = ("“", "‘", "（", "《", "「", "『", "【")
"""Marks whose ink fills the right half of their square: where a text begins, the left half hangs outside."""

BETWEEN: Final = 6.5
"""Two blocks on a page, in mm."""

PARAGRAPH: Final = 1_200
"""Characters of the longest piece of text that is set as one: longer ones may go over a page's end."""


_HAN = re.compile(f"[{HAN}]")


def px(length: float) -> int:
    return round(length * PX)


def box(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x * PX, y * PX, width * PX, height * PX)


@dataclass(frozen=True, slots=True)
class Style:
    """A face, its size in points, its colour, and how far apart lines are, in heights of the letters."""

    size: float
    colour: str = "#16130F"
    family: str = SANS
    weight: QFont.Weight = QFont.Weight.Normal
    leading: float = 1.5
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft

    def font(self) -> QFont:
        font = QFont([self.family, SANS])
        for tag in ALTERNATES:
            font.setFeature(QFont.Tag(tag), 0)
        font.setPointSizeF(self.size)
        font.setWeight(self.weight)
        return font


@dataclass(frozen=True, slots=True)
class Words:
    """Text set in lines; its height in mm."""

    layout: QTextLayout
    colour: str
    height: float
    width: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(x * PX, y * PX))


def set_words(device: QPdfWriter, text: str, style: Style, width: float) -> Words:
    """The text in lines that are not wider than `width`, broken where a word ends if one does."""
    chinese = _HAN.search(text) is not None
    font = style.font()
    font.setFeature(QFont.Tag("chws" if chinese else "palt"), 1)
    layout = QTextLayout(text, font, device)
    option = QTextOption(style.align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    line_height = style.size * style.leading * 25.4 / 72
    hangs = chinese and text.startswith(OPENING) and style.align == Qt.AlignmentFlag.AlignLeft
    rows, widest = 0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * PX)
        slack = line_height * PX - line.height()
        hung = style.size * 25.4 / 72 * PX / 2 if hangs and rows == 0 else 0.0
        line.setPosition(QPointF(-hung, rows * line_height * PX + slack / 2))
        widest = max(widest, line.naturalTextWidth() / PX)
        rows += 1
    layout.endLayout()
    return Words(layout, style.colour, max(rows, 1) * line_height, widest)


Draw = Callable[[QPainter, float], None]


@dataclass(frozen=True, slots=True)
class Part:
    """Something as wide as a page is set: its height, and how it is drawn when its top is at y."""

    height: float
    draw: Draw


def gap(height: float) -> Part:
    return Part(height, lambda _painter, _y: None)


@dataclass(frozen=True, slots=True)
class Cell:
    """One text of a row, `x` from the left edge of what is set."""

    x: float
    words: Words


def row(cells: Sequence[Cell], *, above: float = 0.0, below: float = 0.0, rule: str = "") -> Part:
    """Texts side by side; `rule` is the colour of a line above them."""
    height = max((cell.words.height for cell in cells), default=0.0) + above + below

    def draw(painter: QPainter, y: float) -> None:
        if rule:
            line(painter, LEFT, y, RIGHT, y, rule)
        for cell in cells:
            cell.words.draw(painter, LEFT + cell.x, y + above)

    return Part(height, draw)


def line(
    painter: QPainter, x: float, y: float, to_x: float, to_y: float, colour: str, width: float = 0.2
) -> None:
    pen = QPen(QColor(colour), width * PX)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x * PX, y * PX), QPointF(to_x * PX, to_y * PX))


def picture(painter: QPainter, image: QImage, x: float, y: float, width: float, height: float) -> None:
    """As large as fits, at the top left of the box, with a hairline around it."""
    size = image.size().toSizeF().scaled(QSizeF(width, height), Qt.AspectRatioMode.KeepAspectRatio)
    frame = box(x, y, size.width(), size.height())
    painter.drawImage(frame, image)
    painter.setPen(QPen(QColor("#8C806D"), 0.1 * PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)


@dataclass(frozen=True, slots=True)
class Block:
    """What belongs together. `again` stands above what is left of it on the next page, if it is longer than a
    page; `chapter` is said at the head of the page.
    """

    parts: tuple[Part, ...]
    chapter: str
    again: Part
    opens_page: bool = False

    @property
    def height(self) -> float:
        return sum(part.height for part in self.parts)


@dataclass(frozen=True, slots=True)
class Page:
    chapter: str
    placed: tuple[tuple[float, Part], ...]


def pages_of(blocks: Iterable[Block]) -> list[Page]:
    """The blocks on pages, in their order."""
    pages: list[Page] = []
    chapter, placed, y = "", list[tuple[float, Part]](), TOP
    for block in blocks:
        if placed and (block.opens_page or y + block.height > BOTTOM):
            pages.append(Page(chapter, tuple(placed)))
            placed, y = [], TOP
        chapter = chapter if placed else block.chapter
        for part in block.parts:
            if placed and y + part.height > BOTTOM:
                pages.append(Page(chapter, tuple(placed)))
                placed, y, chapter = [(TOP, block.again)], TOP + block.again.height, block.chapter
            placed.append((y, part))
            y += part.height
        y += BETWEEN
    return [*pages, Page(chapter, tuple(placed))] if placed else pages


def pieces(text: str) -> Iterator[str]:
    """A text that is too long for one page in pieces that are not."""
    for start in range(0, max(len(text), 1), PARAGRAPH):
        yield text[start : start + PARAGRAPH]


def a4(device: QPdfWriter) -> None:
    """Makes the device's page an upright A4 without margins of its own."""
    device.setResolution(round(PX * 25.4))
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
