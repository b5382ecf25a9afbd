"""Every arrangement holds the longest texts staff may write, as few entries as it takes and as many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import (
    HOLDS,
    Arrangement,
    CoverSlide,
    Entry,
    Exhibition,
    Language,
    MeasuresSlide,
    Slide,
    Text,
)
from kiosk.desk.snapshot import Walk
from kiosk.presentation.stage import Stage

SIZES: Final = [(1920, 1080), (1080, 1920), (1366, 768), (1920, 720), (1080, 608)]
"""Walls, a laptop, and the strips that low reach leaves."""

LONGEST: Final = Entry(
    title=Text(
        "黄河流域生态保护高质量发展先行区起步", "Ecological protection and high-quality growth in every basin"
    ),
    text=Text(
        "沿黄九个县区生态廊道、湿地修复、滩区治理和文化保护，一体谋划、一体推进、一体考核",
        "Green corridors, wetlands, flood plains and heritage in nine counties, "
        "planned, built and assessed as one set.",
    ),
    pictogram="tree",
)
SHORT: Final = Entry(title=Text("绿道", "Greenways"))


def slides() -> Iterator[Slide]:
    yield CoverSlide(id="cover", facts=(), lead=LONGEST.title)
    for display, room in HOLDS.items():
        for amount in {room.least, (room.least + room.most) // 2, room.most}:
            for entry in (LONGEST, replace(LONGEST, pictogram=None), SHORT):
                yield MeasuresSlide(
                    id=f"{display}-{amount}",
                    facts=(),
                    title=Text("一屏一个意思", "One screen, one idea"),
                    measures=amount * (entry,),
                    display=display,
                )


def texts(item: QQuickItem) -> Iterator[QQuickItem]:
    """What is to be read on the present screen; the one that was left is disabled."""
    for child in item.childItems():
        if child.isVisible() and child.isEnabled() and child.opacity() > 0:
            if child.metaObject().indexOfProperty("truncated") >= 0 and child.property("text"):
                yield child
            yield from texts(child)


def fault(text: QQuickItem, size: tuple[int, int], controls: float) -> str:
    """`controls` is where they begin, in px from the top; infinity where a screen has other rules."""
    inner = QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
    box = text.mapRectToScene(inner)
    unit = min(size) / 45
    if text.property("truncated"):
        return "is cut"
    if box.left() < -2 or box.right() > size[0] + 2:
        return "leaves the window"
    if box.top() < controls - unit / 2 and box.bottom() > controls + unit / 2:
        return "runs into the controls"
    return ""


def overlaps(boxes: list[tuple[str, QRectF]]) -> list[str]:
    """The texts that lie on each other, by more than the air around their letters."""
    return [
        f"“{one}” lies on “{other}”"
        for (one, box), (other, below) in combinations(boxes, 2)
        if box.intersected(below).height() > 4 and box.intersected(below).width() > 4
    ]


def test_the_longest_texts_are_as_long_as_they_may_be() -> None:
    assert (len(LONGEST.title.zh), len(LONGEST.title.en)) == (18, 60)
    assert LONGEST.text
    assert (len(LONGEST.text.zh), len(LONGEST.text.en)) == (40, 110)
    assert set(HOLDS) == set(Arrangement)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_arrangement_has_room_for_the_longest_texts(
    qapp: QGuiApplication, exhibition: Exhibition, size: tuple[int, int], language: Language
) -> None:
    walk = Walk()
    theme = replace(exhibition.themes[0], slides=tuple(slides()))
    shown = replace(exhibition, language=language, themes=(theme,), attract=())
    stage = Stage(shown, QSize(*size), clock=walk, still=True)
    walk.visit = stage.visit
    stage.window.show()
    footer = (6.5 if size[0] > size[1] else 12) * min(size) / 45
    faults = []
    for number, slide in enumerate(theme.slides):
        walk.restart()
        walk.visit.openFigure(0, number)
        qapp.processEvents()
        boxes = []
        for text in texts(stage.window.contentItem()):
            if found := fault(text, size, size[1] - footer):
                faults.append(f"{slide.id}: “{text.property('text')}” {found}")
            inner = QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight"))
            boxes.append((str(text.property("text")), text.mapRectToScene(inner)))
        assert len(boxes) > 2
        faults += [f"{slide.id}: {found}" for found in overlaps(boxes)]
    stage.close()
    assert not faults, "\n".join(faults)
