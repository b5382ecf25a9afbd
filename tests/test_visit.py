from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.exhibition import (
    CoverSlide,
    Exhibition,
    Glaze,
    Idle,
    Language,
    PhotoSlide,
    Prologue,
    Statistic,
    StatisticsSlide,
    Status,
    Text,
    Theme,
)
from kiosk.content.exhibition import Entry as Line
from kiosk.visit import (
    Attract,
    Closed,
    Comfort,
    ComfortPanel,
    Credits,
    Home,
    Key,
    Licences,
    Numbers,
    Part,
    Parted,
    Place,
    Plan,
    Reading,
    Slide,
    Stop,
    TermCard,
    Visit,
    Zoom,
    parts_of,
    plan_of,
    wall_parts,
)
from kiosk.visit import Prologue as PrologueScreen

PLAN: Final = Plan(
    themes=(
        (Stop(), Stop(picture=True, parts=2), Stop(Reading(zh=80, en=300), parts=3)),
        (Stop(), Stop()),
        (Stop(),),
    ),
    idle=Idle(ask_after=75, ask_at_most=90, answer_within=30),
    language=Language.ZH,
    terms=2,
    prologue=Stop(parts=3),
    credits=Stop(parts=2),
    numbers=Stop(parts=2),
    licences=Stop(parts=3, pages=2),
)
NOW: Final = 100.0

Step = Callable[[Visit, float], Visit]

begin: Final = Visit.begin
home: Final = Visit.home
back: Final = Visit.back
following: Final = Visit.next
previous: Final = Visit.previous
numbers: Final = Visit.open_numbers
prologue: Final = Visit.open_prologue
credit: Final = Visit.open_credits
licences: Final = Visit.open_licences
zoom: Final = Visit.zoom
settings_panel: Final = Visit.open_comfort
close: Final = Visit.close
stay: Final = Visit.stay
touch: Final = Visit.touch
tick: Final = Visit.tick


def end(visit: Visit, now: float) -> Visit:
    return visit.end()


def theme(index: int) -> Step:
    return lambda visit, now: visit.open_theme(index, now)


def figure(index: int, slide: int) -> Step:
    return lambda visit, now: visit.open_figure(index, slide, now)


def turn(slide: int) -> Step:
    return lambda visit, now: visit.turn_to(slide, now)


def term(index: int) -> Step:
    return lambda visit, now: visit.show_term(index, now)


def press(key: Key) -> Step:
    return lambda visit, now: visit.press(key, now)


def switch(comfort: Comfort) -> Step:
    return lambda visit, now: visit.switch(comfort, now)


def closing(visit: Visit, now: float) -> Visit:
    return visit.keep_hours(hall_open=False)


def opening(visit: Visit, now: float) -> Visit:
    return visit.keep_hours(hall_open=True)


LARGE: Final = switch(Comfort.LARGE_TEXT)


def speak(language: Language) -> Step:
    return lambda visit, now: visit.set_language(language, now)


def walk(*steps: Step, every: float = 1.0) -> Visit:
    visit = Visit.start(PLAN)
    for count, step in enumerate(steps):
        visit = step(visit, NOW + count * every)
    return visit


