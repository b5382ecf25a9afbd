"""Emblems and pictograms in the colours of the place they stand in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

SMALL: Final = 48
"""Below this width in px the drawing with fewer strokes is used, where there is one."""

FILLED: Final = 0.84
"""The part of a tile's width that its pictogram takes, so that a field of tiles can be counted."""

_FOLDERS: Final = {"emblem": "emblems", "pictogram": "pictograms", "tile": "pictograms"}
_INKS: Final = re.compile("#000000|#ffffff", re.IGNORECASE)
_ID: Final = re.compile(
    r"(?P<kind>emblem|pictogram|tile)/(?P<name>[a-z0-9-]+)/#?(?P<figure>[0-9A-Fa-f]{6})/#?(?P<ground>[0-9A-Fa-f]{6})"
)


class EmblemProvider(QQuickImageProvider):
    """`image://emblem/<kind>/<name>/<figure>/<ground>`, colours as RRGGBB.

    The sources are drawn in black on white; staff's own `emblems/` come before the bundled ones. An id that
    names no drawing gives a null image, which Qt Quick reports. A `tile` is a pictogram with air around it in
    exactly the requested box. Only for images with `asynchronous: false`: Qt must never call Python from its
    loading threads.
    """

    def __init__(self, assets: Path, content: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._roots = (content, assets)

    def requestImage(self, asked_for: str, size: QSize, requestedSize: QSize) -> QImage:
        asked = _ID.fullmatch(asked_for)
        source = asked and self._find(asked["kind"], asked["name"], small=0 < requestedSize.width() < SMALL)
        if not (asked and source):
            return QImage()
        drawing = _dyed(source, f"#{asked['figure']}", f"#{asked['ground']}")
        image = _tile(drawing, requestedSize) if asked["kind"] == "tile" else _draw(drawing, requestedSize)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image

    def _find(self, kind: str, name: str, *, small: bool) -> Path | None:
        for root in self._roots:
            for stem in (f"{name}-small", name) if small else (name,):
                path = root / _FOLDERS[kind] / f"{stem}.svg"
                if path.is_file():
                    return path
        return None


def _dyed(source: Path, figure: str, ground: str) -> bytes:
    colours = {"#000000": figure, "#ffffff": ground}
    drawing = source.read_text(encoding="utf-8")
    return _INKS.sub(lambda match: colours[match[0].lower()], drawing).encode()


def _draw(drawing: bytes, requested: QSize) -> QImage:
    """At the requested size; a side that was left out follows from the shape of the drawing."""
    renderer = QSvgRenderer(QByteArray(drawing))
    natural = renderer.defaultSize()
    if not renderer.isValid() or natural.isEmpty():
        return QImage()
    size = _scaled(natural, requested).expandedTo(QSize(1, 1))
    image = _blank(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _blank(size: QSize) -> QImage:
    """Without a colour. Made of zeros: QImage.fill wants Qt's colours, and with them all its enumerations."""
    zeros = bytes(4 * size.width() * size.height())
    return QImage(zeros, size.width(), size.height(), QImage.Format.Format_ARGB32_Premultiplied).copy()


def _scaled(natural: QSize, requested: QSize) -> QSize:
    """As large as fits; a side of 0 px or less asks for nothing."""
    sides = [
        (asked, own)
        for asked, own in ((requested.width(), natural.width()), (requested.height(), natural.height()))
        if asked > 0
    ]
    if not sides:
        return natural
    asked, own = min(sides, key=lambda side: side[0] / side[1])
    return QSize(natural.width() * asked // own, natural.height() * asked // own)


def _tile(drawing: bytes, box: QSize) -> QImage:
    box = box.expandedTo(QSize(1, 1))
    inner = _draw(drawing, box * FILLED)
    image = _blank(box)
    painter = QPainter(image)
    painter.drawImage((box.width() - inner.width()) // 2, (box.height() - inner.height()) // 2, inner)
    painter.end()
    return image
