"""The visit as QML sees it: what is on, and what a hand can do about it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Final, assert_never

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.components import components_in
from kiosk.content.exhibition import Exhibition, Language
from kiosk.presentation.assets import assets_folder
from kiosk.presentation.exhibition import ExhibitionViewModel
from kiosk.presentation.slides import SlideViewModel, TermViewModel
from kiosk.presentation.themes import ThemeViewModel
from kiosk.visit import (
    Attract,
    Closed,
    Comfort,
    ComfortPanel,
    Credits,
    Home,
    Key,
    Licences,
    Numbers,
    Parted,
    Place,
    Plan,
    Prologue,
    Slide,
    TermCard,
    Visit,
    Zoom,
    plan_of,
)

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

TICK: Final = 1000
"""Milliseconds between two looks at the clock while a visit is on."""

LOOK: Final = 20_000
"""Milliseconds between two looks at the clock on the wall while nobody is there, where the hall has hours."""

KEYS: Final = {
    0x0100_0014: Key.FORWARD,  # Right
    0x0100_0015: Key.FORWARD,  # Down
    0x0100_0017: Key.FORWARD,  # PageDown
    0x0100_0012: Key.BACKWARD,  # Left
    0x0100_0013: Key.BACKWARD,  # Up
    0x0100_0016: Key.BACKWARD,  # PageUp
    0x0100_0010: Key.HOME,  # Home
    0x0100_0000: Key.BACK,  # Escape
    0x0100_0003: Key.BACK,  # Backspace
    0x0100_0061: Key.BACK,  # Back
}
"""The numbers of Qt.Key. To import `Qt` makes all its enumerations, which takes 20 ms of the start."""

MODIFIERS: Final = frozenset({0x0100_0020, 0x0100_0021, 0x0100_0022, 0x0100_0023, 0x0100_1103})
"""Shift, Control, Meta, Alt, AltGr. Alone they say nothing: another key is still to come."""


def wall_clock() -> dt.time:
    """The hall's own time of day."""
    return dt.datetime.now().astimezone().time()


