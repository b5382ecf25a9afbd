"""An exhibition about another city, with nothing changed but its content: nine themes, English first."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication

from kiosk.content.exhibition import (
    Arrangement,
    Display,
    Exhibition,
    GoalsSlide,
    Language,
    MeasuresSlide,
    MilestonesSlide,
    StatisticsSlide,
)
from kiosk.content.loader import load
from kiosk.desk.new import KINDS
from kiosk.desk.snapshot import Walk, shots
from kiosk.desk.survey import Look, look_at
from kiosk.presentation.stage import Stage
from kiosk.presentation.typesetting import plain
from kiosk.visit import Comfort, Slide
from tests.screens.test_fit import fault, named
from tests.survey import ALL, LARGE, LOW, PLAIN, stage_of
from tests.visiting import LANDSCAPE, PORTRAIT, Hall

CITY: Final = Path(__file__).parent / "another_city"
PICTURES: Final = {"confluence": ("#1D5F7A", "#8CC7DE"), "workshop": ("#363B45", "#DFE2E6")}
OURS: Final = re.compile("Luoyang|洛阳|铭记|Remember|隋唐|Sui–Tang|2020|天街|仅存图注|survives")
"""What only the exhibition of the house says."""

BOTH: Final = {"中文", "轻触屏幕　开始参观", "轻触仍可参观", "闭馆中　10:00 开放"}
"""Chinese that stands on an English screen: for whoever has not chosen yet."""

WALKS: Final = [(LANDSCAPE, Language.EN), (PORTRAIT, Language.ZH)]
MATRIX: Final = [
    (size, language, comfort)
    for size in (LANDSCAPE, PORTRAIT, (1366, 768))
    for language in Language
    for comfort in (PLAIN, LARGE, LOW, ALL)
]


def write_picture(path: Path, colours: tuple[str, str]) -> None:
    """Two bands, one flowing into the other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    one, other = (Image.new("RGB", (1920, 1280), colour) for colour in colours)
    slope = Image.linear_gradient("L").resize((1920, 1280)).rotate(20, fillcolor=128)
    Image.composite(one, other, slope).save(path, "JPEG", quality=80)


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Exhibition:
    folder = tmp_path_factory.mktemp("lyon") / "content"
    shutil.copytree(CITY, folder)
    for name, colours in PICTURES.items():
        write_picture(folder / "photos" / f"{name}.jpg", colours)
    loaded = load(folder)
    assert loaded.warnings == ()
    return loaded.exhibition


@cache
def looks_of(
    city: Exhibition, size: tuple[int, int], language: Language, comfort: frozenset[Comfort] = PLAIN
) -> tuple[Look, ...]:
    """Every screen, walked through once."""
    walk = Walk(city.hours)
    shown = replace(city, language=language)
    stage = Stage(shown, QSize(*size), clock=walk, wall=walk.wall, still=True, comfort=comfort)
    walk.visit, walk.attract = stage.visit, stage.attract
    stage.window.show()
    try:
        found = []
        for shot in shots(city, comfort):
            walk.restart()
            for step in shot.steps:
                step(walk)
            QGuiApplication.processEvents()
            found.append(look_at(shot.name, stage))
        return tuple(found)
    finally:
        stage.close()
        QGuiApplication.processEvents()


def texts_on(looks: tuple[Look, ...], screen: str) -> list[str]:
    return [plain(text.text) for look in looks if look.screen == screen for text in look.texts]


def faults(looks: tuple[Look, ...], size: tuple[int, int], comfort: frozenset[Comfort]) -> list[str]:
    stage: QRectF = stage_of(size, comfort)
    unit = min(stage.width(), stage.height()) / 45
    return [
        f"{look.screen}: “{text.text}” {found}"
        for look in looks
        for text in look.texts
        if (found := fault(text, look, stage, unit))
    ]


def test_it_has_nine_themes_every_kind_every_drawing_and_every_arrangement(city: Exhibition) -> None:
    slides = [slide for theme in city.themes for slide in theme.slides]
    displays = {s.display for slide in slides if isinstance(slide, StatisticsSlide) for s in slide.statistics}
    arranged = {
        slide.display or Arrangement.NICHES
        for slide in slides
        if isinstance(slide, MeasuresSlide | MilestonesSlide | GoalsSlide)
    }
    assert len(city.themes) == len({theme.emblem for theme in city.themes}) == 9
    assert {slide.kind for slide in slides} == set(KINDS)
    assert displays == set(Display)
    assert arranged == set(Arrangement)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("size", "language"), WALKS, ids=named)
def test_every_text_has_its_room(city: Exhibition, size: tuple[int, int], language: Language) -> None:
    looks = looks_of(city, size, language)
    assert sum(len(look.texts) for look in looks) > 500
    assert faults(looks, size, PLAIN) == []


@pytest.mark.endurance
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("size", "language", "comfort"), MATRIX, ids=named)
def test_every_text_has_its_room_in_every_setting(
    city: Exhibition, size: tuple[int, int], language: Language, comfort: frozenset[Comfort]
) -> None:
    looks = looks_of(city, size, language, comfort)
    assert sum(len(look.texts) for look in looks) > 500
    assert faults(looks, size, comfort) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("size", "language"), WALKS, ids=named)
def test_nothing_of_the_house_s_own_exhibition_is_on_any_screen(
    city: Exhibition, size: tuple[int, int], language: Language
) -> None:
    looks = looks_of(city, size, language)
    told = [
        (look.screen, said)
        for look in looks
        for said in [*(text.text for text in look.texts), *(target.name for target in look.targets)]
        if OURS.search(said)
    ]
    assert told == []


@pytest.mark.usefixtures("qapp")
def test_in_english_only_what_has_to_be_is_chinese(city: Exhibition) -> None:
    """The choice of a language, the invitation to whoever has not chosen, and a cover's other title."""
    looks = looks_of(city, LANDSCAPE, Language.EN)
    titles = {theme.title.zh for theme in city.themes}
    chinese = {
        said
        for look in looks
        for said in map(plain, (text.text for text in look.texts))
        if re.search("[\u4e00-\u9fff]", said)
    }
    assert chinese - BOTH == titles


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("size", "language"), WALKS, ids=named)
def test_its_name_and_year_stand_where_ours_would(
    city: Exhibition, size: tuple[int, int], language: Language
) -> None:
    looks = looks_of(city, size, language)
    title = city.title.of(language)
    assert title in texts_on(looks, "home")
    assert title in "".join(texts_on(looks, "attract"))
    assert {"2024"} <= set(texts_on(looks, "attract")) & set(texts_on(looks, "prologue"))
    numbers = {"en": "2024 in numbers", "zh": "2024年，用数字读"}[language]
    assert numbers in texts_on(looks, "home")
    assert numbers in texts_on(looks, "numbers")


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=named)
def test_each_of_the_nine_niches_opens_its_theme(
    city: Exhibition, size: tuple[int, int], open_hall: Callable[..., Hall]
) -> None:
    hall = open_hall(city, size, language=city.language)
    assert hall.language is Language.EN
    names = [theme.title.en for theme in city.themes]
    tiles = [part for part in hall.controls() if part.name in names]
    assert [tile.name for tile in tiles] == names
    edges = [tile.box.left() for tile in tiles]
    assert edges == sorted(edges)
    assert all(left.box.right() <= right.box.left() for left, right in pairwise(tiles))
    hall.tap(names[-1])
    assert hall.place() == Slide(theme=8, slide=0)
