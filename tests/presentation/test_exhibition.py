from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from PySide6.QtCore import QObject

from kiosk.components import Component
from kiosk.content.exhibition import Language, Recording, Text
from kiosk.presentation.exhibition import ExhibitionViewModel
from kiosk.visit import COMPONENTS_A_PAGE, COMPONENTS_A_PART, FIGURES_A_PART
from tests.presentation.sample import COLUMNS, COVER, FOLDER, HERO, ROWS, exhibition, sample, see, theme


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            Language.ZH,
            ["zh", "铭记2020", "铭记", "2020", "极不寻常年份", "洛阳", "来源：样本"],
        ),
        (
            Language.EN,
            [
                "en",
                "Remember 2020",
                "Remember",
                "2020",
                "An extraordinary year",
                "Luoyang",
                "Source: a sample",
            ],
        ),
    ],
)
def test_the_exhibition_introduces_itself(language: Language, expected: list[str], owner: QObject) -> None:
    shown = ExhibitionViewModel(sample(), language, owner)
    names = ("language", "title", "titleMark", "titleYear", "subtitle", "place", "source")
    assert see(shown, *names) == expected


def test_an_exhibition_whose_figures_name_their_own_sources_has_none(owner: QObject) -> None:
    shown = ExhibitionViewModel(replace(sample(), source=None), Language.ZH, owner)
    assert shown.property("source") == ""


def test_a_title_without_a_year_is_all_mark_and_the_year_is_that_of_the_exhibition(owner: QObject) -> None:
    shown = ExhibitionViewModel(replace(sample(), title=Text("铭记", "Remember")), Language.ZH, owner)
    assert see(shown, "titleMark", "titleYear", "year") == ["铭记", "", "2020"]


def test_the_wall_holds_every_figure_by_theme_and_in_large_text_a_few_at_a_time(owner: QObject) -> None:
    shown = ExhibitionViewModel(sample(), Language.ZH, owner)
    themes = [theme for theme in shown.property("themes") if theme.told]
    assert [wall.property("figures") for wall in shown.property("wall")] == [theme.told for theme in themes]
    parts = shown.property("wallParts")
    assert [figure for part in parts for figure in part.property("figures")] == [
        figure for theme in themes for figure in theme.told
    ]
    assert max(len(part.property("figures")) for part in parts) <= FIGURES_A_PART


def test_the_credits_fall_into_parts_for_large_text(owner: QObject) -> None:
    shown = ExhibitionViewModel(sample(), Language.ZH, owner)
    parts = shown.property("creditParts")
    assert [credit for part in parts for credit in part.property("entries")] == shown.property("credits")


def test_the_prologue_is_set_and_marked(owner: QObject) -> None:
    (prologue,) = see(ExhibitionViewModel(sample(), Language.ZH, owner), "prologue")
    assert see(prologue, "title", "body") == ["这一年", "一年两件\u2060事。"]
    (line,) = prologue.property("lines")
    assert see(line, "title", "text") == ['落实<a href="term:0">四早</a>', "抓发展"]


def test_the_credits_are_set_as_running_text(owner: QObject) -> None:
    (credit,) = ExhibitionViewModel(sample(), Language.ZH, owner).property("credits")
    assert see(credit, "label", "text") == ["文字", "李东慧 2020\u00a0年"]


@pytest.mark.parametrize("language", Language)
def test_every_view_model_has_a_parent_so_that_python_keeps_none_of_them(
    language: Language, owner: QObject
) -> None:
    shown = ExhibitionViewModel(sample(), language, owner)
    below = shown.findChildren(QObject)
    assert len(below) > 30
    assert shown.parent() is owner
    assert all(child.parent() is not None for child in below)


@pytest.mark.parametrize(
    ("language", "prologue", "listed"),
    [
        (Language.ZH, "这一年。一年两件事。落实四早：抓发展。", "文字：李东慧2020年。"),
        (Language.EN, "The year. Two things of a year. The Four Earlies: Growth.", "Words: Li Donghui."),
    ],
)
def test_the_prologue_and_the_credits_can_be_read_aloud(
    language: Language, prologue: str, listed: str, owner: QObject
) -> None:
    shown = ExhibitionViewModel(sample(), language, owner)
    opening, closing = see(shown, "prologue", "creditsSpoken")
    assert (opening.property("spoken"), closing) == (prologue, listed)
    assert [credit.property("spoken") for credit in shown.property("credits")] == [listed]


COMPONENTS: Final = [Component(f"m{at}", "1.0", "MIT", main=at == 0) for at in range(25)]


def test_thanks_for_what_the_program_stands_on_end_the_credits(owner: QObject) -> None:
    shown = ExhibitionViewModel(sample(), Language.ZH, owner, components=COMPONENTS)
    *others, last = shown.property("credits")
    assert [credit.property("listed") for credit in others] == [False]
    assert see(last, "label", "text", "listed") == ["软件与字体", "m0（MIT）。", True]
    assert [part.property("entries") for part in shown.property("creditParts")] == [others, [last]]
    assert str(shown.property("creditsSpoken")).endswith("软件与字体：m0（MIT）。")


def test_what_the_program_stands_on_is_listed_as_much_as_a_screen_holds(owner: QObject) -> None:
    shown = ExhibitionViewModel(sample(), Language.EN, owner, components=COMPONENTS)
    for pages, most in (("componentPages", COMPONENTS_A_PAGE), ("componentParts", COMPONENTS_A_PART)):
        listed = [page.property("components") for page in shown.property(pages)]
        assert {len(page) for page in listed[:-1]} == {most}
        assert [each.property("name") for page in listed for each in page] == [c.name for c in COMPONENTS]
    (first, *_) = shown.property("componentPages")[0].property("components")
    assert see(first, "name", "version", "terms") == ["m0", "1.0", "MIT"]
    assert str(shown.property("componentPages")[1].property("spoken")).startswith("m21: MIT. m22: MIT.")


def test_the_exhibition_knows_in_which_languages_it_was_read(owner: QObject) -> None:
    recorded = replace(COVER, audio=Recording(zh=FOLDER / "audio" / "cover.m4a"))
    shown = exhibition(
        theme("a", Text("甲", "A"), COLUMNS, HERO, ROWS), theme("b", Text("乙", "B"), recorded)
    )
    assert see(ExhibitionViewModel(shown, Language.ZH, owner), "recorded") == [True]
    assert see(ExhibitionViewModel(shown, Language.EN, owner), "recorded") == [False]
