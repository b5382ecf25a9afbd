"""No text of the real content is cut, leaves the window or the stage, or runs into the controls.

In every shape, language and reading setting.
"""

from __future__ import annotations

from typing import Final

import pytest
from PySide6.QtCore import QRectF

from kiosk.content.exhibition import Language
from kiosk.desk.survey import Look, Written
from kiosk.presentation.screen import pitch
from kiosk.visit import Comfort
from tests.survey import (
    ALL,
    LARGE,
    LOW,
    PLAIN,
    content,
    stage_of,
    survey,
    without_attract,
)
from tests.visiting import LANDSCAPE, PORTRAIT

LAPTOP: Final = (1366, 768)
LEGIBLE: Final = 8.55
"""mm: the height of a character that takes 0.7° of arc at 0.7 m, 2 · 700 · tan 0.35°."""

INK: Final = 0.9
"""The part of its em that a Chinese character fills."""

WALKS: Final = [
    *((size, PLAIN) for size in (LANDSCAPE, PORTRAIT, LAPTOP)),
    *((size, comfort) for size in (LANDSCAPE, PORTRAIT) for comfort in (LARGE, LOW, ALL)),
]


def named(value: object) -> str:
    match value:
        case (int(width), int(height)):
            return f"{width}x{height}"
        case frozenset():
            return "+".join(sorted(value)) or "plain"
        case _:
            return str(value)


def fault(text: Written, look: Look, stage: QRectF, unit: float) -> str:
    if text.cut:
        return "is cut"
    if text.box.left() < stage.left() - 2 or text.box.right() > stage.right() + 2:
        return "leaves the stage at a side"
    if text.box.top() < stage.top() - unit / 4 or text.box.bottom() > stage.bottom() + unit / 4:
        return "leaves the stage above or below"
    if (
        look.footer is not None
        and text.box.top() < look.footer - unit / 2 < look.footer + unit / 2 < text.box.bottom()
    ):
        return "runs into the controls"
    return ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("size", "comfort"), WALKS, ids=named)
def test_every_text_has_its_room(
    size: tuple[int, int], comfort: frozenset[Comfort], language: Language
) -> None:
    looks = survey(size, language, comfort)
    stage = stage_of(size, comfort)
    unit = min(stage.width(), stage.height()) / 45
    assert sum(len(look.texts) for look in looks) > 1000
    faults = [
        f"{look.screen}: “{text.text}” {found}"
        for look in looks
        for text in look.texts
        if (found := fault(text, look, stage, unit))
    ]
    assert faults == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("size", "comfort"), WALKS, ids=named)
def test_no_niche_stands_before_the_title_or_the_subtitle(
    size: tuple[int, int], comfort: frozenset[Comfort], language: Language
) -> None:
    (home,) = [look for look in survey(size, language, comfort) if look.screen == "home"]
    themes = {theme.title.of(language) for theme in content().themes}
    niches = [target for target in home.targets if target.name in themes]
    assert len(niches) == len(themes)
    said = {content().title.of(language), content().subtitle.of(language)}
    heads = [text for text in home.texts if text.said in said]
    assert heads
    assert [
        f"{text.text} / {niche.name}" for text in heads for niche in niches if text.box.intersects(niche.box)
    ] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("comfort", [LARGE, ALL], ids=named)
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=named)
def test_large_text_is_legible_to_whoever_stands_at_arm_s_length(
    size: tuple[int, int], comfort: frozenset[Comfort], language: Language
) -> None:
    diagonal = content().diagonal
    assert diagonal
    millimetres = pitch(diagonal, *size)
    looks = without_attract(survey(size, language, comfort))
    small = {
        f"{look.screen}: “{text.text}” {text.size * INK * millimetres:.1f} mm"
        for look in looks
        for text in look.texts
        if text.size * INK * millimetres < LEGIBLE - 0.3  # a px is rounded
    }
    assert len(looks) > 100
    assert small == set()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=named)
def test_large_text_is_larger_on_every_screen(size: tuple[int, int], language: Language) -> None:
    plain = {look.screen: max(text.size for text in look.texts) for look in survey(size, language)}
    body = {
        look.screen: min(text.size for text in look.texts)
        for look in without_attract(survey(size, language, LARGE))
    }
    least = {look.screen: min(text.size for text in look.texts) for look in survey(size, language)}
    assert len(plain) > 60
    assert [screen for screen in body if screen in least and body[screen] <= least[screen]] == []