TRANSITIONS: Final[list[tuple[tuple[Step, ...], Step, Place]]] = [
    ((), begin, Home()),
    ((), home, Attract()),
    ((), theme(0), Attract()),
    ((), following, Attract()),
    ((), back, Attract()),
    ((), numbers, Attract()),
    ((), opening, Attract()),
    ((), closing, Closed()),
    ((closing,), closing, Closed()),
    ((closing,), opening, Attract()),
    ((closing,), begin, Home()),
    ((closing,), press(Key.OTHER), Home()),
    ((closing,), speak(Language.EN), Home()),
    ((closing,), home, Closed()),
    ((closing,), theme(0), Closed()),
    ((closing,), back, Closed()),
    ((closing,), end, Closed()),
    ((begin,), closing, Home()),
    ((begin, theme(0)), closing, Slide(0, 0)),
    ((closing, begin), opening, Home()),
    ((), speak(Language.EN), Home()),
    ((), speak(Language.ZH), Home()),
    ((begin,), begin, Home()),
    ((begin,), end, Attract()),
    ((begin,), back, Home()),
    ((begin,), home, Home()),
    ((begin,), following, Home()),
    ((begin,), previous, Home()),
    ((begin,), turn(1), Home()),
    ((begin,), zoom, Home()),
    ((begin,), theme(1), Slide(1, 0)),
    ((begin,), theme(3), Home()),
    ((begin,), theme(-1), Home()),
    ((begin,), numbers, Numbers()),
    ((begin,), prologue, PrologueScreen()),
    ((begin,), credit, Credits()),
    ((begin,), figure(0, 2), Slide(0, 2)),
    ((begin, theme(0)), following, Slide(0, 1)),
    ((begin, theme(0)), previous, Home()),
    ((begin, theme(0)), back, Home()),
    ((begin, theme(0)), home, Home()),
    ((begin, theme(0)), theme(1), Slide(1, 0)),
    ((begin, theme(0)), turn(2), Slide(0, 2)),
    ((begin, theme(0)), turn(3), Slide(0, 0)),
    ((begin, theme(0)), turn(-1), Slide(0, 0)),
    ((begin, theme(0)), numbers, Numbers()),
    ((begin, theme(0), turn(2)), following, Slide(1, 0)),
    ((begin, theme(0), turn(2)), previous, Slide(0, 1)),
    ((begin, theme(0), turn(2)), back, Home()),
    ((begin, theme(2)), following, Home()),
    ((begin, numbers), back, Home()),
    ((begin, numbers), figure(1, 1), Slide(1, 1, from_numbers=True)),
    ((begin, numbers), figure(1, 2), Numbers()),
    ((begin, numbers), figure(9, 0), Numbers()),
    ((begin, numbers), theme(1), Slide(1, 0)),
    ((begin, numbers, figure(0, 1)), back, Numbers()),
    ((begin, numbers, figure(0, 1)), home, Home()),
    ((begin, numbers, figure(0, 1)), following, Slide(0, 2, from_numbers=True)),
    ((begin, numbers, figure(0, 2)), following, Slide(1, 0)),
    ((begin, numbers, figure(0, 1), following), back, Numbers()),
    ((begin, numbers, figure(0, 1), back), back, Home()),
    ((begin, prologue), back, Home()),
    ((begin, prologue), home, Home()),
    ((begin, credit), back, Home()),
    ((begin, credit), numbers, Numbers()),
    ((), licences, Attract()),
    ((begin, credit), licences, Licences()),
    ((begin, credit, licences), following, Licences(1)),
    ((begin, credit, licences, following), following, Licences(1)),
    ((begin, credit, licences, following), previous, Licences()),
    ((begin, credit, licences), previous, Licences()),
    ((begin, credit, licences, following), back, Credits()),
    ((begin, credit, licences), home, Home()),
]


@pytest.mark.parametrize(("before", "step", "place"), TRANSITIONS)
def test_every_transition_leads_where_the_table_says(
    before: tuple[Step, ...], step: Step, place: Place
) -> None:
    at = walk(*before)
    after = step(at, NOW + 50)
    assert after.place == place
    if place == at.place:
        assert after is at
        assert after.entry == at.entry
    else:
        assert after.entry == at.entry + 1


