from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject

from kiosk.content.exhibition import Display, Language, Qualifier, Statistic, Text
from kiosk.presentation.statistics import StatisticViewModel, columns_for
from tests.presentation.sample import FIRMS, FUND, HEATING, JOBS, PRESCHOOL, RANK, see

TRILLIONS = replace(FUND, value=Decimal("1.6"), unit=Text("万亿元", "yuan"), each=100_000_000_000)
HOUR = replace(FUND, value=Decimal(1), unit=Text("小时", "hour"), display=Display.CLOCK, each=1)
MONTHS = replace(HOUR, value=Decimal("1.5"), unit=Text("个月", "months"), display=Display.CALENDAR)


@pytest.fixture
def owner() -> QObject:
    return QObject()


def model(statistic: Statistic, language: Language, owner: QObject) -> StatisticViewModel:
    return StatisticViewModel(statistic, language, owner, marked="marked", place=(2, 5))


def test_a_statistic_comes_with_its_parts_in_chinese(owner: QObject) -> None:
    firms = model(FIRMS, Language.ZH, owner)
    read = {name: firms.property(name) for name in ("before", "digits", "symbol", "after", "spoken", "label")}
    assert read == {
        "before": "",
        "digits": "5000",
        "symbol": "",
        "after": "余家",
        "spoken": "5000余家",
        "label": "上云企业",
    }


def test_a_statistic_comes_with_its_parts_in_english(owner: QObject) -> None:
    jobs = model(JOBS, Language.EN, owner)
    read = [jobs.property(name) for name in ("digits", "after", "value", "decimals", "grouped", "counts")]
    assert read == ["110,000", "people", 110000.0, 0, True, True]


def test_a_statistic_knows_its_slide_and_its_marked_label(owner: QObject) -> None:
    firms = model(FIRMS, Language.ZH, owner)
    names = ("fact", "labelMarked", "themeIndex", "slideIndex", "display", "pictogram", "each")
    assert see(firms, *names) == ["firms", "marked", 2, 5, "field", "firm", 50]
    assert firms.parent() is owner


@pytest.mark.parametrize(
    ("statistic", "amount", "share"),
    [
        (FIRMS, 100, 0.0),
        (JOBS, 110, 0.0),
        (PRESCHOOL, 91, 0.905),
        (HEATING, 90, 0.9),
        (replace(FIRMS, value=Decimal(5001)), 101, 0.0),
        (replace(PRESCHOOL, value=Decimal(130)), 130, 1.0),
    ],
)
def test_the_drawing_has_as_many_marks_as_the_figure(
    statistic: Statistic, amount: int, share: float, owner: QObject
) -> None:
    drawn = model(statistic, Language.EN, owner)
    assert (drawn.property("amount"), drawn.property("share")) == (amount, pytest.approx(share))


@pytest.mark.parametrize(
    ("qualifiers", "beyond"),
    [
        ((), False),
        ((Qualifier.OVER,), True),
        ((Qualifier.ODD,), True),
        ((Qualifier.ESTIMATED, Qualifier.AT_LEAST), True),
        ((Qualifier.ESTIMATED,), False),
        ((Qualifier.UNDER,), False),
        ((Qualifier.TOP,), False),
    ],
)
def test_a_figure_beyond_its_numeral_is_drawn_open(
    qualifiers: tuple[Qualifier, ...], beyond: bool, owner: QObject
) -> None:
    drawn = model(replace(FIRMS, qualifiers=qualifiers), Language.ZH, owner)
    assert drawn.property("open") is beyond


def test_a_figure_below_its_numeral_is_drawn_short_of_it(owner: QObject) -> None:
    assert model(MONTHS, Language.ZH, owner).property("under") is False
    assert model(replace(MONTHS, qualifiers=(Qualifier.UNDER,)), Language.ZH, owner).property("under") is True


@pytest.mark.parametrize(
    ("value", "unit", "turn", "long"),
    [
        ("1", "小时", 1 / 12, False),
        ("12", "小时", 1.0, False),
        ("20", "分钟", 1 / 3, True),
        ("90", "分", 0.125, False),
    ],
)
def test_a_clock_turns_as_far_as_the_duration(
    value: str, unit: str, turn: float, long: bool, owner: QObject
) -> None:
    clock = model(replace(HOUR, value=Decimal(value), unit=Text(unit, "unit")), Language.ZH, owner)
    assert (clock.property("turn"), clock.property("longHand")) == (pytest.approx(turn), long)


def test_a_part_of_a_mark_is_measured(owner: QObject) -> None:
    coins = model(replace(TRILLIONS, value=Decimal("1.65")), Language.ZH, owner)
    assert (coins.property("measure"), coins.property("amount")) == (pytest.approx(16.5), 17)


def test_figures_drawn_alike_are_drawn_to_one_scale(owner: QObject) -> None:
    few = replace(JOBS, value=Decimal("2.8"))

    def most(statistic: Statistic, *kin: Statistic) -> object:
        one = StatisticViewModel(statistic, Language.ZH, owner, marked="", place=(0, 0), kin=kin)
        return one.property("most")

    assert most(few) == 28
    assert most(few, few, JOBS) == 110
    assert most(few, JOBS, replace(JOBS, pictogram="roof", value=Decimal(90))) == 110
    bar = replace(few, display=Display.BAR)
    assert most(bar, replace(bar, value=Decimal(9), unit=Text("公里", "km"))) == most(bar)


