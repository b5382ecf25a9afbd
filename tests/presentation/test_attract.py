from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPointF

from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation.attract import AttractViewModel
from kiosk.presentation.visit import VisitViewModel
from kiosk.visit import Home, Slide
from tests.presentation.sample import see


class Loop:
    """The attract loop of the real exhibition, and how often it has announced a scene."""

    def __init__(self, exhibition: Exhibition) -> None:
        self.visit = VisitViewModel(exhibition, lambda: 100.0)
        self.attract = AttractViewModel(exhibition, self.visit)
        self.announced = 0
        self.attract.sceneChanged.connect(self._hear)

    def _hear(self) -> None:
        self.announced += 1

    def until(self, wanted: Callable[[AttractViewModel], object]) -> None:
        for _ in range(60):
            if wanted(self.attract):
                return
            self.attract.advance()
        raise AssertionError("No such scene")


@pytest.fixture
def loop(qapp: QCoreApplication, exhibition: Exhibition) -> Loop:
    return Loop(exhibition)


def test_the_poster_shows_no_theme(loop: Loop) -> None:
    assert see(loop.attract, "theme", "figure", "picture") == [None, None, None]
    assert see(loop.attract, "shift") == [QPointF(0, 0)]


def test_a_figure_comes_with_its_theme(loop: Loop) -> None:
    loop.until(lambda attract: see(attract, "figure") != [None])
    theme, figure, picture = see(loop.attract, "theme", "figure", "picture")
    assert picture is None
    assert figure in theme.told
    assert loop.announced > 0


def test_a_picture_comes_with_its_theme(loop: Loop) -> None:
    loop.until(lambda attract: see(attract, "picture") != [None])
    theme, figure, picture = see(loop.attract, "theme", "figure", "picture")
    assert figure is None
    assert picture in see(theme, "slides")[0]


def test_a_touch_on_the_poster_leads_home(loop: Loop) -> None:
    loop.attract.enter()
    assert loop.visit.state.place == Home()


def test_a_touch_on_a_scene_leads_to_the_slide_that_tells_it(loop: Loop) -> None:
    loop.until(lambda attract: see(attract, "figure") != [None])
    (figure,) = see(loop.attract, "figure")
    theme, slide = see(figure, "themeIndex", "slideIndex")
    loop.attract.enter()
    assert loop.visit.state.place == Slide(theme, slide)
    assert loop.visit.state.seen == {theme}


def test_whoever_leaves_finds_the_poster_in_its_language_again(loop: Loop) -> None:
    loop.until(lambda attract: see(attract, "figure") != [None])
    loop.attract.enter()
    loop.visit.setLanguage(Language.EN)
    before = loop.announced
    loop.visit._become(loop.visit.state.end(), 500.0)
    assert see(loop.attract, "theme") == [None]
    assert loop.announced > before
    assert see(loop.attract, "shift") != [QPointF(0, 0)]
