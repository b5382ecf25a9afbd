"""The reading settings: a touch away on every screen, each doing what it says, and gone with the visitor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtGui import QColor

from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.visit import Attract, Comfort, ComfortPanel, Home, Slide
from tests.visiting import DONE, ENGLISH, HOME, LANDSCAPE, NEXT, PORTRAIT, SETTINGS, SHAPES, Hall

OpenHall = Callable[..., Hall]

NAMES: Final = {
    Comfort.LARGE_TEXT: Text("大字", "Large text"),
    Comfort.HIGH_CONTRAST: Text("高对比", "High contrast"),
    Comfort.REDUCED_MOTION: Text("减少动画", "Less motion"),
    Comfort.LOW_REACH: Text("低位操作", "Low controls"),
}
ALOUD: Final = Text("朗读", "Read aloud")


GOLD: Final = "gold"


@pytest.fixture
def hall(open_hall: OpenHall, sample: Exhibition) -> Hall:
    return open_hall(sample)


@pytest.mark.parametrize("shape", SHAPES)
def test_one_tap_opens_the_panel_from_the_attract_screen(
    open_hall: OpenHall, sample: Exhibition, shape: str
) -> None:
    hall = open_hall(sample, SHAPES[shape], begun=False)
    hall.tap(SETTINGS)
    assert (hall.place(), hall.overlay()) == (Home(), ComfortPanel())


def test_one_tap_opens_the_panel_on_every_screen_and_done_closes_it(hall: Hall) -> None:
    for opening in ("home", "openNumbers", "openPrologue", "openCredits", "openLicences", "next"):
        hall.visit.openTheme(0) if opening == "next" else getattr(hall.visit, opening)()
        hall.settle()
        place = hall.place()
        hall.tap(SETTINGS)
        assert (hall.place(), hall.overlay()) == (place, ComfortPanel())
        hall.tap(DONE)
        assert (hall.place(), hall.overlay()) == (place, None)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_setting_is_switched_on_every_screen_without_a_complaint(
    open_hall: OpenHall, exhibition: Exhibition, shape: str
) -> None:
    hall = open_hall(exhibition, SHAPES[shape], still=False)
    seen = set()
    for opening in ("home", "openNumbers", "openPrologue", "openCredits", "openLicences", "next"):
        hall.visit.openTheme(0) if opening == "next" else getattr(hall.visit, opening)()
        hall.rest()
        for comfort in [*NAMES, *NAMES]:
            hall.visit.switchComfort(comfort.value)
            hall.settle()
        seen.add(type(hall.place()))
        assert hall.visit.state.comfort == frozenset()
    assert len(seen) == 6


def test_a_touch_beside_the_sheet_closes_it_and_does_nothing_else(hall: Hall) -> None:
    hall.tap(SETTINGS)
    hall.tap(hall.spot(0.5, 0.1))
    assert (hall.place(), hall.overlay()) == (Home(), None)


@pytest.mark.parametrize("comfort", NAMES)
@pytest.mark.parametrize("language", Language)
def test_a_setting_is_switched_by_its_panel_and_says_so(
    open_hall: OpenHall, sample: Exhibition, comfort: Comfort, language: Language
) -> None:
    hall = open_hall(sample, language=language)
    hall.tap(SETTINGS)
    assert not hall.find(NAMES[comfort]).item.property("on")
    hall.tap(NAMES[comfort])
    assert hall.visit.state.comfort == {comfort}
    assert hall.find(NAMES[comfort]).item.property("on")
    hall.tap(NAMES[comfort])
    assert hall.visit.state.comfort == frozenset()


@pytest.mark.parametrize("shape", SHAPES)
def test_all_settings_and_the_other_language_go_together(
    open_hall: OpenHall, sample: Exhibition, shape: str
) -> None:
    hall = open_hall(sample, SHAPES[shape])
    hall.tap(SETTINGS)
    hall.tap(ENGLISH)
    for name in NAMES.values():
        hall.tap(name)
    assert hall.visit.state.comfort == set(NAMES)
    hall.tap(DONE)
    hall.tap(hall.exhibition.themes[0].title)
    assert isinstance(hall.place(), Slide)
    hall.tap(NEXT)
    hall.tap(HOME)
    assert hall.place() == Home()


def test_the_next_visitor_finds_none_of_them(hall: Hall) -> None:
    height = hall.find(SETTINGS).box.height()
    hall.tap(SETTINGS)
    hall.tap(NAMES[Comfort.LARGE_TEXT])
    hall.tap(NAMES[Comfort.HIGH_CONTRAST])
    hall.tap(DONE)
    assert hall.find(SETTINGS).box.height() > height
    hall.passes(3600)
    hall.passes(3600)
    assert hall.place() == Attract()
    assert hall.visit.state.comfort == frozenset()
    hall.visit.begin()
    hall.settle()
    assert hall.find(SETTINGS).box.height() == height


def test_the_panel_stays_open_and_in_its_place_while_settings_change(hall: Hall) -> None:
    hall.visit.openTheme(0)
    hall.settle()
    hall.tap(SETTINGS)
    hall.tap(NAMES[Comfort.LARGE_TEXT])
    hall.tap(NAMES[Comfort.HIGH_CONTRAST])
    assert (hall.place(), hall.overlay()) == (Slide(0, 0), ComfortPanel())


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_low_reach_leaves_the_upper_part_untouched(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(sample, size, comfort=[Comfort.LOW_REACH])
    hall.visit.openTheme(0)
    hall.settle()
    place = hall.place()
    hall.tap(hall.spot(0.5, 0.1))
    hall.swipe(x=-600, start=hall.spot(0.8, 0.15))
    assert hall.place() == place
    hall.tap(NEXT)
    assert hall.place() == Slide(0, 1)


def test_high_contrast_shows_no_glaze_anywhere(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = open_hall(exhibition, comfort=[Comfort.HIGH_CONTRAST])
    coloured = {}
    for at, theme in enumerate(exhibition.themes):
        for number, slide in enumerate(theme.slides):
            if slide.kind == "photo":
                continue
            hall.visit.openFigure(at, number)
            hall.settle()
            seen = hues(hall)
            if seen - {GOLD}:
                coloured[f"{theme.id} {slide.id}"] = seen
    assert coloured == {}


def hues(hall: Hall) -> set[str]:
    """The colours of the screen that are not grey; the gold of figures has a name of its own."""
    picture = hall.window.grabWindow().scaled(240, 135)
    found: set[str] = set()
    for y in range(picture.height()):
        for x in range(picture.width()):
            colour = QColor(picture.pixel(x, y))
            if colour.hsvSaturation() > 40 and colour.value() > 40:
                found.add(GOLD if 35 <= colour.hsvHue() <= 50 else colour.name())
    return found


def test_without_a_voice_and_without_recordings_there_is_no_reading_aloud(hall: Hall) -> None:
    hall.tap(SETTINGS)
    assert not hall.has(ALOUD)


def test_reduced_motion_moves_nothing_and_turns_pages_by_a_fade(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample, still=False, comfort=[Comfort.REDUCED_MOTION])
    hall.visit.openTheme(0)
    hall.rest()
    hall.visit.next()
    looks = []
    for _ in range(4):
        hall.settle()
        looks.append({(part.name, part.box.x(), part.box.y()) for part in hall.parts()})
    hall.rest()
    still = {(part.name, part.box.x(), part.box.y()) for part in hall.parts()}
    names = {name for name, _, _ in still}
    assert len(names) > 5
    assert [{part for part in look if part[0] in names} - still for look in looks] == 4 * [set()]