KEYS: Final[list[tuple[tuple[Step, ...], Key, Place]]] = [
    ((), Key.FORWARD, Home()),
    ((), Key.OTHER, Home()),
    ((begin,), Key.FORWARD, Slide(0, 0)),
    ((begin, theme(0), home), Key.FORWARD, Slide(1, 0)),
    ((begin, theme(0), theme(1), theme(2), home), Key.FORWARD, Slide(0, 0)),
    ((begin, theme(0)), Key.FORWARD, Slide(0, 1)),
    ((begin, theme(0), turn(1), zoom), Key.FORWARD, Slide(0, 2)),
    ((begin, theme(0), turn(2)), Key.FORWARD, Slide(1, 0)),
    ((begin, theme(0), turn(2)), Key.BACKWARD, Slide(0, 1)),
    ((begin, theme(0)), Key.BACKWARD, Home()),
    ((begin, theme(0), turn(2)), Key.HOME, Home()),
    ((begin, theme(0), turn(2)), Key.BACK, Home()),
    ((begin, theme(0), turn(2)), Key.OTHER, Slide(0, 2)),
    ((begin, numbers), Key.FORWARD, Home()),
    ((begin, prologue), Key.BACKWARD, Home()),
    ((begin,), Key.BACKWARD, Home()),
    ((begin, credit), Key.FORWARD, Home()),
    ((begin, licences), Key.FORWARD, Licences(1)),
    ((begin, licences, following), Key.FORWARD, Home()),
    ((begin, licences, following), Key.BACKWARD, Licences()),
    ((begin, licences), Key.BACKWARD, Credits()),
]


@pytest.mark.parametrize(("before", "key", "place"), KEYS)
def test_every_key_leads_where_the_table_says(before: tuple[Step, ...], key: Key, place: Place) -> None:
    assert walk(*before).press(key, NOW + 50).place == place


def test_one_button_leads_through_the_whole_exhibition() -> None:
    visit, now, places = Visit.start(PLAN), NOW, set()
    for _ in range(12):
        visit = visit.press(Key.FORWARD, now := now + 1)
        places.add(visit.place)
    assert places >= {
        Slide(theme, slide) for theme, stops in enumerate(PLAN.themes) for slide in range(len(stops))
    }


def test_in_large_text_the_way_back_from_the_licences_leads_to_the_thanks() -> None:
    visit = walk(begin, LARGE, credit, licences, following, following)
    assert (visit.place, visit.parts) == (Licences(2), 3)
    assert visit.back(NOW + 50).place == Credits(1)


def test_without_large_text_a_part_that_is_gone_is_left_for_the_first() -> None:
    visit = walk(begin, LARGE, licences, following, following, LARGE)
    assert (visit.place, visit.parts) == (Licences(0), 2)


def test_a_program_that_knows_not_what_it_stands_on_has_no_licences_to_open() -> None:
    visit = Visit.start(replace(PLAN, licences=None)).begin(NOW)
    assert visit.open_licences(NOW + 1) is visit


OVERLAYS: Final[list[tuple[tuple[Step, ...], Step, Place, object]]] = [
    ((begin, theme(0)), term(0), Slide(0, 0), TermCard(0)),
    ((begin, theme(0)), term(2), Slide(0, 0), None),
    ((begin, theme(0)), term(-1), Slide(0, 0), None),
    ((begin, theme(0)), zoom, Slide(0, 0), None),
    ((begin, theme(0), turn(1)), zoom, Slide(0, 1), Zoom()),
    ((begin, theme(0), turn(1), zoom), close, Slide(0, 1), None),
    ((begin, theme(0), turn(1), zoom), back, Slide(0, 1), None),
    ((begin, theme(0), turn(1), zoom), following, Slide(0, 2), None),
    ((begin, theme(0), turn(1), zoom), home, Home(), None),
    ((begin, theme(0), turn(1), zoom), speak(Language.EN), Slide(0, 1), Zoom()),
    ((begin, theme(0), term(0)), term(1), Slide(0, 0), TermCard(1)),
    ((begin, theme(0), term(0)), back, Slide(0, 0), None),
    ((begin, theme(0), term(0)), theme(0), Slide(0, 0), None),
    ((begin, theme(0), term(0)), theme(1), Slide(1, 0), None),
    ((begin, prologue, term(1)), back, PrologueScreen(), None),
    ((begin, theme(0)), close, Slide(0, 0), None),
    ((), term(0), Attract(), None),
    ((), zoom, Attract(), None),
    ((), settings_panel, Home(), ComfortPanel()),
    ((begin,), settings_panel, Home(), ComfortPanel()),
    ((begin, theme(0), term(0)), settings_panel, Slide(0, 0), ComfortPanel()),
    ((begin, theme(0), settings_panel), LARGE, Slide(0, 0), ComfortPanel()),
    ((begin, theme(0), settings_panel), back, Slide(0, 0), None),
    ((begin, theme(0), settings_panel), following, Slide(0, 1), None),
]


