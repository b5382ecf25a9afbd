"""The attract loop, drawn from the content alone."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

from kiosk.attract import SCENES, SHIFTS, Programme, Scene, scenes_of
from kiosk.content.exhibition import Display, Exhibition, PhotoSlide, StatisticsSlide

NOBODY = (0,) * 7


def play(programme: Programme, opened: tuple[int, ...], scenes: int) -> list[Scene]:
    """The next so many scenes, posters left out."""
    found: list[Scene] = []
    while len(found) < scenes:
        programme = programme.advance(opened)
        found += [programme.scene] if programme.scene else []
    return found


def test_it_begins_with_the_poster_and_comes_back_to_it(exhibition: Exhibition) -> None:
    programme = Programme.of(exhibition)
    assert programme.scene is None
    for _ in range(3):
        for _ in range(SCENES):
            programme = programme.advance(NOBODY)
            assert programme.scene is not None
        programme = programme.advance(NOBODY)
        assert programme.scene is None


def test_every_scene_is_a_figure_or_a_picture_that_the_content_has(exhibition: Exhibition) -> None:
    kinds = Counter[str]()
    for scene in play(Programme.of(exhibition), NOBODY, 120):
        slide = exhibition.themes[scene.theme].slides[scene.slide]
        match slide:
            case StatisticsSlide(statistics=statistics):
                assert scene.fact in {statistic.fact for statistic in statistics}
            case _:
                assert scene.fact is None
        kinds[slide.kind] += 1
    assert set(kinds) == {"statistics", "photo", "cover"}


def test_while_nobody_chooses_every_theme_comes_equally_often_and_none_follows_itself(
    exhibition: Exhibition,
) -> None:
    themes = [scene.theme for scene in play(Programme.of(exhibition), NOBODY, 70)]
    assert Counter(themes) == dict.fromkeys(range(7), 10)
    assert all(one != next_one for one, next_one in itertools.pairwise(themes))


def test_a_theme_that_few_have_opened_comes_more_often(exhibition: Exhibition) -> None:
    opened = (40, 20, 10, 40, 40, 0, 40)
    counts = Counter(scene.theme for scene in play(Programme.of(exhibition), opened, 400))
    assert counts[5] > counts[2] > counts[1] > counts[0]
    assert min(counts[theme] for theme in range(7)) >= 20
    assert counts[5] < 200


def test_a_theme_shows_all_of_its_scenes_in_turn(exhibition: Exhibition) -> None:
    programme = Programme.of(exhibition)
    shown = {scene for scene in play(programme, NOBODY, 7 * 40) if scene.theme == 1}
    assert shown == set(programme.scenes[1])


def test_figures_that_staff_named_come_first_and_pictures_stand_between(exhibition: Exhibition) -> None:
    theme = exhibition.themes[4]
    scenes = scenes_of(theme, 4, ("key-matters",))
    assert scenes[0].fact == "key-matters"
    assert isinstance(theme.slides[scenes[1].slide], PhotoSlide)
    assert scenes[2].fact == "greenway"


def test_a_theme_without_figures_and_pictures_shows_itself(exhibition: Exhibition) -> None:
    bare = replace(exhibition.themes[0], slides=exhibition.themes[0].slides[:1])
    assert scenes_of(bare, 3, ()) == (Scene(3, 0),)


def test_a_theme_of_undrawn_figures_shows_one_of_them(exhibition: Exhibition) -> None:
    slide = next(slide for slide in exhibition.themes[4].slides if isinstance(slide, StatisticsSlide))
    plain = tuple(replace(statistic, display=Display.NUMBER) for statistic in slide.statistics)
    theme = replace(exhibition.themes[4], slides=(replace(slide, statistics=plain),))
    assert scenes_of(theme, 0, ()) == (Scene(0, 0, plain[0].fact),)


def test_an_exhibition_of_one_theme_goes_on_too(exhibition: Exhibition) -> None:
    alone = Programme.of(replace(exhibition, themes=exhibition.themes[:1]))
    assert {scene.theme for scene in play(alone, (3,), 10)} == {0}


def test_round_after_round_everything_stands_elsewhere_by_a_few_pixels(exhibition: Exhibition) -> None:
    programme = Programme.of(exhibition)
    shifts = []
    for _ in SHIFTS:
        shifts.append(programme.shift)
        programme = programme.poster()
    assert len(set(shifts)) == len(SHIFTS)
    assert programme.shift == shifts[0]
    assert max(abs(pixels) for shift in shifts for pixels in shift) <= 4


def test_what_stays_on_can_stand_elsewhere(exhibition: Exhibition) -> None:
    programme = Programme.of(exhibition).advance((0,) * len(exhibition.themes))
    moved = programme.elsewhere()
    assert moved.shift == SHIFTS[1]
    assert replace(moved, rounds=0) == programme
