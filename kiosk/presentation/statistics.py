"""One figure as QML sees it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Final

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.content.exhibition import Display, Language, Qualifier, Statistic, Text
from kiosk.content.figures import (
    FACE,
    ZH_SCALES,
    Spelling,
    digits_at,
    face_of,
    marks,
    measure,
    scale_of,
    spell,
)
from kiosk.presentation.typesetting import typeset

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

OPEN: Final = frozenset({Qualifier.OVER, Qualifier.ODD, Qualifier.AT_LEAST})
"""With these the true figure lies beyond the numeral, and the drawing says so."""


DIGIT: Final = 0.547
POINT: Final = 0.31
PERCENT: Final = 0.95
LATIN: Final = 0.6
"""Advances in em: Source Serif 4 semibold for the numeral, Noto Serif SC semibold for a Latin letter."""

SMALL: Final = 0.28
GAP: Final = 0.09
"""Of a figure's words and the space before them, in multiples of the numeral's size (Controls/Figure.qml)."""

UPRIGHT: Final = frozenset({Display.WARDS, Display.CLOCK, Display.CALENDAR, Display.RANK, Display.GROWTH})
"""Best drawn as high as they are wide."""

ONE_BY_ONE: Final = frozenset({Display.FIELD, Display.TALLY})

MORE: Final = 3
"""Dashed marks that follow a field of more than is drawn."""


def legend_of(statistic: Statistic, language: Language) -> str:
    """What one mark of the drawing stands for; empty where the drawing has no marks to count."""
    match statistic.display:
        case Display.WARDS if statistic.unit.zh == "%":
            plain = statistic.pictogram == "ward"
            legend = Text(
                f"{'每一格' if plain else '每个图形'}代表1%",
                f"Each {'ward' if plain else 'symbol'} stands for 1%",
            )
        case Display.SLICE:
            legend = Text("每一片代表1%", "Each slip stands for 1%")
        case Display.CALENDAR:
            legend = Text("每一格代表1天，一个月画30天", "Each square is a day, thirty to a month")
        case Display.CLOCK if face_of(statistic) == "minutes":
            legend = Text("一圈代表60分钟", "Once round is 60 minutes")
        case Display.CLOCK:
            legend = Text("一圈代表12小时", "Once round is 12 hours")
        case Display.FIELD | Display.TALLY | Display.COINS | Display.GROWTH:
            legend = _legend_of_marks(statistic)
        case _:
            return ""
    return legend.of(language)


_MARK: Final = {
    Display.FIELD: ("每个图形", "symbol"),
    Display.TALLY: ("每一笔", "stroke"),
    Display.COINS: ("每一枚", "coin"),
    Display.GROWTH: ("每一级", "step"),
}


def _legend_of_marks(statistic: Statistic) -> Text:
    mark_zh, mark_en = _MARK[statistic.display]
    one = _one_symbol(statistic)
    each = statistic.display in ONE_BY_ONE and statistic.each == 1
    return Text(
        f"{mark_zh}代表{spell(one, Language.ZH).spoken}",
        f"One {mark_en} for each" if each else f"Each {mark_en} stands for {spell(one, Language.EN).spoken}",
    )


def _one_symbol(statistic: Statistic) -> Statistic:
    """What one mark stands for, as a figure of its own: 10万人, but 1000人."""
    prefix, times = scale_of(statistic.unit)
    each = Decimal(statistic.each)
    scales = {prefix: times, **ZH_SCALES} if statistic.display is Display.COINS else {prefix: times}
    word, factor = next(((w, f) for w, f in scales.items() if prefix and each >= f), ("", Decimal(1)))
    unit = (
        Text(word + statistic.unit.zh.removeprefix(prefix), statistic.unit.en) if prefix else statistic.unit
    )
    return Statistic(fact=statistic.fact, value=each / factor, unit=unit, label=statistic.label)


def _alike(one: Statistic, other: Statistic) -> bool:
    drawn = (one.display, one.pictogram, one.each) == (other.display, other.pictogram, other.each)
    return drawn and (one.display is not Display.BAR or one.unit == other.unit)


COUNTABLE: Final = 300
"""Above this nobody counts: then only the size of the marks matters."""


def columns_for(count: int, width: float, height: float, aspect: float, beyond: int = 0) -> int:
    """The row length that lets the marks be largest; by fives or in full rows while people can count them.

    `beyond` marks follow the `count` that are told.
    """
    marks = count + beyond
    if marks <= 5 or width <= 0 or height <= 0:
        return max(1, marks)

    def size(columns: int) -> float:
        return min(width / columns, height / ceil(marks / columns) * aspect)

    even = [columns for columns in range(5, marks + 5) if columns % 5 == 0 or count % columns == 0]
    return max(even if marks <= COUNTABLE else range(10, marks + 1), key=size)


def before_ems(spelling: Spelling) -> float:
    return SMALL * _advance(spelling.before) + 1.3 * GAP if spelling.before else 0.0


def digit_ems(spelling: Spelling) -> float:
    return sum(DIGIT if char.isdigit() else POINT for char in spelling.digits)


def ems(spelling: Spelling) -> float:
    """From the advances of the faces: rows share one size before any of them is laid out."""
    symbol = 0.5 * PERCENT + 0.4 * GAP if spelling.symbol else 0.0
    after = SMALL * _advance(spelling.after) + GAP if spelling.after else 0.0
    return digit_ems(spelling) + symbol + after


def _advance(text: str) -> float:
    return sum(1.0 if char > "\u2e7f" else LATIN for char in text)


@QmlElement
class StatisticViewModel(QObject):
    def __init__(
        self,
        statistic: Statistic,
        language: Language,
        parent: QObject,
        *,
        marked: str,
        place: tuple[int, int],
        kin: Sequence[Statistic] = (),
    ) -> None:
        """`kin` are the figures of its slide; those drawn alike are drawn to one scale."""
        super().__init__(parent)
        self.statistic = statistic
        self._language = language
        self._spelling = spell(statistic, language)
        self._marked = marked
        self._place = place
        self._most = max(float(measure(one)) for one in (statistic, *kin) if _alike(one, statistic))

    @Property(str, constant=True, final=True)
    def fact(self) -> str:
        return self.statistic.fact

    @Property(str, constant=True, final=True)
    def label(self) -> str:
        return self.statistic.label.of(self._language)

    @Property(str, constant=True, final=True)
    def labelSet(self) -> str:
        return typeset(self.statistic.label.of(self._language), self._language)

    @Property(str, constant=True, final=True)
    def labelMarked(self) -> str:
        return self._marked

    @Property(str, constant=True, final=True)
    def before(self) -> str:
        return self._spelling.before

    @Property(str, constant=True, final=True)
    def digits(self) -> str:
        return self._spelling.digits

    @Property(str, constant=True, final=True)
    def symbol(self) -> str:
        return self._spelling.symbol

    @Property(str, constant=True, final=True)
    def after(self) -> str:
        return self._spelling.after

    @Property(str, constant=True, final=True)
    def spoken(self) -> str:
        return self._spelling.spoken

    @Property(str, constant=True, final=True)
    def source(self) -> str:
        """Of this figure alone; empty where it has the exhibition's."""
        source = self.statistic.source
        return source.of(self._language) if source else ""

    @Property(float, constant=True, final=True)
    def value(self) -> float:
        return self._spelling.value

    @Property(int, constant=True, final=True)
    def decimals(self) -> int:
        return self._spelling.decimals

    @Property(bool, constant=True, final=True)
    def grouped(self) -> bool:
        return self._spelling.grouped

    @Property(bool, constant=True, final=True)
    def counts(self) -> bool:
        return self._spelling.counts

    @Property(str, constant=True, final=True)
    def display(self) -> str:
        return self.statistic.display

    @Property(int, constant=True, final=True)
    def amount(self) -> int:
        return marks(self.statistic)

    @Property(float, constant=True, final=True)
    def measure(self) -> float:
        """How many marks the figure makes, to the part of a mark."""
        return float(measure(self.statistic))

    @Property(float, constant=True, final=True)
    def most(self) -> float:
        """The largest measure among those that are drawn to one scale with this one."""
        return self._most

    @Property(bool, constant=True, final=True)
    def longHand(self) -> bool:
        """Whether a clock tells the duration with its long hand: then once round is an hour."""
        return face_of(self.statistic) == "minutes"

    @Property(float, constant=True, final=True)
    def turn(self) -> float:
        """The part of a clock's face that the duration takes, 0 to 1."""
        return min(float(measure(self.statistic)) / FACE[face_of(self.statistic)], 1.0)

    @Property(float, constant=True, final=True)
    def share(self) -> float:
        if self.statistic.unit.zh != "%":
            return 0.0
        return min(max(float(self.statistic.value) / 100, 0.0), 1.0)

    @Property(int, constant=True, final=True)
    def each(self) -> int:
        return self.statistic.each

    @Property(str, constant=True, final=True)
    def pictogram(self) -> str:
        return self.statistic.pictogram

    @Property(float, constant=True, final=True)
    def beforeEms(self) -> float:
        """Width of what stands before the numeral, in multiples of the numeral's size."""
        return before_ems(self._spelling)

    @Property(float, constant=True, final=True)
    def digitEms(self) -> float:
        """Width of the numeral alone, in multiples of its size."""
        return digit_ems(self._spelling)

    @Property(float, constant=True, final=True)
    def ems(self) -> float:
        """Width from the numeral to the end of the figure, in multiples of the numeral's size."""
        return ems(self._spelling)

    @Slot(float, result=str)
    def digitsAt(self, progress: float) -> str:
        return digits_at(self._spelling, progress)

    @Slot(float, float, float, result=int)
    def columnsFor(self, width: float, height: float, aspect: float) -> int:
        """How many marks stand in a row of the field drawn in `width` × `height` px; `aspect` is a mark's."""
        beyond = 0 if OPEN.isdisjoint(self.statistic.qualifiers) else MORE
        return columns_for(ceil(self._most), width, height, aspect, beyond)

    @Slot(int, float, float, float, result=int)
    def columnsOf(self, count: int, width: float, height: float, aspect: float) -> int:
        """How many of `count` equal parts stand in a row of `width` × `height` px; `aspect` is a part's."""
        return columns_for(count, width, height, aspect)

    @Property(bool, constant=True, final=True)
    def under(self) -> bool:
        """Whether the true figure lies below the numeral: then the last of the drawing stays open."""
        return Qualifier.UNDER in self.statistic.qualifiers

    @Property(bool, constant=True, final=True)
    def open(self) -> bool:
        """Whether the true figure lies beyond the numeral: then the drawing goes on, dashed and fading."""
        return not OPEN.isdisjoint(self.statistic.qualifiers)

    @Property(bool, constant=True, final=True)
    def top(self) -> bool:
        return Qualifier.TOP in self.statistic.qualifiers

    @Property(bool, constant=True, final=True)
    def qualified(self) -> bool:
        """Whether a word belongs to the numeral, and so stays on its baseline."""
        return bool(self.statistic.qualifiers)

    @Property(str, constant=True, final=True)
    def legend(self) -> str:
        return legend_of(self.statistic, self._language)

    @Property(bool, constant=True, final=True)
    def upright(self) -> bool:
        """Whether it is best drawn as high as it is wide."""
        return self.statistic.display in UPRIGHT

    @Property(bool, constant=True, final=True)
    def oneForOne(self) -> bool:
        """Whether a mark is one of what is counted, so that it needs no words beside others."""
        return self.statistic.display in ONE_BY_ONE and self.statistic.each == 1

    @Property(int, constant=True, final=True)
    def themeIndex(self) -> int:
        return self._place[0]

    @Property(int, constant=True, final=True)
    def slideIndex(self) -> int:
        return self._place[1]
