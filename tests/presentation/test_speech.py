from __future__ import annotations

from decimal import Decimal

import pytest

from kiosk.content.exhibition import Entry, Language, Qualifier, Statistic, Text
from kiosk.content.figures import spell
from kiosk.presentation.speech import entries_said, seconds_to_say, speech, together

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("企业上了云", "企业上了云。"),
        ("守住城市，", "守住城市。"),
        ("为什么？", "为什么？"),
        ("落实“四早”", "落实四早。"),
        ("《一》《二》", "一、二。"),
        ("天蓝云白水更清 宜居洛阳惹人醉", "天蓝云白水更清，宜居洛阳惹人醉。"),
        ("精神解读——之一", "精神解读，之一。"),
        ("洛阳 · 隋唐里坊", "洛阳，隋唐里坊。"),
        ("马可·波罗", "马可波罗。"),
        ("规划（2020—2035）", "规划（2020年到2035年）。"),
        ("2020—2035年", "2020年到2035年。"),
        ("1—11月", "1到11月。"),
        ("2.4%", "百分之2.4。"),
        ("3‰", "千分之3。"),
        ("−5℃", "负5摄氏度。"),
        ("地铁1\u2060号\u2060线\u00a0试运行", "地铁1号线，试运行。"),
    ],
)
def test_chinese_is_said_without_the_signs_that_only_the_eye_knows(text: str, said: str) -> None:
    assert speech([text], ZH) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Into the cloud", "Into the cloud."),
        ("Why?", "Why?"),
        ("“Luoyang’s strength”", "Luoyang's strength."),
        ("The firms’ year", "The firms' year."),
        ("‘Little giants’", "Little giants."),
        ("Sui–Tang wards", "Sui-Tang wards."),
        ("2020–2035", "2020 to 2035."),
        ("Luoyang · after the wards", "Luoyang, after the wards."),
        ("No. 2", "number 2."),
        ("800 km of greenway", "800 kilometres of greenway."),
        ("20 km² and 5 m²", "20 square kilometres and 5 square metres."),
        ("−5℃", "minus 5 degrees Celsius."),
        ("90.5%", "90.5%."),
        ("Top\u00a010", "Top 10."),
    ],
)
def test_english_is_said_without_the_signs_that_only_the_eye_knows(text: str, said: str) -> None:
    assert speech([text], EN) == said


def test_what_is_not_there_is_not_heard() -> None:
    assert speech(["一", "", " ", "二"], ZH) == "一。二。"
    assert speech(["One", "", "Two"], EN) == "One. Two."
    assert speech([], EN) == ""


@pytest.mark.parametrize(("language", "said"), [(ZH, "预计百分之3以上。"), (EN, "estimated 3% or more.")])
def test_the_words_of_a_figure_keep_their_order(language: Language, said: str) -> None:
    growth = Statistic(
        fact="growth",
        value=Decimal(3),
        unit=Text("%", "%"),
        label=Text("增长", "Growth"),
        qualifiers=(Qualifier.ESTIMATED, Qualifier.AT_LEAST),
    )
    assert speech([spell(growth, language).spoken], language) == said


def test_a_label_and_what_it_labels_are_one_sentence() -> None:
    entries = (
        Entry(title=Text("综保区", "Bonded zone"), text=Text("获批。", "Approved")),
        Entry(title=Text("热滑", "Hot run")),
    )
    assert speech(entries_said(entries, ZH), ZH) == "综保区：获批。热滑。"
    assert speech(entries_said(entries, EN), EN) == "Bonded zone: Approved. Hot run."
    assert together("Jobs", "", EN) == "Jobs"


def test_the_time_to_say_it_is_that_of_reading_aloud() -> None:
    assert seconds_to_say("落实四早守住城市", ZH) == 2.0
    assert seconds_to_say("Five words in two seconds", EN) == 2.0
