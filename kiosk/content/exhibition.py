"""The exhibition as data: frozen, complete and typed. What the loader returns is fit to be shown as it is.

Lengths are counted in characters. `Length(most)` is a hard rule of the wall (a longer text is a warning: the
slide may not hold it); `Count(least, most)` is a hard rule of the kind (a problem).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, ClassVar, Final


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the hall."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Length:
    """The longest text a place on the wall holds, in characters, for each language."""

    zh: int
    en: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries a list may hold."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most a number may be; for a quantity, in the unit of its field."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Key:
    """The word staff write for a field, where it is not the field's name."""

    word: str


class Quantity(StrEnum):
    """What a measured number is written in: `75s`, `55in`, `1400mm`."""

    SECONDS = "s"
    MILLIMETRES = "mm"


class Shelf(StrEnum):
    """The folder of the content that a file lies in."""

    PHOTOS = "photos"
    AUDIO = "audio"


class Form(StrEnum):
    """What a bare word has to be."""

    ID = "id"
    COLOUR = "colour"
    EMBLEM = "emblem"
    PICTOGRAM = "pictogram"


type_title = Length(zh=14, en=40)
type_body = Length(zh=90, en=260)
type_label = Length(zh=24, en=64)
type_item = Length(zh=40, en=110)

Title = Annotated[Text, type_title]
Body = Annotated[Text, type_body]
Label = Annotated[Text, type_label]
Item = Annotated[Text, type_item]
Caption = Annotated[Text, Length(zh=40, en=110)]

Id = Annotated[str, Form.ID]
Colour = Annotated[str, Form.COLOUR]


class Qualifier(StrEnum):
    """A word that belongs to the figure, as staff write it. Dropping one makes the figure false."""

    ESTIMATED = "预计"
    OVER = "超"
    ODD = "余"
    AT_LEAST = "以上"
    UNDER = "不到"
    ORDINAL = "第"
    TOP = "前"


class Display(StrEnum):
    """How a figure is drawn beside its numeral."""

    NUMBER = "number"
    WARDS = "wards"
    FIELD = "field"
    PATH = "path"
    BAR = "bar"
    RANK = "rank"
    CLOCK = "clock"
    CALENDAR = "calendar"
    SLICE = "slice"
    GROWTH = "growth"
    COINS = "coins"
    TALLY = "tally"


class Arrangement(StrEnum):
    """How the entries of a slide stand together."""

    NICHES = "niches"
    LIST = "list"
    STEPS = "steps"
    HUB = "hub"
    WALL = "wall"
    RING = "ring"
    PLAQUES = "plaques"
    LINE = "line"
    THREAD = "thread"
    ARCS = "arcs"


HOLDS: Final[Mapping[Arrangement, Count]] = MappingProxyType(
    {
        Arrangement.NICHES: Count(2, 4),
        Arrangement.LIST: Count(1, 6),
        Arrangement.STEPS: Count(2, 6),
        Arrangement.HUB: Count(3, 6),
        Arrangement.WALL: Count(2, 6),
        Arrangement.RING: Count(3, 6),
        Arrangement.PLAQUES: Count(2, 6),
        Arrangement.LINE: Count(2, 6),
        Arrangement.THREAD: Count(2, 6),
        Arrangement.ARCS: Count(2, 4),
    }
)
"""How many entries each arrangement has room for."""


