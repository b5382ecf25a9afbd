from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import reduce
from typing import Any, Final

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer

from kiosk.content.exhibition import Hours
from kiosk.presentation.visit import KEYS, MODIFIERS, VisitViewModel
from kiosk.visit import Comfort, Slide
from tests.presentation.sample import sample, see

NOTIFYING: Final = (
    "exhibition",
    "screen",
    "theme",
    "slide",
    "nextTheme",
    "entry",
    "direction",
    "term",
    "zoomed",
    "asking",
    "secondsLeft",
    "language",
    "seen",
    "lastSlide",
    "part",
    "parts",
    "choosing",
    "largeText",
    "highContrast",
    "reducedMotion",
    "lowReach",
    "readAloud",
)


class Hall:
    """A visit with a clock in hand, and what it has announced."""

    def __init__(self, hours: Hours | None = None, at: str = "12:00") -> None:
        self.now = 100.0
        self.time = dt.time.fromisoformat(at)
        self.asked_the_time = 0
        self.visit = VisitViewModel(replace(sample(), hours=hours), lambda: self.now, wall=self._wall)
        self.announced: list[str] = []
        self.states: list[dict[str, Any]] = []
        for name in NOTIFYING:
            getattr(self.visit, f"{name}Changed").connect(self._listener(name))

    def _wall(self) -> dt.time:
        self.asked_the_time += 1
        return self.time

    def at(self, time: str) -> set[str]:
        """What it announced when it looked at the clock on the wall then."""
        self.time = dt.time.fromisoformat(time)
        return self.does(VisitViewModel.tick)

    def leaves(self) -> None:
        self.does(VisitViewModel.tick, after=80)
        self.does(VisitViewModel.tick, after=30)

    def _listener(self, name: str) -> Callable[[], None]:
        def listen() -> None:
            self.announced.append(name)
            self.states.append(self.state())

        return listen

    def state(self) -> dict[str, Any]:
        return dict(zip(NOTIFYING, see(self.visit, *NOTIFYING), strict=True))

    def does(self, action: Callable[[VisitViewModel], object], after: float = 1.0) -> set[str]:
        """What it announced while doing it."""
        self.now += after
        self.announced.clear()
        self.states.clear()
        action(self.visit)
        assert len(self.announced) == len(set(self.announced))
        return set(self.announced)

    def reads(self, *names: str) -> list[Any]:
        return see(self.visit, *names)

    def read(self, *path: str) -> Any:
        """A property of a property."""
        return reduce(getattr, path, self.visit)


@pytest.fixture
def hall(qapp: QCoreApplication) -> Hall:
    return Hall()


def test_before_anyone_comes_the_attract_screen_is_on(hall: Hall) -> None:
    assert hall.reads("screen", "theme", "slide", "nextTheme", "term") == ["attract", None, None, None, None]
    assert hall.reads("zoomed", "asking", "secondsLeft", "language", "lastSlide") == [
        False,
        False,
        0,
        "zh",
        False,
    ]
    assert hall.reads("seen") == [[False, False, False]]


def test_the_first_touch_leads_home(hall: Hall) -> None:
    assert hall.does(VisitViewModel.begin) == {"screen", "entry"}
    assert hall.reads("screen") == ["home"]


