from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.exhibition import Display, Language, Qualifier, Statistic, Text
from kiosk.content.figures import Spelling, digits_at, face_of, marks, measure, spell

LEDGER: Final = Path(__file__).with_name("ledger.yaml")
WORDS: Final = {
    Qualifier.ESTIMATED: "estimated",
    Qualifier.OVER: "more_than",
    Qualifier.ODD: "more_than",
    Qualifier.AT_LEAST: "at_least",
    Qualifier.UNDER: "less_than",
}

# fact, value, unit, English unit, qualifiers, Chinese, English
FIGURES: Final = [
    ("population", "720", "万人", "people", "", "720万人", "7.2 million people"),
    ("no-new-cases", "1", "个月", "month", "不到", "不到1个月", "under 1 month"),
    ("cases-cleared", "1.5", "个月", "months", "不到", "不到1.5个月", "under 1.5 months"),
    ("gdp-growth", "3", "%", "%", "预计 以上", "预计3%以上", "estimated 3% or more"),
    ("smart-factories", "23", "家", "factories", "", "23家", "23 factories"),
    ("cloud-firms", "5000", "家", "firms", "余", "5000余家", "over 5,000 firms"),
    ("commended", "2", "年", "years", "", "2年", "2 years"),
    ("fund", "100", "亿元", "yuan", "", "100亿元", "10 billion yuan"),
    ("projects-started", "203", "个", "projects", "", "203个", "203 projects"),
    ("hightech-share", "40", "%", "%", "超", "超40%", "over 40%"),
    ("first-500", "500", "亿元", "yuan", "超", "超500亿元", "over 50 billion yuan"),
    ("over-100", "14", "家", "firms", "", "14家", "14 firms"),
    ("champions", "57", "家", "firms", "", "57家", "57 firms"),
    ("hightech-firms", "123", "家", "firms", "", "123家", "123 firms"),
    ("platforms", "373", "个", "platforms", "", "373个", "373 platforms"),
    ("rnd-intensity", "2.4", "%", "%", "", "2.4%", "2.4%"),
    ("cross-border", "10", "%", "%", "", "10%", "10%"),
    ("one-hour", "1", "小时", "hour", "", "1小时", "1 hour"),
    ("business-env", "2", "名", "place", "第", "第2名", "No. 2"),
    ("villages", "9", "个", "villages", "", "9个", "9 villages"),
    ("people-lifted", "2.5", "万人", "people", "", "2.5万人", "25,000 people"),
    ("air-quality", "1", "名", "place", "第", "第1名", "No. 1"),
    ("green-cover", "1", "名", "place", "第", "第1名", "No. 1"),
    ("interchanges", "30", "座", "interchanges", "余", "30余座", "over 30 interchanges"),
    ("hubs", "6", "个", "hubs", "", "6个", "6 hubs"),
    ("dead-ends", "17", "条", "roads", "", "17条", "17 roads"),
    ("alleys", "23", "条", "streets", "", "23条", "23 streets"),
    ("parking", "39", "个", "car parks", "", "39个", "39 car parks"),
    ("heating", "90", "%", "%", "以上", "90%以上", "90% or more"),
    ("policies", "31", "项", "policies", "", "31项", "31 policies"),
    ("big-projects", "1137", "个", "projects", "", "1137个", "1,137 projects"),
    ("investment", "1.6", "万亿元", "yuan", "", "1.6万亿元", "1.6 trillion yuan"),
    ("museums", "102", "座", "museums", "", "102座", "102 museums"),
    ("top-ten", "10", "名", "places", "前", "前10名", "Top 10"),
    ("scenic-3a", "5", "家", "scenic areas", "", "5家", "5 scenic areas"),
    ("spending-share", "76", "%", "%", "以上", "76%以上", "76% or more"),
    ("key-matters", "95", "件", "matters", "", "95件", "95 matters"),
    ("study-rooms", "204", "座", "rooms", "", "204座", "204 rooms"),
    ("gardens", "278", "处", "gardens", "", "278处", "278 gardens"),
    ("greenway", "800", "公里", "km", "", "800公里", "800 km"),
    ("elder-homes", "61", "个", "homes", "", "61个", "61 homes"),
    ("urban-jobs", "11", "万人", "people", "", "11万人", "110,000 people"),
    ("rural-jobs", "2.8", "万人", "people", "", "2.8万人", "28,000 people"),
    ("preschool", "90.5", "%", "%", "", "90.5%", "90.5%"),
    ("compulsory", "97", "%", "%", "", "97%", "97%"),
    ("senior-high", "92", "%", "%", "", "92%", "92%"),
    ("vision-2035", "2035", "年", "", "", "2035年", "2035"),
    ("cases", "3600", "件", "cases", "", "3600件", "3,600 cases"),
    ("sanctions", "4090", "人", "people", "", "4090人", "4,090 people"),
]