@pytest.mark.parametrize(("before", "step", "place", "overlay"), OVERLAYS)
def test_what_lies_above_a_screen_opens_and_closes(
    before: tuple[Step, ...], step: Step, place: Place, overlay: object
) -> None:
    after = step(walk(*before), NOW + 50)
    assert (after.place, after.overlay) == (place, overlay)


def test_the_language_changes_in_place_and_figures_do_not_play_again() -> None:
    before = walk(begin, theme(0), following)
    after = before.set_language(Language.EN, NOW + 9)
    assert (after.language, after.place, after.entry) == (Language.EN, before.place, before.entry)
    assert after.set_language(Language.EN, NOW + 10) is after


def test_a_language_chosen_on_the_attract_screen_is_kept() -> None:
    assert walk(speak(Language.EN)).language is Language.EN


@pytest.mark.parametrize(
    ("steps", "direction"),
    [
        ((begin, theme(0), following), 1),
        ((begin, theme(0), following, previous), -1),
        ((begin, theme(0), turn(2)), 1),
        ((begin, theme(0), turn(2), turn(0)), -1),
        ((begin, theme(0), turn(2), following), 1),
        ((begin, theme(0), following, home), 0),
        ((begin, theme(0), previous), 0),
        ((begin, theme(2), following), 0),
        ((begin, theme(0), following, back), 0),
    ],
)
def test_a_page_turns_the_way_it_was_turned(steps: tuple[Step, ...], direction: int) -> None:
    assert walk(*steps).direction == direction


def test_the_themes_seen_in_a_visit_are_remembered_until_its_end() -> None:
    visit = walk(begin, theme(2), home, numbers, figure(0, 1))
    assert visit.seen == {0, 2}
    assert visit.end().seen == frozenset()


def test_two_fingers_turn_one_page() -> None:
    visit = walk(begin, theme(0)).next(NOW + 5)
    assert visit.next(NOW + 5.09) is visit
    assert visit.previous(NOW + 5.09) is visit
    assert visit.turn_to(2, NOW + 5.09) is visit
    assert visit.next(NOW + 5.11).place == Slide(0, 2)


def test_a_page_may_be_turned_at_once_after_a_theme_opens() -> None:
    assert walk(begin, theme(0), following, every=0).place == Slide(0, 1)


def test_a_burst_of_taps_stops_at_the_end_of_the_theme() -> None:
    visit = walk(begin, theme(0))
    for tap in range(60):
        visit = visit.next(NOW + 5 + tap * 0.01)
    assert visit.place == Slide(0, 2)


def test_a_burst_of_taps_on_a_single_slide_stays_in_its_theme() -> None:
    visit = walk(begin, theme(2))
    assert visit.next(NOW + 1.5) is visit
    assert visit.next(NOW + 1.61).place == Home()


def test_a_page_that_has_stood_leads_on_to_the_next_theme() -> None:
    visit = walk(begin, theme(0), turn(2))
    assert visit.next(NOW + 2.59) is visit
    assert visit.next(NOW + 2.61).place == Slide(1, 0)


@pytest.mark.parametrize(
    ("steps", "language", "seconds"),
    [
        ((begin,), Language.ZH, 75),
        ((begin, theme(0)), Language.ZH, 75),
        ((begin, theme(0), turn(2)), Language.ZH, 80),
        ((begin, theme(0), turn(2)), Language.EN, 90),
    ],
)
def test_the_question_comes_later_on_longer_text_but_never_too_late(
    steps: tuple[Step, ...], language: Language, seconds: float
) -> None:
    visit = walk(*steps).set_language(language, NOW + 9).touch(NOW + 10)
    assert visit.tick(NOW + 10 + seconds - 0.5) is visit
    assert visit.tick(NOW + 10 + seconds).asking


