"""The attract loop at the glass: what is on is where a touch leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPointF

from kiosk.content.exhibition import Exhibition, Language
from kiosk.visit import Attract, ComfortPanel, Home, Slide
from tests.visiting import ENGLISH, SETTINGS, SHAPES, Hall

OpenHall = Callable[..., Hall]


def advance_to(hall: Hall, what: str) -> None:
    """Until a `figure` or a `picture` is on."""
    for _ in range(60):
        if getattr(hall.stage.attract, what) is not None:
            hall.settle()
            return
        hall.stage.attract.advance()
    raise AssertionError(f"There is no {what}")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("what", ["figure", "picture"])
@pytest.mark.parametrize("still", [True, False])
def test_a_touch_leads_straight_to_what_is_on(
    open_hall: OpenHall, exhibition: Exhibition, shape: str, what: str, still: bool
) -> None:
    hall = open_hall(exhibition, SHAPES[shape], begun=False, still=still)
    advance_to(hall, what)
    told: QObject = getattr(hall.stage.attract, what)
    finger = hall.press(hall.spot(0.5, 0.4))
    hall.settle()
    theme = told.property("themeIndex")
    slide = told.property("slideIndex" if what == "figure" else "index")
    assert hall.place() == Slide(theme, slide)
    finger.lift()
    hall.rest()
    assert hall.place() == Slide(theme, slide)


def test_a_touch_on_the_poster_leads_home(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = open_hall(exhibition, begun=False)
    hall.tap(hall.spot(0.5, 0.4))
    assert hall.place() == Home()


@pytest.mark.parametrize("what", ["figure", "picture"])
def test_the_controls_answer_for_themselves_whatever_is_on(
    open_hall: OpenHall, exhibition: Exhibition, what: str
) -> None:
    hall = open_hall(exhibition, begun=False)
    advance_to(hall, what)
    hall.tap(ENGLISH)
    assert (hall.place(), hall.language) == (Home(), Language.EN)
    hall.passes(3600)
    hall.passes(3600)
    advance_to(hall, what)
    hall.tap(SETTINGS)
    assert (hall.place(), hall.overlay()) == (Home(), ComfortPanel())


def test_the_loop_goes_on_by_itself(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = open_hall(exhibition, begun=False, still=False)
    with hall.bot.waitSignal(hall.stage.attract.sceneChanged, timeout=8000):
        assert hall.place() == Attract()
    assert hall.stage.attract.theme is not None


def test_a_scene_that_was_left_is_gone(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = open_hall(exhibition, begun=False)
    counts = []
    for _ in range(3):
        advance_to(hall, "figure")
        advance_to(hall, "picture")
        hall.settle()
        counts.append(sum(1 for item in hall.items() if item.metaObject().className().startswith("Attract")))
    assert len(set(counts)) == 1


def test_round_after_round_everything_stands_elsewhere(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = open_hall(exhibition, begun=False)
    places = []
    for _ in range(2):
        places.append(hall.find(SETTINGS).box.topLeft())
        for _ in range(7):
            hall.stage.attract.advance()
        hall.settle()
    assert places[1] - places[0] == QPointF(*(2, 1))
