"""What a visitor can do: every state of a visit and every way from one to the next. Pure: no clock, no Qt.

A transition returns a new `Visit`, or the very same one when it changes nothing. `now` is in seconds of any
clock that does not run backwards. Nothing is ever queued.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum, auto
from math import ceil, inf
from typing import Final, assert_never

from kiosk.content.exhibition import Exhibition, Idle, Language, PhotoSlide, Text

BOUNCE: Final = 0.1
"""Seconds after a page turn in which another is taken for the same hand: two fingers, a bouncing contact."""

THRESHOLD: Final = 0.6
"""Seconds a page must have stood before `next` leaves the theme, so that a burst of taps stops at its end."""

ZH_CHARACTERS_PER_SECOND: Final = 4.0
EN_WORDS_PER_SECOND: Final = 2.5
"""The pace of reading aloud, which nobody standing before a wall is slower than."""


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is there."""


@dataclass(frozen=True, slots=True)
class Home:
    """The themes, side by side."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of a theme. `from_numbers`: a figure on the wall led here, and `back` leads there."""

    theme: int
    slide: int
    from_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every figure of the exhibition on one wall."""


@dataclass(frozen=True, slots=True)
class Prologue:
    """The year in one screen."""


@dataclass(frozen=True, slots=True)
class Credits:
    """Where all this comes from."""


Place = Attract | Home | Slide | Numbers | Prologue | Credits


@dataclass(frozen=True, slots=True)
class Zoom:
    """The picture of the slide, by itself."""


@dataclass(frozen=True, slots=True)
class TermCard:
    """What a marked term means. `term` is its index in the glossary."""

    term: int


Overlay = Zoom | TermCard | None


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
    """What a visit knows of one slide."""

    reading: Reading = Reading()
    picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a visit knows of the exhibition."""

    themes: tuple[tuple[Stop, ...], ...]
    idle: Idle
    language: Language
    terms: int = 0
    prologue: Reading = Reading()
    credits: Reading = Reading()


def plan_of(exhibition: Exhibition) -> Plan:
    return Plan(
        themes=tuple(
            tuple(Stop(reading_time(slide), isinstance(slide, PhotoSlide)) for slide in theme.slides)
            for theme in exhibition.themes
        ),
        terms=len(exhibition.glossary),
        language=exhibition.language,
        idle=exhibition.idle,
        prologue=reading_time(exhibition.prologue),
        credits=reading_time(exhibition.credits),
    )


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
    or 1: which way the page turned. `seen` are the themes opened in this visit. The rest are the moments the
    rules of turning and of idling count from.
    """

    plan: Plan = field(repr=False)
    language: Language
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
        return cls(plan=plan, language=plan.language)

    def begin(self, now: float) -> Visit:
        """The first touch."""
        return self._go(Home(), now) if isinstance(self.place, Attract) else self

    def end(self) -> Visit:
        """The next visitor finds everything as it was at the start."""
        if isinstance(self.place, Attract):
            return self
        return replace(Visit.start(self.plan), entry=self.entry + 1)

    def home(self, now: float) -> Visit:
        return self._open(Home(), now)

    def open_numbers(self, now: float) -> Visit:
        return self._open(Numbers(), now)

    def open_prologue(self, now: float) -> Visit:
        return self._open(Prologue(), now)

    def open_credits(self, now: float) -> Visit:
        return self._open(Credits(), now)

    def open_theme(self, theme: int, now: float) -> Visit:
        """Its cover."""
        return self._open_slide(Slide(theme, 0), now)

    def open_figure(self, theme: int, slide: int, now: float) -> Visit:
        """The slide that tells a figure; `back` returns to the wall of numbers if it was opened there."""
        return self._open_slide(Slide(theme, slide, isinstance(self.place, Numbers)), now)

    def next(self, now: float) -> Visit:
        """The next slide; after a theme's last one the next theme's cover; after the last theme home."""
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
        """The slide before; before a cover there is home."""
        match self.place:
            case Slide(_, 0):
                return self._turn(Home(), 0, now)
            case Slide(_, slide):
                return self.turn_to(slide - 1, now)
            case _:
                return self

    def turn_to(self, slide: int, now: float) -> Visit:
        """Another slide of the same theme."""
        match self.place:
            case Slide(theme, current) if slide != current and 0 <= slide < len(self.plan.themes[theme]):
                return self._turn(replace(self.place, slide=slide), 1 if slide > current else -1, now)
            case _:
                return self

    def back(self, now: float) -> Visit:
        """One level: what lies above the screen closes first."""
        if self.overlay is not None:
            return self.close(now)
        match self.place:
            case Slide(from_numbers=True):
                return self.open_numbers(now)
            case Slide() | Numbers() | Prologue() | Credits():
                return self.home(now)
            case Home() | Attract():
                return self
            case _:
                assert_never(self.place)

    def press(self, key: Key, now: float) -> Visit:
        """A key pressed: forward alone leads through the whole exhibition, so that two buttons are enough."""
        if isinstance(self.place, Attract):
            return self.begin(now)
        if self.asking:
            return self.stay(now)
        match key:
            case Key.FORWARD:
                return self._forward(now)
            case Key.BACKWARD:
                return self.previous(now) if isinstance(self.place, Slide) else self.back(now)
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
            case Home():
                unseen = (theme for theme in range(len(self.plan.themes)) if theme not in self.seen)
                return self.open_theme(next(unseen, 0), now)
            case _:
                return self.home(now)

    def set_language(self, language: Language, now: float) -> Visit:
        """The place is kept. On the attract screen the choice is also the first touch."""
        if isinstance(self.place, Attract):
            return replace(self, language=language).begin(now)
        if self.asking:
            return self.stay(now)
        return self if language is self.language else replace(self, language=language, touched_at=now)

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
        if isinstance(self.place, Attract):
            return self
        return replace(self, asking=False, touched_at=now)

    def stay(self, now: float) -> Visit:
        """Yes, still reading."""
        return self.touch(now) if self.asking else self

    def hold(self, now: float, seconds: float) -> Visit:
        """Something plays for so long: idling counts from its end, or from its screen being left."""
        until = now + seconds
        if isinstance(self.place, Attract) or until <= self.playing_until:
            return self
        return replace(self, playing_until=until)

    def tick(self, now: float) -> Visit:
        """Time passes: the question comes, and without an answer the visit ends."""
        if isinstance(self.place, Attract):
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
    def _reading(self) -> Reading:
        match self.place:
            case Slide(theme, slide):
                return self.plan.themes[theme][slide].reading
            case Prologue():
                return self.plan.prologue
            case Credits():
                return self.plan.credits
            case Attract() | Home() | Numbers():
                return Reading()
            case _:
                assert_never(self.place)

    def _open_slide(self, place: Slide, now: float) -> Visit:
        themes = self.plan.themes
        if 0 <= place.theme < len(themes) and 0 <= place.slide < len(themes[place.theme]):
            return self._open(place, now)
        return self

    def _open(self, place: Place, now: float) -> Visit:
        if isinstance(self.place, Attract):
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
        seen = self.seen | {place.theme} if isinstance(place, Slide) else self.seen
        return replace(
            self,
            place=place,
            overlay=None,
            entry=self.entry + 1,
            direction=0,
            seen=seen,
            touched_at=now,
            entered_at=now,
            playing_until=now,
        )

    def _cover(self, overlay: Overlay, now: float) -> Visit:
        if isinstance(self.place, Attract):
            return self
        if self.asking:
            return self.stay(now)
        return self if overlay == self.overlay else replace(self, overlay=overlay, touched_at=now)