def test_the_question_waits_while_something_plays() -> None:
    visit = walk(begin, theme(0)).hold(NOW + 2, 20)
    assert visit.tick(NOW + 96) is visit
    assert visit.tick(NOW + 97).asking
    assert visit.hold(NOW + 3, 1) is visit


def test_what_played_on_a_screen_that_was_left_holds_nothing() -> None:
    visit = walk(begin, theme(0)).hold(NOW + 2, 1000).home(NOW + 3)
    assert visit.tick(NOW + 78).asking


def test_an_answer_can_be_given_for_thirty_seconds_and_counts_down() -> None:
    asking = walk(begin).tick(NOW + 75)
    assert asking.seconds_left(NOW + 75) == 30
    assert asking.seconds_left(NOW + 75.5) == 30
    assert asking.seconds_left(NOW + 104.5) == 1
    assert asking.seconds_left(NOW + 200) == 0
    assert walk(begin).seconds_left(NOW) == 0
    assert asking.tick(NOW + 104.9) is asking
    assert asking.tick(NOW + 105).place == Attract()


def test_a_visit_can_be_extended_without_limit() -> None:
    visit, now = walk(begin, theme(1), following), NOW + 2
    for _ in range(100):
        visit = visit.tick(now := now + 90)
        assert visit.asking
        visit = visit.stay(now := now + 29)
        assert not visit.asking
    assert visit.place == Slide(1, 1)


@pytest.mark.parametrize("comfort", Comfort)
def test_a_reading_setting_is_switched_on_and_off_in_place(comfort: Comfort) -> None:
    before = walk(begin, theme(0), following)
    on = before.switch(comfort, NOW + 9)
    assert (on.comfort, on.place, on.entry) == (frozenset({comfort}), before.place, before.entry)
    assert on.switch(comfort, NOW + 10).comfort == frozenset()


def test_reading_settings_go_together() -> None:
    visit = walk(begin, *(switch(comfort) for comfort in Comfort))
    assert visit.comfort == set(Comfort)


def test_nobody_switches_anything_before_a_visit_or_while_the_question_stands() -> None:
    assert walk(LARGE) == Visit.start(PLAN)
    asked = walk(begin).tick(NOW + 500)
    assert asked.switch(Comfort.LARGE_TEXT, NOW + 501) == asked.stay(NOW + 501)


def test_what_the_hall_switched_on_every_visitor_finds_switched_on() -> None:
    plan = replace(PLAN, comfort=frozenset({Comfort.REDUCED_MOTION}))
    visit = Visit.start(plan).begin(NOW).switch(Comfort.REDUCED_MOTION, NOW + 1)
    assert visit.comfort == frozenset()
    assert visit.end().comfort == plan.comfort


def test_in_large_text_a_slide_is_turned_part_by_part() -> None:
    visit = walk(begin, LARGE, theme(0))
    places = []
    for step in range(6):
        visit = visit.next(NOW + 10 + step)
        places.append(visit.place)
    assert places == [Slide(0, 1), Slide(0, 1, 1), Slide(0, 2), Slide(0, 2, 1), Slide(0, 2, 2), Slide(1, 0)]


def test_in_large_text_the_way_back_leads_through_the_same_parts() -> None:
    visit = walk(begin, LARGE, figure(0, 2), following, following)
    assert visit.place == Slide(0, 2, 2)
    places = []
    for step in range(6):
        visit = visit.previous(NOW + 10 + step)
        places.append(visit.place)
    assert places == [Slide(0, 2, 1), Slide(0, 2), Slide(0, 1, 1), Slide(0, 1), Slide(0, 0), Home()]


