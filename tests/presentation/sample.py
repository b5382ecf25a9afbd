"""A small exhibition with every kind of slide, made by hand: no YAML in this room."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject

from kiosk.content.exhibition import (
    Arrangement,
    CoverSlide,
    Credit,
    Display,
    Entry,
    Exhibition,
    Glaze,
    GoalsSlide,
    Idle,
    Language,
    MeasuresSlide,
    MilestonesSlide,
    PhotoSlide,
    Prologue,
    Qualifier,
    Slide,
    Statistic,
    StatisticsSlide,
    Status,
    Term,
    Text,
    Theme,
)

FOLDER: Final = Path("/exhibition")
GLAZE: Final = Glaze(base="#2A5590", deep="#1F4175", glow="#9DBDE6", tint="#DCE3EA")

PRESCHOOL: Final = Statistic(
    fact="preschool",
    value=Decimal("90.5"),
    unit=Text("%", "%"),
    label=Text("学前三年毛入园率", "Preschool enrolment"),
    display=Display.WARDS,
)
HEATING: Final = Statistic(
    fact="heating",
    value=Decimal(90),
    unit=Text("%", "%"),
    label=Text("集中供热率", "District heating"),
    qualifiers=(Qualifier.AT_LEAST,),
    display=Display.WARDS,
)
FIRMS: Final = Statistic(
    fact="firms",
    value=Decimal(5000),
    unit=Text("家", "firms"),
    label=Text("上云企业", "Firms in the cloud"),
    qualifiers=(Qualifier.ODD,),
    display=Display.FIELD,
    pictogram="firm",
    each=50,
)
JOBS: Final = Statistic(
    fact="jobs",
    value=Decimal(11),
    unit=Text("万人", "people"),
    label=Text("城镇新增就业", "New urban jobs"),
    display=Display.FIELD,
    pictogram="person",
    each=1000,
)
RANK: Final = Statistic(
    fact="rank",
    value=Decimal(2),
    unit=Text("名", "place"),
    label=Text("营商环境", "Business environment"),
    qualifiers=(Qualifier.ORDINAL,),
    display=Display.RANK,
)

FUND: Final = Statistic(
    fact="fund",
    value=Decimal(100),
    unit=Text("亿元", "yuan"),
    label=Text("发展基金", "Development fund"),
    display=Display.COINS,
    each=1_000_000_000,
)
FEW: Final = replace(JOBS, each=10_000)

COVER: Final = CoverSlide(id="cover", facts=(), lead=Text("落实“四早”，守住城市。", "The Four Earlies held."))
HERO: Final = StatisticsSlide(
    id="cloud", facts=("firms",), title=Text("企业上了云", "Into the cloud"), statistics=(FIRMS,)
)
SINGLE: Final = StatisticsSlide(
    id="heating", facts=("heating",), title=Text("暖气", "Heat"), statistics=(HEATING,)
)
COLUMNS: Final = StatisticsSlide(
    id="rates",
    facts=("preschool", "heating"),
    title=Text("两个百分比", "Two shares"),
    section=Text("教育", "Education"),
    statistics=(PRESCHOOL, HEATING),
    body=Text("累计800公里，落实四早。", "In all 800 km under the Four Earlies."),
)
ROWS: Final = StatisticsSlide(
    id="rows",
    facts=("jobs", "fund"),
    title=Text("一升一先", "Up and ahead"),
    statistics=(FEW, FUND),
)
MILESTONES: Final = MilestonesSlide(
    id="roads",
    facts=(),
    title=Text("路通了", "Roads open"),
    milestones=(
        Entry(
            title=Text("地铁1号线", "Metro Line 1"),
            text=Text("试运行", "In trial operation"),
            pictogram="road",
        ),
        Entry(title=Text("综保区获批", "Bonded zone approved")),
    ),
    display=Arrangement.HUB,
)
MEASURES: Final = MeasuresSlide(
    id="steps",
    facts=(),
    title=Text("两项举措", "Two steps"),
    measures=(Entry(title=Text("落实四早", "The Four Earlies")), Entry(title=Text("再说四早", "Again"))),
    body=Text("四早之外", "Beyond"),
)
GOALS: Final = GoalsSlide(
    id="vision",
    facts=(),
    title=Text("看向2035年", "Towards 2035"),
    goals=(Entry(title=Text("都市圈", "A metropolitan area")),),
    year=2035,
)
PHOTO: Final = PhotoSlide(
    id="sky",
    facts=(),
    image=FOLDER / "photos" / "blue sky.jpg",
    status=Status.ILLUSTRATION,
    caption=Text("天蓝云白水更清 宜居洛阳惹人醉", "Blue sky over Luoyang"),
    credit=Text("绘", "Drawn"),
    alt=Text("示意插画：河湾", "Illustration: a bend of the river"),
    body=Text("天更蓝", "Bluer"),
)

GLOSSARY: Final = (
    Term(
        term=Text("四早", "the Four Earlies"), meaning=Text("早发现、早报告", "Early finding and reporting")
    ),
    Term(term=Text("综保区", "bonded zone"), meaning=Text("海关特殊监管区域", "A zone of the customs")),
)


def see(view_model: QObject, *names: str) -> list[Any]:
    """What QML would read: the stubs call every property a Property."""
    return [getattr(view_model, name) for name in names]


def theme(name: str, title: Text, *slides: Slide) -> Theme:
    return Theme(
        id=name,
        title=title,
        glaze=GLAZE,
        emblem="gate",
        keywords=(Text("四早", "Four Earlies"), Text("保供应", "Supplies")),
        slides=slides,
    )


def exhibition(*themes: Theme) -> Exhibition:
    return Exhibition(
        folder=FOLDER,
        title=Text("铭记2020", "Remember 2020"),
        subtitle=Text("极不寻常年份", "An extraordinary year"),
        place=Text("洛阳", "Luoyang"),
        year=2020,
        source=Text("来源：样本", "Source: a sample"),
        language=Language.ZH,
        diagonal=1397.0,
        idle=Idle(),
        attract=("jobs", "firms"),
        prologue=Prologue(
            title=Text("这一年", "The year"),
            body=Text("一年两件事。", "Two things of a year."),
            lines=(Entry(title=Text("落实四早", "The Four Earlies"), text=Text("抓发展", "Growth")),),
        ),
        glossary=GLOSSARY,
        credits=(Credit(label=Text("文字", "Words"), text=Text("李东慧2020年", "Li Donghui")),),
        themes=themes,
    )


def sample() -> Exhibition:
    return exhibition(
        theme("epidemic", Text("众志成城战疫情", "United"), COVER, HERO, COLUMNS, PHOTO),
        theme("development", Text("凝神聚力抓发展", "Focused"), COVER, SINGLE, ROWS, MILESTONES),
        theme("future", Text("高远务实谋未来", "Ahead"), COVER, MEASURES, GOALS),
    )
