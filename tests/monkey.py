"""A monkey at the glass: random hands, as a crowd of children has them.

The same seed plays the same hands: exactly so in a still hall, nearly so where time moves pictures.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from random import Random
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.content.exhibition import Language
from kiosk.presentation.visit import screen_of
from kiosk.visit import Attract, Closed, ComfortPanel, Home, Place, Plan, Slide, TermCard, Visit, Zoom
from tests.glass import MOST_FINGERS, Glass
from tests.visiting import CHINESE, CLOSE, DONE, ENGLISH, HOME, NEXT, Hall

REMEMBERED: Final = 30
"""Actions that a failure tells."""

PAUSES: Final = (0.02, 0.1, 0.5, 2.0, 10.0, 40.0, 76.0, 95.0, 130.0)
"""Seconds nobody does anything: some bring the question, some the end of the visit."""

KEYS: Final = (
    Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_A,
)

LEFT: Final = Qt.MouseButton.LeftButton
NONE: Final = Qt.KeyboardModifier.NoModifier


class Monkey:
    """Plays on a hall until told to stop.

    `complaints` is the list that grows when Qt or a log warns: the hands that were there last are then told.
    """

    def __init__(self, hall: Hall, seed: int, complaints: list[str]) -> None:
        self.hall = hall
        self._random = Random(seed)
        self.glass = Glass(hall, lambda: self._random.random() < 0.8)
        self.been: Counter[str] = Counter()
        self._seed = seed
        self._complaints = complaints
        self._told: deque[str] = deque(maxlen=REMEMBERED)
        self._items: dict[object, int] = {}
        self._habits: Final[dict[Callable[[], None], int]] = {
            self._tap: 30,
            self._tap_again_and_again: 5,
            self._swipe: 12,
            self._drag: 6,
            self._pinch: 5,
            self._press_at_once: 5,
            self._rest: 4,
            self._rest_a_palm: 2,
            self._lift_one: 5,
            self._swap: 3,
            self._lift_all: 3,
            self._cancel: 3,
            self._lose: 3,
            self._pause: 6,
            self._key: 2,
            self._click: 1,
            self._drag_the_mouse: 1,
            self._wheel: 1,
        }

    def play(self, touches: int) -> None:
        """At least so many more touches."""
        until = self.glass.touches + touches
        habits, weights = list(self._habits), list(self._habits.values())
        with self.telling():
            while self.glass.touches < until:
                self._random.choices(habits, weights)[0]()
                self._passes(self._random.expovariate(2))
                self._check()

    def leave(self) -> None:
        """As a crowd does: all hands lifted, taken away by the system, or gone without a report."""
        with self.telling():
            way = self._random.choice((self.glass.lift, lambda _all: self.glass.cancel(), self.glass.lose))
            self._tell("everybody leaves")
            way(list(self.glass.down))
            self._passes(1)
            self.hall.rest()
            self._check()

    def count_items(self) -> None:
        """The same screen is never made of more items than it was before. Nobody may be touching it.

        A slide may or may not have made its follower by then, which can be as large as itself.
        """
        with self.telling():
            visit = self.hall.visit.state
            screen = (visit.place, visit.overlay, visit.language, visit.asking, visit.comfort)
            most = self._items.get(screen, MOST_ITEMS)
            spare = MOST_ITEMS // 4 if isinstance(visit.place, Slide) else 0
            self.hall.until(lambda: item_count(self.hall) <= most + spare)
            self._items.setdefault(screen, item_count(self.hall))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What led there, when something fails."""
        try:
            yield
        except BaseException as failure:
            told = [*self._told, f"{standing(self.hall)}, and to be touched: {touchable(self.hall)}"]
            failure.add_note(f"Seed {self._seed}, {self.glass.touches} touches; at last:\n" + "\n".join(told))
            raise

    def _tell(self, what: str) -> None:
        """Before it is done: if it fails, the last line says where."""
        self._told.append(f"{standing(self.hall)}: {what}")

    def _check(self) -> None:
        visit = self.hall.visit.state
        self.been[screen_of(visit.place)] += 1
        self.been[type(visit.overlay).__name__] += 1
        self.been[visit.language.value] += 1
        if visit.asking:
            self.been["asking"] += 1
        assert not self._complaints, self._complaints
        assert_legal(visit)
        assert self.hall.window.isVisible()
        assert self.hall.window.property("shownScreen") == screen_of(visit.place)

    def _passes(self, seconds: float) -> None:
        """The visit looks at the clock at once, so that its timer finds nothing left to do."""
        self.hall.clock.now += seconds
        self.hall.visit.tick()

    def _spot(self) -> QPoint:
        """Mostly on a control, else on something named, at an edge or anywhere."""
        kind = self._random.random()
        width, height = self.hall.window.width(), self.hall.window.height()
        if kind < 0.6:
            boxes = [part.box for part in (self.hall.controls() if kind < 0.45 else self.hall.parts())]
            glass = QRectF(0, 0, width, height)
            box = self._random.choice(boxes).intersected(glass) if boxes else glass
            return self._within(box if not box.isEmpty() else glass)
        if kind < 0.8:
            edge = self._random.choice(
                (
                    QRectF(0, 0, 8, height),
                    QRectF(width - 8, 0, 8, height),
                    QRectF(0, 0, width, 8),
                    QRectF(0, height - 8, width, 8),
                )
            )
            return self._within(edge)
        return self._within(QRectF(0, 0, width, height))

    def _within(self, box: QRectF) -> QPoint:
        return QPoint(
            int(box.x() + self._random.random() * box.width()),
            int(box.y() + self._random.random() * box.height()),
        )

    def _vector(self, longest: float) -> QPointF:
        return QPointF(self._random.uniform(-longest, longest), self._random.uniform(-longest, longest))

    def _away(self, ways: Mapping[int, QPointF]) -> None:
        """Each finger by its own way, in a few reports."""
        starts = {number: QPointF(self.glass.down[number]) for number in ways}
        steps = self._random.randint(1, 8)
        for step in range(1, steps + 1):
            self.glass.move(
                {number: (starts[number] + way * step / steps).toPoint() for number, way in ways.items()}
            )

    # What hands do

    def _tap(self) -> None:
        spot = self._spot()
        self._tell(f"tap {told(spot)}")
        finger = self.glass.press([spot])
        if self._random.random() < 0.3:
            self._away(dict.fromkeys(finger, self._vector(12)))
        self.glass.lift(finger)

    def _tap_again_and_again(self) -> None:
        spot, times = self._spot(), self._random.randint(2, 5)
        self._tell(f"tap {times} times {told(spot)}")
        for _ in range(times):
            self.glass.lift(self.glass.press([spot]))
            self._passes(0.03)

    def _swipe(self) -> None:
        spot = self._spot()
        way = QPointF(self._random.choice((-1, 1)) * self._random.uniform(30, 900), self._vector(60).y())
        self._tell(f"swipe {told(spot)} by {told(way)}")
        finger = self.glass.press([spot])
        self._away(dict.fromkeys(finger, way))
        self.glass.lift(finger)

    def _drag(self) -> None:
        """Any way, there and perhaps back; now and then the finger stays down."""
        spot, stays = self._spot(), self._random.random() < 0.2
        ways = [self._vector(700) for _ in range(self._random.randint(1, 3))]
        self._tell(f"drag {told(spot)} by {', '.join(map(told, ways))}{', and stay' if stays else ''}")
        finger = self.glass.press([spot])
        for way in ways:
            self._away(dict.fromkeys(finger, way))
        if not stays:
            self.glass.lift(finger)

    def _pinch(self) -> None:
        spot, half, way = QPointF(self._spot()), self._vector(200), self._vector(300)
        self._tell(f"pinch {told(spot)} from {told(half)} by {told(way)}")
        fingers = self.glass.press([(spot + half).toPoint(), (spot - half).toPoint()])
        self._away(dict(zip(fingers, (way, -way), strict=False)))
        self._lift_in_some_order(fingers)

    def _press_at_once(self) -> None:
        spots = [self._spot() for _ in range(self._random.randint(2, MOST_FINGERS))]
        self._tell(f"press at once {', '.join(map(told, spots))}")
        fingers = self.glass.press(spots)
        self._away({finger: self._vector(30) for finger in fingers})
        self._lift_in_some_order(fingers)

    def _rest(self) -> None:
        spot = self._spot()
        self._tell(f"rest a finger {told(spot)}")
        self.glass.press([spot])

    def _rest_a_palm(self) -> None:
        spot = self._spot()
        self._tell(f"rest a palm {told(spot)}")
        self.glass.press([spot + self._vector(60).toPoint() for _ in range(self._random.randint(2, 4))])

    def _lift_one(self) -> None:
        fingers = self._some(1)
        self._tell(f"lift {fingers}")
        self.glass.lift(fingers)

    def _lift_all(self) -> None:
        fingers = list(self.glass.down)
        self._tell(f"lift {fingers}")
        self._lift_in_some_order(fingers)

    def _swap(self) -> None:
        fingers, spot = self._some(1), self._spot()
        self._tell(f"lift {fingers} and press {told(spot)} at once")
        for finger in fingers:
            self.glass.swap(finger, spot)

    def _cancel(self) -> None:
        """In the middle of something, mostly."""
        spot, way = self._spot(), self._vector(500)
        self._tell(f"cancel, in the middle of {told(spot)} by {told(way)}")
        if self._random.random() < 0.8:
            self._away(dict.fromkeys(self.glass.press([spot]), way))
        self.glass.cancel()

    def _lose(self) -> None:
        spot = self._spot()
        new = self.glass.press([spot] if self._random.random() < 0.5 else [])
        fingers = self._some(self._random.randint(1, 3))
        self._tell(f"press {new} {told(spot)}, lose {fingers} of {list(self.glass.down)}")
        self.glass.lose(fingers)

    def _pause(self) -> None:
        seconds, seen = self._random.choice(PAUSES), self._random.random() < 0.5
        self._tell(f"pause {seconds} s")
        self._passes(seconds)
        if seen:
            self.hall.settle()

    def _key(self) -> None:
        key = self._random.choice(KEYS)
        self._tell(f"key {key.name}")
        QTest.keyClick(self.hall.window, key)

    def _click(self) -> None:
        spot = self._spot()
        self._tell(f"click {told(spot)}")
        self._take_the_mouse()
        QTest.mouseClick(self.hall.window, LEFT, NONE, spot)

    def _drag_the_mouse(self) -> None:
        start, end = self._spot(), self._spot()
        self._tell(f"drag the mouse {told(start)} to {told(end)}")
        self._take_the_mouse()
        QTest.mousePress(self.hall.window, LEFT, NONE, start)
        QTest.mouseMove(self.hall.window, (start + end) / 2)
        QTest.mouseMove(self.hall.window, end)
        QTest.mouseRelease(self.hall.window, LEFT, NONE, end)

    def _wheel(self) -> None:
        spot, notches = self._spot(), self._random.choice((-3, -1, 1, 3))
        self._tell(f"wheel {notches} {told(spot)}")
        self._take_the_mouse()
        QTest.wheelEvent(self.hall.window, spot, QPoint(0, 120 * notches))

    def _take_the_mouse(self) -> None:
        """Qt keeps a finger's last move for the next frame, and warns if a mouse is down by then."""
        self.hall.settle()

    def _some(self, many: int) -> list[int]:
        return self._random.sample(list(self.glass.down), min(many, len(self.glass.down)))

    def _lift_in_some_order(self, fingers: list[int]) -> None:
        if self._random.random() < 0.5:
            self.glass.lift(fingers)
            return
        for finger in self._random.sample(fingers, len(fingers)):
            self.glass.lift([finger])


