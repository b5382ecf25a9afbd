"""Every arrangement holds the longest texts staff may write, as few entries as it takes and as many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication

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
from kiosk.desk.survey import Written, look_at
from kiosk.presentation.stage import Stage
from tests.screens.test_fit import fault

SIZES: Final = [(1920, 1080), (1080, 1920), (1366, 768), (1920, 720), (1080, 608)]
"""Walls, a laptop, and the strips that the low-reach setting leaves."""

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


def overlaps(texts: tuple[Written, ...]) -> list[str]:
    """The texts that lie on each other, by more than the air around their letters."""
    return [
        f"“{one.text}” lies on “{other.text}”"
        for one, other in combinations(texts, 2)
        if one.box.intersected(other.box).height() > 4 and one.box.intersected(other.box).width() > 4
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
    room, unit = QRectF(0, 0, *size), min(size) / 45
    faults = []
    for number, slide in enumerate(theme.slides):
        walk.restart()
        walk.visit.openFigure(0, number)
        qapp.processEvents()
        look = look_at(slide.id, stage)
        assert len(look.texts) > 2
        faults += [
            f"{slide.id}: “{text.text}” {found}"
            for text in look.texts
            if (found := fault(text, look, room, unit))
        ]
        faults += [f"{slide.id}: {found}" for found in overlaps(look.texts)]
    stage.close()
    assert not faults, "\n".join(faults)