def screen_of(place: Place) -> str:
    match place:
        case Attract():
            return "attract"
        case Closed():
            return "closed"
        case Home():
            return "home"
        case Slide():
            return "slide"
        case Numbers():
            return "numbers"
        case Prologue():
            return "prologue"
        case Credits():
            return "credits"
        case Licences():
            return "licences"
        case _:
            assert_never(place)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Every property of the visit at one moment, each named as QML knows it."""

    exhibition: ExhibitionViewModel
    screen: str
    theme: ThemeViewModel | None
    slide: SlideViewModel | None
    nextTheme: ThemeViewModel | None
    entry: int
    direction: int
    term: TermViewModel | None
    zoomed: bool
    asking: bool
    secondsLeft: int
    language: str
    seen: tuple[bool, ...]
    lastSlide: bool
    part: int
    parts: int
    choosing: bool
    largeText: bool
    highContrast: bool
    reducedMotion: bool
    lowReach: bool
    readAloud: bool


@QmlElement
class VisitViewModel(QObject):
    """Wraps a `Visit`. A signal comes only for what changed, and after everything has."""

    exhibitionChanged = Signal()
    screenChanged = Signal()
    themeChanged = Signal()
    slideChanged = Signal()
    nextThemeChanged = Signal()
    entryChanged = Signal()
    directionChanged = Signal()
    termChanged = Signal()
    zoomedChanged = Signal()
    askingChanged = Signal()
    secondsLeftChanged = Signal()
    languageChanged = Signal()
    seenChanged = Signal()
    lastSlideChanged = Signal()
    partChanged = Signal()
    partsChanged = Signal()
    choosingChanged = Signal()
    largeTextChanged = Signal()
    highContrastChanged = Signal()
    reducedMotionChanged = Signal()
    lowReachChanged = Signal()
    readAloudChanged = Signal()

    def __init__(
        self,
        exhibition: Exhibition,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
        *,
        comfort: frozenset[Comfort] = frozenset(),
        wall: Callable[[], dt.time] = wall_clock,
    ) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._clock = clock
        self._wall = wall
        self._components = components_in(assets_folder() / "licences")
        self._trees: dict[Language, ExhibitionViewModel] = {}
        self._retired: list[ExhibitionViewModel] = []
        self._visit = self._keep_hours(Visit.start(self._plan(comfort)))
        self._shown = self._show(self._visit, clock())
        self._looks = QTimer(self)
        self._looks.timeout.connect(self.tick)
        self._look_on()

    @property
    def state(self) -> Visit:
        """The visit itself, for Python."""
        return self._visit

    @property
    def content(self) -> Exhibition:
        """What is shown, for Python."""
        return self._exhibition

    @property
    def tree(self) -> ExhibitionViewModel:
        """The view models of the present language, for Python."""
        return self._shown.exhibition

    @Property(ExhibitionViewModel, notify=exhibitionChanged, final=True)
    def exhibition(self) -> ExhibitionViewModel:
        return self._shown.exhibition

    @Property(str, notify=screenChanged, final=True)
    def screen(self) -> str:
        return self._shown.screen

    @Property(ThemeViewModel, notify=themeChanged, final=True)
    def theme(self) -> ThemeViewModel | None:
        return self._shown.theme

    @Property(SlideViewModel, notify=slideChanged, final=True)
    def slide(self) -> SlideViewModel | None:
        return self._shown.slide

    @Property(ThemeViewModel, notify=nextThemeChanged, final=True)
    def nextTheme(self) -> ThemeViewModel | None:
        return self._shown.nextTheme

    @Property(int, notify=entryChanged, final=True)
    def entry(self) -> int:
        return self._shown.entry

    @Property(int, notify=directionChanged, final=True)
    def direction(self) -> int:
        return self._shown.direction

    @Property(TermViewModel, notify=termChanged, final=True)
    def term(self) -> TermViewModel | None:
        return self._shown.term

    @Property(bool, notify=zoomedChanged, final=True)
    def zoomed(self) -> bool:
        return self._shown.zoomed

    @Property(bool, notify=askingChanged, final=True)
    def asking(self) -> bool:
        return self._shown.asking

    @Property(int, notify=secondsLeftChanged, final=True)
    def secondsLeft(self) -> int:
        return self._shown.secondsLeft

    @Property(str, notify=languageChanged, final=True)
    def language(self) -> str:
        return self._shown.language

    @Property(list, notify=seenChanged, final=True)
    def seen(self) -> list[bool]:
        return list(self._shown.seen)

    @Property(bool, notify=lastSlideChanged, final=True)
    def lastSlide(self) -> bool:
        return self._shown.lastSlide

    @Property(int, notify=partChanged, final=True)
    def part(self) -> int:
        """Which part of the screen is shown, in large text."""
        return self._shown.part

    @Property(int, notify=partsChanged, final=True)
    def parts(self) -> int:
        return self._shown.parts

    @Property(bool, notify=choosingChanged, final=True)
    def choosing(self) -> bool:
        """Whether the comfort panel is open."""
        return self._shown.choosing

    @Property(bool, notify=largeTextChanged, final=True)
    def largeText(self) -> bool:
        return self._shown.largeText

    @Property(bool, notify=highContrastChanged, final=True)
    def highContrast(self) -> bool:
        return self._shown.highContrast

    @Property(bool, notify=reducedMotionChanged, final=True)
    def reducedMotion(self) -> bool:
        return self._shown.reducedMotion

    @Property(bool, notify=lowReachChanged, final=True)
    def lowReach(self) -> bool:
        return self._shown.lowReach

    @Property(bool, notify=readAloudChanged, final=True)
    def readAloud(self) -> bool:
        return self._shown.readAloud

    @Slot()
    def begin(self) -> None:
        self._act(Visit.begin)

    @Slot(int, int)
    def beginAt(self, theme: int, slide: int) -> None:
        self._act(lambda visit, now: visit.begin(now, Slide(theme, slide)))

    @Slot()
    def openComfort(self) -> None:
        self._act(Visit.open_comfort)

    @Slot(str)
    def switchComfort(self, comfort: str) -> None:
        """`large-text`, `high-contrast`, `reduced-motion`, `low-reach` or `read-aloud`."""
        self._act(lambda visit, now: visit.switch(Comfort(comfort), now))

    @Slot(int)
    def openTheme(self, theme: int) -> None:
        self._act(lambda visit, now: visit.open_theme(theme, now))

    @Slot()
    def next(self) -> None:
        self._act(Visit.next)

    @Slot()
    def previous(self) -> None:
        self._act(Visit.previous)

    @Slot(int)
    def turnTo(self, slide: int) -> None:
        self._act(lambda visit, now: visit.turn_to(slide, now))

    @Slot()
    def home(self) -> None:
        self._act(Visit.home)

    @Slot()
    def openNumbers(self) -> None:
        self._act(Visit.open_numbers)

    @Slot(int, int)
    def openFigure(self, theme: int, slide: int) -> None:
        self._act(lambda visit, now: visit.open_figure(theme, slide, now))

    @Slot()
    def openPrologue(self) -> None:
        self._act(Visit.open_prologue)

    @Slot()
    def openCredits(self) -> None:
        self._act(Visit.open_credits)

    @Slot()
    def openLicences(self) -> None:
        self._act(Visit.open_licences)

    @Slot()
    def back(self) -> None:
        self._act(Visit.back)

    @Slot(str)
    def setLanguage(self, language: str) -> None:
        self._act(lambda visit, now: visit.set_language(Language(language), now))

    @Slot(int)
    def showTerm(self, term: int) -> None:
        self._act(lambda visit, now: visit.show_term(term, now))

    @Slot()
    def zoom(self) -> None:
        self._act(Visit.zoom)

    @Slot()
    def close(self) -> None:
        self._act(Visit.close)

    @Slot()
    def stay(self) -> None:
        self._act(Visit.stay)

    @Slot()
    def touched(self) -> None:
        self._act(Visit.touch)

    @Slot(int, result=bool)
    def pressKey(self, key: int) -> bool:
        """Whether the key did something; one that did not is left to the control in focus."""
        before = self._visit
        if key in MODIFIERS:
            return False
        self._act(lambda visit, now: visit.press(KEYS.get(key, Key.OTHER), now))
        return key in KEYS or before.asking or before.resting

    @Slot(float)
    def hold(self, seconds: float) -> None:
        now = self._clock()
        self._become(self._visit.hold(now, seconds), now)

    @Slot()
    def tick(self) -> None:
        now = self._clock()
        self._become(self._keep_hours(self._visit.tick(now)), now)

    def stage(
        self,
        exhibition: Exhibition | None = None,
        *,
        place: Place | None = None,
        language: Language | None = None,
        comfort: frozenset[Comfort] | None = None,
    ) -> None:
        """What a desk sets, and no hand: another exhibition, a place, a language, the reading settings."""
        plan: Plan | None = None
        if exhibition is not None:
            self._exhibition = exhibition
            self._retire_trees()
            plan = self._plan(self._visit.plan.comfort)
        now = self._clock()
        self._become(self._visit.staged(now, plan=plan, place=place, language=language, comfort=comfort), now)

    def _plan(self, comfort: frozenset[Comfort]) -> Plan:
        return plan_of(self._exhibition, comfort, len(self._components))

    def _retire_trees(self) -> None:
        """A page on its way out still shows the last ones: those before them go."""
        for tree in self._retired:
            tree.deleteLater()
        self._retired = [*self._trees.values()]
        self._trees = {}

    def _keep_hours(self, visit: Visit) -> Visit:
        """Only as time passes, never as a hand acts: a touch must find the screen that it was meant for."""
        hours = self._exhibition.hours
        return visit.keep_hours(hall_open=hours.cover(self._wall())) if hours else visit

    def _act(self, action: Callable[[Visit, float], Visit]) -> None:
        """A hand did it: even where it changes nothing else, somebody is there."""
        now = self._clock()
        after = action(self._visit, now)
        self._become(after if after is not self._visit else after.touch(now), now)

    def _become(self, visit: Visit, now: float) -> None:
        before, after = self._shown, self._show(visit, now)
        self._visit, self._shown = visit, after
        self._look_on()
        for shown in fields(_Shown):
            if getattr(before, shown.name) != getattr(after, shown.name):
                getattr(self, f"{shown.name}Changed").emit()

    def _look_on(self) -> None:
        """Often while a visit is on; seldom while nobody is there; without hours not at all then."""
        pause = TICK if not self._visit.resting else LOOK if self._exhibition.hours else 0
        if not pause:
            self._looks.stop()
        elif not self._looks.isActive() or self._looks.interval() != pause:
            self._looks.start(pause)

    def _tree(self, language: Language) -> ExhibitionViewModel:
        if language not in self._trees:
            self._trees[language] = ExhibitionViewModel(
                self._exhibition, language, self, components=self._components
            )
        return self._trees[language]

    def _show(self, visit: Visit, now: float) -> _Shown:
        tree = self._tree(visit.language)
        themes = visit.plan.themes
        theme: ThemeViewModel | None = None
        slide: SlideViewModel | None = None
        following: ThemeViewModel | None = None
        last = False
        if isinstance(visit.place, Slide):
            theme = tree.theme_at(visit.place.theme)
            slide = theme.slide_at(visit.place.slide)
            last = visit.place.slide + 1 == len(themes[visit.place.theme])
            if last and visit.place.theme + 1 < len(themes):
                following = tree.theme_at(visit.place.theme + 1)
        return _Shown(
            exhibition=tree,
            screen=screen_of(visit.place),
            theme=theme,
            slide=slide,
            nextTheme=following,
            entry=visit.entry,
            direction=visit.direction,
            term=tree.term_at(visit.overlay.term) if isinstance(visit.overlay, TermCard) else None,
            zoomed=isinstance(visit.overlay, Zoom),
            asking=visit.asking,
            secondsLeft=visit.seconds_left(now),
            language=visit.language,
            seen=tuple(index in visit.seen for index in range(len(themes))),
            lastSlide=last,
            part=visit.place.part if isinstance(visit.place, Parted) else 0,
            parts=visit.parts,
            choosing=isinstance(visit.overlay, ComfortPanel),
            largeText=Comfort.LARGE_TEXT in visit.comfort,
            highContrast=Comfort.HIGH_CONTRAST in visit.comfort,
            reducedMotion=Comfort.REDUCED_MOTION in visit.comfort,
            lowReach=Comfort.LOW_REACH in visit.comfort,
            readAloud=Comfort.READ_ALOUD in visit.comfort,
        )
