"""Figures that come alive, and end exactly where they should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import Exhibition, Language, Qualifier, Slide, Statistic, StatisticsSlide, Text
from kiosk.content.figures import is_year, spell
from kiosk.desk.survey import shown
from kiosk.visit import Comfort
from tests.visiting import SHAPES, Hall

OpenHall = Callable[..., Hall]

SHAPE: Final = pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
LANGUAGE: Final = pytest.mark.parametrize("language", Language)
MOMENTS: Final = (0.0, 0.13, 0.4, 0.77, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure on the screen: what it is said to be, what its numeral shows, and the boxes of its parts."""

    spoken: str
    numeral: str
    texts: tuple[str, ...]
    boxes: tuple[QRectF, ...]
    overflow: float


def figures(hall: Hall) -> list[Seen]:
    """Those of the screen that is on, not of one that is still leaving."""
    return [
        seen(part.name, part.item)
        for part in hall.parts()
        if part.item.isEnabled() and part.item.property("shown") is not None
    ]


def seen(spoken: str, figure: QQuickItem) -> Seen:
    texts = [item for item in shown(figure) if item.property("text")]
    numeral = next(item for item in texts if item.property("text") == figure.property("shown"))
    return Seen(
        spoken,
        str(numeral.property("text")),
        tuple(str(item.property("text")) for item in texts if item != numeral),
        tuple(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())) for item in texts),
        float(numeral.property("contentWidth")) - numeral.width(),
    )


def statistics_slides(exhibition: Exhibition) -> Iterator[tuple[int, int, StatisticsSlide]]:
    for at, theme in enumerate(exhibition.themes):
        for number, slide in enumerate(theme.slides):
            if isinstance(slide, StatisticsSlide):
                yield at, number, slide


def play(hall: Hall, progress: float) -> None:
    """Holds the slide's play at one moment. Bindings follow at once; no frame has to be drawn."""
    views = [item for item in hall.items() if item.property("playTime") is not None]
    assert len(views) == 1
    views[0].setProperty("progress", progress)


def stands(statistic: Statistic) -> bool:
    """Whether the numeral names something instead of counting it."""
    return is_year(statistic) or not {Qualifier.ORDINAL, Qualifier.TOP}.isdisjoint(statistic.qualifiers)