def figure(
    value: str, zh: str, en: str, qualifiers: str = "", display: Display = Display.NUMBER, fact: str = "fact"
) -> Statistic:
    return Statistic(
        fact=fact,
        value=Decimal(value),
        unit=Text(zh, en),
        label=Text("标签", "Label"),
        qualifiers=tuple(Qualifier(word) for word in qualifiers.split()),
        display=display,
    )


def parts(spelling: Spelling) -> tuple[str, str, str, str]:
    return spelling.before, spelling.digits, spelling.symbol, spelling.after


@pytest.mark.parametrize(("fact", "value", "zh", "en", "qualifiers", "chinese", "english"), FIGURES)
def test_every_figure_of_the_ledger_reads_exactly(
    fact: str, value: str, zh: str, en: str, qualifiers: str, chinese: str, english: str
) -> None:
    statistic = figure(value, zh, en, qualifiers, fact=fact)
    assert spell(statistic, Language.ZH).spoken == chinese
    assert spell(statistic, Language.EN).spoken == english


def test_the_figures_above_are_those_of_the_ledger() -> None:
    ledger = yaml.safe_load(LEDGER.read_text(encoding="utf-8"))
    sections = [part for theme in ledger["themes"] for part in (theme, *theme.get("sections", ()))]
    facts = {
        fact["id"]: (Decimal(str(fact["value"])), fact["unit"], _words(fact["qualifier"]))
        for section in sections
        for fact in section.get("facts", ())
        if "value" in fact and "unit" in fact
    }
    assert len(facts) > 40
    assert facts == {
        fact: (
            Decimal(value),
            unit,
            {WORDS[Qualifier(word)] for word in qualifiers.split() if Qualifier(word) in WORDS},
        )
        for fact, value, unit, _, qualifiers, _, _ in FIGURES
    }


def _words(qualifier: str | list[str]) -> set[str]:
    return {qualifier} - {"none"} if isinstance(qualifier, str) else set(qualifier)


@pytest.mark.parametrize(
    ("statistic", "chinese", "english"),
    [
        (figure("3", "%", "%", "预计 以上"), ("预计", "3", "%", "以上"), ("estimated", "3", "%", "or more")),
        (figure("5000", "家", "firms", "余"), ("", "5000", "", "余家"), ("over", "5,000", "", "firms")),
        (
            figure("500", "亿元", "yuan", "超"),
            ("超", "500", "", "亿元"),
            ("over", "50", "", "billion yuan"),
        ),
        (
            figure("30", "亿元", "yuan", "预计 超"),
            ("预计超", "30", "", "亿元"),
            ("estimated over", "3", "", "billion yuan"),
        ),
        (
            figure("7", "万人", "people", "以上"),
            ("", "7", "", "万人以上"),
            ("", "70,000", "", "people or more"),
        ),
        (figure("2", "名", "place", "第"), ("第", "2", "", "名"), ("No.", "2", "", "")),
        (figure("10", "名", "places", "前"), ("前", "10", "", "名"), ("Top", "10", "", "")),
        (
            figure("1.5", "个月", "months", "不到"),
            ("不到", "1.5", "", "个月"),
            ("under", "1.5", "", "months"),
        ),
    ],
)
def test_a_figure_comes_apart_where_a_slide_sets_it_apart(
    statistic: Statistic, chinese: tuple[str, ...], english: tuple[str, ...]
) -> None:
    assert parts(spell(statistic, Language.ZH)) == chinese
    assert parts(spell(statistic, Language.EN)) == english


@pytest.mark.parametrize(
    ("value", "zh", "en", "english"),
    [
        ("1", "亿元", "yuan", "100 million yuan"),
        ("99.99", "万人", "people", "999,900 people"),
        ("100", "万人", "people", "1 million people"),
        ("1.5", "亿人", "people", "150 million people"),
        ("123.4567", "万人", "people", "1,234,567 people"),
        ("1234567", "人", "people", "1,234,567 people"),
        ("1234500", "人", "people", "1,234,500 people"),
        ("1230000", "人", "people", "1.23 million people"),
        ("2000000", "人", "people", "2 million people"),
        ("2", "万", "", "20,000"),
        ("3", "千万元", "yuan", "30 million yuan"),
        ("5", "千米", "km", "5 km"),
        ("90.50", "%", "%", "90.50%"),
        ("-1.2", "%", "%", "−1.2%"),
        ("0", "例", "cases", "0 cases"),
    ],
)
def test_english_scales_by_rule(value: str, zh: str, en: str, english: str) -> None:
    assert spell(figure(value, zh, en), Language.EN).spoken == english


