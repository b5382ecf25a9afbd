"""The screen of a closed hall, and that a touch is welcome all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.content.exhibition import Exhibition, Hours, Language
from kiosk.visit import Attract, Closed, Home
from tests.visiting import SHAPES, Hall

OpenHall = Callable[..., Hall]

SHAPE: Final = pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
LINES: Final = ("Closed now; opens at 09:30", "Touch to look all the same", "轻触仍可参观")


@pytest.fixture
def by_day(exhibition: Exhibition) -> Exhibition:
    return replace(exhibition, hours=Hours(open=dt.time(9, 30), close=dt.time(17)))


def texts(hall: Hall) -> list[str]:
    return [str(item.property("text")) for item in hall.items() if item.property("text")]


@SHAPE
def test_both_languages_say_when_the_hall_opens(
    open_hall: OpenHall, by_day: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(by_day, size, begun=False, time=dt.time(20))
    assert hall.place() == Closed()
    said = texts(hall)
    assert set(LINES) <= set(said)
    assert [text for text in said if text.startswith("闭馆中") and text.endswith("09:30 开放")]


@SHAPE
@pytest.mark.parametrize("language", Language)
def test_the_language_of_the_exhibition_is_said_first_and_larger(
    open_hall: OpenHall, by_day: Exhibition, size: tuple[int, int], language: Language
) -> None:
    for hour, zh, en in ((20, "轻触仍可参观", LINES[1]), (12, "轻触屏幕　开始参观", "Touch to begin")):
        hall = open_hall(by_day, size, language=language, begun=False, time=dt.time(hour))
        shown = {str(item.property("text")): item for item in hall.items()}
        first, other = (shown[zh], shown[en]) if language is Language.ZH else (shown[en], shown[zh])
        assert first.y() < other.y()
        assert first.property("font").pixelSize() > other.property("font").pixelSize()


@SHAPE
@pytest.mark.parametrize("still", [True, False])
def test_a_touch_anywhere_begins_a_visit_that_ends_on_the_closed_screen(
    open_hall: OpenHall, by_day: Exhibition, size: tuple[int, int], still: bool
) -> None:
    hall = open_hall(by_day, size, begun=False, still=still, time=dt.time(20))
    for x, y in ((0.5, 0.5), (0.02, 0.02), (0.98, 0.98)):
        hall.tap(hall.spot(x, y))
        assert hall.place() == Home()
        hall.passes(3600)
        hall.passes(3600)
        assert hall.place() == Closed()


def test_a_key_begins_too(open_hall: OpenHall, by_day: Exhibition) -> None:
    hall = open_hall(by_day, begun=False, time=dt.time(20))
    hall.key(Qt.Key.Key_Space)
    assert hall.place() == Home()


def test_at_opening_time_the_loop_starts_by_itself(open_hall: OpenHall, by_day: Exhibition) -> None:
    hall = open_hall(by_day, begun=False, time=dt.time(9, 29))
    assert not [text for text in texts(hall) if text == "Touch to begin"]
    hall.time = dt.time(9, 30)
    hall.passes(20)
    assert hall.place() == Attract()
    assert "Touch to begin" in texts(hall)
    assert not set(LINES) & set(texts(hall))


def test_it_stands_elsewhere_when_an_hour_has_passed(open_hall: OpenHall, by_day: Exhibition) -> None:
    hall = open_hall(by_day, begun=False, time=dt.time(20))
    name = by_day.title.zh

    def place() -> QPointF:
        return next(part.box.topLeft() for part in hall.parts() if part.name == name)

    before = place()
    hall.stage.attract.moveOn()
    hall.settle()
    assert place() - before == QPointF(*(2, 1))