def test_other_screens_have_parts_too_and_a_key_leads_through_them_and_home() -> None:
    visit = walk(begin, LARGE, prologue)
    for step, place in enumerate((PrologueScreen(1), PrologueScreen(2), Home())):
        visit = visit.press(Key.FORWARD, NOW + 10 + step)
        assert visit.place == place
    visit = walk(begin, LARGE, numbers, following)
    assert visit.place == Numbers(1)
    assert visit.press(Key.BACKWARD, NOW + 10).place == Numbers()
    assert visit.back(NOW + 10).place == Home()


def test_a_bouncing_key_does_not_lead_out_of_a_theme() -> None:
    visit = walk(begin, theme(0), turn(2)).press(Key.BACKWARD, NOW + 10)
    assert visit.place == Slide(0, 1)
    assert visit.press(Key.BACKWARD, NOW + 10.05) is visit


def test_without_large_text_there_are_no_parts() -> None:
    assert walk(begin, prologue, following).place == PrologueScreen()
    assert walk(begin, theme(0), following, following).place == Slide(0, 2)
    large = walk(begin, LARGE, figure(0, 2), following)
    plain = large.switch(Comfort.LARGE_TEXT, NOW + 9)
    assert (plain.place, plain.entry) == (Slide(0, 2), large.entry + 1)


def test_the_first_touch_leads_to_what_was_on_the_screen() -> None:
    start = Visit.start(PLAN)
    assert start.begin(NOW, Slide(0, 2)).place == Slide(0, 2)
    assert start.begin(NOW, Slide(7, 0)).place == Home()
    assert start.begin(NOW, Slide(0, 9)).place == Home()
    assert walk(begin, numbers).begin(NOW + 9, Slide(0, 2)).place == Numbers()


def test_how_many_visits_opened_a_theme_is_counted_over_all_visits() -> None:
    visit = walk(begin, theme(0), home, theme(0), theme(1)).end()
    assert visit.opened == (1, 1, 0)
    visit = visit.begin(NOW + 20, Slide(1, 1)).end()
    assert visit.opened == (1, 2, 0)


def test_the_question_waits_for_a_part_as_long_as_for_its_slide() -> None:
    visit = walk(begin, LARGE, figure(0, 2), following)
    assert visit.ask_after == walk(begin, figure(0, 2)).ask_after == 80


ACTIONS: Final[list[Step]] = [
    *(switch(comfort) for comfort in Comfort),
    settings_panel,
    begin,
    home,
    back,
    following,
    previous,
    turn(0),
    turn(1),
    turn(2),
    theme(0),
    theme(2),
    theme(7),
    numbers,
    prologue,
    credit,
    figure(0, 1),
    zoom,
    close,
    stay,
    touch,
    term(0),
    term(1),
    speak(Language.ZH),
    speak(Language.EN),
    *(press(key) for key in Key),
]


@pytest.mark.parametrize("place", [(begin,), (begin, theme(0), turn(1), zoom), (begin, theme(0), term(0))])
@pytest.mark.parametrize("action", ACTIONS)
def test_a_touch_while_the_question_stands_is_only_its_answer(place: tuple[Step, ...], action: Step) -> None:
    before = walk(*place)
    asking = before.tick(NOW + 95)
    assert asking.asking
    acted = action(asking, NOW + 96)
    answered = acted.touch(NOW + 96) if acted is asking else acted
    assert not answered.asking
    assert (answered.place, answered.overlay, answered.language) == (
        before.place,
        before.overlay,
        before.language,
    )


def test_the_next_visitor_starts_clean() -> None:
    visit = walk(speak(Language.EN), LARGE, numbers, figure(0, 1), zoom).tick(NOW + 500).tick(NOW + 600)
    assert visit.opened == (1, 0, 0)
    assert replace(visit, entry=0, opened=(0, 0, 0)) == Visit.start(PLAN)
    assert visit.end() is visit


