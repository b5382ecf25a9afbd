"""What is drawn around a screen for the handbook: tags at its parts, and sheets of small pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

PAPER: Final = QColor("#F6EFE1")
PAPER_DEEP: Final = QColor("#ECE2CE")
INK: Final = QColor("#16130F")
INK_SOFT: Final = QColor("#4B4338")
RULE: Final = QColor("#D9CCB3")
CREAM: Final = QColor("#FBF4E4")
VERMILION: Final = QColor("#B23A22")

STROKE: Final = 2.0
AIR: Final = 3.0
STEMS: Final = tuple(float(away) for away in range(6, 66, 6))
"""Of an outline, in px: its line, what it leaves around the part, and how far away its tag may stand."""

LARGE: Final = 200.0
"""The sides, in px, that a part has from which on a tag may lie in its corner."""

KEY: Final = 15
TAG_HEIGHT: Final = 24.0
TAG_PADDING: Final = 8.0
WORD_SPACE: Final = 6.0

GAP: Final = 24
NAME: Final = 19
ABOUT: Final = 14
LINE: Final = 1.45
"""Of a sheet, in px: between two pictures; the type below them; its line as a part of its size."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a screen and the key it is written with. `name`: what the key is called in Chinese."""

    key: str
    name: str
    box: QRectF

    @property
    def outline(self) -> QRectF:
        return self.box.adjusted(-AIR, -AIR, AIR, AIR)

    def holds(self, other: Mark) -> bool:
        return self.outline.contains(other.outline)

    @property
    def size(self) -> QSizeF:
        """Of its tag."""
        key, name = (QFontMetricsF(font) for font in (_sans(KEY, bold=True), _sans(KEY)))
        wide = key.horizontalAdvance(self.key) + WORD_SPACE + name.horizontalAdvance(self.name)
        return QSizeF(ceil(wide + 2 * TAG_PADDING), TAG_HEIGHT)


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture of a sheet, its name, and a line or two about it."""

    picture: QImage
    name: str
    about: str


class NoRoomError(Exception):
    """A tag would lie on something."""


def _sans(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont("Noto Sans SC")
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Medium if bold else QFont.Weight.Normal)
    return font


# Tags


@dataclass(frozen=True, slots=True)
class Tag:
    """`stem`: the line that leads to it from the outline, of no height where it stands on that."""

    box: QRectF
    stem: QRectF

    def lies_on(self, other: QRectF) -> bool:
        return self.box.intersects(other) or (self.stem.height() > 0 and self.stem.intersects(other))


def tags(marks: Sequence[Mark], said: Sequence[QRectF], room: QRectF) -> list[Tag]:
    """Where the tag of each mark goes: at its outline, within the room, on nothing that is `said`, on no
    other mark and on no other tag. Raises NoRoomError.
    """
    found: list[Tag] = []
    for mark in marks:
        others = [other.outline for other in marks if other is not mark and not other.holds(mark)]
        taken = [*said, *others, *(tag.box for tag in found), *(tag.stem for tag in found)]
        free = (
            tag
            for tag in _places(mark)
            if room.contains(tag.box) and not any(tag.lies_on(box) for box in taken)
        )
        tag = next(free, None)
        if tag is None:
            raise NoRoomError(f"There is no room for {mark.key} at {mark.box.getRect()}")
        found.append(tag)
    return found


def _places(mark: Mark) -> Iterator[Tag]:
    """The best first: above; in a corner of what is large; below; beside it; farther away, on a stem."""
    out, size = mark.outline, mark.size
    left, right = out.left() - STROKE / 2, out.right() - STROKE / 2
    flush = ((left, left), (right + STROKE - size.width(), right))
    yield from (_above(out, size, at, 0.0) for at in flush)
    if out.height() > LARGE and out.width() > LARGE:
        for y, x in product((out.bottom() - size.height(), out.top()), (left, right - size.width())):
            yield Tag(QRectF(QPointF(x, y), size), QRectF())
    yield from (_below(out, size, at, 0.0) for at in flush)
    middle = out.center().y() - size.height() / 2
    for x in (out.right(), out.left() - size.width()):
        yield Tag(QRectF(QPointF(x, middle), size), QRectF())
    ends = (*flush, (right, right))
    for away in (0.0, *STEMS):
        yield from (_above(out, size, at, away) for at in ends)
    for away in (0.0, *STEMS):
        yield from (_below(out, size, at, away) for at in ends)


def _above(out: QRectF, size: QSizeF, at: tuple[float, float], away: float) -> Tag:
    """`at`: where the tag begins and where its stem stands, in px from the left."""
    box = QRectF(QPointF(at[0], out.top() - away - size.height()), size)
    return Tag(box, QRectF(at[1], box.bottom(), STROKE, away))


def _below(out: QRectF, size: QSizeF, at: tuple[float, float], away: float) -> Tag:
    return Tag(QRectF(QPointF(at[0], out.bottom() + away), size), QRectF(at[1], out.bottom(), STROKE, away))


def marked(picture: QImage, marks: Sequence[Mark], said: Sequence[QRectF]) -> QImage:
    """The screen with each part outlined and tagged. Raises NoRoomError."""
    drawn = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = tags(marks, said, QRectF(drawn.rect()))
    painter = _painter(drawn)
    painter.setPen(QPen(VERMILION, STROKE))
    for mark in marks:
        painter.drawRect(mark.outline)
    for mark, tag in zip(marks, found, strict=True):
        painter.fillRect(tag.stem, VERMILION)
        painter.fillRect(tag.box, VERMILION)
        words = tag.box.adjusted(TAG_PADDING, -1, 0, -1)
        painter.setPen(CREAM)
        for text, bold in ((mark.key, True), (mark.name, False)):
            painter.setFont(_sans(KEY, bold=bold))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
            words.setLeft(words.left() + QFontMetricsF(painter.font()).horizontalAdvance(text) + WORD_SPACE)
    painter.end()
    return drawn


# Sheets


def sheet(cells: Sequence[Cell], columns: int, size: QSize) -> QImage:
    """The pictures at one size, in px, in rows."""
    lines = max(len(broken(cell.about, size.width())) for cell in cells)
    words = round(NAME * LINE + lines * ABOUT * LINE)
    step = QSize(size.width() + GAP, size.height() + 10 + words + GAP)
    rows = ceil(len(cells) / columns)
    whole = QImage(columns * step.width() + GAP, rows * step.height() + GAP, QImage.Format.Format_RGB32)
    whole.fill(PAPER)
    painter = _painter(whole)
    for number, cell in enumerate(cells):
        row, column = divmod(number, columns)
        at = QRect(QRect(GAP + column * step.width(), GAP + row * step.height(), 0, 0).topLeft(), size)
        painter.drawImage(at, scaled(cell.picture, size))
        painter.setPen(QPen(RULE, 1))
        painter.drawRect(QRectF(at).adjusted(-0.5, -0.5, 0.5, 0.5))
        _say(painter, cell, QRectF(at.left(), at.bottom() + 10, size.width(), words))
    painter.end()
    return whole


def _say(painter: QPainter, cell: Cell, room: QRectF) -> None:
    painter.setPen(INK)
    painter.setFont(_sans(NAME, bold=True))
    painter.drawText(room, Qt.AlignmentFlag.AlignTop, cell.name)
    painter.setPen(INK_SOFT)
    painter.setFont(_sans(ABOUT))
    for number, line in enumerate(broken(cell.about, room.width())):
        y = room.top() + (NAME + number * ABOUT) * LINE
        painter.drawText(
            QRectF(room.left(), y, room.width(), ABOUT * LINE), Qt.AlignmentFlag.AlignVCenter, line
        )


def broken(text: str, width: float) -> list[str]:
    """Into lines that fit; no mark begins one."""
    metrics, lines = QFontMetricsF(_sans(ABOUT)), [""]
    for character in text:
        if metrics.horizontalAdvance(lines[-1] + character) > width and character not in "，。、；：”）":
            lines.append("")
        lines[-1] += character
    return lines


def grid(cells: Sequence[Cell], columns: int, size: QSize) -> QImage:
    """Drawings with their names and titles in two short lines below, on paper."""
    step = QSize(size.width(), size.height())
    rows = ceil(len(cells) / columns)
    whole = QImage(columns * step.width(), rows * step.height() + GAP, QImage.Format.Format_RGB32)
    whole.fill(PAPER)
    painter = _painter(whole)
    for number, cell in enumerate(cells):
        row, column = divmod(number, columns)
        left, top = column * step.width(), GAP + row * step.height()
        painter.drawImage(left + (step.width() - cell.picture.width()) // 2, top, cell.picture)
        below = top + cell.picture.height() + 6
        painter.setPen(INK)
        painter.setFont(_sans(KEY, bold=True))
        centred = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(QRectF(left, below, step.width(), KEY * LINE), centred, cell.name)
        painter.setPen(INK_SOFT)
        painter.setFont(_sans(ABOUT))
        painter.drawText(QRectF(left, below + KEY * LINE, step.width(), ABOUT * LINE), centred, cell.about)
    painter.end()
    return whole


def scaled(picture: QImage, size: QSize) -> QImage:
    return picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def united(boxes: Iterable[QRectF]) -> QRectF:
    found = QRectF()
    for box in boxes:
        found = found.united(box)
    return found


def _painter(picture: QImage) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    return painter
