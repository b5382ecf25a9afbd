"""Every character that is shown is in the bundled font that sets it: a system font would hide a missing one
here and leave a box in the hall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QRawFont

from kiosk.content.exhibition import Exhibition, Language, Statistic, Text
from kiosk.content.figures import spell
from kiosk.presentation.exhibition import ExhibitionViewModel
from kiosk.presentation.icons import CODE_POINTS, font_file
from kiosk.presentation.slides import PhotoSlideViewModel, SlideViewModel
from kiosk.presentation.statistics import legend_of
from kiosk.presentation.typesetting import typeset

ROOT: Final = Path(__file__).parents[1]
FONTS: Final = ROOT / "assets" / "fonts"
QML: Final = ROOT / "kiosk" / "qml"

SANS, SANS_MEDIUM = "NotoSansSC-Regular", "NotoSansSC-Medium"
BLACK, SEMIBOLD = "NotoSerifSC-Black", "NotoSerifSC-SemiBold"
NUMERAL, NUMERAL_REGULAR = "SourceSerif4-SemiBold", "SourceSerif4-Regular"

UNSEEN: Final = frozenset("\n\u2060\u200b")
"""A word joiner and a break without width are in none of the fonts; Qt draws nothing for them."""


@cache
def drawn(font: str) -> frozenset[str]:
    with TTFont(FONTS / f"{font}.ttf", lazy=True) as file:
        return frozenset(map(chr, file.getBestCmap()))


def missing(text: str, font: str) -> str:
    return "".join(sorted(set(text) - drawn(font) - UNSEEN))


def texts(content: object) -> Iterator[Text]:
    match content:
        case Text():
            yield content
        case tuple():
            for part in content:
                yield from texts(part)
        case _ if is_dataclass(content):
            for each in fields(content):
                yield from texts(getattr(content, each.name))
        case _:
            pass


def statistics(content: object) -> Iterator[Statistic]:
    match content:
        case Statistic():
            yield content
        case tuple():
            for part in content:
                yield from statistics(part)
        case _ if is_dataclass(content):
            for each in fields(content):
                yield from statistics(getattr(content, each.name))
        case _:
            pass


def translations() -> str:
    tree = ET.parse(QML / "i18n" / "zh.ts")  # noqa: S314 - our own file
    words = [element.text or "" for name in ("source", "translation") for element in tree.iter(name)]
    assert len(words) > 30
    return "".join(words)


def literals() -> str:
    """What the views themselves say, in quotation marks."""
    sources = "".join(path.read_text(encoding="utf-8") for path in QML.rglob("*.qml"))
    return "".join(re.findall(r'"([^"\\\n]*)"', sources))


def test_the_texts_are_found(exhibition: Exhibition) -> None:
    assert len(list(texts(exhibition))) > 300
    assert len(list(statistics(exhibition))) > 40
    assert "轻触屏幕" in literals()
    assert "还在看吗" in translations()


@pytest.mark.parametrize("font", [SANS, SANS_MEDIUM])
def test_the_text_face_has_every_character(exhibition: Exhibition, font: str) -> None:
    """Body, notes, labels and buttons, with the marks that typesetting adds."""
    said = "".join(
        typeset(text.of(language), language, spaced=True)
        for text in texts(exhibition)
        for language in Language
    )
    assert missing(said + translations() + literals(), font) == ""


@pytest.mark.parametrize("font", [BLACK, SEMIBOLD])
def test_the_display_face_has_every_character_of_both_languages(exhibition: Exhibition, font: str) -> None:
    """Titles, captions, labels and entries are set in it, in whichever language is on."""
    said = "".join(
        typeset(text.of(language), language) for text in texts(exhibition) for language in Language
    )
    assert missing(said + translations(), font) == ""


@pytest.mark.parametrize("language", Language)
def test_the_words_beside_a_numeral_are_in_the_display_face(
    exhibition: Exhibition, language: Language
) -> None:
    spelled = [spell(statistic, language) for statistic in statistics(exhibition)]
    words = "".join(spelling.before + spelling.after for spelling in spelled)
    assert words
    assert missing(words, SEMIBOLD) == ""


@pytest.mark.parametrize("language", Language)
def test_numerals_and_what_stands_on_them_are_in_the_numeral_face(
    exhibition: Exhibition, language: Language
) -> None:
    spelled = [spell(statistic, language) for statistic in statistics(exhibition)]
    figures = "".join(spelling.digits + spelling.symbol for spelling in spelled)
    assert set("0123456789%.") <= set(figures) | {","}
    assert missing(figures + "0123456789,.%−/ ", NUMERAL) == ""
    assert missing("0123456789/ ", NUMERAL_REGULAR) == ""


@pytest.mark.parametrize("font", [NUMERAL, NUMERAL_REGULAR])
def test_the_numeral_face_has_every_character_of_the_english(exhibition: Exhibition, font: str) -> None:
    """It is the English display face too; a Han name in an English text would be its only stranger."""
    said = "".join(typeset(text.en, Language.EN) for text in texts(exhibition)) + "Touch to begin"
    assert missing(said, font) == ""


def test_every_legend_is_in_the_text_face(exhibition: Exhibition) -> None:
    legends = "".join(
        legend_of(statistic, language) for statistic in statistics(exhibition) for language in Language
    )
    assert legends
    assert missing(legends, SANS) == ""


@pytest.mark.usefixtures("qapp")
def test_every_icon_is_in_the_icon_font() -> None:
    font = QRawFont(str(font_file()), 24)
    assert [name for name, point in CODE_POINTS.items() if not font.supportsCharacter(point)] == []


def test_a_missing_character_is_found() -> None:
    assert missing("洛阳\U0002f9ff", SANS) == "\U0002f9ff"
    assert missing("瀍涧栾", BLACK) == ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", Language)
def test_what_the_views_are_given_is_in_the_text_face(exhibition: Exhibition, language: Language) -> None:
    """Titles, bodies and captions as they come out of the view models."""
    tree = ExhibitionViewModel(exhibition, language)
    slides: list[SlideViewModel] = [
        tree.theme_at(at).slide_at(number)
        for at, theme in enumerate(exhibition.themes)
        for number in range(len(theme.slides))
    ]
    said = "".join(str(slide.property(name)) for slide in slides for name in ("title", "body", "section"))
    said += "".join(
        str(slide.property("caption")) for slide in slides if isinstance(slide, PhotoSlideViewModel)
    )
    assert len(said) > 1000
    assert missing(said, SANS) == ""