def test_who_comes_to_a_closed_hall_starts_clean_and_leaves_it_closed() -> None:
    visit = walk(closing, begin, theme(1)).tick(NOW + 500).tick(NOW + 600)
    assert visit.place == Attract()
    closed = visit.keep_hours(hall_open=False)
    assert closed.place == Closed()
    assert replace(closed, entry=0, opened=(0, 0, 0), place=Attract()) == Visit.start(PLAN)


def test_the_hour_changes_nothing_while_a_question_stands() -> None:
    asking = walk(begin).tick(NOW + 80)
    assert asking.asking
    assert asking.keep_hours(hall_open=False) is asking


@pytest.mark.parametrize("act", [touch, tick, switch(Comfort.LARGE_TEXT), term(0), numbers])
def test_nobody_is_there_in_a_closed_hall_either(act: Step) -> None:
    closed = walk(closing)
    assert closed.resting
    assert act(closed, NOW + 5) is closed


WAITS: Final = st.sampled_from([0.0, 0.05, 0.2, 0.7, 5.0, 40.0, 80.0, 200.0])
WALKS: Final = st.lists(
    st.tuples(st.sampled_from([*ACTIONS, tick, end, closing, opening]), WAITS), max_size=60
)


@settings(max_examples=500, deadline=None)
@given(WALKS)
def test_every_visit_has_a_way_home_at_every_moment_and_ends_clean(steps: list[tuple[Step, float]]) -> None:
    visit, now = Visit.start(PLAN), NOW
    for step, wait in steps:
        before, now = visit, now + wait
        visit = step(visit, now)
        assert (visit.entry != before.entry) == (visit.place != before.place)
        assert visit.entry >= before.entry
        assert_sound(visit, now)
    ticks = 0
    while not visit.resting:
        visit, now, ticks = visit.tick(now), now + 1, ticks + 1
        assert ticks <= 90 + 30 + 2
    assert replace(visit, entry=0, opened=(0, 0, 0), place=Attract()) == Visit.start(PLAN)


def assert_sound(visit: Visit, now: float) -> None:
    if isinstance(visit.place, Attract | Closed):
        assert (visit.overlay, visit.asking, visit.seen) == (None, False, frozenset())
        assert visit.begin(now).place == Home()
        return
    answered = visit.stay(now)
    assert answered.home(now).place == Home()
    levels = 0
    while answered.place != Home() or answered.overlay is not None:
        answered = answered.back(now)
        levels += 1
    assert levels <= 3
    if isinstance(visit.place, Parted):
        assert 0 <= visit.place.part < visit.parts
    if isinstance(visit.place, Slide):
        assert visit.place.theme in visit.seen
        assert 0 <= visit.place.slide < len(PLAN.themes[visit.place.theme])


def test_a_plan_is_drawn_from_the_exhibition() -> None:
    glaze = Glaze(base="#000000", deep="#000000", glow="#000000", tint="#000000")
    statistic = Statistic(
        fact="f", value=Decimal(1), unit=Text("个", "of them"), label=Text("十个字的标签放在这里", "A label")
    )
    slides = (
        CoverSlide(id="cover", facts=(), lead=Text("导语四字", "A lead of five words")),
        StatisticsSlide(id="one", facts=("f",), title=Text("标题", "Title"), statistics=(statistic,)),
        PhotoSlide(
            id="photo",
            facts=(),
            image=Path("a.jpg"),
            status=Status.PHOTO,
            caption=Text("图", "It"),
            credit=Text("人", "Me"),
            alt=Text("文", "Alt"),
        ),
    )
    exhibition = Exhibition(
        folder=Path(),
        title=Text("铭记2020", "Remember 2020"),
        subtitle=Text("副", "Sub"),
        place=Text("洛阳", "Luoyang"),
        year=2020,
        source=Text("源", "Source"),
        language=Language.EN,
        diagonal=None,
        idle=Idle(ask_after=60),
        attract=(),
        prologue=Prologue(
            title=Text("序", "Prologue"), body=Text("序言", "Body"), lines=(Line(title=Text("行", "Line")),)
        ),
        glossary=(),
        credits=(),
        themes=(
            Theme(id="t", title=Text("题", "Theme"), glaze=glaze, emblem="gate", keywords=(), slides=slides),
        ),
    )
    plan = plan_of(exhibition)
    assert plan.language is Language.EN
    assert plan.idle.ask_after == 60
    assert [stop.picture for stop in plan.themes[0]] == [False, False, True]
    assert plan.themes[0][0].reading == Reading(zh=1.0, en=2.0)
    assert plan.themes[0][1].reading == Reading(zh=13 / 4, en=5 / 2.5)
    assert plan.prologue == Stop(Reading(zh=1.0, en=3 / 2.5), parts=2)
    assert [stop.parts for stop in plan.themes[0]] == [1, 1, 1]
    assert plan.numbers.parts == len(wall_parts(exhibition)) == 1
    assert (plan.credits.parts, plan.licences) == (1, None)
    with_components = plan_of(exhibition, components=43)
    assert with_components.credits.parts == 2
    assert with_components.licences == Stop(parts=6, pages=3)


