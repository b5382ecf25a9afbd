"""Makes the icon files that installers want from the two drawings beside this file.

`python packaging/icons/build.py`: kiosk-<size>.png, kiosk.ico (Windows) and kiosk.icns (macOS). kiosk.svg is
drawn from 48 px on, below it kiosk-small.svg, whose edges lie on whole pixels at 16 and 32.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE: Final = Path(__file__).parent
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
WINDOWS: Final = (16, 24, 32, 48, 64, 128, 256)
MACOS: Final = (32, 64, 128, 256, 512, 1024)
SMALL: Final = 48
"""px below which the small drawing is taken."""


def drawn(size: int) -> Image.Image:
    """The icon, `size` px wide and high, on a transparent ground."""
    drawing = QSvgRenderer(str(HERE / ("kiosk-small.svg" if size < SMALL else "kiosk.svg")))
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    png = QBuffer()
    png.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(png, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(png.data().data()))


def save(path: Path, sizes: tuple[int, ...]) -> None:
    largest, *others = [drawn(size) for size in sorted(sizes, reverse=True)]
    largest.save(path, sizes=[(size, size) for size in sizes], append_images=others)


def main() -> None:
    for size in SIZES:
        drawn(size).save(HERE / f"kiosk-{size}.png", optimize=True)
    save(HERE / "kiosk.ico", WINDOWS)
    save(HERE / "kiosk.icns", MACOS)


if __name__ == "__main__":
    main()
