"""A screen that hangs on its side: the hall is turned in its window, and fingers land where they should."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QTransform

from kiosk.content.exhibition import Exhibition
from kiosk.visit import Home, Slide
from tests.visiting import ENGLISH, Hall

OpenHall = Callable[..., Hall]

SHAPES: Final = {"landscape": (1280, 720), "portrait": (720, 1280)}
"""Of the hall, whatever the window's."""

TURNS: Final = (90, 180, 270)

BLOCK: Final = 8
"""Px: letters are smoothed anew along the other edge, and lie up to half a px elsewhere; a block of so many
by so many is as dark as before.
"""

LEVELS: Final = 32
"""Of 255, by which a block may differ; 23 was met, along the edges of large letters."""

MEAN: Final = 1.0
"""Of 255, by which blocks may differ on average; 0.6 was met."""

SHAPE: Final = pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
TURN: Final = pytest.mark.parametrize("turn", TURNS)


def opened(open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], turn: int) -> Hall:
    """A hall of that size in px, turned in a window that is as large as the display behind it."""
    window = (size[1], size[0]) if turn % 180 else size
    return open_hall(exhibition, window, turn=turn)


def blocks(hall: Hall, turn: int) -> Image.Image:
    """What the window shows, held upright, each block as one px."""
    grabbed = hall.window.grabWindow().transformed(QTransform().rotate(-turn))
    shot = grabbed.convertToFormat(QImage.Format.Format_RGB888)
    pixels = bytes(shot.constBits())
    size = shot.width(), shot.height()
    return Image.frombytes("RGB", size, pixels, "raw", "RGB", shot.bytesPerLine()).reduce(BLOCK)


def differences(one: Image.Image, other: Image.Image) -> tuple[int, float]:
    """The worst and the mean, in levels of 255."""
    histogram = ImageChops.difference(one, other).convert("L").histogram()
    worst = max(level for level, count in enumerate(histogram) if count)
    return worst, sum(level * count for level, count in enumerate(histogram)) / sum(histogram)


@SHAPE
@TURN
def test_a_turned_window_shows_what_an_upright_one_of_the_other_size_shows(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int], turn: int
) -> None:
    halls = opened(open_hall, sample, size, 0), opened(open_hall, sample, size, turn)
    for place in ("home", "slide"):
        shots = []
        for hall, by in zip(halls, (0, turn), strict=True):
            if place == "slide":
                hall.visit.openFigure(1, 1)
            hall.rest()
            shots.append(blocks(hall, by))
        assert shots[0].size == shots[1].size == (size[0] // BLOCK, size[1] // BLOCK)
        assert shots[0].getcolors(100) is None  # there is something to be seen
        worst, mean = differences(*shots)
        assert (place, worst <= LEVELS, mean <= MEAN) == (place, True, True), (worst, mean)


def test_a_picture_that_hangs_upside_down_would_be_seen(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = opened(open_hall, sample, SHAPES["landscape"], 0)
    hall.rest()
    worst, mean = differences(blocks(hall, 0), blocks(hall, 180))
    assert worst > LEVELS
    assert mean > MEAN


@SHAPE
@TURN
def test_fingers_land_where_they_should_in_a_turned_window(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int], turn: int
) -> None:
    hall = opened(open_hall, sample, size, turn)
    for number, theme in enumerate(sample.themes):
        hall.tap(theme.title)
        assert hall.place() == Slide(number, 0)
        hall.visit.home()
        hall.rest()
    assert hall.place() == Home()
    hall.tap(sample.themes[1].title)
    left = QTransform().rotate(turn).map(QPoint(-300, 0))
    hall.swipe(left.x(), left.y())
    assert hall.place() == Slide(1, 1)
    hall.rest()
    hall.swipe(-left.x(), -left.y())
    assert hall.place() == Slide(1, 0)
    hall.tap(ENGLISH)
    assert hall.language == "en"


@TURN
def test_a_button_of_a_turned_window_lies_where_it_would_lie_upright(
    open_hall: OpenHall, sample: Exhibition, turn: int
) -> None:
    size = SHAPES["portrait"]
    upright = {part.name: part.middle for part in opened(open_hall, sample, size, 0).controls()}
    turned = {part.name: part.middle for part in opened(open_hall, sample, size, turn).controls()}
    assert len(upright) > 5
    assert upright.keys() == turned.keys()
    window = (size[1], size[0]) if turn % 180 else size
    to_window = QTransform().translate(window[0] / 2, window[1] / 2).rotate(turn)
    to_window.translate(-size[0] / 2, -size[1] / 2)
    for name, middle in upright.items():
        there = to_window.map(middle) - turned[name]
        assert (name, there.manhattanLength() <= 2) == (name, True)