MOST_ITEMS: Final = 3000
"""No screen needs more."""


def item_count(hall: Hall) -> int:
    """Shown or not."""

    def within(item: QQuickItem) -> int:
        return 1 + sum(map(within, item.childItems()))

    return within(hall.window.contentItem())


def standing(hall: Hall) -> str:
    """Where the visit is, what lies over it, and how it is read."""
    visit = hall.visit.state
    lies = [*filter(None, (visit.overlay, visit.asking and "asking")), visit.language.value, *visit.comfort]
    return f"{visit.place} {' '.join(map(str, lies))}"


def touchable(hall: Hall) -> str:
    return ", ".join(f"{part.name} {told(part.middle)}" for part in hall.controls())


def told(point: QPoint | QPointF) -> str:
    return f"({round(point.x())}, {round(point.y())})"


def assert_legal(visit: Visit) -> None:
    """A state that the plan knows."""
    match visit.place:
        case Attract() | Closed():
            assert (visit.overlay, visit.asking, visit.seen) == (None, False, frozenset()), visit
        case Slide(theme, _):
            assert theme in visit.seen, visit
        case _:
            pass
    assert is_in(visit.plan, visit.place), visit
    match visit.overlay:
        case Zoom():
            assert isinstance(visit.place, Slide), visit
            assert visit.plan.themes[visit.place.theme][visit.place.slide].picture, visit
        case TermCard(term):
            assert 0 <= term < visit.plan.terms, visit
        case _:
            pass