@SHAPE
@LANGUAGE
def test_every_figure_is_named_at_every_moment_and_ends_exactly(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    told = 0
    for theme, number, slide in statistics_slides(exhibition):
        hall.visit.openFigure(theme, number)
        hall.settle()
        spelled = [spell(statistic, language) for statistic in slide.statistics]
        for moment in MOMENTS:
            play(hall, moment)
            assert [figure.spoken for figure in figures(hall)] == [spelling.spoken for spelling in spelled]
            for figure, statistic, spelling in zip(figures(hall), slide.statistics, spelled, strict=True):
                if moment == 1 or stands(statistic):
                    assert figure.numeral == spelling.digits
        told += len(spelled)
    assert told == sum(len(slide.statistics) for *_, slide in statistics_slides(exhibition)) > 40


@SHAPE
@LANGUAGE
def test_nothing_moves_while_a_figure_counts(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    moving = 0
    for theme, number, _ in statistics_slides(exhibition):
        hall.visit.openFigure(theme, number)
        hall.settle()
        ends = figures(hall)
        for moment in MOMENTS[:-1]:
            play(hall, moment)
            for now, end in zip(figures(hall), ends, strict=True):
                assert (now.boxes, now.texts) == (end.boxes, end.texts)
                assert now.overflow <= 1
                moving += now.numeral != end.numeral
    assert moving > 100


def watch(hall: Hall, ends: list[str]) -> list[list[float]]:
    """The values that the numerals show, look by look, until they show their ends."""
    moments: list[list[float]] = []

    def ended() -> bool:
        numerals = [figure.numeral for figure in figures(hall)]
        moments.append([float(numeral.replace(",", "")) for numeral in numerals])
        return numerals == ends

    hall.until(ended)
    return moments


@LANGUAGE
def test_figures_count_up_once_and_end_by_themselves(
    open_hall: OpenHall, sample: Exhibition, language: Language
) -> None:
    hall = open_hall(sample, still=False, language=language)
    hall.visit.openNumbers()
    hall.rest()
    for theme, number, slide in statistics_slides(sample):
        hall.visit.openFigure(theme, number)
        hall.until(lambda: bool(figures(hall)))
        spelled = [spell(statistic, language) for statistic in slide.statistics]
        first = figures(hall)
        assert [figure.spoken for figure in first] == [spelling.spoken for spelling in spelled]
        for figure, spelling in zip(first, spelled, strict=True):
            assert (figure.numeral != spelling.digits) is spelling.counts
        moments = watch(hall, [spelling.digits for spelling in spelled])
        assert len(moments) > 3
        assert all(b <= a for before, after in pairwise(moments) for b, a in zip(before, after, strict=True))


def test_a_new_entry_counts_again_and_a_language_switch_does_not(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(sample, still=False)
    hall.visit.openNumbers()
    hall.rest()
    hall.visit.openFigure(1, 1)
    slide = next(slide for at, number, slide in statistics_slides(sample) if (at, number) == (1, 1))
    ends, english = (
        [spell(statistic, language).digits for statistic in slide.statistics] for language in Language
    )
    hall.until(lambda: [figure.numeral for figure in figures(hall)] == ends)
    hall.visit.setLanguage("en")
    hall.settle()
    assert [figure.numeral for figure in figures(hall)] == english
    hall.visit.openNumbers()
    hall.rest()
    hall.visit.openFigure(1, 1)
    hall.settle()
    assert [figure.numeral for figure in figures(hall)] != english


def test_where_nothing_moves_the_end_state_shows_at_once(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample)
    for theme, number, slide in statistics_slides(sample):
        hall.visit.openFigure(theme, number)
        hall.settle()
        assert [figure.numeral for figure in figures(hall)] == [
            spell(statistic, Language.ZH).digits for statistic in slide.statistics
        ]


@SHAPE
@LANGUAGE
def test_every_figure_of_the_exhibition_stands_on_the_wall(
    open_hall: OpenHall, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(exhibition, size, language=language)
    hall.visit.openNumbers()
    hall.settle()
    spelled = [
        spell(statistic, language)
        for *_, slide in statistics_slides(exhibition)
        for statistic in slide.statistics
    ]
    assert [(figure.spoken, figure.numeral) for figure in figures(hall)] == [
        (spelling.spoken, spelling.digits) for spelling in spelled
    ]


SOURCE: Final = Text("来源：样本自己的公报", "Source: a bulletin of the sample’s own")


def sourced(exhibition: Exhibition) -> Exhibition:
    """Without a source for all; each figure names its own."""

    def slide_of(slide: Slide) -> Slide:
        if not isinstance(slide, StatisticsSlide):
            return slide
        return replace(slide, statistics=tuple(replace(one, source=SOURCE) for one in slide.statistics))

    themes = [replace(theme, slides=tuple(map(slide_of, theme.slides))) for theme in exhibition.themes]
    return replace(exhibition, source=None, themes=tuple(themes))


@SHAPE
@pytest.mark.parametrize("comfort", [frozenset(), frozenset({Comfort.LARGE_TEXT})], ids=["plain", "large"])
def test_a_source_of_its_own_is_written_by_the_figure_and_covers_nothing(
    open_hall: OpenHall,
    sample: Exhibition,
    size: tuple[int, int],
    comfort: frozenset[Comfort],
) -> None:
    hall = open_hall(sourced(sample), size, language=Language.EN, comfort=comfort)
    for theme, number, _ in statistics_slides(sample):
        hall.visit.openFigure(theme, number)
        hall.settle()
        texts = {
            str(item.property("text")): item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            for item in hall.items()
            if item.property("text") and item.isEnabled()
        }
        source = texts.pop(SOURCE.en)
        assert QRectF(0, 0, *size).contains(source)
        assert [text for text, box in texts.items() if box.intersects(source)] == []


def test_the_wall_of_an_exhibition_without_one_source_names_none(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    notes = []
    for exhibition in (sample, sourced(sample)):
        hall = open_hall(exhibition, language=Language.ZH)
        hall.visit.openNumbers()
        hall.settle()
        notes += [text for item in hall.items() if "读它的故事" in (text := str(item.property("text")))]
    with_source, without = notes
    assert with_source == f"{without} · 来源：样本"


@LANGUAGE
def test_the_qualifier_stands_beside_the_numeral_from_the_first_frame(
    open_hall: OpenHall, exhibition: Exhibition, language: Language
) -> None:
    hall = open_hall(exhibition, language=language)
    qualified = 0
    for theme, number, slide in statistics_slides(exhibition):
        hall.visit.openFigure(theme, number)
        hall.settle()
        play(hall, 0.0)
        for figure, statistic in zip(figures(hall), slide.statistics, strict=True):
            spelling = spell(statistic, language)
            if statistic.qualifiers:
                words = [word for word in (spelling.before, spelling.symbol, spelling.after) if word]
                assert list(figure.texts) == words
                qualified += 1
    assert qualified > 10
