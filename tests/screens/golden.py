"""Golden pictures: how a screen is kept, and when two of them are the same screen.

A quarter of the width is kept, without the two lowest bits of each channel: 8 MB for every screen in both
shapes and languages. On one machine two runs agree exactly; another processor rounds a little differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage

QUARTER: Final = 4
BITS: Final = 6

MEAN: Final = 0.5
"""The most that a picture may differ by on average, of 255: more is another ground or another weight."""

BLOCK: Final = 4
SPOT: Final = 10
"""The most that any block of 4 × 4 kept pixels may differ by on average: more is a glyph or an edge."""


@dataclass(frozen=True, slots=True)
class Difference:
    mean: float
    spot: int
    picture: Image.Image

    @property
    def matters(self) -> bool:
        return self.mean > MEAN or self.spot > SPOT

    def __str__(self) -> str:
        return f"mean {self.mean:.2f} (at most {MEAN}), spot {self.spot} (at most {SPOT})"


def kept(picture: QImage) -> Image.Image:
    """A screen as it is kept."""
    return quarter(whole(picture))


def whole(picture: QImage) -> Image.Image:
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    return Image.frombuffer("RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine(), 1)


def quarter(picture: Image.Image) -> Image.Image:
    size = (picture.width // QUARTER, picture.height // QUARTER)
    small = picture.resize(size, Image.Resampling.BOX)
    mask = 0xFF & ~((1 << (8 - BITS)) - 1)
    return small.point(lambda value: value & mask)


def write(picture: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, "PNG", optimize=True)


def compare(actual: Image.Image, golden: Image.Image) -> Difference:
    """Pictures of different sizes differ as much as can be."""
    if actual.size != golden.size:
        return Difference(255.0, 255, actual)
    red, green, blue = ImageChops.difference(actual, golden).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    spot = max(most.reduce(BLOCK).tobytes())
    return Difference(ImageStat.Stat(most).mean[0], spot, most.point(lambda value: min(255, 4 * value)))