def test_the_top_ten_are_told_from_the_tenth(owner: QObject) -> None:
    assert model(RANK, Language.ZH, owner).property("top") is False
    top = model(replace(RANK, qualifiers=(Qualifier.TOP,)), Language.ZH, owner)
    assert top.property("top") is True
    assert top.property("counts") is False


@pytest.mark.parametrize(
    ("statistic", "chinese", "english"),
    [
        (PRESCHOOL, "每一格代表1%", "Each ward stands for 1%"),
        (FIRMS, "每个图形代表50家", "Each symbol stands for 50 firms"),
        (replace(FIRMS, each=1), "每个图形代表1家", "One symbol for each"),
        (JOBS, "每个图形代表1000人", "Each symbol stands for 1,000 people"),
        (replace(JOBS, each=100_000), "每个图形代表10万人", "Each symbol stands for 100,000 people"),
        (replace(JOBS, each=15_000), "每个图形代表1.5万人", "Each symbol stands for 15,000 people"),
        (replace(PRESCHOOL, unit=Text("家", "firms")), "", ""),
        (replace(FIRMS, display=Display.BAR), "", ""),
        (RANK, "", ""),
        (replace(PRESCHOOL, pictogram="roof"), "每个图形代表1%", "Each symbol stands for 1%"),
        (replace(PRESCHOOL, display=Display.SLICE), "每一片代表1%", "Each slip stands for 1%"),
        (replace(PRESCHOOL, display=Display.GROWTH), "每一级代表1%", "Each step stands for 1%"),
        (replace(PRESCHOOL, display=Display.GROWTH, each=5), "每一级代表5%", "Each step stands for 5%"),
        (FUND, "每一枚代表10亿元", "Each coin stands for 1 billion yuan"),
        (TRILLIONS, "每一枚代表1000亿元", "Each coin stands for 100 billion yuan"),
        (replace(FIRMS, display=Display.TALLY), "每一笔代表50家", "Each stroke stands for 50 firms"),
        (replace(FIRMS, display=Display.TALLY, each=1), "每一笔代表1家", "One stroke for each"),
        (HOUR, "一圈代表12小时", "Once round is 12 hours"),
        (replace(HOUR, unit=Text("分钟", "minutes")), "一圈代表60分钟", "Once round is 60 minutes"),
        (MONTHS, "每一格代表1天，一个月画30天", "Each square is a day, thirty to a month"),
    ],
)
def test_the_legend_says_what_one_mark_stands_for(
    statistic: Statistic, chinese: str, english: str, owner: QObject
) -> None:
    assert model(statistic, Language.ZH, owner).property("legend") == chinese
    assert model(statistic, Language.EN, owner).property("legend") == english


@pytest.mark.parametrize(
    ("count", "width", "height", "columns"),
    [
        (1, 800, 600, 1),
        (4, 800, 600, 4),
        (9, 800, 600, 5),
        (9, 800, 90, 9),
        (102, 900, 500, 15),
        (102, 600, 800, 10),
        (72, 1000, 550, 12),
        (0, 800, 600, 1),
        (50, 0, 600, 50),
        (50, 800, 0, 50),
    ],
)
def test_a_field_has_rows_that_let_its_marks_be_large_and_countable(
    count: int, width: float, height: float, columns: int
) -> None:
    assert columns_for(count, width, height, 1.0) == columns


def test_the_width_of_a_figure_is_known_before_it_is_laid_out(owner: QObject) -> None:
    firms = model(FIRMS, Language.ZH, owner)
    assert firms.property("digitEms") == pytest.approx(4 * 0.547)
    assert firms.property("ems") == pytest.approx(4 * 0.547 + 2 * 0.28 + 0.09)
    assert firms.property("beforeEms") == 0
    estimated = replace(FIRMS, qualifiers=(Qualifier.ESTIMATED,))
    assert model(estimated, Language.ZH, owner).property("beforeEms") == pytest.approx(2 * 0.28 + 1.3 * 0.09)
    assert model(PRESCHOOL, Language.ZH, owner).property("ems") == pytest.approx(
        3 * 0.547 + 0.31 + 0.5 * 0.95 + 0.4 * 0.09
    )


def test_the_numeral_counts_up_to_exactly_the_figure(owner: QObject) -> None:
    firms = model(FIRMS, Language.EN, owner)
    assert [firms.digitsAt(progress) for progress in (0.0, 0.5, 1.0)] == ["0", "2,500", "5,000"]


def test_a_rank_never_shows_another_value(owner: QObject) -> None:
    rank = model(RANK, Language.ZH, owner)
    assert {rank.digitsAt(progress) for progress in (0.0, 0.5, 1.0)} == {"2"}


def test_a_large_field_gives_every_mark_the_room_there_is() -> None:
    columns = columns_for(1137, 1000, 500, 1.0)
    side = min(1000 / columns, 500 / -(-1137 // columns))
    assert side >= 0.95 * (1000 * 500 / 1137) ** 0.5


def test_an_open_field_has_room_for_the_marks_beyond_it(owner: QObject) -> None:
    closed = replace(FIRMS, value=Decimal(500), qualifiers=())
    ajar = replace(closed, qualifiers=(Qualifier.ODD,))
    assert model(closed, Language.ZH, owner).columnsFor(1000.0, 100.0, 1.0) == 10
    assert model(ajar, Language.ZH, owner).columnsFor(1000.0, 100.0, 1.0) == 15
