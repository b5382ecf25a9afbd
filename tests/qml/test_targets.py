"""What a finger must hit: large enough, in the window, in reach, on every screen and in every shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import pytest
from PySide6.QtCore import QRectF

from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation.screen import MM_PER_INCH, pitch
from tests.hall import HOME, NEXT, PREVIOUS, Hall

OpenHall = Callable[..., Hall]

SIZES: Final = {
    "full HD": (1920, 1080),
    "laptop": (1366, 768),
    "4K": (3840, 2160),
    "portrait": (1080, 1920),
}
SIZE: Final = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
WALL: Final = pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param(size, language, id=f"{name} {language}")
        for name, size in SIZES.items()
        for language in Language
        if (name, language) != ("4K", Language.EN)  # the same as at full HD, twice as large
    ],
)

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


@dataclass(frozen=True, slots=True)
class Target:
    screen: str
    name: str
    box: QRectF


Survey = Callable[[tuple[int, int], Language], list[list[Target]]]


@pytest.fixture(scope="module")
def surveyed() -> dict[tuple[tuple[int, int], Language], list[list[Target]]]:
    return {}


@pytest.fixture
def survey(
    open_hall: OpenHall,
    exhibition: Exhibition,
    surveyed: dict[tuple[tuple[int, int], Language], list[list[Target]]],
) -> Survey:
    """Every target of every screen, screen by screen. Each shape and language is walked through once."""

    def walk(size: tuple[int, int], language: Language) -> list[list[Target]]:
        if (size, language) not in surveyed:
            hall = open_hall(exhibition, size, language=language)
            surveyed[size, language] = [
                [Target(screen, part.name, part.box) for part in hall.controls()] for screen in screens(hall)
            ]
        found = surveyed[size, language]
        assert len(found) > 60
        assert all(found)
        return found

    return walk


@WALL
def test_every_target_is_large_enough(
    survey: Survey, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    assert exhibition.diagonal
    millimetres = pitch(exhibition.diagonal, *size)
    small = [
        target
        for targets in survey(size, language)
        for target in targets
        if min(target.box.width(), target.box.height()) * millimetres < LEAST - 0.01
    ]
    assert small == []


@WALL
def test_every_target_is_wholly_in_the_window(
    survey: Survey, size: tuple[int, int], language: Language
) -> None:
    window = QRectF(0, 0, *size)
    out = [
        target for targets in survey(size, language) for target in targets if not window.contains(target.box)
    ]
    assert out == []


@WALL
def test_no_two_targets_overlap(survey: Survey, size: tuple[int, int], language: Language) -> None:
    overlapping = [
        (one, other)
        for targets in survey(size, language)
        for one, other in combinations(targets, 2)
        if one.box.adjusted(1, 1, -1, -1).intersects(other.box)
    ]
    assert overlapping == []


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
