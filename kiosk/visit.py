"""What a visitor can do: every state of a visit and every way from one to the next. Pure: no clock, no Qt.

A transition returns a new `Visit`, or the very same one when it changes nothing. `now` is in seconds of any
clock that does not run backwards. Nothing is ever queued.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum, StrEnum, auto
from math import ceil, inf
from typing import Final, assert_never

from kiosk.content.exhibition import Entry, Exhibition, Idle, Language, PhotoSlide, Statistic, Text

BOUNCE: Final = 0.1
"""Seconds after a page turn in which another is taken for the same hand: two fingers, a bouncing contact."""

THRESHOLD: Final = 0.6
"""Seconds a page must have stood before `next` leaves the theme, so that a burst of taps stops at its end."""

ZH_CHARACTERS_PER_SECOND: Final = 4.0
EN_WORDS_PER_SECOND: Final = 2.5
"""The pace of reading aloud, which nobody standing before a wall is slower than."""

ENTRIES_A_PART: Final = 2
CREDITS_A_PART: Final = 2
FIGURES_A_PART: Final = 7
COMPONENTS_A_PART: Final = 8
"""What one screen holds in large text: entries of a slide, credits, figures of one theme on the wall,
components of the program.
"""

COMPONENTS_A_PAGE: Final = 21
"""What one screen holds in ordinary text."""


class Comfort(StrEnum):
    """What makes the exhibition easier to read or to reach. Any of them go together."""

    LARGE_TEXT = "large-text"
    HIGH_CONTRAST = "high-contrast"
    REDUCED_MOTION = "reduced-motion"
    LOW_REACH = "low-reach"
    READ_ALOUD = "read-aloud"


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is there."""


@dataclass(frozen=True, slots=True)
class Closed:
    """Nobody is there, and nobody is expected: the hall is closed. A touch is welcome all the same."""


