"""Figures drawn as what they are: within their box at every moment, from nothing to exactly the figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import Display, Exhibition, StatisticsSlide
from tests.visiting import SHAPES, Hall

OpenHall = Callable[..., Hall]


def drawings(hall: Hall) -> list[QQuickItem]:
    return [item for item in hall.items() if item.metaObject().indexOfMethod("strength(double)") >= 0]


def name_of(item: QQuickItem) -> str:
    return item.metaObject().className().split("_QML")[0]


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every part that is seen; what is clipped counts as its clip."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0 and child.width() > 0 and child.height() > 0:
            yield child
            if not child.clip():
                yield from visible(child)


def statistics_slides(exhibition: Exhibition) -> Iterator[tuple[int, int, StatisticsSlide]]:
    for at, theme in enumerate(exhibition.themes):
        for number, slide in enumerate(theme.slides):
            if isinstance(slide, StatisticsSlide):
                yield at, number, slide


def colour_of(drawing: QQuickItem, role: str) -> QColor:
    context = qmlContext(drawing)
    assert context
    return cast("QColor", QQmlProperty.read(drawing, f"tone.{role}", context))


def hold(drawing: QQuickItem, progress: float) -> None:
    drawing.setProperty("progress", progress)


@pytest.mark.parametrize("size", [*SHAPES.values(), (1920, 720)], ids=[*SHAPES, "strip"])
def test_a_drawing_keeps_to_its_box(open_hall: OpenHall, sample: Exhibition, size: tuple[int, int]) -> None:
    hall = open_hall(sample, size)
    drawn = set()
    for theme, number, _ in statistics_slides(sample):
        hall.visit.openFigure(theme, number)
        hall.settle()
        for drawing in drawings(hall):
            drawn.add(name_of(drawing))
            slack = size[1] / 45
            box = QRectF(0, 0, drawing.width(), drawing.height()).adjusted(-slack, -slack, slack, slack)
            for progress in (0.0, 0.4, 1.0):
                hold(drawing, progress)
                for part in visible(drawing):
                    if part.rotation() == 0 and part.parentItem().rotation() == 0:
                        place = part.mapRectToItem(drawing, QRectF(0, 0, part.width(), part.height()))
                        assert box.contains(place), (name_of(drawing), progress, place, box)
    assert len(drawn) == len(Display) - 1


def marks_of(hall: Hall, sample: Exhibition, kind: str) -> QQuickItem:
    for theme, number, _ in statistics_slides(sample):
        hall.visit.openFigure(theme, number)
        hall.settle()
        for drawing in drawings(hall):
            if name_of(drawing) == kind:
                return drawing
    raise AssertionError(kind)


def ink(drawing: QQuickItem) -> float:
    """The area, in px², of what has the colour of what is counted."""
    ward = colour_of(drawing, "ward")
    return sum(
        part.width() * part.height()
        for part in visible(drawing)
        if part.property("color") == ward and not part.clip()
    )


def test_a_slice_takes_exactly_its_share_of_the_whole(open_hall: OpenHall, sample: Exhibition) -> None:
    slips = marks_of(open_hall(sample), sample, "SliceDisplay")
    hold(slips, 0.0)
    assert ink(slips) == 0
    hold(slips, 1.0)
    whole = sum(
        part.width() * part.height()
        for part in visible(slips)
        if part.property("color") == colour_of(slips, "wardEmpty")
    )
    assert ink(slips) / (ink(slips) + whole) == pytest.approx(0.024, abs=0.0025)


def test_a_rise_of_ten_per_cent_has_ten_steps(open_hall: OpenHall, sample: Exhibition) -> None:
    steps = marks_of(open_hall(sample), sample, "GrowthDisplay")
    ward = colour_of(steps, "ward")

    def count() -> int:
        return sum(part.property("color") == ward for part in visible(steps))

    hold(steps, 0.0)
    assert count() == 0
    hold(steps, 0.5)
    assert count() == 5
    hold(steps, 1.0)
    assert count() == 10


def test_every_coin_is_told(open_hall: OpenHall, sample: Exhibition) -> None:
    coins = marks_of(open_hall(sample), sample, "CoinsDisplay")
    ward = colour_of(coins, "ward")

    def count() -> int:
        return sum(part.property("color") == ward for part in visible(coins))

    hold(coins, 0.2)
    assert count() == 5
    hold(coins, 1.0)
    assert count() == 25


def test_a_month_and_a_half_has_forty_five_days_and_none_of_them_is_full(
    open_hall: OpenHall, sample: Exhibition
) -> None:
    days = marks_of(open_hall(sample), sample, "CalendarDisplay")
    ward = colour_of(days, "ward")
    cell = days.property("cell")
    told = [
        part
        for part in visible(days)
        if part.property("color") == ward and part.height() == cell and part.width() == cell
    ]
    assert len(told) == 45
    strengths = [part.opacity() for part in told]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] < 1
    assert strengths[-1] < 0.2


def test_the_hand_of_a_clock_ends_at_the_hour(open_hall: OpenHall, sample: Exhibition) -> None:
    clock = marks_of(open_hall(sample), sample, "ClockDisplay")
    assert clock.property("turn") == pytest.approx(8 / 12)
    hold(clock, 0.5)
    assert clock.property("turn") == pytest.approx(4 / 12)


def test_thirty_six_and_a_half_strokes_are_eight_marks(open_hall: OpenHall, sample: Exhibition) -> None:
    tally = marks_of(open_hall(sample), sample, "TallyDisplay")
    strokes = [item for item in tally.childItems() if item.property("part") is not None]
    assert len(strokes) == 40
    assert [stroke.property("part") for stroke in strokes] == pytest.approx([1.0] * 36 + [0.5] + [0.0] * 3)
    hold(tally, 0.0)
    assert sum(stroke.property("part") for stroke in strokes) == 0
