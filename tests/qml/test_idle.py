"""When nobody touches anything: the question, its ring, and the next visitor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.content.exhibition import Exhibition, Idle, Language, Text
from kiosk.desk.survey import shown
from kiosk.visit import Attract, Home, Slide, TermCard, Zoom
from tests.visiting import CARRY_ON, CHINESE, ENGLISH, NEXT, SHAPES, Hall

OpenHall = Callable[..., Hall]

SHAPE: Final = pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
STILL_THERE: Final = Text("还在看吗？", "Still there?")


def says(hall: Hall, text: Text | str) -> bool:
    said = hall.said(text)
    return any(part.name == said for part in hall.parts()) or said in texts(hall)


def texts(hall: Hall) -> list[str]:
    """Every text that is shown."""
    return [str(item.property("text")) for item in hall.items() if item.property("text")]


def asked(hall: Hall) -> Hall:
    hall.passes(hall.visit.state.ask_after)
    assert hall.see("asking")
    return hall


def test_the_question_comes_when_its_time_has_come_and_not_before(
    open_hall: OpenHall, exhibition: Exhibition
) -> None:
    hall = open_hall(exhibition)
    assert hall.visit.state.ask_after == exhibition.idle.ask_after
    hall.passes(exhibition.idle.ask_after - 0.1)
    assert not says(hall, STILL_THERE)
    hall.passes(0.1)
    assert says(hall, STILL_THERE)


def test_a_screen_with_much_to_read_is_given_longer(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = open_hall(replace(exhibition, idle=Idle(ask_after=10, ask_at_most=90, answer_within=30)))
    hall.visit.openCredits()
    hall.passes(10)
    assert not says(hall, STILL_THERE)
    hall.passes(80)
    assert says(hall, STILL_THERE)


@pytest.mark.parametrize("language", Language)
def test_the_ring_counts_the_seconds_down(
    open_hall: OpenHall, exhibition: Exhibition, language: Language
) -> None:
    hall = asked(open_hall(exhibition, language=language))
    seconds = int(exhibition.idle.answer_within)
    for left in range(seconds, 0, -1):
        assert str(left) in texts(hall)
        hall.passes(1)
    assert hall.place() == Attract()


@SHAPE
def test_the_button_answers(open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]) -> None:
    hall = asked(open_hall(exhibition, size))
    hall.tap(CARRY_ON)
    assert (hall.place(), hall.see("asking")) == (Home(), False)
    assert not says(hall, STILL_THERE)


@SHAPE
def test_the_button_is_the_largest_control(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size)
    hall.visit.openNumbers()
    hall.settle()
    usual = hall.find(ENGLISH).box.height()
    assert asked(hall).find(CARRY_ON).box.height() > 1.3 * usual


@SHAPE
@pytest.mark.parametrize("still", [True, False])
def test_any_touch_answers_and_does_nothing_else(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], still: bool
) -> None:
    hall = open_hall(exhibition, size, still=still)
    hall.visit.openFigure(0, 1)
    hall.rest()
    spots = [part.middle for part in hall.controls()] + [hall.spot(0.5, 0.05), hall.spot(0.02, 0.98)]
    assert len(spots) >= 7
    for spot in spots:
        asked(hall)
        hall.tap(spot)
        assert (hall.place(), hall.overlay()) == (Slide(0, 1), None)
        assert (hall.see("asking"), hall.language) == (False, Language.ZH)


def test_a_second_finger_beside_a_resting_palm_answers_and_does_nothing_else(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample)
    hall.visit.openFigure(0, 1)
    hall.settle()
    spot = hall.find(NEXT).middle
    palm = hall.press(hall.spot(0.1, 0.3))
    asked(hall)
    hall.tap(spot)
    assert (hall.place(), hall.see("asking")) == (Slide(0, 1), False)
    palm.lift()
    hall.tap(NEXT)
    assert hall.place() == Slide(0, 2)


def test_a_swipe_answers_and_turns_no_page(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.visit.openFigure(0, 1)
    hall.settle()
    asked(hall)
    hall.swipe(-600)
    assert (hall.place(), hall.see("asking")) == (Slide(0, 1), False)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_A]
)
def test_any_key_answers_and_does_nothing_else(open_hall: OpenHall, sample: Exhibition, key: Qt.Key) -> None:
    hall = open_hall(sample)
    hall.visit.openFigure(0, 1)
    asked(hall)
    hall.key(key)
    assert (hall.place(), hall.see("asking")) == (Slide(0, 1), False)


def test_a_click_answers_and_does_nothing_else(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.visit.openFigure(0, 1)
    hall.settle()
    spot = hall.find(NEXT).middle
    asked(hall)
    QTest.mouseClick(hall.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    hall.settle()
    assert (hall.place(), hall.see("asking")) == (Slide(0, 1), False)


def test_a_visit_can_be_made_longer_without_end(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.visit.openTheme(1)
    for _ in range(12):
        asked(hall).passes(sample.idle.answer_within - 1)
        hall.tap(CARRY_ON)
        assert hall.place() == Slide(1, 0)


def test_every_touch_puts_the_question_off(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    for _ in range(10):
        hall.passes(sample.idle.ask_after - 5)
        hall.tap(hall.spot(0.02, 0.5))
        assert not hall.see("asking")


def test_a_mouse_that_only_lies_there_does_not_keep_a_visit_alive(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample)
    hall.clock.now += 60
    QTest.mouseMove(hall.window, hall.spot(0.3, 0.3))
    hall.passes(sample.idle.ask_after - 60)
    assert hall.see("asking")


@SHAPE
def test_the_next_visitor_starts_clean(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size)
    fresh = [(part.name, part.box) for part in hall.parts()]
    hall.tap(ENGLISH)
    theme, slide = next(
        (at, number)
        for at, theme in enumerate(exhibition.themes)
        for number, slide in enumerate(theme.slides)
        if slide.kind == "photo"
    )
    hall.tap(exhibition.themes[theme].title)
    hall.visit.turnTo(slide)
    hall.visit.zoom()
    hall.settle()
    hall.press(hall.spot(0.5, 0.4)).lift()
    hall.press(hall.spot(0.5, 0.4)).lift()
    assert hall.overlay() == Zoom()
    asked(hall).passes(exhibition.idle.answer_within)
    assert (hall.place(), hall.language, hall.overlay()) == (Attract(), Language.ZH, None)
    hall.tap(hall.spot(0.5, 0.5))
    assert [(part.name, part.box) for part in hall.parts()] == fresh
    assert not any(hall.see("seen"))
    hall.visit.openFigure(theme, slide)
    hall.visit.zoom()
    hall.settle()
    picture = next(part for part in reversed(hall.parts()) if part.role is QAccessible.Role.Graphic)
    assert picture.item.scale() == 1


def test_the_question_covers_a_card_and_the_answer_leaves_it_open(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample)
    hall.visit.openFigure(0, 3)
    hall.visit.showTerm(0)
    asked(hall)
    hall.tap(hall.spot(0.5, 0.05))
    assert (hall.see("asking"), hall.overlay()) == (False, TermCard(0))


def test_the_idle_timer_itself_asks(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.clock.now += sample.idle.ask_after
    hall.until(lambda: says(hall, STILL_THERE))
    assert hall.see("asking")


def test_the_attract_screen_stays_as_long_as_nobody_comes(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample, begun=False)
    for _ in range(5):
        hall.passes(3600)
        assert hall.place() == Attract()
    hall.tap(CHINESE)
    assert hall.place() == Home()


def test_a_screen_that_was_left_is_gone(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.visit.openNumbers()
    hall.settle()
    wall = len(list(shown(hall.window.contentItem())))
    hall.passes(3600)
    hall.passes(3600)
    hall.visit.begin()
    hall.visit.openNumbers()
    hall.settle()
    assert len(list(shown(hall.window.contentItem()))) == wall
