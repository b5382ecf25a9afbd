"""Other hands: a mouse, a keyboard, a presenter's clicker."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from kiosk.content.exhibition import Exhibition, Language
from kiosk.visit import Attract, Credits, Home, Licences, Numbers, Prologue, Slide, TermCard, Zoom
from tests.visiting import CLOSE, CREDITS, ENGLISH, ENLARGE, FULL_LIST, HOME, NEXT, NUMBERS, PREVIOUS, Hall

OpenHall = Callable[..., Hall]

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def at_slide(hall: Hall, theme: int, slide: int) -> Hall:
    hall.visit.openFigure(theme, slide)
    hall.settle()
    return hall


def focused(hall: Hall) -> str:
    """The name of the control that has the keys; empty if none has."""
    item = hall.window.activeFocusItem()
    return next((part.name for part in hall.controls() if part.item == item), "")


def tab_to(hall: Hall, name: str) -> None:
    for _ in range(60):
        if focused(hall) == name:
            return
        hall.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


# --- mouse ------------------------------------------------------------------------------------------


def test_a_mouse_leads_through_a_theme_and_home(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample, begun=False)
    QTest.mouseClick(hall.window, LEFT, NONE, hall.spot(0.5, 0.5))
    hall.settle()
    assert hall.place() == Home()
    hall.click(sample.themes[0].title)
    hall.click(NEXT)
    assert hall.place() == Slide(0, 1)
    hall.click(PREVIOUS)
    hall.click(ENGLISH)
    assert (hall.place(), hall.language) == (Slide(0, 0), Language.EN)
    hall.click(HOME)
    assert hall.place() == Home()


def test_a_mouse_dragged_across_the_slide_turns_the_page(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample), 0, 1)
    start = hall.spot(0.5, 0.45)
    QTest.mousePress(hall.window, LEFT, NONE, start)
    for step in range(1, 9):
        QTest.mouseMove(hall.window, start - QPoint(50 * step, 0))
    QTest.mouseRelease(hall.window, LEFT, NONE, start - QPoint(400, 0))
    hall.settle()
    assert hall.place() == Slide(0, 2)


def test_a_wheel_brings_the_picture_closer_and_away_within_bounds(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = at_slide(open_hall(sample), 0, 2)
    hall.click(ENLARGE)
    assert hall.overlay() == Zoom()

    def scale() -> float:
        return next(
            part.item.scale() for part in reversed(hall.parts()) if part.role is QAccessible.Role.Graphic
        )

    def wheel(notches: int) -> None:
        at = QPointF(hall.spot(0.5, 0.4))
        turned = QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(hall.window, turned)
        hall.settle()

    for _ in range(12):
        wheel(1)
    assert scale() == pytest.approx(4)
    for _ in range(12):
        wheel(-1)
    assert scale() == pytest.approx(1)


# --- a presenter's clicker ---------------------------------------------------------------------------


def test_one_key_leads_through_every_slide_of_the_exhibition_and_home(
    open_hall: OpenHall, exhibition: Exhibition
) -> None:
    key = Qt.Key.Key_PageDown
    hall = open_hall(exhibition, begun=False)
    hall.key(key)
    assert hall.place() == Home()
    seen = []
    hall.key(key)
    while hall.place() != Home():
        place = hall.place()
        assert isinstance(place, Slide)
        seen.append((place.theme, place.slide))
        assert len(seen) <= 200
        hall.key(key)
    assert seen == [
        (at, number) for at, theme in enumerate(exhibition.themes) for number in range(len(theme.slides))
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_the_arrows_lead_on_too(open_hall: OpenHall, sample: Exhibition, key: Qt.Key) -> None:
    hall = at_slide(open_hall(sample), 0, 1)
    hall.key(key)
    assert hall.place() == Slide(0, 2)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up])
def test_its_other_key_leads_back(open_hall: OpenHall, sample: Exhibition, key: Qt.Key) -> None:
    hall = at_slide(open_hall(sample), 1, 2)
    places = []
    for _ in range(3):
        hall.key(key)
        places.append(hall.place())
    assert places == [Slide(1, 1), Slide(1, 0), Home()]


@pytest.mark.parametrize("opening", ["openNumbers", "openPrologue", "openCredits"])
def test_home_and_escape_lead_home_from_every_screen(
    open_hall: OpenHall, sample: Exhibition, opening: str
) -> None:
    hall = open_hall(sample)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
        getattr(hall.visit, opening)()
        assert hall.place() in {Numbers(), Prologue(), Credits()}
        hall.key(key)
        assert hall.place() == Home()


def test_keys_alone_open_turn_and_leave_the_list_of_components(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample)
    hall.visit.openCredits()
    hall.settle()
    tab_to(hall, FULL_LIST.zh)
    hall.key(Qt.Key.Key_Return)
    assert hall.place() == Licences()
    for key, place in {
        Qt.Key.Key_PageDown: Licences(1),
        Qt.Key.Key_PageUp: Licences(),
        Qt.Key.Key_Escape: Credits(),
    }.items():
        hall.key(key)
        assert hall.place() == place


def test_home_leads_home_from_a_slide(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample), 1, 2)
    hall.key(Qt.Key.Key_Home)
    assert hall.place() == Home()


@pytest.mark.parametrize("opening", [lambda visit: visit.zoom(), lambda visit: visit.showTerm(0)])
def test_escape_closes_what_lies_above_first(
    open_hall: OpenHall, sample: Exhibition, opening: Callable[[object], None]
) -> None:
    hall = at_slide(open_hall(sample), 0, 2)
    opening(hall.visit)
    assert hall.overlay() in {Zoom(), TermCard(0)}
    hall.key(Qt.Key.Key_Escape)
    assert (hall.place(), hall.overlay()) == (Slide(0, 2), None)
    hall.key(Qt.Key.Key_Escape)
    assert hall.place() == Home()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_Escape])
def test_any_key_enters_and_does_nothing_else(open_hall: OpenHall, sample: Exhibition, key: Qt.Key) -> None:
    hall = open_hall(sample, begun=False)
    assert hall.place() == Attract()
    hall.key(key)
    assert hall.place() == Home()


# --- a keyboard ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_tab_reaches_a_control_and_a_key_presses_it(
    open_hall: OpenHall, sample: Exhibition, key: Qt.Key
) -> None:
    hall = open_hall(sample)
    tab_to(hall, sample.themes[1].title.zh)
    hall.key(key)
    assert hall.place() == Slide(1, 0)


def test_tab_reaches_every_control_of_a_screen(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    for opening in (hall.visit.home, hall.visit.openNumbers, lambda: hall.visit.openFigure(0, 2)):
        opening()
        hall.settle()
        reached = set()
        for _ in range(len(hall.controls()) + 2):
            hall.key(Qt.Key.Key_Tab)
            reached.add(focused(hall))
        assert {part.name for part in hall.controls()} <= reached


def test_the_control_with_the_keys_shows_it(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    before = hall.window.grabWindow()
    tab_to(hall, NUMBERS.zh)
    assert hall.window.grabWindow() != before


def test_the_clicker_still_works_after_a_control_was_pressed_by_key(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample)
    tab_to(hall, sample.themes[0].title.zh)
    hall.key(Qt.Key.Key_Return)
    hall.key(Qt.Key.Key_PageDown)
    assert hall.place() == Slide(0, 1)
    tab_to(hall, HOME.zh)
    hall.key(Qt.Key.Key_Return)
    assert hall.place() == Home()
    tab_to(hall, CREDITS.zh)
    hall.key(Qt.Key.Key_Return)
    assert hall.place() == Credits()
    hall.key(Qt.Key.Key_Escape)
    assert hall.place() == Home()


@pytest.mark.parametrize("opening", [lambda visit: visit.zoom(), lambda visit: visit.showTerm(0)])
def test_under_a_cover_tab_reaches_only_what_the_cover_has(
    open_hall: OpenHall, sample: Exhibition, opening: Callable[[object], None]
) -> None:
    hall = at_slide(open_hall(sample), 0, 2)
    tab_to(hall, NEXT.zh)
    opening(hall.visit)
    hall.settle()
    for _ in range(5):
        hall.key(Qt.Key.Key_Tab)
        assert focused(hall) in {CLOSE.zh, ""}
    tab_to(hall, CLOSE.zh)
    hall.key(Qt.Key.Key_Return)
    assert (hall.place(), hall.overlay()) == (Slide(0, 2), None)
    hall.key(Qt.Key.Key_PageDown)
    assert hall.place() == Slide(0, 3)
