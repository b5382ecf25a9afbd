"""Entries drawn along lines: a hub, a line, a thread, dawn arcs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import (
    HOLDS,
    Arrangement,
    Entry,
    Exhibition,
    GoalsSlide,
    Language,
    MilestonesSlide,
    Text,
)
from kiosk.desk.survey import shown
from kiosk.presentation.typesetting import plain
from tests.visiting import HOME, PORTRAIT, SHAPES, Hall

OpenHall = Callable[..., Hall]

DRAWN: Final = (Arrangement.HUB, Arrangement.LINE, Arrangement.THREAD, Arrangement.ARCS)
SIZES: Final = (*SHAPES.values(), (1366, 768), (1920, 720), (1080, 608))
MOMENTS: Final = (0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9)
LONGEST: Final = Entry(
    title=Text(
        "综合保税区与国际港集装箱堆场投入使用", "Comprehensive bonded zone and Dongfanghong Rail–Sea Port"
    ),
    text=Text(
        "高质量推进保税物流区主体完工，新建的集装箱堆场投入使用，打通铁海联运物流新通道",
        "Carried out to a high standard, with the main works of its logistics area done and a new container "
        "yard in use",
    ),
    pictogram="lamp",
)
NAMES: Final = tuple(Text(zh, en) for zh, en in zip("东西南北中外", "ABCDEF", strict=True))


def milestones(display: Arrangement, *entries: Entry) -> MilestonesSlide:
    return MilestonesSlide(
        id=f"{display}-{len(entries)}",
        facts=(),
        title=Text("货走新通道", "New ways for freight"),
        milestones=entries,
        display=display,
    )


def named(display: Arrangement) -> MilestonesSlide:
    return milestones(display, *(Entry(title=name) for name in NAMES[: HOLDS[display].most]))


def holding(sample: Exhibition, *slides: MilestonesSlide | GoalsSlide) -> Exhibition:
    """The sample, with the slides after the cover of its first theme."""
    first = sample.themes[0]
    theme = replace(first, slides=(first.slides[0], *slides))
    return replace(sample, themes=(theme, *sample.themes[1:]), attract=(), glossary=())


def show(hall: Hall, slide: int) -> QQuickItem:
    """The view of the slide."""
    hall.visit.openFigure(0, slide)
    hall.settle()
    (view,) = (item for item in hall.items() if item.property("playTime") is not None)
    return view


def words(view: QQuickItem) -> list[QQuickItem]:
    return [item for item in shown(view) if item.property("text") and item.property("contentWidth")]


def box_of(text: QQuickItem) -> QRectF:
    return text.mapRectToScene(
        QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
    ).adjusted(2, 2, -2, -2)


def visibility(item: QQuickItem | None) -> float:
    return item.opacity() * visibility(item.parentItem()) if item else 1


def entries_seen(view: QQuickItem, language: Language) -> list[float]:
    """How much is to be seen of every entry, in their order."""
    return [
        max(
            (visibility(item) for item in words(view) if plain(item.property("text")) == name.of(language)),
            default=0,
        )
        for name in NAMES
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_words_have_room_beside_each_other(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int], language: Language
) -> None:
    slides = [
        milestones(display, *amount * [LONGEST])
        for display in DRAWN
        for amount in range(HOLDS[display].least, HOLDS[display].most + 1)
    ]
    hall = open_hall(holding(sample, *slides), size, language=language)
    faults = []
    for number, slide in enumerate(slides, 1):
        boxes = [box_of(text) for text in words(show(hall, number))]
        assert len(boxes) > 2 * len(slide.milestones)
        stage = QRectF(0, 0, size[0], hall.find(HOME).box.top())
        faults += [f"{slide.id} leaves the stage" for box in boxes if not stage.contains(box)]
        faults += [f"{slide.id} overlaps" for one, other in combinations(boxes, 2) if one.intersects(other)]
    assert faults == []


@pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("display", DRAWN)
def test_entries_come_one_after_another_and_are_all_there_at_the_end(
    open_hall: OpenHall, sample: Exhibition, display: Arrangement, size: tuple[int, int]
) -> None:
    hall = open_hall(holding(sample, named(display)), size)
    view = show(hall, 1)
    seen = []
    for moment in MOMENTS:
        view.setProperty("progress", moment)
        seen.append(entries_seen(view, hall.language))
        assert seen[-1] == sorted(seen[-1], reverse=True)
    assert max(seen[0]) == 0
    assert any(max(now) > 0 and min(now[: HOLDS[display].most]) == 0 for now in seen)
    view.setProperty("progress", 1.0)
    assert entries_seen(view, hall.language)[: HOLDS[display].most] == HOLDS[display].most * [1.0]


@pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
def test_touching_a_label_of_the_hub_dims_the_others(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int]
) -> None:
    hall = open_hall(holding(sample, named(Arrangement.HUB)), size)
    view = show(hall, 1)
    hall.tap(NAMES[1])
    assert entries_seen(view, hall.language) == pytest.approx([0.35, 1, 0.35, 0.35, 0.35, 0.35])
    hall.tap(NAMES[1])
    assert entries_seen(view, hall.language) == 6 * [1.0]


def test_a_label_of_the_hub_answers_before_the_finger_is_lifted(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    hall = open_hall(holding(sample, named(Arrangement.HUB)))
    show(hall, 1)
    finger = hall.press(NAMES[2])
    assert hall.find(NAMES[2]).item.property("pressed")
    finger.lift()


@pytest.mark.parametrize("display", [Arrangement.LINE, Arrangement.THREAD])
def test_a_pictogram_stands_where_the_number_would(
    open_hall: OpenHall, sample: Exhibition, display: Arrangement
) -> None:
    slide = milestones(display, Entry(title=NAMES[0]), Entry(title=NAMES[1], pictogram="lamp"))
    view = show(open_hall(holding(sample, slide), PORTRAIT), 1)
    assert [text for item in words(view) if (text := item.property("text")) in {"1", "2"}] == ["1"]
    assert [item for item in shown(view) if item.property("name") == "lamp"]


@pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
def test_the_year_is_the_sun_and_stands_once(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int]
) -> None:
    slide = GoalsSlide(
        id="dawn",
        facts=(),
        title=Text("到那时", "By then"),
        goals=tuple(Entry(title=name) for name in NAMES[:2]),
        year=2035,
        display=Arrangement.ARCS,
    )
    view = show(open_hall(holding(sample, slide), size), 1)
    assert [item.property("text") for item in words(view)].count("2035") == 1
