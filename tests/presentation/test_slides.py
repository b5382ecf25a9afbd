from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import QObject

from kiosk.content.exhibition import (
    Arrangement,
    Display,
    Language,
    MilestonesSlide,
    Recording,
    Slide,
    StatisticsSlide,
    Status,
    Text,
)
from kiosk.presentation.slides import Setting, SlideViewModel, caption_lines, layout_of, slide_view_model
from kiosk.presentation.typesetting import plain
from tests.presentation.sample import (
    COLUMNS,
    COVER,
    FEW,
    FOLDER,
    FUND,
    GLOSSARY,
    GOALS,
    HEATING,
    HERO,
    JOBS,
    MEASURES,
    MILESTONES,
    PHOTO,
    PRESCHOOL,
    RANK,
    ROWS,
    SINGLE,
    see,
)

KINDS: list[Slide] = [COVER, COLUMNS, MILESTONES, MEASURES, PHOTO, GOALS]


@pytest.fixture
def owner() -> QObject:
    return QObject()


def show(slide: Slide, owner: QObject, language: Language = Language.ZH) -> SlideViewModel:
    setting = Setting(language, GLOSSARY, Text("众志成城战疫情", "United"), theme=1, index=2, count=6)
    return slide_view_model(slide, setting, owner)


def test_the_sample_has_every_kind() -> None:
    assert {type(slide) for slide in KINDS} == set(get_args(Slide))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("slide", KINDS, ids=lambda slide: slide.kind)
def test_every_kind_has_a_view_model_of_its_stem(slide: Slide, language: Language, owner: QObject) -> None:
    shown = show(slide, owner, language)
    assert type(shown).__name__ == f"{type(slide).__name__}ViewModel"
    assert shown.property("kind") == slide.kind
    assert shown.property("slideId") == slide.id
    assert see(shown, "index", "count", "themeIndex") == [2, 6, 1]
    assert shown.parent() is owner


def test_a_cover_bears_the_title_of_its_theme_on_the_glaze(owner: QObject) -> None:
    cover = show(COVER, owner)
    assert plain(cover.property("title")) == "众志成城战疫情"
    assert cover.property("body") == '落实“<a href="term:0">四早</a>”，守住城\u2060市。'
    assert cover.property("ground") == "glaze"


def test_the_marked_terms_come_along_with_their_meaning(owner: QObject) -> None:
    (term,) = show(COVER, owner, Language.EN).property("terms")
    assert see(term, "index", "term", "meaning") == [
        0,
        "the Four Earlies",
        "Early finding and reporting",
    ]


@pytest.mark.parametrize(
    ("slide", "layout", "ground"),
    [
        (HERO, "hero", "glaze"),
        (SINGLE, "single", "paper"),
        (COLUMNS, "columns", "paper"),
        (ROWS, "rows", "paper"),
        (replace(COLUMNS, statistics=(PRESCHOOL, HEATING, RANK)), "columns", "paper"),
        (replace(COLUMNS, statistics=(HEATING, FEW)), "columns", "paper"),
        (replace(COLUMNS, statistics=(HEATING, FEW, FUND)), "rows", "paper"),
        (replace(COLUMNS, statistics=(JOBS, FEW)), "columns", "paper"),
        (
            replace(COLUMNS, statistics=(HEATING, RANK, replace(FUND, display=Display.NUMBER))),
            "rows",
            "paper",
        ),
        (replace(SINGLE, statistics=(replace(FUND, display=Display.NUMBER),)), "hero", "glaze"),
        (replace(SINGLE, statistics=(FUND,)), "single", "paper"),
    ],
)
def test_statistics_are_laid_out_by_what_they_are(
    slide: StatisticsSlide, layout: str, ground: str, owner: QObject
) -> None:
    assert layout_of(slide) == layout
    shown = show(slide, owner)
    assert [shown.property("layout"), shown.property("ground")] == [layout, ground]


def test_a_statistics_slide_carries_its_figures_and_their_common_legend(owner: QObject) -> None:
    columns = show(COLUMNS, owner)
    assert [figure.property("fact") for figure in columns.property("statistics")] == ["preschool", "heating"]
    assert [figure.property("slideIndex") for figure in columns.property("statistics")] == [2, 2]
    assert columns.property("legend") == "每一格代表1%"
    assert columns.property("section") == "教育"
    assert show(ROWS, owner).property("legend") == ""


def test_a_body_is_set_as_running_text(owner: QObject) -> None:
    body = show(COLUMNS, owner).property("body")
    assert body == '累计 800&nbsp;公\u2060里，落实<a href="term:0">四\u2060早</a>。'


def test_an_english_slide_is_english_throughout(owner: QObject) -> None:
    columns = show(COLUMNS, owner, Language.EN)
    assert see(columns, "title", "section", "body") == [
        "Two shares",
        "Education",
        'In all 800&nbsp;km under the <a href="term:0">Four Earlies</a>.',
    ]