def test_opening_a_theme_announces_just_what_changed(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    assert hall.does(lambda visit: visit.openTheme(1)) == {"screen", "theme", "slide", "entry", "seen"}
    assert hall.read("theme", "themeId") == "development"
    assert hall.read("slide", "kind") == "cover"
    assert hall.reads("seen") == [[False, True, False]]


def test_turning_a_page_keeps_the_theme(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openTheme(1))
    assert hall.does(VisitViewModel.next) == {"slide", "entry", "direction"}
    assert hall.does(VisitViewModel.next) == {"slide", "entry"}
    assert hall.does(VisitViewModel.previous) == {"slide", "entry", "direction"}
    assert hall.reads("direction") == [-1]


def test_what_changes_nothing_announces_nothing(hall: Hall) -> None:
    assert hall.does(VisitViewModel.next) == set()
    hall.does(VisitViewModel.begin)
    assert hall.does(VisitViewModel.begin) == set()
    assert hall.does(lambda visit: visit.openTheme(99)) == set()
    assert hall.does(lambda visit: visit.showTerm(99)) == set()
    assert hall.does(VisitViewModel.touched) == set()
    assert hall.does(VisitViewModel.tick) == set()


def test_every_announcement_finds_the_state_complete(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openFigure(0, 3))
    assert len(hall.states) >= 4
    assert all(state == hall.state() for state in hall.states)


def test_the_next_theme_is_offered_on_the_last_slide(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openFigure(0, 2))
    assert hall.reads("lastSlide", "nextTheme") == [False, None]
    assert hall.does(VisitViewModel.next) == {"slide", "entry", "direction", "lastSlide", "nextTheme"}
    assert hall.read("nextTheme", "themeId") == "development"
    hall.does(lambda visit: visit.openFigure(2, 2))
    assert hall.reads("lastSlide", "nextTheme") == [True, None]


def test_the_language_swaps_the_tree_and_keeps_the_place(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openFigure(0, 2))
    chinese = hall.read("exhibition")
    assert hall.does(lambda visit: visit.setLanguage("en")) == {"exhibition", "theme", "slide", "language"}
    assert hall.read("slide", "title") == "Two shares"
    assert hall.does(lambda visit: visit.setLanguage("en")) == set()
    hall.does(lambda visit: visit.setLanguage("zh"))
    assert hall.read("exhibition") is chinese


def test_a_term_card_and_the_picture_open_and_close(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openFigure(0, 3))
    assert hall.does(VisitViewModel.zoom) == {"zoomed"}
    assert hall.does(VisitViewModel.close) == {"zoomed"}
    assert hall.does(lambda visit: visit.showTerm(1)) == {"term"}
    assert hall.read("term", "term") == "综保区"
    hall.does(lambda visit: visit.setLanguage("en"))
    assert hall.read("term", "term") == "bonded zone"
    assert hall.does(VisitViewModel.back) == {"term"}


@pytest.mark.parametrize(
    ("opening", "screen"),
    [
        (VisitViewModel.openNumbers, "numbers"),
        (VisitViewModel.openPrologue, "prologue"),
        (VisitViewModel.openCredits, "credits"),
    ],
)
def test_every_other_screen_opens_and_leads_back(
    hall: Hall, opening: Callable[[VisitViewModel], None], screen: str
) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(opening)
    assert hall.reads("screen") == [screen]
    hall.does(VisitViewModel.back)
    assert hall.reads("screen") == ["home"]


def test_a_figure_opened_from_the_numbers_leads_back_to_them(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(VisitViewModel.openNumbers)
    hall.does(lambda visit: visit.openFigure(0, 1))
    hall.does(VisitViewModel.back)
    assert hall.reads("screen") == ["numbers"]
    hall.does(VisitViewModel.home)
    assert hall.reads("screen") == ["home"]


def test_the_clock_is_looked_at_only_while_a_visit_is_on(hall: Hall) -> None:
    timer = hall.visit.findChild(QTimer)
    assert isinstance(timer, QTimer)
    assert not timer.isActive()
    hall.does(VisitViewModel.begin)
    assert timer.isActive()
    assert timer.interval() == 1000
    hall.does(VisitViewModel.tick, after=80)
    hall.does(VisitViewModel.tick, after=30)
    assert not timer.isActive()


def test_an_idle_visit_is_asked_and_then_ended_clean(hall: Hall) -> None:
    hall.does(lambda visit: visit.setLanguage("en"))
    hall.does(lambda visit: visit.openTheme(0))
    assert hall.does(VisitViewModel.tick, after=75) == {"asking", "secondsLeft"}
    assert hall.reads("secondsLeft") == [30]
    assert hall.does(VisitViewModel.tick) == {"secondsLeft"}
    assert hall.does(VisitViewModel.tick, after=29) == {
        "exhibition",
        "screen",
        "theme",
        "slide",
        "entry",
        "asking",
        "secondsLeft",
        "language",
        "seen",
    }
    assert hall.reads("screen", "language") == ["attract", "zh"]


@pytest.mark.parametrize(
    "answer", [VisitViewModel.stay, VisitViewModel.touched, VisitViewModel.next, VisitViewModel.home]
)
def test_any_touch_answers_the_question(hall: Hall, answer: Callable[[VisitViewModel], None]) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openTheme(0))
    hall.does(VisitViewModel.tick, after=75)
    assert hall.does(answer) == {"asking", "secondsLeft"}
    assert hall.reads("screen") == ["slide"]


def test_a_touch_that_does_nothing_still_keeps_the_visit_alive(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(VisitViewModel.next, after=70)
    assert hall.does(VisitViewModel.tick, after=70) == set()


def test_the_question_waits_for_what_plays(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.hold(20.0))
    assert hall.does(VisitViewModel.tick, after=90) == set()
    assert "asking" in hall.does(VisitViewModel.tick, after=5)


@pytest.mark.parametrize(
    ("key", "slide"),
    [
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_PageUp, 1),
    ],
)
def test_a_clicker_turns_pages(hall: Hall, key: Qt.Key, slide: int) -> None:
    hall.does(VisitViewModel.begin)
    hall.does(lambda visit: visit.openFigure(0, 2))
    hall.does(lambda visit: visit.pressKey(key.value))
    assert hall.read("slide", "index") == slide


def test_every_key_is_the_one_that_qt_means_by_its_number() -> None:
    said = {Qt.Key(number).name for number in KEYS}
    arrows = {"Key_Right", "Key_Down", "Key_PageDown", "Key_Left", "Key_Up", "Key_PageUp"}
    assert said == arrows | {"Key_Home", "Key_Escape", "Key_Backspace", "Key_Back"}
    assert {Qt.Key(number).name for number in MODIFIERS} == {
        "Key_Shift",
        "Key_Control",
        "Key_Alt",
        "Key_AltGr",
        "Key_Meta",
    }


def test_a_key_without_a_meaning_is_left_to_others(hall: Hall) -> None:
    assert VisitViewModel.pressKey(hall.visit, Qt.Key.Key_A.value) is True
    assert hall.reads("screen") == ["home"]
    assert VisitViewModel.pressKey(hall.visit, Qt.Key.Key_A.value) is False
    assert VisitViewModel.pressKey(hall.visit, Qt.Key.Key_Escape.value) is True


def test_the_second_language_is_built_only_when_it_is_asked_for(hall: Hall) -> None:
    trees = [child for child in hall.visit.children() if type(child).__name__ == "ExhibitionViewModel"]
    assert len(trees) == 1
    hall.does(lambda visit: visit.setLanguage("en"))
    trees = [child for child in hall.visit.children() if type(child).__name__ == "ExhibitionViewModel"]
    assert len(trees) == 2


@pytest.mark.parametrize(
    ("comfort", "name"),
    [
        (Comfort.LARGE_TEXT, "largeText"),
        (Comfort.HIGH_CONTRAST, "highContrast"),
        (Comfort.REDUCED_MOTION, "reducedMotion"),
        (Comfort.LOW_REACH, "lowReach"),
        (Comfort.READ_ALOUD, "readAloud"),
    ],
)
def test_a_reading_setting_is_announced_alone(hall: Hall, comfort: Comfort, name: str) -> None:
    hall.does(lambda visit: visit.begin())
    assert hall.does(lambda visit: visit.openComfort()) == {"choosing"}
    assert hall.does(lambda visit: visit.switchComfort(comfort.value)) == {name}
    assert hall.reads(name, "choosing") == [True, True]
    assert hall.does(lambda visit: visit.close()) == {"choosing"}


def test_in_large_text_a_slide_says_its_part(hall: Hall) -> None:
    hall.does(lambda visit: visit.begin())
    hall.does(lambda visit: visit.switchComfort("large-text"))
    hall.does(lambda visit: visit.openTheme(0))
    while hall.reads("parts") == [1]:
        hall.does(lambda visit: visit.next())
    assert hall.does(lambda visit: visit.next()) - {"direction"} == {"part", "entry"}
    assert hall.reads("part") == [1]


def test_the_first_touch_can_lead_straight_to_a_slide(hall: Hall) -> None:
    hall.does(lambda visit: visit.beginAt(0, 1))
    assert hall.visit.state.place == Slide(0, 1)


DAY: Final = Hours(open=dt.time(9), close=dt.time(17))
EVENING: Final = Hours(open=dt.time(18), close=dt.time(2))


def timer_of(hall: Hall) -> QTimer:
    timer = hall.visit.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_the_screen_closes_and_opens_with_the_hall(qapp: QCoreApplication) -> None:
    hall = Hall(DAY, at="16:59")
    assert hall.reads("screen") == ["attract"]
    assert hall.at("17:00") == {"screen", "entry"}
    assert hall.reads("screen") == ["closed"]
    assert hall.at("23:30") == set()
    assert hall.at("09:00") == {"screen", "entry"}
    assert hall.reads("screen") == ["attract"]


def test_a_hall_may_be_open_past_midnight(qapp: QCoreApplication) -> None:
    hall = Hall(EVENING, at="17:59")
    seen = []
    for time in ("17:59", "18:00", "00:30", "01:59", "02:00"):
        hall.at(time)
        seen += hall.reads("screen")
    assert seen == ["closed", "attract", "attract", "attract", "closed"]


def test_a_start_outside_the_hours_is_closed_at_once(qapp: QCoreApplication) -> None:
    assert Hall(DAY, at="03:00").reads("screen") == ["closed"]


def test_the_hour_waits_for_whoever_is_there(qapp: QCoreApplication) -> None:
    hall = Hall(DAY, at="16:59")
    hall.does(VisitViewModel.begin)
    assert hall.at("17:01") == set()
    assert hall.reads("screen") == ["home"]
    hall.leaves()
    assert hall.reads("screen") == ["closed"]


@pytest.mark.parametrize(
    "touch",
    [VisitViewModel.begin, lambda visit: visit.pressKey(Qt.Key.Key_Space.value)],
    ids=["touch", "key"],
)
def test_a_touch_on_the_closed_screen_begins_a_visit(
    qapp: QCoreApplication, touch: Callable[[VisitViewModel], object]
) -> None:
    hall = Hall(DAY, at="20:00")
    assert hall.does(touch) == {"screen", "entry"}
    assert hall.reads("screen") == ["home"]
    hall.does(lambda visit: visit.openTheme(0))
    hall.leaves()
    assert hall.reads("screen", "theme") == ["closed", None]


def test_a_hand_finds_the_screen_it_was_meant_for(qapp: QCoreApplication) -> None:
    """The hour has come, but nobody has looked at the clock yet."""
    hall = Hall(DAY, at="16:59")
    hall.time = dt.time(17)
    assert hall.does(VisitViewModel.touched) == set()
    assert hall.reads("screen") == ["attract"]


def test_the_clock_on_the_wall_is_looked_at_seldom(qapp: QCoreApplication) -> None:
    hall = Hall(DAY, at="12:00")
    timer = timer_of(hall)
    assert (timer.isActive(), timer.interval()) == (True, 20_000)
    hall.does(VisitViewModel.begin)
    assert (timer.isActive(), timer.interval()) == (True, 1000)
    hall.leaves()
    assert (timer.isActive(), timer.interval()) == (True, 20_000)


def test_without_hours_nobody_looks_at_the_clock_on_the_wall(hall: Hall) -> None:
    hall.does(VisitViewModel.begin)
    hall.leaves()
    assert hall.at("03:00") == set()
    assert hall.reads("screen") == ["attract"]
    assert (timer_of(hall).isActive(), hall.asked_the_time) == (False, 0)


@pytest.mark.parametrize(("hours", "said"), [(DAY, "09:00"), (None, "")])
def test_the_exhibition_says_when_the_hall_opens(
    qapp: QCoreApplication, hours: Hours | None, said: str
) -> None:
    assert Hall(hours).read("exhibition", "opens") == said
