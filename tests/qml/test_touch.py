"""Fingers on the glass: real touch events through the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QElapsedTimer, QMetaObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.components import components_in
from kiosk.content.exhibition import Exhibition, Language, PhotoSlide
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.typesetting import plain
from kiosk.visit import Attract, Credits, Home, Licences, Numbers, Prologue, Slide, TermCard, Zoom
from tests.glass import Glass
from tests.visiting import (
    BACK,
    CHINESE,
    CLOSE,
    CREDITS,
    ENGLISH,
    ENLARGE,
    FULL_LIST,
    HOME,
    LANDSCAPE,
    NEXT,
    NUMBERS,
    PORTRAIT,
    PREVIOUS,
    SHAPES,
    Hall,
)

OpenHall = Callable[..., Hall]

SHAPE: Final = pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
LANGUAGE: Final = pytest.mark.parametrize("language", Language)


# --- the first touch --------------------------------------------------------------------------------


@pytest.mark.parametrize("still", [True, False])
def test_the_first_touch_enters(open_hall: OpenHall, sample: Exhibition, still: bool) -> None:
    hall = open_hall(sample, begun=False, still=still)
    hall.tap(hall.spot(0.5, 0.5))
    assert hall.place() == Home()


@SHAPE
def test_the_first_touch_opens_nothing_that_lies_under_it(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size)
    spots = {part.name: part.middle for part in hall.controls() if part.name not in {CHINESE, ENGLISH}}
    hall.passes(3600)
    hall.passes(3600)
    chosen = [part.box for part in hall.controls()]
    spots = {name: spot for name, spot in spots.items() if not any(box.contains(spot) for box in chosen)}
    assert len(spots) >= len(exhibition.themes) + 2
    for name, spot in spots.items():
        hall.passes(3600)
        hall.passes(3600)
        assert hall.place() == Attract()
        finger = hall.press(spot)
        hall.settle()
        finger.lift()
        hall.settle()
        assert (name, hall.place(), hall.overlay()) == (name, Home(), None)


@pytest.mark.parametrize("still", [True, False])
@pytest.mark.parametrize(("name", "language"), [(CHINESE, Language.ZH), (ENGLISH, Language.EN)])
def test_the_language_can_be_chosen_with_the_first_touch(
    open_hall: OpenHall, sample: Exhibition, name: str, language: Language, still: bool
) -> None:
    first = Language.EN if language is Language.ZH else Language.ZH
    hall = open_hall(sample, begun=False, still=still, language=first)
    hall.tap(name)
    assert (hall.place(), hall.language) == (Home(), language)


# --- the way through the themes ---------------------------------------------------------------------


def heading(hall: Hall) -> str:
    """What the slide says of itself."""
    photo = hall.see("slide", "kind") == "photo"
    return plain(str(hall.see("slide", "alt" if photo else "title")))


@SHAPE
@LANGUAGE
def test_every_slide_of_every_theme_is_reached_by_touch(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    visited: list[list[str]] = []
    for theme in exhibition.themes:
        hall.tap(theme.title)
        visited.append([hall.see("slide", "slideId")])
        while hall.has(NEXT):
            hall.tap(NEXT)
            visited[-1].append(hall.see("slide", "slideId"))
            assert heading(hall) in [part.name for part in hall.parts()]
            assert hall.has(HOME)
        hall.tap(HOME)
        assert hall.place() == Home()
    assert visited == [[slide.id for slide in theme.slides] for theme in exhibition.themes]


@SHAPE
def test_the_next_theme_is_offered_at_the_end_of_each(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size, language=Language.EN)
    for index, theme in enumerate(exhibition.themes[:-1]):
        hall.visit.openFigure(index, len(theme.slides) - 1)
        hall.settle()
        offers = (f"On to: {exhibition.themes[index + 1].title.en}", "Next theme")
        hall.tap(next(offer for offer in offers if hall.has(offer)))
        assert hall.place() == Slide(index + 1, 0)
    hall.visit.openFigure(len(exhibition.themes) - 1, len(exhibition.themes[-1].slides) - 1)
    hall.settle()
    hall.tap("Back to the start")
    assert hall.place() == Home()


def test_previous_goes_back_a_slide_and_from_the_cover_home(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.tap(sample.themes[1].title)
    hall.tap(NEXT)
    hall.tap(PREVIOUS)
    assert hall.place() == Slide(1, 0)
    hall.tap(PREVIOUS)
    assert hall.place() == Home()


def at_slide(hall: Hall, theme: int = 0, slide: int = 1) -> Hall:
    hall.visit.openFigure(theme, slide)
    hall.rest()
    return hall


@SHAPE
@pytest.mark.parametrize("still", [True, False])
def test_a_swipe_turns_the_page_both_ways(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], still: bool
) -> None:
    hall = at_slide(open_hall(exhibition, size, still=still))
    hall.swipe(-0.3 * size[0])
    assert hall.place() == Slide(0, 2)
    hall.swipe(0.3 * size[0])
    assert hall.place() == Slide(0, 1)


def test_a_flick_of_three_events_turns_the_page(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    hall.clock.now += 1
    hall.press(hall.spot(0.5, 0.45)).move(-400, steps=1).lift()
    hall.settle()
    assert hall.place() == Slide(0, 2)


@pytest.mark.parametrize(("x", "y"), [(-40, 0), (40, 10), (0, 400), (-200, 400), (200, -400)], ids=str)
def test_a_short_or_steep_drag_turns_nothing(
    open_hall: OpenHall, sample: Exhibition, x: float, y: float
) -> None:
    hall = at_slide(open_hall(sample))
    hall.swipe(x, y)
    assert hall.place() == Slide(0, 1)


def test_a_drag_that_returns_to_where_it_began_turns_nothing(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    hall.press(hall.spot(0.5, 0.45)).move(-400).move(395).lift()
    hall.settle()
    assert hall.place() == Slide(0, 1)


@pytest.mark.parametrize("still", [True, False])
def test_a_burst_of_taps_stops_at_the_end_of_the_theme(
    open_hall: OpenHall, exhibition: Exhibition, still: bool
) -> None:
    hall = at_slide(open_hall(exhibition, still=still), 0, 0)
    spot = hall.find(NEXT).middle
    hall.clock.now += 2
    for _ in range(20):
        hall.clock.now += 0.05
        hall.press(spot).lift()
    after_the_last = hall.place()
    assert after_the_last == Slide(0, len(exhibition.themes[0].slides) - 1)
    for _ in range(5):
        hall.passes(1)
    assert hall.place() == after_the_last


def test_a_burst_in_the_middle_of_a_theme_moves_nothing_after_the_last_release(
    open_hall: OpenHall, exhibition: Exhibition
) -> None:
    hall = at_slide(open_hall(exhibition, still=False), 1, 0)
    spot = hall.find(NEXT).middle
    hall.clock.now += 2
    for _ in range(8):
        hall.clock.now += 0.05
        hall.press(spot).lift()
    after_the_last = hall.place()
    assert isinstance(after_the_last, Slide)
    assert 1 <= after_the_last.slide < len(exhibition.themes[1].slides) - 1
    for _ in range(5):
        hall.passes(1)
    assert hall.place() == after_the_last


def test_a_tap_may_take_its_time(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    finger = hall.press(NEXT)
    threshold = QGuiApplication.styleHints().mousePressAndHoldInterval()
    held = QElapsedTimer()
    held.start()
    hall.until(lambda: held.hasExpired(threshold + 100))
    finger.lift()
    hall.settle()
    assert hall.place() == Slide(0, 2)


# --- several hands ----------------------------------------------------------------------------------


@SHAPE
def test_a_resting_palm_blocks_neither_a_tap_nor_a_swipe(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = at_slide(open_hall(exhibition, size))
    palm = [hall.press(hall.spot(0.2, 0.4)), hall.press(CHINESE)]
    hall.tap(NEXT)
    assert hall.place() == Slide(0, 2)
    hall.swipe(-0.3 * size[0])
    assert hall.place() == Slide(0, 3)
    hall.tap(PREVIOUS)
    assert hall.place() == Slide(0, 2)
    for part in palm:
        part.lift()
    hall.settle()
    assert hall.place() == Slide(0, 2)
    hall.tap(HOME)
    assert hall.place() == Home()


def test_a_touch_elsewhere_does_not_break_a_swipe(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    finger = hall.press(hall.spot(0.5, 0.45)).move(-60)
    hall.press(hall.spot(0.9, 0.2)).lift()
    hall.clock.now += 1
    finger.move(-60).lift()
    hall.settle()
    assert hall.place() == Slide(0, 2)


def test_a_palm_on_the_home_screen_does_not_block_a_niche(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    hall.press(hall.spot(0.03, 0.5))
    hall.press(CHINESE)
    hall.tap(sample.themes[1].title)
    assert hall.place() == Slide(1, 0)


@pytest.mark.parametrize("still", [True, False])
def test_two_visitors_on_two_niches_do_no_harm(
    open_hall: OpenHall, exhibition: Exhibition, still: bool
) -> None:
    hall = open_hall(exhibition, still=still)
    hall.rest()
    one = hall.press(exhibition.themes[1].title)
    other = hall.press(exhibition.themes[5].title)
    hall.clock.now += 1
    one.lift()
    other.lift()
    hall.settle()
    assert hall.place() in {Slide(1, 0), Slide(5, 0)}
    hall.rest()
    hall.tap(NEXT)
    hall.tap(HOME)
    assert hall.place() == Home()


def test_one_visitor_tapping_while_another_swipes_turns_one_page(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = at_slide(open_hall(sample), 1, 0)
    fingers = [hall.press(NEXT), hall.press(hall.spot(0.5, 0.45)).move(-400)]
    hall.clock.now += 1
    for finger in fingers:
        finger.lift()
        hall.clock.now += 0.02
    hall.settle()
    assert hall.place() == Slide(1, 1)


# --- fingers that the panel forgets ------------------------------------------------------------------


def test_a_finger_whose_release_was_lost_holds_no_control_and_taps_none(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample)
    glass = Glass(hall)
    glass.lose(glass.press([hall.find(NUMBERS).middle]))
    assert hall.find(NUMBERS).item.property("pressed")
    fingers = glass.press([hall.spot(0.5, 0.01)])
    assert not hall.find(NUMBERS).item.property("pressed")
    glass.lift(fingers)
    assert hall.place() == Home()
    hall.tap(NUMBERS)
    assert hall.place() == Numbers()


def test_a_finger_that_was_lost_beside_a_resting_one_is_let_go(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = at_slide(open_hall(sample))
    glass = Glass(hall)
    _, *lost = glass.press([hall.spot(0.2, 0.3), hall.find(NEXT).middle, hall.spot(0.5, 0.45)])
    glass.lose(lost)
    hall.clock.now += 1
    elsewhere = hall.spot(0.8, 0.3)
    fingers = glass.press([elsewhere, elsewhere, hall.find(NEXT).middle])
    assert hall.place() == Slide(0, 1)
    glass.lift(fingers)
    hall.settle()
    assert hall.place() == Slide(0, 2)


def test_a_touch_that_the_system_takes_away_taps_nothing(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    glass = Glass(hall)
    glass.press([hall.find(NUMBERS).middle])
    glass.cancel()
    assert hall.place() == Home()
    assert not hall.find(NUMBERS).item.property("pressed")
    hall.tap(NUMBERS)
    assert hall.place() == Numbers()


def test_a_swipe_that_the_system_takes_away_turns_nothing(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    glass = Glass(hall)
    (finger,) = glass.press([hall.spot(0.5, 0.45)])
    for step in range(8):
        glass.move({finger: hall.spot(0.5 - 0.03 * step, 0.45)})
    hall.settle()
    glass.cancel()
    hall.settle()
    assert hall.place() == Slide(0, 1)
    hall.swipe(-600)
    assert hall.place() == Slide(0, 2)


def test_a_finger_that_leaves_as_another_answers_the_question_holds_nothing(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = at_slide(open_hall(sample))
    glass = Glass(hall)
    (palm,) = glass.press([hall.find(NEXT).middle])
    hall.passes(hall.visit.state.ask_after)
    assert hall.see("asking")
    glass.swap(palm, hall.spot(0.3, 0.3))
    assert (hall.place(), hall.see("asking")) == (Slide(0, 1), False)
    hall.settle()
    assert not hall.find(NEXT).item.property("pressed")
    glass.press([hall.spot(0.6, 0.3)])
    glass.lift(list(glass.down))
    hall.tap(NEXT)
    assert hall.place() == Slide(0, 2)


def test_a_mouse_works_beside_a_resting_palm(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    glass = Glass(hall)
    glass.press([hall.spot(0.5, 0.4), hall.find(NEXT).middle])
    hall.click(NEXT)
    assert hall.place() == Slide(0, 2)
    glass.lift(list(glass.down))
    assert hall.place() == Slide(0, 2)


# --- the picture ------------------------------------------------------------------------------------


def picture(hall: Hall) -> QQuickItem:
    """Looked up anew each time: a wrapper does not outlive those of its parents."""
    return next(part.item for part in reversed(hall.parts()) if part.role is QAccessible.Role.Graphic)


def at_picture(hall: Hall) -> Hall:
    """Looks at the first picture there is."""
    theme, slide = next(
        (at, number)
        for at, theme in enumerate(hall.exhibition.themes)
        for number, slide in enumerate(theme.slides)
        if isinstance(slide, PhotoSlide)
    )
    at_slide(hall, theme, slide).tap(ENLARGE)
    assert hall.overlay() == Zoom()
    return hall


def spread(hall: Hall, start: float, end: float) -> None:
    """Two fingers on a level line through the middle of the picture, `start` and then `end` px apart."""
    middle = hall.spot(0.5, 0.4)
    left, right = (hall.press(middle + QPoint(int(side * start / 2), 0)) for side in (-1, 1))
    steps = 12
    for _ in range(steps):
        left.move(-(end - start) / 2 / steps, steps=1)
        right.move((end - start) / 2 / steps, steps=1)
        hall.settle()
    left.lift()
    right.lift()
    hall.settle()


def edges(hall: Hall) -> tuple[float, float]:
    """How far the painted picture's left and right edges are inside the window, in px."""
    item = picture(hall)
    painted = item.property("paintedWidth") * item.scale()
    middle = item.x() + item.width() / 2
    return middle - painted / 2, hall.window.width() - (middle + painted / 2)