def test_milestones_are_numbered_and_marked(owner: QObject) -> None:
    slide = show(MILESTONES, owner)
    assert slide.property("display") == "hub"
    entries = slide.property("entries")
    assert [see(entry, "number", "title", "text", "plainTitle", "pictogram") for entry in entries] == [
        ["1", "地铁1\u2060号\u2060线", "试运行", "地铁1号线", "road"],
        ["2", '<a href="term:1">综保区</a>获批', "", "综保区获批", ""],
    ]


@pytest.mark.parametrize(
    ("amount", "display"), [(1, "list"), (2, "niches"), (4, "niches"), (5, "list"), (6, "list")]
)
def test_measures_stand_as_niches_unless_there_are_too_many(
    amount: int, display: str, owner: QObject
) -> None:
    slide = replace(MEASURES, measures=amount * MEASURES.measures[:1])
    assert show(slide, owner).property("display") == display
    chosen = replace(slide, display=Arrangement.LIST)
    assert show(chosen, owner).property("display") == "list"


def test_milestones_are_steps_and_goals_a_list_unless_staff_choose(owner: QObject) -> None:
    plain_milestones = MilestonesSlide(
        id="roads", facts=(), title=MILESTONES.title, milestones=MILESTONES.milestones
    )
    assert show(plain_milestones, owner).property("display") == "steps"
    assert show(GOALS, owner).property("display") == "list"
    assert show(replace(GOALS, display=Arrangement.ARCS), owner).property("display") == "arcs"


def test_a_term_is_marked_once_on_a_slide_in_reading_order(owner: QObject) -> None:
    slide = show(MEASURES, owner)
    assert [entry.property("title") for entry in slide.property("entries")] == [
        '落实<a href="term:0">四早</a>',
        "再说四早",
    ]
    assert slide.property("body") == "四早之外"


def test_goals_may_have_a_year(owner: QObject) -> None:
    assert show(GOALS, owner).property("year") == "2035"
    assert show(replace(GOALS, year=None), owner).property("year") == ""
    assert [goal.property("plainTitle") for goal in show(GOALS, owner).property("entries")] == ["都市圈"]


def test_a_photo_says_what_it_is(owner: QObject) -> None:
    photo = show(PHOTO, owner)
    names = ("caption", "captionLines", "source", "alt", "illustration", "body")
    assert see(photo, *names) == [
        "天蓝云白水更清 宜居洛阳惹人醉",
        ["天蓝云白水更清", "宜居洛阳惹人醉"],
        "绘",
        "示意插画：河湾",
        True,
        "天更蓝",
    ]
    assert show(replace(PHOTO, status=Status.PHOTO), owner).property("illustration") is False


def test_what_the_exhibition_says_of_its_illustrations_stands_beside_them_only(owner: QObject) -> None:
    note = Text("画面为插画。", "The picture is drawn.")
    setting = Setting(Language.EN, GLOSSARY, Text("题", "Title"), 0, 0, 1, illustrations=note)
    drawn = slide_view_model(PHOTO, setting, owner)
    taken = slide_view_model(replace(PHOTO, status=Status.PHOTO), setting, owner)
    assert drawn.property("source") == "The picture is drawn.\nDrawn"
    assert taken.property("source") == "Drawn"


def test_a_photo_is_a_url_that_survives_spaces(owner: QObject) -> None:
    assert show(PHOTO, owner).property("image") == "file:///exhibition/photos/blue%20sky.jpg"


@pytest.mark.parametrize(
    ("caption", "lines"),
    [
        ("脱贫户在家门口上班", ("脱贫户", "在家门口上班")),
        ("洛阳自贸区综合服务大厅工作人员贴心服务群众", ("洛阳自贸区综合服务大厅", "工作人员贴心服务群众")),
        ("地铁1号线体验活动", ("地铁1号线", "体验活动")),
        ("党员志愿者坚守在疫情防控卡点", ("党员志愿者坚守", "在疫情防控卡点")),
        ("天蓝云白水更清 宜居洛阳惹人醉", ("天蓝云白水更清", "宜居洛阳惹人醉")),
        ("一二三四五六七", ("一二三四五六七",)),
        ("开工建设ABCDEFG项目", ("开工建设", "ABCDEFG项目")),
        ("春天来了，洛阳的花开", ("春天来了，", "洛阳的花开")),
        ("ABCDEFGHIJ", ("ABCDEFGHIJ",)),
    ],
)
def test_a_long_chinese_caption_breaks_where_it_makes_sense(caption: str, lines: tuple[str, ...]) -> None:
    assert caption_lines(caption, Language.ZH) == lines


def test_an_english_caption_is_one_line_whose_last_word_does_not_stand_alone() -> None:
    caption = "Blue sky over Luoyang, and a river"
    assert caption_lines(caption, Language.EN) == ("Blue sky over Luoyang, and a\u00a0river",)


