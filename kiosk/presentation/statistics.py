"""One figure as QML sees it."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from typing import Final

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.content.exhibition import Display, Language, Qualifier, Statistic, Text
from kiosk.content.figures import Spelling, digits_at, marks, scale_of, spell

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

MORE: Final = 3
"""Dashed marks that follow a field of more than is drawn."""


def legend_of(statistic: Statistic, language: Language) -> str:
    """What one mark of the drawing stands for; empty where the drawing has no marks to count."""
    match statistic.display:
        case Display.WARDS if statistic.unit.zh == "%":
            legend = Text("每一格代表1%", "Each ward stands for 1%")
        case Display.FIELD if statistic.each == 1:
            legend = Text(
                f"每个图形代表{spell(_one_symbol(statistic), Language.ZH).spoken}", "One symbol for each"
            )
        case Display.FIELD:
            one = _one_symbol(statistic)
            legend = Text(
                f"每个图形代表{spell(one, Language.ZH).spoken}",
                f"Each symbol stands for {spell(one, Language.EN).spoken}",
            )
        case _:
            return ""
    return legend.of(language)


def _one_symbol(statistic: Statistic) -> Statistic:
    """What one mark stands for, as a figure of its own: 10万人, but 1000人."""
    prefix, times = scale_of(statistic.unit)
    if statistic.each >= times:
        unit, value = statistic.unit, Decimal(statistic.each) / times
    else:
        unit, value = Text(statistic.unit.zh.removeprefix(prefix), statistic.unit.en), Decimal(statistic.each)
    return Statistic(fact=statistic.fact, value=value, unit=unit, label=statistic.label)


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
    ) -> None:
        super().__init__(parent)
        self.statistic = statistic
        self._language = language
        self._spelling = spell(statistic, language)
        self._marked = marked
        self._place = place

    @Property(str, constant=True, final=True)
    def fact(self) -> str:
        return self.statistic.fact

    @Property(str, constant=True, final=True)
    def label(self) -> str:
        return self.statistic.label.of(self._language)

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
        return columns_for(marks(self.statistic), width, height, aspect, beyond)

    @Property(bool, constant=True, final=True)
    def open(self) -> bool:
        return not OPEN.isdisjoint(self.statistic.qualifiers)

    @Property(bool, constant=True, final=True)
    def top(self) -> bool:
        return Qualifier.TOP in self.statistic.qualifiers

    @Property(bool, constant=True, final=True)
    def qualified(self) -> bool:
        """Whether a word belongs to the numeral, and so stays on its baseline."""
        return bool(self.statistic.qualifiers)

    @Property(str, constant=True, final=True)
    def unit(self) -> str:
        """The same in both languages: what may be drawn to one scale."""
        return self.statistic.unit.zh

    @Property(str, constant=True, final=True)
    def legend(self) -> str:
        return legend_of(self.statistic, self._language)

    @Property(int, constant=True, final=True)
    def themeIndex(self) -> int:
        return self._place[0]

    @Property(int, constant=True, final=True)
    def slideIndex(self) -> int:
        return self._place[1]