@pytest.mark.parametrize(
    ("statistic", "counts"),
    [
        (figure("2035", "年", ""), False),
        (figure("1949", "年", "year"), False),
        (figure("2", "年", "years"), True),
        (figure("2035", "人", "people"), True),
        (figure("2", "名", "place", "第"), False),
        (figure("10", "名", "places", "前"), False),
        (figure("1", "位", "place", display=Display.RANK), False),
        (figure("97183", "", ""), False),
        (figure("90.5", "%", "%"), True),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_years_ranks_and_codes_do_not_count(statistic: Statistic, counts: bool, language: Language) -> None:
    spelling = spell(statistic, language)
    assert spelling.counts is counts
    assert (digits_at(spelling, 0) == spelling.digits) is not counts


def test_a_year_is_never_grouped() -> None:
    assert spell(figure("2035", "年", "year"), Language.EN).spoken == "2035"


def test_a_count_keeps_the_decimals_and_the_grouping_of_its_end() -> None:
    spelling = spell(figure("1137", "个", "projects"), Language.EN)
    assert digits_at(spelling, 0.95) == "1,080"
    assert digits_at(spell(figure("90.5", "%", "%"), Language.ZH), 0.5) == "45.2"


VALUES: Final = st.decimals(min_value=0, max_value=99999, places=2)
UNITS: Final = st.sampled_from(["人", "万人", "亿元", "万亿元", "百万元", "千万元", "公里"])


@given(value=VALUES, unit=UNITS, language=st.sampled_from(Language), progress=st.floats(1, 2))
def test_the_end_of_a_count_is_exactly_the_figure(
    value: Decimal, unit: str, language: Language, progress: float
) -> None:
    spelling = spell(figure(str(value), unit, "units"), language)
    assert digits_at(spelling, progress) == spelling.digits


@given(value=VALUES, unit=UNITS)
def test_english_says_the_same_amount_to_the_last_digit(value: Decimal, unit: str) -> None:
    zh_scale = {"人": 0, "万人": 4, "亿元": 8, "万亿元": 12, "百万元": 6, "千万元": 7, "公里": 0}[unit]
    spelling = spell(figure(str(value), unit, "units"), Language.EN)
    word = spelling.after.removesuffix("units").strip()
    en_scale = {"": 0, "million": 6, "billion": 9, "trillion": 12}[word]
    said = Decimal(spelling.digits.replace(",", "")) * 10**en_scale
    assert said == value * 10**zh_scale


@given(value=VALUES, unit=UNITS, language=st.sampled_from(Language))
def test_a_count_never_runs_past_its_end(value: Decimal, unit: str, language: Language) -> None:
    spelling = spell(figure(str(value), unit, "units"), language)
    shown = [Decimal(digits_at(spelling, step / 20).replace(",", "")) for step in range(21)]
    assert shown == sorted(shown)


@pytest.mark.parametrize(
    ("value", "unit", "each", "drawn"),
    [("102", "座", 1, 102), ("5000", "家", 50, 100), ("2.5", "万人", 1000, 25), ("31", "项", 2, 16)],
)
def test_marks_are_counted_without_the_scale_word(value: str, unit: str, each: int, drawn: int) -> None:
    statistic = Statistic(
        fact="f", value=Decimal(value), unit=Text(unit, "x"), label=Text("数", "n"), each=each
    )
    assert marks(statistic) == drawn


@pytest.mark.parametrize(
    ("value", "unit", "display", "measured", "drawn"),
    [
        ("1", "小时", Display.CLOCK, "60", 60),
        ("90", "分钟", Display.CLOCK, "90", 90),
        ("1.5", "个月", Display.CALENDAR, "45", 45),
        ("2", "周", Display.CALENDAR, "14", 14),
        ("2.4", "%", Display.SLICE, "2.4", 3),
        ("3.5", "%", Display.GROWTH, "3.5", 4),
    ],
)
def test_a_figure_is_measured_in_what_its_drawing_counts(
    value: str, unit: str, display: Display, measured: str, drawn: int
) -> None:
    statistic = figure(value, unit, "unit", display=display)
    assert (measure(statistic), marks(statistic)) == (Decimal(measured), drawn)


@pytest.mark.parametrize(
    ("value", "unit", "face"),
    [("60", "分钟", "minutes"), ("90", "分钟", "hours"), ("1", "小时", "hours"), ("0.5", "小时", "hours")],
)
def test_the_long_hand_tells_minutes_and_the_short_one_hours(value: str, unit: str, face: str) -> None:
    assert face_of(figure(value, unit, "unit", display=Display.CLOCK)) == face