@dataclass(frozen=True, slots=True)
class Home:
    """The themes, side by side."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of a theme. `from_numbers`: a figure on the wall led here, and `back` leads there.

    `part`: in large text a screen that holds more than fits is shown in parts, here and below.
    """

    theme: int
    slide: int
    part: int = 0
    from_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every figure of the exhibition on one wall."""

    part: int = 0


@dataclass(frozen=True, slots=True)
class Prologue:
    """The year in one screen."""

    part: int = 0


@dataclass(frozen=True, slots=True)
class Credits:
    """Where all this comes from."""

    part: int = 0


@dataclass(frozen=True, slots=True)
class Licences:
    """What the program stands on, and under which licences. Also in ordinary text it has parts."""

    part: int = 0


Parted = Slide | Numbers | Prologue | Credits | Licences
Resting = Attract | Closed
Place = Resting | Home | Parted


@dataclass(frozen=True, slots=True)
class Zoom:
    """The picture of the slide, by itself."""


@dataclass(frozen=True, slots=True)
class TermCard:
    """What a marked term means. `term` is its index in the glossary."""

    term: int


@dataclass(frozen=True, slots=True)
class ComfortPanel:
    """Where visitors choose what makes reading easier."""


Overlay = Zoom | TermCard | ComfortPanel | None


class Key(Enum):
    """What a keyboard's or a presenter's clicker's key means."""

    FORWARD = auto()
    BACKWARD = auto()
    HOME = auto()
    BACK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """How long a screen's text takes to read, in seconds."""

    zh: float = 0.0
    en: float = 0.0

    def of(self, language: Language) -> float:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Stop:
    """What a visit knows of one screen. `pages`: into how many parts it falls, and `parts`: in large text."""

    reading: Reading = Reading()
    picture: bool = False
    parts: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a visit knows of the exhibition. `comfort` is what every visitor finds switched on."""

    themes: tuple[tuple[Stop, ...], ...]
    idle: Idle
    language: Language
    comfort: frozenset[Comfort] = frozenset()
    terms: int = 0
    prologue: Stop = Stop()
    credits: Stop = Stop()
    numbers: Stop = Stop()
    licences: Stop | None = None


def plan_of(exhibition: Exhibition, comfort: frozenset[Comfort] = frozenset(), components: int = 0) -> Plan:
    """`components`: how many the program stands on. Thanks for them are a part of the credits."""
    listed = parts_for(len(exhibition.credits), CREDITS_A_PART)
    return Plan(
        themes=tuple(tuple(_stop(slide) for slide in theme.slides) for theme in exhibition.themes),
        terms=len(exhibition.glossary),
        language=exhibition.language,
        comfort=comfort,
        idle=exhibition.idle,
        prologue=_stop(exhibition.prologue),
        credits=Stop(reading_time(exhibition.credits), parts=listed + bool(components)),
        numbers=Stop(parts=len(wall_parts(exhibition))),
        licences=Stop(
            parts=parts_for(components, COMPONENTS_A_PART), pages=parts_for(components, COMPONENTS_A_PAGE)
        )
        if components
        else None,
    )


def _stop(content: object) -> Stop:
    return Stop(reading_time(content), isinstance(content, PhotoSlide), len(parts_of(content)))


@dataclass(frozen=True, slots=True)
class Part:
    """What one screen of large text shows of a slide: its body, or a run of its figures or entries."""

    body: bool = False
    first: int = 0
    count: int = 0


def parts_of(content: object) -> tuple[Part, ...]:
    """A figure at a time, or two entries; before entries and after figures what is said about them all.

    What has neither (a cover, a photo) stays one screen.
    """
    entries, figures = len(_items(content, Entry)), len(_items(content, Statistic))
    said = (Part(body=True),) if getattr(content, "body", None) else ()
    if entries:
        runs = range(0, entries, ENTRIES_A_PART)
        return (*said, *(Part(first=at, count=min(ENTRIES_A_PART, entries - at)) for at in runs))
    if figures:
        return (*(Part(first=at, count=1) for at in range(figures)), *said)
    return (Part(body=bool(said)),)


def wall_parts(exhibition: Exhibition) -> tuple[tuple[int, Part], ...]:
    """Of the wall of numbers in large text: a theme, and which of its figures one screen shows."""
    counts = [sum(len(_items(slide, Statistic)) for slide in theme.slides) for theme in exhibition.themes]
    return tuple(
        (theme, Part(first=at, count=min(FIGURES_A_PART, count - at)))
        for theme, count in enumerate(counts)
        for at in range(0, count, FIGURES_A_PART)
    )


def parts_for(count: int, most: int) -> int:
    """How many screens `count` things take, `most` on each; never none."""
    return max(1, ceil(count / most))


def _items(content: object, kind: type) -> tuple[object, ...]:
    if not is_dataclass(content):
        return ()
    values = (getattr(content, each.name) for each in fields(content))
    lists = (value for value in values if isinstance(value, tuple))
    return tuple(item for value in lists for item in value if isinstance(item, kind))


def reading_time(content: object) -> Reading:
    """Of all text in a piece of the exhibition, at the pace of reading aloud."""
    texts = tuple(_texts(content))
    return Reading(
        zh=sum(len(text.zh) for text in texts) / ZH_CHARACTERS_PER_SECOND,
        en=sum(len(text.en.split()) for text in texts) / EN_WORDS_PER_SECOND,
    )


def _texts(content: object) -> Iterator[Text]:
    match content:
        case Text():
            yield content
        case tuple():
            for part in content:
                yield from _texts(part)
        case _ if is_dataclass(content):
            for each in fields(content):
                yield from _texts(getattr(content, each.name))
        case _:
            pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One moment of a visit.

    `entry` grows whenever the place changes, and only then: figures play once per entry. `direction` is -1, 0
    or 1: which way the page turned. `seen` are the themes opened in this visit; `opened` says of each in
    how many visits it was opened since the kiosk started, and outlives a visit. The rest are the moments
    the rules of turning and of idling count from.
    """

    plan: Plan = field(repr=False)
    language: Language
    comfort: frozenset[Comfort]
    opened: tuple[int, ...]
    place: Place = Attract()
    overlay: Overlay = None
    asking: bool = False
    entry: int = 0
    direction: int = 0
    seen: frozenset[int] = frozenset()
    touched_at: float = -inf
    turned_at: float = -inf
    entered_at: float = -inf
    asked_at: float = -inf
    playing_until: float = -inf

    @classmethod
    def start(cls, plan: Plan) -> Visit:
        """Before anyone has come."""
        return cls(plan=plan, language=plan.language, comfort=plan.comfort, opened=(0,) * len(plan.themes))

    @property
    def resting(self) -> bool:
        """Whether nobody is there."""
        return isinstance(self.place, Resting)

    def keep_hours(self, *, hall_open: bool) -> Visit:
        """While nobody is there the attract loop plays in an open hall, and rests in a closed one."""
        place = Attract() if hall_open else Closed()
        if not self.resting or place == self.place:
            return self
        return replace(self, place=place, entry=self.entry + 1)

    def begin(self, now: float, at: Slide | None = None) -> Visit:
        """The first touch; it leads to the slide that tells what was `at` the attract screen, or home."""
        if not self.resting:
            return self
        return self._go(at if at and self._is_there(at) else Home(), now)

    def end(self) -> Visit:
        """The next visitor finds everything as it was at the start. `keep_hours` comes after it."""
        if self.resting:
            return self
        return replace(Visit.start(self.plan), entry=self.entry + 1, opened=self.opened)

    def home(self, now: float) -> Visit:
        return self._open(Home(), now)

    def open_numbers(self, now: float) -> Visit:
        return self._open(Numbers(), now)

    def open_prologue(self, now: float) -> Visit:
        return self._open(Prologue(), now)

    def open_credits(self, now: float) -> Visit:
        return self._open(Credits(), now)

    def open_licences(self, now: float) -> Visit:
        """Where the program knows what it stands on."""
        return self._open(Licences(), now) if self.plan.licences else self

    def open_theme(self, theme: int, now: float) -> Visit:
        """Its cover."""
        return self._open_slide(Slide(theme, 0), now)

    def open_figure(self, theme: int, slide: int, now: float) -> Visit:
        """The slide that tells a figure; `back` returns to the wall of numbers if it was opened there."""
        return self._open_slide(Slide(theme, slide, from_numbers=isinstance(self.place, Numbers)), now)

    def next(self, now: float) -> Visit:
        """The next part or slide; after a theme's last one the next theme's cover; then home."""
        if isinstance(self.place, Parted) and self.place.part + 1 < self.parts:
            return self._turn(replace(self.place, part=self.place.part + 1), 1, now)
        match self.place:
            case Slide(theme, slide):
                if slide + 1 < len(self.plan.themes[theme]):
                    return self.turn_to(slide + 1, now)
                if now - self.entered_at < THRESHOLD:
                    return self
                if theme + 1 < len(self.plan.themes):
                    return self._turn(Slide(theme + 1, 0), 1, now)
                return self.home(now)
            case _:
                return self

    def previous(self, now: float) -> Visit:
        """The part or slide before; before a cover there is home."""
        if isinstance(self.place, Parted) and self.place.part > 0:
            return self._turn(replace(self.place, part=self.place.part - 1), -1, now)
        match self.place:
            case Slide(_, 0):
                return self._turn(Home(), 0, now)
            case Slide(_, slide):
                before = replace(self.place, slide=slide - 1)
                return self._turn(replace(before, part=self._parts_at(before) - 1), -1, now)
            case _:
                return self

    def turn_to(self, slide: int, now: float) -> Visit:
        """Another slide of the same theme."""
        match self.place:
            case Slide(theme, current) if slide != current and 0 <= slide < len(self.plan.themes[theme]):
                return self._turn(replace(self.place, slide=slide, part=0), 1 if slide > current else -1, now)
            case _:
                return self

    def back(self, now: float) -> Visit:
        """One level: what lies above the screen closes first."""
        if self.overlay is not None:
            return self.close(now)
        match self.place:
            case Slide(from_numbers=True):
                return self.open_numbers(now)
            case Licences():
                return self._open(Credits(self._parts_at(Credits()) - 1), now)
            case Slide() | Numbers() | Prologue() | Credits():
                return self.home(now)
            case Home() | Attract() | Closed():
                return self
            case _:
                assert_never(self.place)

    def press(self, key: Key, now: float) -> Visit:
        """A key pressed: forward alone leads through the whole exhibition, so that two buttons are enough."""
        if self.resting:
            return self.begin(now)
        if self.asking:
            return self.stay(now)
        match key:
            case Key.FORWARD:
                return self._forward(now)
            case Key.BACKWARD:
                later = isinstance(self.place, Parted) and self.place.part > 0
                turns = later or isinstance(self.place, Slide)
                return self.previous(now) if turns else self.back(now)
            case Key.HOME:
                return self.home(now)
            case Key.BACK:
                return self.back(now)
            case Key.OTHER:
                return self

    def _forward(self, now: float) -> Visit:
        match self.place:
            case Slide():
                return self.next(now)
            case Numbers() | Prologue() | Credits() | Licences() if self.place.part + 1 < self.parts:
                return self.next(now)
            case Home():
                unseen = (theme for theme in range(len(self.plan.themes)) if theme not in self.seen)
                return self.open_theme(next(unseen, 0), now)
            case _:
                return self.home(now)

    def set_language(self, language: Language, now: float) -> Visit:
        """The place is kept. Where nobody was, the choice is also the first touch."""
        if self.resting:
            return replace(self, language=language).begin(now)
        if self.asking:
            return self.stay(now)
        return self if language is self.language else replace(self, language=language, touched_at=now)

    def open_comfort(self, now: float) -> Visit:
        """The panel lies above the screen. Where nobody was, it is also the first touch."""
        return self.begin(now)._cover(ComfortPanel(), now)

    def switch(self, comfort: Comfort, now: float) -> Visit:
        """On or off. The place is kept; without large text there are no parts to be in."""
        if self.resting:
            return self
        if self.asking:
            return self.stay(now)
        switched = replace(self, comfort=self.comfort ^ {comfort}, touched_at=now)
        if isinstance(self.place, Parted) and self.place.part >= switched.parts:
            return replace(switched, place=replace(self.place, part=0), entry=self.entry + 1)
        return switched

    def show_term(self, term: int, now: float) -> Visit:
        return self._cover(TermCard(term), now) if 0 <= term < self.plan.terms else self

    def zoom(self, now: float) -> Visit:
        """Only a slide with a picture has something to enlarge."""
        match self.place:
            case Slide(theme, slide) if self.plan.themes[theme][slide].picture:
                return self._cover(Zoom(), now)
            case _:
                return self

    def close(self, now: float) -> Visit:
        """Whatever lies above the screen."""
        return self._cover(None, now)

    def touch(self, now: float) -> Visit:
        """A hand on the glass, whatever it does there. While the question stands, it is the answer."""
        if self.resting:
            return self
        return replace(self, asking=False, touched_at=now)

    def stay(self, now: float) -> Visit:
        """Yes, still reading."""
        return self.touch(now) if self.asking else self

    def hold(self, now: float, seconds: float) -> Visit:
        """Something plays for so long: idling counts from its end, or from its screen being left."""
        until = now + seconds
        if self.resting or until <= self.playing_until:
            return self
        return replace(self, playing_until=until)

    def tick(self, now: float) -> Visit:
        """Time passes: the question comes, and without an answer the visit ends."""
        if self.resting:
            return self
        if self.asking:
            return self.end() if now - self.asked_at >= self.plan.idle.answer_within else self
        if now - max(self.touched_at, self.playing_until) < self.ask_after:
            return self
        return replace(self, asking=True, asked_at=now)

    @property
    def ask_after(self) -> float:
        """Seconds without a touch until the question: longer where there is more to read."""
        idle = self.plan.idle
        return min(idle.ask_at_most, max(idle.ask_after, self._reading.of(self.language)))

    def seconds_left(self, now: float) -> int:
        """To answer the question; 0 while none stands."""
        if not self.asking:
            return 0
        return max(0, ceil(self.asked_at + self.plan.idle.answer_within - now))

    @property
    def parts(self) -> int:
        """How many parts the present screen has."""
        return self._parts_at(self.place)

    def _parts_at(self, place: Place) -> int:
        stop = self._stop_at(place)
        return stop.parts if Comfort.LARGE_TEXT in self.comfort else stop.pages

    @property
    def _reading(self) -> Reading:
        return self._stop_at(self.place).reading

    def _stop_at(self, place: Place) -> Stop:
        match place:
            case Slide(theme, slide):
                return self.plan.themes[theme][slide]
            case Prologue():
                return self.plan.prologue
            case Credits():
                return self.plan.credits
            case Numbers():
                return self.plan.numbers
            case Licences():
                return self.plan.licences or Stop()
            case Attract() | Closed() | Home():
                return Stop()
            case _:
                assert_never(place)

    def staged(
        self,
        now: float,
        *,
        plan: Plan | None = None,
        place: Place | None = None,
        language: Language | None = None,
        comfort: frozenset[Comfort] | None = None,
    ) -> Visit:
        """As a desk sets it and no hand could: any place at once, by another plan too.

        Of a place that is not in the plan, the nearest that is. What lies above the screen stays while it
        still belongs there.
        """
        plan = plan or self.plan
        themes = range(len(plan.themes))
        there = replace(
            self,
            plan=plan,
            language=language or self.language,
            comfort=self.comfort if comfort is None else comfort,
            opened=(*self.opened, *(0 for _ in themes))[: len(themes)],
            seen=self.seen & {*themes},
        )
        wanted = there._nearest(self.place if place is None else place)
        if wanted != self.place:
            return there._go(wanted, now)
        return replace(there, overlay=there._still_above(self.overlay))

    def _nearest(self, place: Place) -> Place:
        if isinstance(place, Slide):
            theme = min(place.theme, len(self.plan.themes) - 1)
            place = replace(place, theme=theme, slide=min(place.slide, len(self.plan.themes[theme]) - 1))
        if isinstance(place, Parted):
            place = replace(place, part=min(place.part, self._parts_at(place) - 1))
        return place

    def _still_above(self, overlay: Overlay) -> Overlay:
        match overlay:
            case Zoom():
                return overlay if self._stop_at(self.place).picture else None
            case TermCard(term):
                return overlay if term < self.plan.terms else None
            case _:
                return overlay

    def _is_there(self, place: Slide) -> bool:
        themes = self.plan.themes
        return 0 <= place.theme < len(themes) and 0 <= place.slide < len(themes[place.theme])

    def _open_slide(self, place: Slide, now: float) -> Visit:
        return self._open(place, now) if self._is_there(place) else self

    def _open(self, place: Place, now: float) -> Visit:
        if self.resting:
            return self
        if self.asking:
            return self.stay(now)
        if place == self.place:
            return self.close(now)
        return self._go(place, now)

    def _turn(self, place: Place, direction: int, now: float) -> Visit:
        if self.asking:
            return self.stay(now)
        if now - self.turned_at < BOUNCE:
            return self
        return replace(self._go(place, now), direction=direction, turned_at=now)

    def _go(self, place: Place, now: float) -> Visit:
        seen, opened = self.seen, self.opened
        if isinstance(place, Slide) and place.theme not in seen:
            seen = seen | {place.theme}
            opened = tuple(count + (theme == place.theme) for theme, count in enumerate(opened))
        return replace(
            self,
            place=place,
            overlay=None,
            entry=self.entry + 1,
            direction=0,
            seen=seen,
            opened=opened,
            touched_at=now,
            entered_at=now,
            playing_until=now,
        )

    def _cover(self, overlay: Overlay, now: float) -> Visit:
        if self.resting:
            return self
        if self.asking:
            return self.stay(now)
        return self if overlay == self.overlay else replace(self, overlay=overlay, touched_at=now)