class Status(StrEnum):
    ILLUSTRATION = "illustration"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """One figure. `fact` is the id it is known by; `each` is how much one counted mark stands for."""

    fact: Id
    value: Decimal
    unit: Text
    label: Label
    qualifiers: Annotated[tuple[Qualifier, ...], Key("qualifier")] = ()
    display: Display = Display.NUMBER
    pictogram: Annotated[str, Form.PICTOGRAM] = "ward"
    each: Annotated[int, Bounds(1, 10**13)] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A milestone, a measure or a goal. The pictogram is its treasure where the arrangement shows one."""

    title: Annotated[Text, Length(zh=18, en=60)]
    text: Item | None = None
    pictogram: Annotated[str | None, Form.PICTOGRAM] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A slide read aloud by a person, for each language that somebody has read it in."""

    zh: Annotated[Path | None, Shelf.AUDIO] = None
    en: Annotated[Path | None, Shelf.AUDIO] = None

    def of(self, language: Language) -> Path | None:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverSlide:
    kind: ClassVar[str] = "cover"
    id: Id
    facts: tuple[Id, ...]
    audio: Recording | None = None
    lead: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsSlide:
    kind: ClassVar[str] = "statistics"
    id: Id
    facts: tuple[Id, ...]
    audio: Recording | None = None
    title: Title
    section: Text | None = None
    statistics: Annotated[tuple[Statistic, ...], Count(1, 3)]
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestonesSlide:
    kind: ClassVar[str] = "milestones"
    id: Id
    facts: tuple[Id, ...]
    audio: Recording | None = None
    title: Title
    section: Text | None = None
    milestones: Annotated[tuple[Entry, ...], Count(2, 6)]
    display: Arrangement = Arrangement.STEPS
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresSlide:
    kind: ClassVar[str] = "measures"
    id: Id
    facts: tuple[Id, ...]
    audio: Recording | None = None
    title: Title
    section: Text | None = None
    measures: Annotated[tuple[Entry, ...], Count(1, 6)]
    display: Arrangement | None = None
    """None: niches where they hold the measures, else a list."""
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSlide:
    """A picture with its caption. While `status` is illustration, a badge says so wherever it is seen."""

    kind: ClassVar[str] = "photo"
    id: Id
    facts: tuple[Id, ...]
    audio: Recording | None = None
    section: Text | None = None
    image: Annotated[Path, Shelf.PHOTOS]
    status: Status
    caption: Caption
    credit: Label
    alt: Annotated[Text, Length(zh=80, en=220)]
    body: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsSlide:
    kind: ClassVar[str] = "goals"
    id: Id
    facts: tuple[Id, ...]
    audio: Recording | None = None
    title: Title
    section: Text | None = None
    goals: Annotated[tuple[Entry, ...], Count(1, 6)]
    display: Arrangement = Arrangement.LIST
    year: Annotated[int | None, Bounds(1, 9999)] = None
    body: Body | None = None


EntriesSlide = MilestonesSlide | MeasuresSlide | GoalsSlide
Slide = CoverSlide | StatisticsSlide | MilestonesSlide | MeasuresSlide | PhotoSlide | GoalsSlide


@dataclass(frozen=True, slots=True, kw_only=True)
class Glaze:
    """A theme's colours, as #RRGGBB: niche and buttons, numerals on paper, accent on ink, empty wards."""

    base: Colour
    deep: Colour
    glow: Colour
    tint: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One topic. `id` is the name of its file; its first slide is its cover."""

    id: Id
    title: Annotated[Text, Length(zh=9, en=28)]
    glaze: Glaze
    emblem: Annotated[str, Form.EMBLEM]
    keywords: Annotated[tuple[Text, ...], Count(1, 6)]
    slides: Annotated[tuple[Slide, ...], Count(1, 24)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prologue:
    title: Title
    body: Body
    lines: Annotated[tuple[Entry, ...], Count(1, 8)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word the editors explain. Wherever it stands in a slide's text it is marked."""

    term: Text
    meaning: Annotated[Text, Length(zh=60, en=180)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    label: Text
    text: Annotated[Text, Length(zh=120, en=320)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """When a visit ends by itself, in seconds without a touch.

    The question comes after `ask_after`, plus the time the slide's text takes to read beyond that, and never
    later than `ask_at_most`; it waits `answer_within` for an answer.
    """

    ask_after: Annotated[float, Quantity.SECONDS, Bounds(10, 3600)] = 75.0
    ask_at_most: Annotated[float, Quantity.SECONDS, Bounds(10, 3600)] = 90.0
    answer_within: Annotated[float, Quantity.SECONDS, Bounds(5, 600)] = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When the hall is open, every day; where `close` is before `open`, it closes after midnight."""

    open: time
    close: time

    def cover(self, now: time) -> bool:
        """Whether the hall is open: from the minute it opens until the minute it closes."""
        if self.open < self.close:
            return self.open <= now < self.close
        return now >= self.open or now < self.close


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibition:
    folder: Path
    title: Annotated[Text, Length(zh=8, en=24)]
    subtitle: Annotated[Text, Length(zh=20, en=80)]
    place: Label
    year: Annotated[int, Bounds(1, 9999)]
    source: Label
    language: Language
    diagonal: Annotated[float | None, Quantity.MILLIMETRES, Bounds(150, 6000)]
    """Of the screen, in mm; None: ask the display."""
    idle: Idle
    hours: Hours | None = None
    """None: the kiosk does not ask what time it is."""
    attract: tuple[Id, ...] = ()
    """Facts whose figures come first in the attract loop; it finds the others by itself."""
    illustrations: Item | None = None
    """What is said beside every picture that is an illustration."""
    prologue: Prologue
    glossary: tuple[Term, ...]
    credits: tuple[Credit, ...]
    themes: Annotated[tuple[Theme, ...], Count(1, 12)]
