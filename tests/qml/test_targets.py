"""What a finger must hit: large enough, in the window, in reach, on every screen and in every shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pytest

from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation.screen import MM_PER_INCH, pitch
from tests.hall import HOME, NEXT, PREVIOUS, Hall, Part

OpenHall = Callable[..., Hall]

SIZES: Final = {
    "full HD": (1920, 1080),
    "laptop": (1366, 768),
    "4K": (3840, 2160),
    "portrait": (1080, 1920),
}
SIZE: Final = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
LANGUAGE: Final = pytest.mark.parametrize("language", Language)

LEAST: Final = 20.0
"""mm, of both sides of anything that is touched."""


def screens(hall: Hall) -> Iterator[str]:
    """Goes to every screen and every slide, and says which it is."""
    yield "home"
    for opening in ("openNumbers", "openPrologue", "openCredits"):
        getattr(hall.visit, opening)()
        hall.settle()
        yield opening
    for at, theme in enumerate(hall.exhibition.themes):
        for number, slide in enumerate(theme.slides):
            hall.visit.openFigure(at, number)
            hall.settle()
            yield f"{theme.id} {slide.id}"
            if slide.kind == "photo":
                hall.visit.zoom()
                hall.settle()
                yield f"{theme.id} {slide.id} enlarged"
    hall.visit.showTerm(0)
    hall.settle()
    yield "term"
    hall.passes(3600)
    yield "still there"
    hall.passes(3600)
    yield "attract"


def at_hand(hall: Hall) -> list[Part]:
    controls = hall.controls()
    assert controls
    return controls


@SIZE
@LANGUAGE
def test_every_control_is_large_enough_and_wholly_in_the_window(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    millimetres = pitch(exhibition.diagonal, *size)
    faults = []
    checked = 0
    for screen in screens(hall):
        for part in at_hand(hall):
            checked += 1
            box = part.box
            if min(box.width(), box.height()) * millimetres < LEAST - 0.01:
                faults.append(f"{screen}: {part.name} is {box.width():.0f} × {box.height():.0f} px")
            inside = 0 <= box.left() and box.right() <= size[0] and 0 <= box.top() and box.bottom() <= size[1]
            if not inside:
                faults.append(f"{screen}: {part.name} is at {box.getRect()}")
    assert checked > 300
    assert faults == []


@SIZE
def test_no_two_controls_of_a_screen_overlap(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size, language=Language.EN)
    faults = []
    for screen in screens(hall):
        parts = at_hand(hall)
        faults += [
            f"{screen}: {one.name} and {other.name}"
            for at, one in enumerate(parts)
            for other in parts[at + 1 :]
            if one.box.adjusted(1, 1, -1, -1).intersects(other.box)
        ]
    assert faults == []


@pytest.mark.parametrize("diagonal", [32, 43, 55, 75])
@SIZE
def test_the_page_controls_are_large_enough_on_every_diagonal_and_low(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int], diagonal: float
) -> None:
    millimetres = pitch(diagonal * MM_PER_INCH, *size)
    hall = open_hall(replace(sample, diagonal=diagonal * MM_PER_INCH), size)
    hall.visit.openFigure(0, 1)
    hall.settle()
    for name in (HOME, PREVIOUS, NEXT):
        box = hall.find(name).box
        assert min(box.width(), box.height()) * millimetres >= LEAST - 0.01
        assert box.top() > 0.75 * size[1]
        assert box.bottom() <= size[1]
