from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content import decode, exhibition
from kiosk.content.document import read, split_lines
from kiosk.content.exhibition import (
    Arrangement,
    Display,
    Exhibition,
    Hours,
    Language,
    MeasuresSlide,
    PhotoSlide,
    Qualifier,
    StatisticsSlide,
    Text,
    Theme,
)
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, Problem, Severity, report
from tests.content.sample import write_picture, write_sample


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "content")


def edit(folder: Path, file: str, old: str, new: str) -> int:
    """Replaces `old`, and returns the line on which ◆ stood in `new`, or where `new` begins."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    changed = text.replace(old, new)
    at = changed.index("◆") if "◆" in changed else text.index(old)
    path.write_text(changed.replace("◆", ""), encoding="utf-8")
    return changed.count("\n", 0, at) + 1


def problems(folder: Path) -> list[Problem]:
    try:
        return list(load(folder).warnings)
    except ContentError as error:
        found = list(error.problems)
    assert any(problem.severity is Severity.ERROR for problem in found)
    return found


def codes(folder: Path) -> list[Code]:
    return [problem.code for problem in problems(folder)]


def test_a_sound_exhibition_loads_whole(sample: Path) -> None:
    loaded = load(sample)
    exhibition = loaded.exhibition
    assert loaded.warnings == ()
    assert exhibition.folder == sample.resolve()
    assert exhibition.title == Text("铭记2020", "Remember 2020")
    assert exhibition.language is Language.ZH
    assert exhibition.diagonal == pytest.approx(1397)
    assert (exhibition.idle.ask_after, exhibition.idle.answer_within) == (75, 30)
    assert [theme.id for theme in exhibition.themes] == ["livelihood", "development"]
    assert exhibition.themes[0].glaze.base == "#3E6A4C"
    kinds = [slide.kind for theme in exhibition.themes for slide in theme.slides]
    assert kinds == [
        "cover", "statistics", "photo", "measures", "cover", "statistics", "milestones", "goals",
        "statistics", "statistics", "statistics",
    ]  # fmt: skip


def test_a_figure_keeps_its_decimals_and_its_qualifiers(sample: Path) -> None:
    slide = load(sample).exhibition.themes[1].slides[1]
    assert isinstance(slide, StatisticsSlide)
    firms, income, _ = slide.statistics
    assert (firms.value, firms.qualifiers, firms.display, firms.each) == (
        Decimal(5000),
        (Qualifier.ODD,),
        Display.FIELD,
        50,
    )
    assert str(income.value) == "1.6"
    assert income.qualifiers == (Qualifier.ESTIMATED, Qualifier.AT_LEAST)
    assert income.display is Display.NUMBER


def test_an_entry_may_have_a_pictogram_and_a_slide_its_arrangement(sample: Path) -> None:
    measures = load(sample).exhibition.themes[0].slides[3]
    assert isinstance(measures, MeasuresSlide)
    assert measures.display is Arrangement.WALL
    assert [entry.pictogram for entry in measures.measures] == [None, "lamp"]


def test_what_a_mark_stands_for_may_be_written_with_a_scale_word(sample: Path) -> None:
    slide = load(sample).exhibition.themes[1].slides[5]
    assert isinstance(slide, StatisticsSlide)
    assert [statistic.each for statistic in slide.statistics] == [2_000_000_000, 100]


def test_the_sample_has_every_display(sample: Path) -> None:
    slides = [slide for theme in load(sample).exhibition.themes for slide in theme.slides]
    drawn = {
        one.display for slide in slides if isinstance(slide, StatisticsSlide) for one in slide.statistics
    }
    assert drawn == set(Display)


def test_trailing_noughts_of_a_figure_are_kept(sample: Path) -> None:
    edit(sample, "themes/development.yaml", "value: 1.6", "value: 1.60")
    slide = load(sample).exhibition.themes[1].slides[1]
    assert isinstance(slide, StatisticsSlide)
    assert str(slide.statistics[1].value) == "1.60"


def test_a_picture_is_a_whole_path(sample: Path) -> None:
    slide = load(sample).exhibition.themes[0].slides[2]
    assert isinstance(slide, PhotoSlide)
    assert slide.image == sample.resolve() / "photos" / "service-hall.jpg"


@pytest.mark.parametrize(
    ("written", "mm"), [("55in", 1397), ("140cm", 1400), ("1400 mm", 1400), ("55英寸", 1397)]
)
def test_a_diagonal_is_in_millimetres(sample: Path, written: str, mm: float) -> None:
    edit(sample, "exhibition.yaml", "55in", written)
    assert load(sample).exhibition.diagonal == pytest.approx(mm)


@pytest.mark.parametrize("written", ["{open: 09:00, close: '17:00'}", "\n  open: 9:00\n  close: 17:00"])
def test_the_hours_of_the_hall_are_times_of_day(sample: Path, written: str) -> None:
    edit(sample, "exhibition.yaml", "year: 2020\n", f"year: 2020\nhours: {written}\n")
    assert load(sample).exhibition.hours == Hours(open=dt.time(9), close=dt.time(17))


def test_without_hours_there_are_none(sample: Path) -> None:
    assert load(sample).exhibition.hours is None


@pytest.mark.parametrize(
    ("opens", "closes", "inside", "outside"),
    [
        ("09:00", "17:00", ["09:00", "12:00", "16:59"], ["08:59", "17:00", "00:00"]),
        ("18:00", "02:00", ["18:00", "23:59", "00:00", "01:59"], ["02:00", "12:00", "17:59"]),
        ("09:00", "00:00", ["09:00", "23:59"], ["00:00", "08:59"]),
    ],
)
def test_a_hall_is_open_from_its_first_minute_until_its_last_past_midnight_too(
    opens: str, closes: str, inside: list[str], outside: list[str]
) -> None:
    hours = Hours(open=dt.time.fromisoformat(opens), close=dt.time.fromisoformat(closes))
    assert all(hours.cover(dt.time.fromisoformat(now)) for now in inside)
    assert not any(hours.cover(dt.time.fromisoformat(now)) for now in outside)


def test_without_a_screen_the_display_is_asked(sample: Path) -> None:
    edit(sample, "exhibition.yaml", "screen: {diagonal: 55in}\n", "")
    assert load(sample).exhibition.diagonal is None


def test_a_figure_without_any_source_is_pointed_out_and_one_with_its_own_is_not(sample: Path) -> None:
    edit(sample, "exhibition.yaml", "source: {zh: 来源：样本, en: 'Source: a sample'}\n", "")
    line = edit(
        sample, "themes/development.yaml", "fact: visitors\n", "fact: visitors\n        source: 2020\n"
    )
    loaded = load(sample)
    assert loaded.exhibition.source is None
    figures = [
        one
        for theme in loaded.exhibition.themes
        for slide in theme.slides
        if isinstance(slide, StatisticsSlide)
        for one in slide.statistics
    ]
    assert {problem.code for problem in loaded.warnings} == {Code.SOURCE_MISSING}
    assert len(loaded.warnings) == len([one for one in figures if one.source is None]) == len(figures) - 1
    assert (sample / "themes" / "development.yaml", line) not in [(p.path, p.line) for p in loaded.warnings]
    assert all("fact: " in problem.source for problem in loaded.warnings)


def test_more_warnings_than_are_told_do_not_make_an_exhibition_unfit(sample: Path) -> None:
    entries = "".join(f"      - {{title: 第{number}条, text: 只有中文}}\n" for number in range(6))
    slides = "".join(
        f"  - kind: measures\n    id: more-{number}\n    facts: []\n    title: 只有中文\n"
        f"    measures:\n{entries}"
        for number in range(9)
    )
    path = sample / LIFE
    path.write_text(path.read_text(encoding="utf-8") + slides, encoding="utf-8")
    warnings = load(sample).warnings
    assert len(warnings) == 101
    assert {problem.severity for problem in warnings} == {Severity.WARNING}
    assert [problem.message.zh for problem in warnings if problem.code is Code.TOO_MUCH] == [
        "这个文件里还有 17 处问题没有列出。"
    ]


def test_a_plain_text_without_han_serves_both_languages(sample: Path) -> None:
    edit(sample, "exhibition.yaml", "title: {zh: 铭记2020, en: Remember 2020}", "title: 2020")
    loaded = load(sample)
    assert loaded.exhibition.title == Text("2020", "2020")
    assert loaded.warnings == ()


LIFE, DEV, EX = "themes/livelihood.yaml", "themes/development.yaml", "exhibition.yaml"

TO_EACH = (
    "\n        qualifier: 余\n        label: {zh: 上云企业, en: Firms in the cloud}"
    "\n        display: field\n        pictogram: firm\n        each: "
)
MISTAKES = [
    # The Chinese keyboard and the word processor
    (LIFE, "id: education", "id◆： education", Code.WIDE_COLON, "id: "),
    (LIFE, "  - kind: photo", "  - kind◆： photo", Code.WIDE_COLON, "kind: "),
    (LIFE, "glaze: leaf\n", "glaze◆： leaf\n", Code.WIDE_COLON, "glaze: "),
    (EX, "year: 2020\n", "year◆：2020\n", Code.WIDE_COLON, "year: "),
    (EX, "{zh: 洛阳, en: Luoyang}", "{◆zh：洛阳, en: Luoyang}", Code.WIDE_COLON, "zh: "),
    (EX, "{zh: 洛阳, en: Luoyang}", "{zh: 洛阳◆，en: Luoyang}", Code.WIDE_COMMA, "逗号"),
    (EX, "{zh: 洛阳, en: Luoyang}", "◆｛zh: 洛阳, en: Luoyang｝", Code.WIDE_BRACKET, "{"),
    (EX, "{zh: 洛阳, en: Luoyang}", "{zh: 洛阳, en: Luoyang◆｝", Code.WIDE_BRACKET, "}"),
    (LIFE, "  - kind: photo", "◆  － kind: photo", Code.WIDE_DASH, "- "),
    (LIFE, "  - kind: photo", "◆  — kind: photo", Code.WIDE_DASH, "- "),
    (LIFE, "  - kind: photo", "◆  -kind: photo", Code.DASH_SPACE, "- "),
    (LIFE, "    image:", "◆　　image:", Code.WIDE_SPACE, "半角空格"),
    (LIFE, "    image:", "◆\timage:", Code.TAB, "空格"),
    (LIFE, "    id: education", "    ◆\tid: education", Code.TAB, "空格"),
    (LIFE, "id: education", "id:◆education", Code.COLON_SPACE, "id: "),
    (EX, "year: 2020\n", "year:◆2020\n", Code.COLON_SPACE, "year: "),
    (EX, "{zh: 洛阳, en: Luoyang}", "{◆zh:洛阳, en: Luoyang}", Code.COLON_SPACE, "zh: "),
    (EX, "year: 2020\n", "◆year 2020\n", Code.COLON_MISSING, "year: "),
    (EX, "{zh: 来源：样本, en: 'Source: a sample'}", "来源: ◆样本", Code.COLON_IN_TEXT, "引号"),
    (EX, "en: Luoyang}", "en: ◆Luoyang, Henan}", Code.COMMA_IN_TEXT, "引号"),
    (EX, "base: '#3E6A4C'", "base: ◆#3E6A4C", Code.HASH_IN_TEXT, "'#3E6A4C'"),
    (EX, "  leaf: {base: '#3E6A4C', deep: '#2C4F38', glow: '#A9CDB2', tint: '#DEE6DC'}",
     "  leaf:\n    ◆base: #3E6A4C\n    deep: '#2C4F38'\n    glow: '#A9CDB2'\n    tint: '#DEE6DC'",
     Code.HASH_IN_TEXT, "'#3E6A4C'"),
    (LIFE, "unit: '%', label: {zh: 毛入园率", "unit: ◆%, label: {zh: 毛入园率", Code.QUOTE_NEEDED, "'%'"),
    (DEV, "label: {zh: 收入, en: Income}", "label: ◆@收入", Code.QUOTE_NEEDED, "'@收入'"),
    (EX, "{zh: 洛阳, en: Luoyang}", '{zh: ◆"洛阳, en: Luoyang}', Code.OPEN_QUOTE, '"'),
    (EX, "place: {zh: 洛阳, en: Luoyang}", "place: ◆'洛阳", Code.OPEN_QUOTE, "'"),
    (EX, "place: {zh: 洛阳, en: Luoyang}", 'place: ◆"洛阳" 古都', Code.QUOTE_TAIL, "引号"),
    (EX, "attract: [preschool, cloud-firms]", "attract: ◆[preschool, cloud-firms", Code.OPEN_BRACKET, "]"),
    (EX, "place: {zh: 洛阳, en: Luoyang}", "place: ◆{zh: 洛阳, en: Luoyang", Code.OPEN_BRACKET, "}"),
    (LIFE, "    image: service-hall.jpg", "◆   image: service-hall.jpg", Code.INDENT, "对齐"),
    (LIFE, "    image: service-hall.jpg", "◆      image: service-hall.jpg", Code.INDENT, "对齐"),
    (EX, "place:", "◆<<<<<<< HEAD\nplace:", Code.CONFLICT, "选定一份"),
    (EX, "year: 2020\n", "year: 2020\n◆year: 2021\n", Code.DUPLICATE_KEY, "只留一个"),
    (EX, "place: {zh: 洛阳, en: Luoyang}", "place: ◆&p {zh: 洛阳, en: Luoyang}", Code.ANCHOR, "引号"),
    (EX, "place: {zh: 洛阳, en: Luoyang}", "place: ◆*p", Code.ALIAS, "引号"),
    (EX, "place: {zh: 洛阳, en: Luoyang}", "place: ◆!洛阳", Code.QUOTE_NEEDED, "'!洛阳'"),
    (EX, "place: {zh: 洛阳, en: Luoyang}", "place: {zh: 洛◆\u200b阳, en: Luoyang}", Code.HIDDEN_CHARACTER,
     "重新输入"),
    # Words
    (LIFE, "    section:", "    ◆secton:", Code.UNKNOWN_KEY, "section"),
    (LIFE, "    caption:", "    ◆captoin:", Code.UNKNOWN_KEY, "caption"),
    (LIFE, "    caption:", "    ◆Caption:", Code.UNKNOWN_KEY, "caption"),
    (LIFE, "    caption:", "    ◆图注:", Code.UNKNOWN_KEY, "caption"),
    (LIFE, "  - kind: photo", "  - ◆knd: photo", Code.UNKNOWN_KEY, "kind"),
    (LIFE, "kind: photo", "kind: ◆foto", Code.BAD_WORD, "photo"),
    (LIFE, "  - kind: photo\n    id:", "  - ◆id:", Code.MISSING_KEY, "photo"),
    (LIFE, "    alt: {zh: 一座大厅, en: A hall}\n", "", Code.MISSING_KEY, "alt"),
    (EX, "year: 2020\n", "", Code.MISSING_KEY, "year"),
    (DEV, "display: field", "display: ◆feild", Code.BAD_WORD, "field"),
    (DEV, "qualifier: 余", "qualifier: ◆馀", Code.BAD_WORD, "以上"),
    (LIFE, "status: illustration", "status: ◆插画", Code.BAD_WORD, "illustration"),
    (EX, "language: zh", "language: ◆cn", Code.BAD_WORD, "zh"),
    (DEV, "pictogram: firm", "pictogram: ◆frim", Code.UNKNOWN_DRAWING, "firm"),
    (LIFE, "emblem: house", "emblem: ◆huose", Code.UNKNOWN_DRAWING, "house"),
    (LIFE, "glaze: leaf", "glaze: ◆laef", Code.UNKNOWN_GLAZE, "leaf"),
    (LIFE, "id: education", "id: ◆Education 1", Code.BAD_ID, "education-1"),
    (LIFE, "id: education", "id: ◆教育", Code.BAD_ID, "metro-line-1"),
    # Numbers
    (DEV, "value: 5000", "value: ◆12亿", Code.UNIT_IN_VALUE, "value: 12，unit: '亿'"),
    (DEV, "value: 5000", "value: ◆40%", Code.UNIT_IN_VALUE, "unit: '%'"),
    (DEV, "value: 5000", "value: ◆5000余家", Code.QUALIFIER_IN_VALUE, "qualifier: 余，unit: 家"),
    (DEV, "value: 5000", "value: ◆约5000", Code.QUALIFIER_IN_VALUE, "预计、超"),
    (DEV, "value: 5000", "value: ◆超5000", Code.QUALIFIER_IN_VALUE, "qualifier: 超。"),
    (DEV, "value: 5000", "value: ◆5,000", Code.BAD_NUMBER, "5000"),
    (DEV, "value: 5000", "value: ◆５０００", Code.BAD_NUMBER, "5000"),
    (DEV, "value: 5000", "value: ◆0500", Code.BAD_NUMBER, "500"),
    (DEV, "value: 5000", "value: ◆很多", Code.BAD_NUMBER, "90.5"),
    (DEV, "value: 5000", "value: ◆.inf", Code.BAD_NUMBER, "90.5"),
    (DEV, "value: 5000", "value: ◆1e999999999", Code.UNIT_IN_VALUE, "value: 1"),
    (DEV, "each: 50", "each: ◆0", Code.OUT_OF_BOUNDS, "1"),
    (DEV, "each: 50", "each: ◆2.5", Code.BAD_NUMBER, "2.5"),
    (EX, "75s", "◆75", Code.BAD_DURATION, "75s"),
    (EX, "75s", "◆1s", Code.OUT_OF_BOUNDS, "10s"),
    (EX, "75s", "◆95s", Code.IDLE_ORDER, "90s"),
    (EX, "55in", "◆55寸", Code.BAD_LENGTH, "55in"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: ◆9点, close: 17:00}\n", Code.BAD_TIME, "写成 09:00"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: 09:00, close: ◆下午5点半}\n", Code.BAD_TIME, "17:30"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: ◆9am, close: 17:00}\n", Code.BAD_TIME, "09:00"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: ◆12 am, close: 17:00}\n", Code.BAD_TIME, "00:00"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: ◆０９：００, close: 17:00}\n", Code.BAD_TIME, "09:00"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: 09:00, close: ◆24:00}\n", Code.BAD_TIME, "写成 00:00"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: ◆25:00, close: 17:00}\n", Code.BAD_TIME, "23:59"),
    (EX, "year: 2020\n", "year: 2020\nhours: {open: ◆早上, close: 17:00}\n", Code.BAD_TIME, "23:59"),
    (EX, "year: 2020\n", "year: 2020\nhours:\n  open: 9:00\n  close: ◆09:00\n", Code.HOURS_EQUAL, "删去"),
    (EX, "year: 2020\n", "year: 2020\nhours: {◆开馆: 09:00, close: 17:00}\n", Code.UNKNOWN_KEY, "open"),
    (EX, "year: 2020\n", "year: 2020\nhours: {◆open: 09:00}\n", Code.MISSING_KEY, "close"),
    (EX, "55in", "◆2in", Code.OUT_OF_BOUNDS, "150mm"),
    (EX, "'#2A5590'", "◆'2A5590'", Code.BAD_COLOUR, "'#2A5590'"),
    (EX, "'#2A5590'", "◆'#abc'", Code.BAD_COLOUR, "'#AABBCC'"),
    (EX, "'#2A5590'", "◆blue", Code.BAD_COLOUR, "'#2A5590'"),
    (EX, "'#2A5590'", "◆'#8FB0DD'", Code.LOW_CONTRAST, "'#"),
    (EX, "'#2C4F38'", "◆'#5C8F68'", Code.LOW_CONTRAST, "'#"),
    # Texts and lists
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "◆", Code.EMPTY_TEXT, "填上"),
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "{zh: ◆'  ', en: The service hall}", Code.EMPTY_TEXT,
     "填上"),
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "◆便民服务大厅", Code.ENGLISH_MISSING, "en: English"),
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "◆{zh: 便民服务大厅}", Code.ENGLISH_MISSING,
     "在 zh 下面加一行 “en: …”"),
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "◆{en: The service hall}", Code.MISSING_KEY, "zh"),
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "{zh: 厅, ◆eng: The service hall}", Code.UNKNOWN_KEY,
     "en"),
    (LIFE, "{zh: 便民服务大厅, en: The service hall}", "◆[便民服务大厅]", Code.WRONG_TYPE, "{zh"),
    (LIFE, "zh: 便民服务大厅", "zh: ◆" + "长" * 41, Code.TOO_LONG, "缩短 1 个"),
    (LIFE, "en: The service hall", "en: ◆" + "l" * 113, Code.TOO_LONG, "缩短 3 个"),
    (LIFE, "zh: 便民服务大厅, en: The service hall", "zh: 便民服务大厅, en: ◆The service hall #1",
     Code.OPEN_BRACKET, "}"),
    (DEV, "label: {zh: 收入, en: Income}", "label: Income ◆#1", Code.HASH_IN_TEXT, "引号"),
    (DEV, "facts: [metro]", "facts: ◆metro", Code.WRONG_TYPE, "列表"),
    (DEV, "    goals:\n      - title: {zh: 副中心, en: A second centre}", "    goals: ◆副中心",
     Code.WRONG_TYPE, "列表"),
    (DEV, "    goals:\n      - title: {zh: 副中心, en: A second centre}", "    goals:\n      - ◆副中心",
     Code.WRONG_TYPE, "title"),
    (DEV, "    goals:\n      - title: {zh: 副中心, en: A second centre}", "    goals: ◆[]", Code.COUNT,
     "再加 1"),
    (DEV, "      - {title: {zh: 热滑, en: Hot run}}\n", "", Code.COUNT, "再加 1"),
    # How it hangs together
    (LIFE, "id: education", "id: ◆cover", Code.DUPLICATE_ID, "cover-2"),
    (DEV, "facts: [cloud-firms, visitors, fund]", "facts: [cloud-firms, visitors, fund, ◆fund]",
     Code.DUPLICATE_ID, "fund-2"),
    (DEV, "fact: cloud-firms", "fact: ◆cloud", Code.FACT_NOT_LISTED, "cloud]"),
    (DEV, "display: field", "display: ◆wards", Code.DISPLAY_MISFIT, "number"),
    (LIFE, "value: 90.5", "value: 190.5", Code.DISPLAY_MISFIT, "number"),
    (DEV, "each: 50", "each: ◆2", Code.DISPLAY_MISFIT, "each: 5"),
    (DEV, f"unit: {{zh: 家, en: firms}}{TO_EACH}50", f"unit: {{zh: 万家, en: firms}}{TO_EACH}◆50",
     Code.DISPLAY_MISFIT, "each: 50000"),
    (DEV, "value: 1.6", "value: 1.6\n        display: ◆rank", Code.DISPLAY_MISFIT, "number"),
    (DEV, "value: 10, unit: '%'", "value: 10, unit: 倍", Code.DISPLAY_MISFIT, "number"),
    (DEV, "value: 10, unit: '%'", "value: -10, unit: '%'", Code.DISPLAY_MISFIT, "number"),
    (DEV, "value: 10, unit: '%', label", "value: 90, each: ◆1, unit: '%', label",
     Code.DISPLAY_MISFIT, "each: 5"),
    (DEV, "value: 2.4", "value: 240", Code.DISPLAY_MISFIT, "number"),
    (DEV, "each: 20亿", "each: ◆1亿", Code.DISPLAY_MISFIT, "each: 5亿"),
    (DEV, "each: 20亿", "each: ◆20亿元", Code.UNIT_IN_VALUE, "20"),
    (DEV, "each: 100", "each: ◆10", Code.DISPLAY_MISFIT, "each: 20"),
    (EX, "year: 2020\n", "year: ◆2万\n", Code.UNIT_IN_VALUE, "2"),
    (DEV, "display: line", "display: ◆ring", Code.DISPLAY_MISFIT, "list、steps"),
    (LIFE, "display: wall", "display: ◆hub", Code.DISPLAY_MISFIT, "niches、list"),
    (DEV, "year: 2035", "year: 2035\n    display: ◆arcs", Code.DISPLAY_MISFIT, "：list。"),
    (LIFE, "pictogram: lamp", "pictogram: ◆lump", Code.UNKNOWN_DRAWING, "lamp"),
    (DEV, "qualifier: 余", "qualifier: ◆[超, 余]", Code.QUALIFIER_CLASH, "只留一个"),
    (DEV, "qualifier: 余", "qualifier: ◆[余, 余]", Code.QUALIFIER_CLASH, "只留一个"),
    (EX, "attract: [preschool, cloud-firms]", "attract: [preschool, ◆cloud-firm]", Code.UNKNOWN_STATISTIC,
     "cloud-firms"),
    (EX, "themes: [livelihood, development]", "themes: [livelihood, ◆develpment]", Code.UNKNOWN_THEME,
     "development"),
    (EX, "themes: [livelihood, development]", "themes: [livelihood, development, ◆livelihood]",
     Code.DUPLICATE_ID, "删去"),
    (EX, "themes: [livelihood, development]", "themes: [livelihood, ◆../development]", Code.BAD_ID,
     "development"),
    (LIFE, "image: service-hall.jpg", "image: ◆service-hal.jpg", Code.PICTURE_MISSING, "service-hall.jpg"),
    (LIFE, "image: service-hall.jpg", "image: ◆Service-Hall.JPG", Code.PICTURE_CASE, "service-hall.jpg"),
    (LIFE, "image: service-hall.jpg", "image: ◆../../secret.jpg", Code.PICTURE_PATH, "secret.jpg"),
    (LIFE, "image: service-hall.jpg", "image: ◆/etc/passwd", Code.PICTURE_PATH, "passwd"),
    (LIFE, "image: service-hall.jpg", "image: ◆C:\\photos\\hall.jpg", Code.PICTURE_PATH, "hall.jpg"),
    (LIFE, "image: service-hall.jpg", "image: ◆https://example.org/a.jpg", Code.PICTURE_PATH, "a.jpg"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "remedy"), MISTAKES, ids=[f"{m[3]}-{i}" for i, m in enumerate(MISTAKES)]
)
def test_a_mistake_is_named_at_its_line_with_its_remedy(
    sample: Path, file: str, old: str, new: str, code: Code, remedy: str
) -> None:
    line = edit(sample, file, old, new)
    found = [problem for problem in problems(sample) if problem.path.name == Path(file).name]
    shown = report(found, Language.ZH)
    assert code in [problem.code for problem in found], shown
    chosen = next(problem for problem in found if problem.code is code)
    if code not in (Code.MISSING_KEY, Code.COUNT) or "◆" in new:
        assert chosen.line == line, shown
    assert remedy in chosen.remedy.zh, shown
    assert chosen.remedy.en
    assert chosen.message.en


@pytest.mark.parametrize(
    ("old", "new", "zh", "en"),
    [
        ("unit: {zh: 小时, en: hours}", "unit: {zh: 天, en: day}", "小时", "units only"),
        (
            "fact: one-hour\n        value: 8",
            "fact: one-hour\n        value: 13",
            "不超过12小时",
            "up to 12 hours",
        ),
        ("unit: {zh: 个月, en: months}", "unit: {zh: 年, en: years}", "个月", "units only"),
        ("value: 1.5", "value: 7", "不超过180天", "up to 180 days"),
        ("unit: {zh: 亿元, en: yuan}", "unit: {zh: 亿斤, en: jin}", "以“元”结尾", "money only"),
        ("value: 10, unit: '%'", "value: 10, unit: 倍", "百分之几", "per cent only"),
        ("value: 3650", "value: 0", "大于 0", "above 0"),
    ],
)
def test_a_display_refuses_what_it_cannot_show(sample: Path, old: str, new: str, zh: str, en: str) -> None:
    edit(sample, DEV, old, new)
    (found,) = (problem for problem in problems(sample) if problem.code is Code.DISPLAY_MISFIT)
    assert zh in found.message.zh
    assert en in found.message.en
    assert "display: number" in found.remedy.zh
    assert "display: number" in found.remedy.en


def test_one_mistake_gives_one_problem(sample: Path) -> None:
    edit(sample, LIFE, "    caption:", "    captoin:")
    assert codes(sample) == [Code.UNKNOWN_KEY]


def test_the_column_is_that_of_the_word_at_fault(sample: Path) -> None:
    edit(sample, LIFE, "status: illustration", "status: ilustration")
    (found,) = problems(sample)
    assert (found.column, found.span, found.source) == (13, 11, "    status: ilustration")
    assert found.path == sample.resolve() / "themes" / "livelihood.yaml"


def test_problems_of_all_files_come_at_once(sample: Path) -> None:
    edit(sample, EX, "year: 2020\n", "year: zwanzig\n")
    edit(sample, LIFE, "emblem: house", "emblem: huose")
    edit(sample, LIFE, "service-hall.jpg", "service-hal.jpg")
    edit(sample, DEV, "value: 5000", "value: 12亿")
    edit(sample, DEV, "value: 120", "value: viele")
    assert sorted(codes(sample)) == [
        Code.BAD_NUMBER,
        Code.BAD_NUMBER,
        Code.PICTURE_MISSING,
        Code.UNIT_IN_VALUE,
        Code.UNKNOWN_DRAWING,
    ]


def test_a_syntax_error_in_one_file_hides_none_in_another(sample: Path) -> None:
    edit(sample, EX, "year: 2020\n", "year： 2020\n")
    edit(sample, LIFE, "id: education", "id： education")
    edit(sample, DEV, "value: 5000", "value: 12亿")
    assert sorted(codes(sample)) == [Code.UNIT_IN_VALUE, Code.WIDE_COLON, Code.WIDE_COLON]


def test_a_broken_theme_does_not_make_its_figures_unknown(sample: Path) -> None:
    edit(sample, LIFE, "id: education", "id： education")
    assert codes(sample) == [Code.WIDE_COLON]


GOAL = "  - {kind: goals, id: first, facts: [], title: '1', goals: [{title: '1'}]}\n"
COVER = "  - {kind: cover, id: again, facts: [], lead: '1'}\n"


@pytest.mark.parametrize(
    ("slide", "remedy"), [(GOAL.replace("kind: ", "kind: ◆"), "移到最前面"), (COVER, "删去这一张")]
)
def test_the_first_slide_is_the_cover_and_there_is_one(sample: Path, slide: str, remedy: str) -> None:
    slides = edit(sample, DEV, "slides:\n", f"slides:\n{slide}")
    (found,) = problems(sample)
    assert found.code is Code.COVER_FIRST
    assert remedy in found.remedy.zh
    assert found.line == (slides if "◆" in slide else slides + 2)


def test_a_theme_file_nobody_lists_is_a_warning(sample: Path) -> None:
    (sample / "themes" / "culture.yaml").write_text("title: x\n", encoding="utf-8")
    (sample / "themes" / "party.yml").write_text("title: x\n", encoding="utf-8")
    (sample / "themes" / "._culture.yaml").write_bytes(b"\0")
    loaded = load(sample)
    assert [p.code for p in loaded.warnings] == [Code.UNUSED_FILE, Code.UNUSED_FILE]


def test_a_glaze_nobody_uses_is_a_warning(sample: Path) -> None:
    edit(sample, LIFE, "glaze: leaf", "glaze: cobalt")
    assert [p.code for p in load(sample).warnings] == [Code.UNUSED_GLAZE]


@pytest.mark.parametrize("written", ["便民大厅", "{zh: 便民大厅}", "{zh: 便民大厅, en: 便民大厅}"])
def test_without_english_the_chinese_is_shown_and_it_is_said(sample: Path, written: str) -> None:
    edit(sample, LIFE, "{zh: 便民服务大厅, en: The service hall}", written)
    loaded = load(sample)
    slide = loaded.exhibition.themes[0].slides[2]
    assert isinstance(slide, PhotoSlide)
    assert slide.caption == Text("便民大厅", "便民大厅")
    assert [p.code for p in loaded.warnings] == [Code.ENGLISH_MISSING]


def test_warnings_do_not_keep_an_exhibition_from_being_shown(sample: Path) -> None:
    edit(sample, LIFE, "{zh: 便民服务大厅, en: The service hall}", "便民服务大厅")
    loaded = load(sample)
    slide = loaded.exhibition.themes[0].slides[2]
    assert isinstance(slide, PhotoSlide)
    assert slide.caption == Text("便民服务大厅", "便民服务大厅")
    assert {p.severity for p in loaded.warnings} == {Severity.WARNING}


def test_emblems_beside_the_content_can_be_named(sample: Path) -> None:
    (sample / "emblems").mkdir()
    (sample / "emblems" / "lotus.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    )
    edit(sample, LIFE, "emblem: house", "emblem: lotus")
    assert load(sample).exhibition.themes[0].emblem == "lotus"


@pytest.mark.parametrize(
    "svg",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>',
        "<svg><image href='file:///etc/passwd'/></svg>",
        "<svg><script>1</script></svg>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        "<svg><g>",
        "",
        "<html/>",
        "<svg>" + "<g/>" * 3000 + "</svg>",
        "\ud800".encode("utf-8", "surrogatepass"),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(sample: Path, svg: str | bytes) -> None:
    (sample / "emblems").mkdir()
    (sample / "emblems" / "bad.svg").write_bytes(svg if isinstance(svg, bytes) else svg.encode())
    assert codes(sample) == [Code.UNSAFE_DRAWING]


def test_a_missing_folder_a_file_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()
    assert codes(tmp_path / "none") == [Code.NO_FOLDER]
    assert codes(tmp_path / "file") == [Code.NO_FOLDER]
    assert codes(tmp_path / "a\0b") == [Code.NO_FOLDER]
    assert codes(tmp_path / "empty") == [Code.NO_FILE]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right")
def test_links_out_of_the_folder_are_refused(sample: Path, tmp_path: Path) -> None:
    outside = write_picture(tmp_path / "outside.jpg")
    (sample / "photos" / "service-hall.jpg").unlink()
    (sample / "photos" / "service-hall.jpg").symlink_to(outside)
    (tmp_path / "d.yaml").write_text((sample / DEV).read_text(encoding="utf-8"), encoding="utf-8")
    (sample / DEV).unlink()
    (sample / DEV).symlink_to(tmp_path / "d.yaml")
    assert sorted(codes(sample)) == [Code.LINK_OUTSIDE, Code.LINK_OUTSIDE]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right")
def test_a_folder_reached_by_a_link_is_loaded(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to(sample)
    assert load(tmp_path / "current").exhibition.folder == sample.resolve()


def test_hundreds_of_problems_are_bounded_and_the_rest_is_counted(sample: Path) -> None:
    extra = "".join(f"wrong{i}: 1\n" for i in range(1000))
    (sample / LIFE).write_text((sample / LIFE).read_text(encoding="utf-8") + extra, encoding="utf-8")
    found = problems(sample)
    assert len(found) == 101
    assert found[0].code is Code.TOO_MUCH or Code.TOO_MUCH in [p.code for p in found]


def test_hostile_themes_together_are_refused_within_two_seconds(sample: Path) -> None:
    names = [f"t{i}" for i in range(300)]
    edit(sample, EX, "themes: [livelihood, development]", f"themes: [{', '.join(names)}]")
    for name in names[:20]:
        rows = "".join(f"  - kimd: {i}\n    tilte: x\n" for i in range(4_500))
        (sample / "themes" / f"{name}.yaml").write_text(f"slides:\n{rows}", encoding="utf-8")
    start = time.process_time()
    assert problems(sample)
    assert time.process_time() - start < 2


def test_loading_imports_no_pillow_and_no_qt_when_the_pictures_are_known(
    sample: Path, tmp_path: Path
) -> None:
    script = (
        "import sys; from pathlib import Path; from kiosk.content.loader import load\n"
        "before = 'PIL' in sys.modules; load(Path(sys.argv[1]), remember=True)\n"
        "print(before, 'PIL' in sys.modules, 'PySide6' in sys.modules)"
    )
    cache = {
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "LOCALAPPDATA": str(tmp_path / "cache"),
        "HOME": str(tmp_path),
    }
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(sample)],
            env={**os.environ, **cache, "PYTHONPATH": str(Path(exhibition.__file__).parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["False True False", "False False False"]


def test_every_type_of_the_exhibition_has_a_reader() -> None:
    assert {field.key for field in decode.fields_of(Theme)} >= {"title", "glaze", "slides"}
    assert "qualifier" in {field.key for field in decode.fields_of(exhibition.Statistic)}
    assert decode.fields_of(Exhibition)


def test_a_new_kind_of_slide_needs_a_data_class_only(tmp_path: Path) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class QuoteSlide:
        kind = "quote"
        id: str
        words: Text

    QuoteSlide.__annotations__ = {"id": str, "words": Text}
    (tmp_path / "a.yaml").write_text("id: q\nwords: {zh: 言, en: Words}\n", encoding="utf-8")
    page, root = read(tmp_path / "a.yaml", tmp_path)
    assert root is not None
    made = decode.Decoder(page).record(QuoteSlide, root)
    assert made == QuoteSlide(id="q", words=Text("言", "Words"))


# Whatever is in the files, load() returns an exhibition or raises ContentError.

SPICE = [
    "：", "，", "\t", "　", "- ", ": ", "{", "}", "[", "]", "'", '"', "#", "&a ", "*a", "!!x ", "<<: ",
    "---\n", "...\n", "|", ">", "? ", "%YAML 9.9\n", "%TAG ! !\n", "\\", '"\\ud800"', '"\\x00"', "\x00",
    "\ufeff", "\u2028", "\u202e", "\r", "\n", "\n\n", "  ", "-", "=", "`", "@", "%", "0", "9" * 400, "1e99",
    ".inf", "NaN", "zh", "kind: x", "../", "/dev/zero", "~", "null", "龘", "😀",
]  # fmt: skip


@dataclass(frozen=True)
class Mutation:
    file: str
    at: float
    cut: int
    spice: str
    raw: bytes

    def apply(self, data: bytes) -> bytes:
        at = int(self.at * len(data))
        return data[:at] + self.spice.encode("utf-8", "surrogatepass") + self.raw + data[at + self.cut :]


mutations = st.lists(
    st.builds(
        Mutation,
        file=st.sampled_from([EX, LIFE, DEV]),
        at=st.floats(0, 1),
        cut=st.integers(0, 60),
        spice=st.one_of(st.sampled_from(SPICE), st.text(max_size=4)),
        raw=st.sampled_from([b"", b"", b"", b"", b"", b"\xff", b"\xb4\xf3", b"\0"]),
    ),
    min_size=1,
    max_size=4,
)


def test_a_draft_is_read_in_place_of_its_file_and_nothing_is_written(sample: Path) -> None:
    before = (sample / DEV).read_bytes()
    drafts = {Path(DEV): before.replace(b"value: 5000", b"value: 5001"), Path(EX): (sample / EX).read_bytes()}
    slide = load(sample, drafts=drafts).exhibition.themes[1].slides[1]
    assert isinstance(slide, StatisticsSlide)
    assert slide.statistics[0].value == 5001
    with pytest.raises(ContentError) as caught:
        load(sample, drafts={Path(DEV): before.replace(b"value: 5000", b"value: many")})
    assert caught.value.problems[0].path == sample / DEV
    assert (sample / DEV).read_bytes() == before


def test_a_whole_number_may_be_written_out(sample: Path) -> None:
    edit(sample, DEV, "each: 20亿", "each: 2000000000")
    assert problems(sample) == []


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    folder = write_sample(tmp_path_factory.mktemp("garden") / "content")
    write_picture(folder / "photos" / "service-hall.jpg", (16, 9))
    return folder, {name: (folder / name).read_bytes() for name in (EX, LIFE, DEV)}


@settings(
    max_examples=400,
    deadline=2000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(changes=mutations)
def test_mutated_content_loads_or_is_refused_and_nothing_else(
    garden: tuple[Path, dict[str, bytes]], changes: list[Mutation]
) -> None:
    folder, files = garden
    changed = dict(files)
    for change in changes:
        changed[change.file] = change.apply(changed[change.file])
    for name, data in changed.items():
        (folder / name).write_bytes(data)
    found = problems(folder)
    for language in Language:
        assert report(found, language)
    for problem in found:
        assert problem.line <= len(split_lines(problem.path.read_bytes().decode("gb18030", "replace"))) + 1
        assert problem.message.zh
        assert problem.remedy.zh