def is_in(plan: Plan, place: Place) -> bool:
    match place:
        case Slide(theme, slide):
            return 0 <= theme < len(plan.themes) and 0 <= slide < len(plan.themes[theme])
        case _:
            return True


def assert_the_next_visitor_is_served(hall: Hall) -> None:
    """Whatever is on: one tap a step to the first screen, and from there on as on the first day."""
    hall.rest()
    if hall.see("asking") or hall.place() == Attract():
        tap_corner(hall)
        assert not hall.see("asking")
    if hall.overlay() is not None:
        hall.tap(DONE if isinstance(hall.overlay(), ComfortPanel) else CLOSE)
        assert hall.overlay() is None
        hall.rest()
    for comfort in hall.visit.state.comfort:
        hall.visit.switchComfort(comfort.value)
        hall.rest()
    if hall.place() != Home():
        hall.tap(HOME)
    assert hall.place() == Home()
    hall.rest()
    theme = len(hall.exhibition.themes) - 1
    hall.tap(hall.exhibition.themes[theme].title)
    assert hall.place() == Slide(theme, 0)
    hall.rest()
    hall.tap(NEXT)
    assert hall.place() == Slide(theme, 1)
    hall.rest()
    hall.swipe(0.4 * hall.window.width())
    assert hall.place() == Slide(theme, 0)
    hall.rest()
    language = hall.language
    for name, chosen in ((ENGLISH, Language.EN), (CHINESE, Language.ZH), (CHINESE, language)):
        hall.tap(name if chosen is not language else {Language.ZH: CHINESE, Language.EN: ENGLISH}[chosen])
        assert hall.language is chosen
    hall.tap(HOME)
    assert hall.place() == Home()
    hall.rest()


def tap_corner(hall: Hall) -> None:
    hall.tap(hall.spot(0.02, 0.5))
    hall.rest()
