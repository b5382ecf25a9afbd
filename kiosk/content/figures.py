"""How a figure reads: the numeral, its unit and the words that belong to it, in each language.

Chinese is set as staff write it. English is derived by rule: the scale word of the Chinese unit (万, 亿,
万亿) multiplies the value, and from a million up the result is written in millions, billions or trillions.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Final

from kiosk.content.exhibition import Display, Language, Qualifier, Statistic, Text

SYMBOLS: Final = frozenset({"%", "‰", "°", "℃"})
"""Units that stand on the numeral, without a space, in both languages."""

ZH_SCALES: Final = {
    "万亿": Decimal(10) ** 12,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "万": Decimal(10) ** 4,
}
EN_SCALES: Final = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
EN_SCALED_DECIMALS: Final = 2
"""A scale word that needs more decimals than this is harder to read than the plain digits."""

YEARS: Final = range(1900, 2101)

MINUTES: Final = {"分": 1, "分钟": 1, "时": 60, "小时": 60, "个小时": 60}
"""In one of a unit that a clock shows."""
FACE: Final = {"hours": 720, "minutes": 60}
"""Minutes in one turn of a clock's short hand, and of its long hand."""

DAYS: Final = {"天": 1, "日": 1, "周": 7, "星期": 7, "个星期": 7, "月": 30, "个月": 30}
"""In one of a unit that a calendar shows. Its months have thirty days."""

ZH_BEFORE: Final = (Qualifier.ESTIMATED, Qualifier.OVER, Qualifier.UNDER, Qualifier.ORDINAL, Qualifier.TOP)
EN_BEFORE: Final = {
    Qualifier.ESTIMATED: "estimated",
    Qualifier.OVER: "over",
    Qualifier.ODD: "over",
    Qualifier.UNDER: "under",
    Qualifier.ORDINAL: "No.",
    Qualifier.TOP: "Top",
}
RANKS: Final = frozenset({Qualifier.ORDINAL, Qualifier.TOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One figure, in the parts a slide sets apart.

    `value` is what the numeral shows (7.2 for 7.2 million), `decimals` and `grouped` how it is written;
    a figure that does not count (a year, a rank, a code) stands from its first frame.
    """

    before: str
    digits: str
    symbol: str
    after: str
    spoken: str
    value: float
    decimals: int
    grouped: bool
    counts: bool


def spell(statistic: Statistic, language: Language) -> Spelling:
    """The figure in one language, with every qualifier that belongs to it."""
    match language:
        case Language.ZH:
            return _zh(statistic)
        case Language.EN:
            return _en(statistic)


def digits_at(spelling: Spelling, progress: float) -> str:
    """What the numeral shows at `progress` (0 to 1) of its count. At 1 it is exactly the figure."""
    if progress >= 1 or not spelling.counts:
        return spelling.digits
    value = Decimal(spelling.value * max(progress, 0.0))
    return _digits(round(value, spelling.decimals), spelling.decimals, spelling.grouped)


def scale_of(unit: Text) -> tuple[str, Decimal]:
    """The scale word that a Chinese unit begins with, and how much it multiplies by: 万人 is 10,000 of 人."""
    if unit.zh != unit.en:
        for prefix, factor in ZH_SCALES.items():
            if unit.zh.startswith(prefix):
                return prefix, factor
    return "", Decimal(1)


def unscaled(statistic: Statistic) -> Decimal:
    """The value without its scale word: 11 万人 is 110,000."""
    return statistic.value * scale_of(statistic.unit)[1]


def measure(statistic: Statistic) -> Decimal:
    """How many marks draw the figure, to the part of a mark: days in a calendar, minutes on a clock, else as
    many as `each` makes, which is counted without the scale word, in people and not in 万人.
    """
    match statistic.display:
        case Display.CALENDAR:
            return statistic.value * DAYS.get(statistic.unit.zh, 1)
        case Display.CLOCK:
            return statistic.value * MINUTES.get(statistic.unit.zh, 1)
        case _:
            return unscaled(statistic) / statistic.each


def marks(statistic: Statistic) -> int:
    """How many marks are drawn, the last of them perhaps in part."""
    return ceil(measure(statistic))


def face_of(statistic: Statistic) -> str:
    """Which hand tells a duration in one turn: the long one up to an hour given in minutes."""
    short = MINUTES.get(statistic.unit.zh) == 1 and measure(statistic) <= FACE["minutes"]
    return "minutes" if short else "hours"


def is_year(statistic: Statistic) -> bool:
    """2035 年 is a year and 2 年 is a span."""
    return statistic.unit.zh == "年" and statistic.value in YEARS


def _zh(statistic: Statistic) -> Spelling:
    unit = statistic.unit.zh
    before = "".join(word for word in ZH_BEFORE if word in statistic.qualifiers)
    odd = Qualifier.ODD if Qualifier.ODD in statistic.qualifiers else ""
    least = Qualifier.AT_LEAST if Qualifier.AT_LEAST in statistic.qualifiers else ""
    symbol, unit = (unit, "") if unit in SYMBOLS else ("", unit)
    decimals = _decimals(statistic.value)
    digits = _digits(statistic.value, decimals, grouped=False)
    after = f"{odd}{unit}{least}"
    return Spelling(
        before=before,
        digits=digits,
        symbol=symbol,
        after=after,
        spoken=f"{before}{digits}{symbol}{after}",
        value=float(statistic.value),
        decimals=decimals,
        grouped=False,
        counts=_counts(statistic),
    )


def _en(statistic: Statistic) -> Spelling:
    rank = not RANKS.isdisjoint(statistic.qualifiers)
    words = [EN_BEFORE[qualifier] for qualifier in EN_BEFORE if qualifier in statistic.qualifiers]
    before = " ".join(dict.fromkeys(words))
    unit = "" if rank or is_year(statistic) else statistic.unit.en
    symbol, unit = (unit, "") if unit in SYMBOLS else ("", unit)
    least = "or more" if Qualifier.AT_LEAST in statistic.qualifiers else ""
    value, scale = _en_scaled(statistic)
    decimals = _decimals(value)
    grouped = not is_year(statistic)
    digits = _digits(value, decimals, grouped)
    after = " ".join(filter(None, (scale, unit, least)))
    return Spelling(
        before=before,
        digits=digits,
        symbol=symbol,
        after=after,
        spoken=" ".join(filter(None, (before, f"{digits}{symbol}", after))),
        value=float(value),
        decimals=decimals,
        grouped=grouped,
        counts=_counts(statistic),
    )


def _en_scaled(statistic: Statistic) -> tuple[Decimal, str]:
    """The value as English writes it, and its scale word."""
    prefix, times = scale_of(statistic.unit)
    value = _plain(statistic.value * times) if prefix else statistic.value
    for factor, word in EN_SCALES:
        scaled = _plain(value / factor)
        if abs(scaled) >= 1 and _decimals(scaled) <= EN_SCALED_DECIMALS:
            return scaled, word
    return value, ""


def _plain(value: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _decimals(value: Decimal) -> int:
    """As many as were written: 90.50 has two."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _digits(value: Decimal, decimals: int, grouped: bool) -> str:
    return f"{value:{',' if grouped else ''}.{decimals}f}".replace("-", "−")


def _counts(statistic: Statistic) -> bool:
    named = statistic.display is Display.RANK or not RANKS.isdisjoint(statistic.qualifiers)
    code = not statistic.unit.zh.strip()
    return not (named or code or is_year(statistic))
