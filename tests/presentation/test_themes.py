from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from kiosk.content.exhibition import Language, Text
from kiosk.presentation.themes import ThemeViewModel, title_lines
from tests.presentation.sample import COLUMNS, COVER, GLOSSARY, HERO, PHOTO, see, theme

THEME = theme("epidemic", Text("众志成城战疫情", "United"), COVER, HERO, COLUMNS, PHOTO)


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_a_theme_shows_its_title_number_and_emblem(owner: QObject) -> None:
    shown = ThemeViewModel(THEME, 4, GLOSSARY, Language.ZH, owner)
    names = ("themeId", "index", "number", "title", "otherTitle", "titleLines", "emblem", "keywords")
    assert see(shown, *names) == [
        "epidemic",
        4,
        "5",
        "众志成城战疫情",
        "United",
        ["众志成城", "战疫情"],
        "gate",
        ["四\u2060早", "保\u2060供\u2060应"],
    ]
    assert shown.parent() is owner


def test_a_theme_is_glazed_in_its_own_colours(owner: QObject) -> None:
    shown = ThemeViewModel(THEME, 0, GLOSSARY, Language.ZH, owner)
    colours = see(shown, "base", "deep", "glow", "tint")
    assert colours == [QColor("#2A5590"), QColor("#1F4175"), QColor("#9DBDE6"), QColor("#DCE3EA")]


def test_a_theme_gathers_the_figures_of_its_slides(owner: QObject) -> None:
    shown = ThemeViewModel(THEME, 3, GLOSSARY, Language.EN, owner)
    figures = [see(figure, "fact", "themeIndex", "slideIndex") for figure in shown.property("figures")]
    assert figures == [["firms", 3, 1], ["preschool", 3, 2], ["heating", 3, 2]]
    assert [slide.property("slideId") for slide in shown.property("slides")] == [
        "cover",
        "cloud",
        "rates",
        "sky",
    ]
    assert all(slide.parent() is shown for slide in shown.property("slides"))


@pytest.mark.parametrize(
    ("title", "language", "lines"),
    [
        ("众志成城战疫情", Language.ZH, ("众志成城", "战疫情")),
        ("惠民生活", Language.ZH, ("惠民", "生活")),
        ("抓发展", Language.ZH, ("抓发展",)),
        ("城", Language.ZH, ("城",)),
        ("Better Lives", Language.EN, ("Better Lives",)),
    ],
)
def test_a_chinese_title_of_more_than_three_characters_stands_in_two_lines(
    title: str, language: Language, lines: tuple[str, ...]
) -> None:
    assert title_lines(title, language) == lines