def statistics_slide(count: int, body: Text | None = None) -> StatisticsSlide:
    text = Text("字", "word")
    figures = tuple(Statistic(fact=f"f{at}", value=Decimal(1), unit=text, label=text) for at in range(count))
    facts = tuple(figure.fact for figure in figures)
    return StatisticsSlide(id="s", facts=facts, title=text, statistics=figures, body=body)


def test_a_slide_of_figures_falls_into_one_part_a_figure_and_what_is_said_last() -> None:
    assert parts_of(statistics_slide(2, Text("说明", "Body"))) == (
        Part(first=0, count=1),
        Part(first=1, count=1),
        Part(body=True),
    )


def test_a_list_falls_into_what_is_said_and_two_entries_a_part() -> None:
    lines = tuple(Line(title=Text("行", "Line")) for _ in range(3))
    assert parts_of(Prologue(title=Text("序", "P"), body=Text("言", "B"), lines=lines)) == (
        Part(body=True),
        Part(first=0, count=2),
        Part(first=2, count=1),
    )


def test_a_cover_stays_whole() -> None:
    assert parts_of(CoverSlide(id="cover", facts=(), lead=Text("导语", "Lead"))) == (Part(),)


# --- what a desk sets ----------------------------------------------------------------------------------


def test_a_desk_sets_any_place_language_and_reading_setting_at_once() -> None:
    visit = Visit.start(PLAN).staged(1.0, place=Slide(1, 0), language=Language.EN)
    assert (visit.place, visit.language) == (Slide(1, 0), Language.EN)
    assert visit.staged(2.0, place=Attract(), language=Language.ZH).place == Attract()
    settings = frozenset({Comfort.LOW_REACH})
    assert visit.staged(2.0, comfort=settings).comfort == settings


def test_by_another_plan_the_same_place_is_kept_and_does_not_play_again() -> None:
    visit = Visit.start(PLAN).staged(1.0, place=Slide(1, 0))
    other = replace(PLAN, terms=0)
    after = visit.staged(2.0, plan=other)
    assert (after.plan, after.place, after.entry) == (other, Slide(1, 0), visit.entry)


def test_of_a_place_that_a_plan_has_not_the_nearest_is_shown() -> None:
    visit = Visit.start(PLAN).staged(1.0, place=Slide(1, 1))
    after = visit.staged(2.0, plan=replace(PLAN, themes=((Stop(),),)))
    assert after.place == Slide(0, 0)
    assert after.opened == (1,)
    assert after.seen <= {0}
    assert after.staged(3.0, plan=PLAN).opened == (1, 0, 0)


def test_what_lies_above_the_screen_goes_with_what_it_was_about() -> None:
    visit = Visit.start(PLAN).staged(1.0, place=Home()).show_term(0, 2.0)
    assert visit.overlay == TermCard(0)
    assert visit.staged(3.0, plan=PLAN).overlay == TermCard(0)
    assert visit.staged(3.0, plan=replace(PLAN, terms=0)).overlay is None
