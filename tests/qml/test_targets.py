"""What a finger must hit: large enough, on the stage, in reach, on every screen and in every setting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Final

import pytest

from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation.screen import MM_PER_INCH, pitch
from kiosk.visit import Comfort
from tests.survey import ALL, LARGE, LOW, PLAIN, content, stage_of, survey, without_attract
from tests.visiting import HOME, LANDSCAPE, NEXT, PORTRAIT, PREVIOUS, SETTINGS, Hall

OpenHall = Callable[..., Hall]

SIZES: Final = {
    "full HD": LANDSCAPE,
    "laptop": (1366, 768),
    "4K": (3840, 2160),
    "portrait": PORTRAIT,
}
SIZE: Final = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
WALK: Final = pytest.mark.parametrize(
    ("size", "language", "comfort"),
    [
        *(
            pytest.param(size, language, PLAIN, id=f"{name} {language}")
            for name, size in SIZES.items()
            for language in Language
            if name != "4K"  # the same as at full HD, twice as large
        ),
        *(
            pytest.param(size, language, comfort, id=f"{name} {language} {'+'.join(sorted(comfort))}")
            for name, size in (("full HD", LANDSCAPE), ("portrait", PORTRAIT))
            for language in Language
            for comfort in (LARGE, LOW, ALL)
        ),
    ],
)

LEAST: Final = 20.0
"""mm, of both sides of anything that is touched."""

Walk = tuple[tuple[int, int], Language, frozenset[Comfort]]

pytestmark = pytest.mark.usefixtures("qapp")


@WALK
def test_every_target_is_large_enough(
    size: tuple[int, int], language: Language, comfort: frozenset[Comfort]
) -> None:
    diagonal = content().diagonal
    assert diagonal
    millimetres = pitch(diagonal, *size)
    looks = survey(size, language, comfort)
    small = [
        target
        for look in looks
        for target in look.targets
        if min(target.box.width(), target.box.height()) * millimetres < LEAST - 0.01
    ]
    assert len(looks) > 60
    assert all(look.targets for look in looks)
    assert small == []


@WALK
def test_every_target_is_wholly_on_the_stage(
    size: tuple[int, int], language: Language, comfort: frozenset[Comfort]
) -> None:
    stage = stage_of(size, comfort).adjusted(-1, -1, 1, 1)
    looks = survey(size, language, comfort)
    out = [target for look in looks for target in look.targets if not stage.contains(target.box)]
    assert out == []


@WALK
def test_no_two_targets_overlap(
    size: tuple[int, int], language: Language, comfort: frozenset[Comfort]
) -> None:
    overlapping = [
        (one, other)
        for look in survey(size, language, comfort)
        for one, other in combinations(look.targets, 2)
        if one.box.adjusted(1, 1, -1, -1).intersects(other.box)
    ]
    assert overlapping == []


@WALK
def test_every_screen_has_its_way_to_the_reading_settings(
    size: tuple[int, int], language: Language, comfort: frozenset[Comfort]
) -> None:
    closed = {
        look.screen
        for look in survey(size, language, comfort)
        if SETTINGS.of(language) not in {target.name for target in look.targets}
    }
    covered = {screen for screen in closed if screen.endswith(("-enlarged", "-term"))}
    assert closed - covered == {"comfort", "still-there"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("size", "reach"), [(LANDSCAPE, 460.0), (PORTRAIT, 390.0)], ids=["landscape", "portrait"]
)
@pytest.mark.parametrize("comfort", [LOW, ALL], ids=lambda comfort: "+".join(sorted(comfort)))
def test_in_low_reach_everything_to_touch_and_to_read_is_in_reach(
    size: tuple[int, int], reach: float, comfort: frozenset[Comfort], language: Language
) -> None:
    """`reach`: mm above the lower edge of a 55 in screen. With that edge at 760 mm or lower all is within
    the 1,220 mm that a wheelchair user reaches (2010 ADA Standards, 308.2.1).
    """
    diagonal = content().diagonal
    assert diagonal
    assert diagonal == pytest.approx(55 * MM_PER_INCH)
    millimetres = pitch(diagonal, *size)
    looks = without_attract(survey(size, language, comfort))
    high = {
        (look.screen, (size[1] - box.top()) * millimetres)
        for look in looks
        for box in [*(target.box for target in look.targets), *(text.box for text in look.texts)]
        if (size[1] - box.top()) * millimetres > reach
    }
    assert len(looks) > 60
    assert high == set()


@pytest.mark.parametrize("comfort", [PLAIN, LARGE], ids=["plain", "large"])
@pytest.mark.parametrize("diagonal", [32, 43, 55, 75])
@SIZE
def test_the_page_controls_are_large_enough_on_every_diagonal_and_low(
    open_hall: OpenHall,
    sample: Exhibition,
    size: tuple[int, int],
    diagonal: float,
    comfort: frozenset[Comfort],
) -> None:
    millimetres = pitch(diagonal * MM_PER_INCH, *size)
    hall = open_hall(replace(sample, diagonal=diagonal * MM_PER_INCH), size, comfort=comfort)
    hall.visit.openFigure(0, 1)
    hall.settle()
    for name in (HOME, SETTINGS, PREVIOUS, NEXT):
        box = hall.find(name).box
        assert min(box.width(), box.height()) * millimetres >= LEAST - 0.01
        assert box.top() > 0.75 * size[1]
        assert box.bottom() <= size[1]


def test_controls_are_half_as_large_again_in_large_text(open_hall: OpenHall, sample: Exhibition) -> None:
    heights = []
    for comfort in (PLAIN, LARGE):
        hall = open_hall(sample, comfort=comfort)
        hall.visit.openFigure(0, 1)
        hall.settle()
        heights.append(hall.find(HOME).box.height())
    assert heights[1] == pytest.approx(1.5 * heights[0], rel=0.02)