SPOKEN: list[tuple[Slide, str, str]] = [
    (COVER, "众志成城战疫情。落实四早，守住城市。", "United. The Four Earlies held."),
    (
        COLUMNS,
        "两个百分比。学前三年毛入园率：百分之90.5。集中供热率：百分之90以上。累计800公里，落实四早。",
        (
            "Two shares. Preschool enrolment: 90.5%. District heating: 90% or more. "
            "In all 800 kilometres under the Four Earlies."
        ),
    ),
    (
        ROWS,
        "一升一先。城镇新增就业：11万人。发展基金：100亿元。",
        "Up and ahead. New urban jobs: 110,000 people. Development fund: 10 billion yuan.",
    ),
    (
        MILESTONES,
        "路通了。地铁1号线：试运行。综保区获批。",
        "Roads open. Metro Line 1: In trial operation. Bonded zone approved.",
    ),
    (
        MEASURES,
        "两项举措。落实四早。再说四早。四早之外。",
        "Two steps. The Four Earlies. Again. Beyond.",
    ),
    (GOALS, "看向2035年。都市圈。", "Towards 2035. A metropolitan area."),
    (
        replace(GOALS, title=Text("远景", "The long view")),
        "远景。2035年。都市圈。",
        "The long view. 2035. A metropolitan area.",
    ),
    (
        PHOTO,
        "天蓝云白水更清，宜居洛阳惹人醉。示意插画：河湾。天更蓝。",
        "Blue sky over Luoyang. Illustration: a bend of the river. Bluer.",
    ),
]


@pytest.mark.parametrize(("slide", "chinese", "english"), SPOKEN, ids=[slide.kind for slide, _, _ in SPOKEN])
def test_a_slide_can_be_read_aloud(slide: Slide, chinese: str, english: str, owner: QObject) -> None:
    assert show(slide, owner).property("spoken") == chinese
    assert show(slide, owner, Language.EN).property("spoken") == english


OFFICE = Text("来源：市教育局", "Source: the education office")
BULLETIN = Text("来源：公报", "Source: a bulletin")


@pytest.mark.parametrize(
    ("sources", "chinese", "english"),
    [
        ((None, None), "", ""),
        ((OFFICE, OFFICE), "来源：市教育局", "Source: the education office"),
        (
            (OFFICE, None),
            "学前三年毛入园率（来源：市教育局）",
            "Preschool enrolment (Source: the education office)",
        ),
        (
            (OFFICE, BULLETIN),
            "学前三年毛入园率（来源：市教育局）；集中供热率（来源：公报）",
            "Preschool enrolment (Source: the education office); District heating (Source: a bulletin)",
        ),
    ],
)
def test_the_sources_of_figures_are_told_with_what_they_are_of_unless_one_is_that_of_all(
    sources: tuple[Text | None, ...], chinese: str, english: str, owner: QObject
) -> None:
    figures = [replace(one, source=source) for one, source in zip(COLUMNS.statistics, sources, strict=True)]
    slide = replace(COLUMNS, statistics=tuple(figures))
    for language, told in [(Language.ZH, chinese), (Language.EN, english)]:
        shown = show(slide, owner, language)
        assert shown.property("source") == told
        assert [figure.property("source") for figure in shown.property("statistics")] == [
            source.of(language) if source else "" for source in sources
        ]


@pytest.mark.parametrize("language", Language)
def test_a_source_of_its_own_is_read_aloud_after_the_figures(language: Language, owner: QObject) -> None:
    own = replace(SINGLE, statistics=(replace(HEATING, source=BULLETIN),))
    plainly, sourced = (show(slide, owner, language).property("spoken") for slide in (SINGLE, own))
    end = "。" if language is Language.ZH else "."
    between = "" if language is Language.ZH else " "
    assert sourced == f"{plainly}{between}{BULLETIN.of(language)}{end}"


def test_every_kind_can_be_read_aloud() -> None:
    assert {type(slide) for slide, _, _ in SPOKEN} == set(get_args(Slide))


@pytest.mark.parametrize("slide", KINDS, ids=lambda slide: slide.kind)
def test_a_recording_of_any_kind_is_a_url_in_its_own_language(slide: Slide, owner: QObject) -> None:
    recorded = replace(slide, audio=Recording(zh=FOLDER / "audio" / "封面 1.m4a"))
    assert show(recorded, owner).property("audio") == "file:///exhibition/audio/%E5%B0%81%E9%9D%A2%201.m4a"
    assert show(recorded, owner, Language.EN).property("audio") == ""
    assert show(slide, owner).property("audio") == ""


def test_a_term_can_be_read_aloud(owner: QObject) -> None:
    (term,) = show(COVER, owner, Language.EN).property("terms")
    assert term.property("spoken") == "the Four Earlies: Early finding and reporting."