@SHAPE
def test_two_fingers_bring_the_picture_closer_and_away_within_bounds(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = at_picture(open_hall(exhibition, size))
    spread(hall, 200, 500)
    assert 1.5 < picture(hall).scale() < 4
    for _ in range(3):
        spread(hall, 150, 900)
    assert picture(hall).scale() == pytest.approx(4)
    for _ in range(4):
        spread(hall, 900, 150)
    assert picture(hall).scale() == pytest.approx(1)
    assert (picture(hall).x(), picture(hall).y()) == pytest.approx((0, 0), abs=1)


@SHAPE
def test_a_double_tap_comes_closer_and_another_goes_back(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = at_picture(open_hall(exhibition, size))
    middle = hall.spot(0.5, 0.4)
    for scale in (2.5, 1):
        hall.press(middle).lift()
        hall.press(middle).lift()
        hall.settle()
        assert picture(hall).scale() == pytest.approx(scale)
        hall.press(hall.spot(0.9, 0.1)).lift()


@SHAPE
def test_the_closer_picture_can_be_dragged_only_as_far_as_it_reaches(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = at_picture(open_hall(exhibition, size))
    spread(hall, 200, 560)
    before = picture(hall).x()
    finger = hall.press(hall.spot(0.5, 0.4))
    finger.move(60)
    hall.settle()
    assert picture(hall).x() > before
    finger.move(6000)
    hall.settle()
    assert edges(hall)[0] == pytest.approx(0, abs=2)
    finger.move(-12000)
    hall.settle()
    finger.lift()
    assert edges(hall)[1] == pytest.approx(0, abs=2)


def test_a_drag_over_the_enlarged_picture_turns_no_page(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = at_picture(open_hall(exhibition))
    before = hall.place()
    hall.swipe(-600)
    assert (hall.place(), hall.overlay()) == (before, Zoom())


@SHAPE
def test_one_tap_closes_the_picture(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = at_picture(open_hall(exhibition, size))
    before = hall.place()
    hall.tap(CLOSE)
    assert (hall.place(), hall.overlay()) == (before, None)
    hall.tap(HOME)
    assert hall.place() == Home()


def test_the_next_look_at_a_picture_begins_at_its_whole(open_hall: OpenHall, exhibition: Exhibition) -> None:
    hall = at_picture(open_hall(exhibition))
    spread(hall, 200, 560)
    assert picture(hall).scale() > 1.5
    hall.tap(CLOSE)
    at_picture(hall)
    assert picture(hall).scale() == 1


# --- the glossary -----------------------------------------------------------------------------------


WITHOUT_PILLS: Final = {"cover", "photo"}
"""There the texts alone lead to the cards."""


def marked_terms(hall: Hall) -> list[tuple[int, QPoint]]:
    """The terms marked in the texts on the screen, and where a finger finds each."""
    found: dict[int, QPoint] = {}
    for item in hall.items():
        if "<a href" not in str(item.property("text")):
            continue
        for y in range(4, int(item.height()), 8):
            for x in range(4, int(item.width()), 8):
                link = link_at(item, x, y)
                if link and {link_at(item, x + 4, y + off) for off in (-4, 0, 4)} == {link}:
                    found.setdefault(int(link.removeprefix("term:")), scene_point(item, x + 4, y))
    return list(found.items())


def link_at(item: QQuickItem, x: float, y: float) -> str:
    answer = QMetaObject.invokeMethod(
        item,
        "linkAt",
        Qt.ConnectionType.DirectConnection,
        Q_RETURN_ARG(str),
        Q_ARG(float, x),
        Q_ARG(float, y),
    )
    return str(answer)


def scene_point(item: QQuickItem, x: float, y: float) -> QPoint:
    return item.mapToScene(QPointF(x, y)).toPoint()


@SHAPE
@LANGUAGE
def test_every_marked_term_opens_its_card_from_the_text_and_from_its_pill(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    explained: set[int] = set()
    for at, theme in enumerate(exhibition.themes):
        for number in range(len(theme.slides)):
            if not hall.see("exhibition", "themes")[at].slides[number].terms:
                continue
            at_slide(hall, at, number)
            for term, spot in marked_terms(hall):
                hall.tap(spot)
                assert (at, number, hall.overlay()) == (at, number, TermCard(term))
                hall.tap(hall.spot(0.5, 0.05))
                assert hall.overlay() is None
                explained.add(term)
            for term in hall.see("slide", "terms"):
                pill = f"什么是{term.term}？" if language is Language.ZH else f"What is {term.term}?"
                if hall.see("slide", "kind") in WITHOUT_PILLS:
                    continue
                hall.tap(pill)
                assert hall.overlay() == TermCard(term.index)
                hall.tap(CLOSE)
                assert hall.overlay() is None
                explained.add(term.index)
    assert len(explained) >= 4


def test_a_tap_on_the_card_itself_leaves_it_open(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = at_slide(open_hall(sample))
    hall.visit.showTerm(0)
    hall.settle()
    hall.tap(hall.spot(0.3, 0.95))
    assert hall.overlay() == TermCard(0)


# --- the wall of numbers, and the other screens -----------------------------------------------------


@pytest.mark.parametrize(
    ("size", "language"), [(LANDSCAPE, Language.ZH), (PORTRAIT, Language.EN)], ids=["landscape", "portrait"]
)
def test_every_figure_on_the_wall_opens_its_slide_and_leads_back(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    hall.tap(NUMBERS)
    figures = [figure for theme in hall.see("exhibition", "themes") for figure in theme.figures]
    names = [f"{figure.label} {figure.spoken}" for figure in figures]
    wards = [part for part in hall.controls() if part.name in names]
    assert [ward.name for ward in wards] == names
    for figure, ward in zip(figures, wards, strict=True):
        hall.tap(ward.middle)
        assert hall.place() == Slide(figure.themeIndex, figure.slideIndex, from_numbers=True)
        assert figure.fact in [one.fact for one in hall.see("slide", "statistics")]
        hall.key(Qt.Key.Key_Escape)
        assert hall.place() == Numbers()


@SHAPE
def test_the_theme_of_a_group_of_figures_opens_from_the_wall(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size)
    for index, theme in enumerate(exhibition.themes):
        hall.visit.openNumbers()
        hall.settle()
        if hall.has(theme.title):
            hall.tap(theme.title)
            assert hall.place() == Slide(index, 0)


@SHAPE
@LANGUAGE
def test_every_other_screen_opens_by_touch_and_leads_back_and_home(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    for name, place in {
        NUMBERS: Numbers(),
        CREDITS: Credits(),
        exhibition.prologue.title: Prologue(),
    }.items():
        for way in (BACK, HOME):
            hall.tap(name)
            assert hall.place() == place
            hall.tap(way)
            assert hall.place() == Home()


@SHAPE
@LANGUAGE
def test_what_the_program_stands_on_is_listed_page_by_page_behind_the_credits(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    hall.tap(CREDITS)
    hall.tap(FULL_LIST)
    listed = shown_components(hall)
    assert listed[:2] == ["Qt", "Qt for Python"]
    for page in range(1, hall.see("parts")):
        hall.tap(NEXT)
        assert hall.place() == Licences(page)
        listed += shown_components(hall)
    assert listed == [component.name for component in components_in(assets_folder() / "licences")]
    assert not hall.has(NEXT)
    for page in reversed(range(hall.see("parts") - 1)):
        hall.tap(PREVIOUS)
        assert hall.place() == Licences(page)
    hall.tap(BACK)
    assert hall.place() == Credits()


def shown_components(hall: Hall) -> list[str]:
    """Those of the page that is on, each of which is written there."""
    page = hall.see("exhibition", "componentPages")[hall.see("part")]
    names = [component.name for component in page.components]
    written = [item.property("text") for item in hall.items()]
    assert [name for name in names if name not in written] == []
    return names


@SHAPE
def test_the_language_switch_keeps_the_place_on_every_screen(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(exhibition, size)
    openings: list[Callable[[], None]] = [
        hall.visit.home,
        hall.visit.openNumbers,
        hall.visit.openPrologue,
        hall.visit.openCredits,
        hall.visit.openLicences,
        *(
            lambda at=at, number=number: hall.visit.openFigure(at, number)
            for at, theme in enumerate(exhibition.themes)
            for number in range(0, len(theme.slides), 4)
        ),
    ]
    for opening in openings:
        opening()
        hall.settle()
        place = hall.place()
        hall.tap(ENGLISH)
        assert (hall.place(), hall.language) == (place, Language.EN)
        hall.tap(CHINESE)
        assert (hall.place(), hall.language) == (place, Language.ZH)
