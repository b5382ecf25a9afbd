"""The strip over the first screen for whoever has just switched the machine on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.content.contrast import contrast
from kiosk.content.exhibition import Exhibition, Language, Text
from kiosk.hall import graphics
from kiosk.hall.graphics import Experience, Found
from kiosk.visit import Attract, Comfort, Home
from tests.visiting import SHAPES, Hall

OpenHall = Callable[..., Hall]

NOTICES: Final = [
    (Text(f"第 {n} 件事。", f"Thing number {n}."), Text(f"第 {n} 个办法。", f"Remedy number {n}."))
    for n in range(1, 6)
]

LONGEST: Final = [
    (notice.said, notice.remedy)
    for found in (Found.SIMULATED, Found.REFUSES, Found.ENDS)
    if (notice := graphics.without(Experience("", found, "llvmpipe (LLVM 15.0.6, 256 bits)")).notice)
]

SIZES: Final = {**SHAPES, "small": (1366, 768)}


def strips(hall: Hall) -> list[QQuickItem]:
    return [item for item in hall.items() if item.metaObject().className().startswith("NoticeStrip")]


def texts(items: Iterable[QQuickItem]) -> list[str]:
    """As they were written, without the joints of typesetting."""
    return [plain(item) for item in items if item.property("text")]


def plain(item: QQuickItem) -> str:
    return str(item.property("text") or "").replace("\u2060", "").replace("\xa0", " ")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", Language)
def test_each_notice_and_its_remedy_stand_in_both_languages(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int], language: Language
) -> None:
    hall = open_hall(sample, size, language=language, begun=False)
    assert strips(hall) == []
    hall.stage.tell(NOTICES[:2])
    said = texts(hall.items())
    for notice, remedy in NOTICES[:2]:
        assert {notice.zh, notice.en, remedy.zh, remedy.en} <= set(said)


def test_of_many_three_are_shown_and_the_others_counted(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample, begun=False)
    hall.stage.tell(NOTICES)
    said = texts(hall.items())
    assert [notice.zh in said for notice, _ in NOTICES] == [True, True, True, False, False]
    assert any("另有 2 条 / and 2 more" in text for text in said)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("comfort", [(), tuple(Comfort)], ids=["plain", "all settings"])
def test_the_longest_leave_the_invitation_free(
    open_hall: OpenHall, sample: Exhibition, size: tuple[int, int], comfort: tuple[Comfort, ...]
) -> None:
    assert len(LONGEST) == 3
    hall = open_hall(sample, size, begun=False, comfort=comfort)
    hall.stage.tell(LONGEST)
    words = [item for item in hall.items() if str(item.property("text")).startswith("给工作人员")]
    assert len(words) == 1
    invitation = [item for item in hall.items() if str(item.property("text")).startswith("轻触屏幕")]
    bottom = words[0].mapToScene(QPointF(0, words[0].height())).y()
    assert bottom < invitation[0].mapToScene(QPointF(0, 0)).y()


@pytest.mark.parametrize("at", [QPoint(900, 60), QPoint(900, 900)], ids=["on it", "beside it"])
def test_a_touch_takes_it_away_and_begins_all_the_same(
    open_hall: OpenHall, sample: Exhibition, at: QPoint
) -> None:
    hall = open_hall(sample, begun=False)
    hall.stage.tell(NOTICES[:1])
    assert len(strips(hall)) == 1
    assert hall.place() == Attract()
    hall.tap(at)
    hall.until(lambda: strips(hall) == [])
    assert hall.place() == Home()


def test_it_does_not_come_back(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample, begun=False)
    hall.stage.tell(NOTICES[:1])
    hall.visit.begin()
    hall.until(lambda: strips(hall) == [])
    for _ in range(2):  # asked whether anybody is there, and nobody answers
        hall.passes(600)
    assert hall.place() == Attract()
    assert strips(hall) == []


def test_what_it_says_has_seven_to_one(open_hall: OpenHall, sample: Exhibition) -> None:
    hall = open_hall(sample, begun=False)
    hall.stage.tell(NOTICES[:1])
    said = {text for pair in NOTICES[:1] for part in pair for text in (part.zh, part.en)}
    inks = [item.property("color").name() for item in hall.items() if plain(item) in said]
    assert len(inks) == 4
    assert all(contrast(ink, "#F6EFE1") >= 7 for ink in inks)
