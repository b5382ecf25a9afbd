"""Every screen and slide, at its end state, as a picture: for sign-off, the handbook and the golden tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import time
from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.components import components_in
from kiosk.content.exhibition import Exhibition, Hours, Language
from kiosk.failure import Failure
from kiosk.presentation.assets import assets_folder
from kiosk.program import NAME
from kiosk.visit import Comfort, Plan, Stop, plan_of

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QImage

    from kiosk.presentation.attract import AttractViewModel
    from kiosk.presentation.visit import VisitViewModel

SHEET_COLUMNS: Final = 5
SHEET_WIDTH: Final = 480
SHEET_GAP: Final = 12
"""Of the contact sheet: pictures in a row, px of one picture's width, px between two."""

SHAPES: Final = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
"""The two shapes a hall's screen has, in px."""

SHEET_NAME: Final = "contact-sheet.png"

LICENCES: Final = "licences"
"""The name of the screens that list what the program stands on; staff have no say in them."""


class SnapshotError(Failure):
    """A picture could not be taken or written."""


class Walk:
    """A visit that snapshots lead, and its clock, in s: every look comes long enough after the last.

    Where the hall has hours it is open, unless it is shut.
    """

    visit: VisitViewModel
    attract: AttractViewModel

    def __init__(self, hours: Hours | None = None) -> None:
        self.now = 0.0
        self.hours = hours
        self.hall_open = True

    def __call__(self) -> float:
        self.now += 2.0
        return self.now

    def wall(self) -> time:
        if self.hours is None:
            return time.min
        return self.hours.open if self.hall_open else self.hours.close

    def shut(self) -> None:
        """It is past the hour."""
        self.hall_open = False

    def wait(self) -> None:
        """Nobody touches anything for as long as it takes."""
        self.now += 3600.0
        self.visit.tick()

    def advance_to(self, what: str) -> None:
        """On the attract screen, until a `figure` or a `picture` is on, if the content has one."""
        for _ in range(50):
            if getattr(self.attract, what) is not None:
                return
            self.attract.advance()

    def restart(self) -> None:
        """A new visitor comes, to an open hall."""
        self.hall_open = True
        self.wait()
        self.wait()
        self.visit.begin()


Step = Callable[[Walk], None]
Wanted = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, and how a visit at home comes to what it shows.

    `onward`: how one comes to it from the shot before; None where only from home.
    """

    name: str
    steps: tuple[Step, ...] = ()
    onward: tuple[Step, ...] | None = None


def shots(exhibition: Exhibition, comfort: frozenset[Comfort] = frozenset()) -> Iterator[Shot]:
    """Every screen, in the order of a visit; in large text, every part of it."""
    plan = plan_of(exhibition, comfort, len(components_in(assets_folder() / "licences")))
    away = (Walk.wait, Walk.wait)
    yield Shot("attract", away)
    for what in ("figure", "picture"):
        yield Shot(f"attract-{what}", (*away, partial(Walk.advance_to, what=what)))
    if exhibition.hours:
        yield Shot("closed", (Walk.shut, *away))
    yield Shot("home")
    yield from _parts("prologue", lambda walk: walk.visit.openPrologue(), plan, plan.prologue)
    yield from _parts("numbers", lambda walk: walk.visit.openNumbers(), plan, plan.numbers)
    yield from _parts("credits", lambda walk: walk.visit.openCredits(), plan, plan.credits)
    if plan.licences:
        yield from _parts(LICENCES, lambda walk: walk.visit.openLicences(), plan, plan.licences)
    yield Shot("comfort", (lambda walk: walk.visit.openComfort(),))
    yield Shot("still-there", (Walk.wait,))
    zoomed = explained = False
    for theme_index, theme in enumerate(exhibition.themes):
        follows = False
        for slide_index, slide in enumerate(theme.slides):
            name = f"{theme_index + 1}-{theme.id}-{slide_index + 1:02}-{slide.id}"
            there = _to_slide(theme_index, slide_index)
            yield from _parts(name, there, plan, plan.themes[theme_index][slide_index], follows)
            follows = True
            if slide.kind == "photo" and not zoomed:
                zoomed, follows = True, False
                yield Shot(f"{name}-enlarged", (there, lambda walk: walk.visit.zoom()))
            if exhibition.glossary and slide.kind == "measures" and not explained:
                explained, follows = True, False
                yield Shot(f"{name}-term", (there, lambda walk: walk.visit.showTerm(0)))


def _parts(name: str, there: Step, plan: Plan, stop: Stop, follows: bool = False) -> Iterator[Shot]:
    onward = (_turn_on,)
    yield Shot(name, (there,), onward if follows else None)
    for part in range(1, stop.parts if Comfort.LARGE_TEXT in plan.comfort else stop.pages):
        yield Shot(f"{name}-part-{part + 1}", (there, *onward * part), onward)


def _turn_on(walk: Walk) -> None:
    walk.visit.next()


def _to_slide(theme: int, slide: int) -> Step:
    return lambda walk: walk.visit.openFigure(theme, slide)


def application() -> QCoreApplication:
    """The one there is, or a new one that needs no screen and draws by itself."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ["QT_SCALE_FACTOR"] = "1"

    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication([NAME])


def holding(text: str) -> Wanted:
    """The screens whose name holds `text`."""
    return lambda name: text in name


def take(
    exhibition: Exhibition,
    size: tuple[int, int],
    language: Language,
    wanted: Wanted = bool,
    comfort: frozenset[Comfort] = frozenset(),
) -> Iterator[tuple[str, QImage]]:
    """Name and picture, of `size` px, of the screens that are wanted (all), under the given reading settings.

    Raises StageError, FontError.
    """
    app = application()
    from PySide6.QtCore import QSize

    from kiosk.presentation.stage import Stage

    walk = Walk(exhibition.hours)
    stage = Stage(
        replace(exhibition, language=language),
        QSize(*size),
        clock=walk,
        wall=walk.wall,
        still=True,
        comfort=comfort,
    )
    walk.visit, walk.attract = stage.visit, stage.attract
    stage.window.show()
    try:
        for shot in shots(exhibition, comfort):
            if not wanted(shot.name):
                continue
            walk.restart()
            for step in shot.steps:
                step(walk)
            app.processEvents()
            yield shot.name, stage.window.grabWindow()
    finally:
        stage.close()
        app.processEvents()


def snapshot(
    exhibition: Exhibition,
    folder: Path,
    size: tuple[int, int],
    language: Language,
    only: str = "",
    comfort: frozenset[Comfort] = frozenset(),
) -> list[Path]:
    """Write `NN-name.png` for every screen whose name holds `only`, and a contact sheet of them.

    Returns the paths of the pictures, in the order of a visit. Raises SnapshotError, StageError,
    FontError, OSError.
    """
    from PySide6.QtCore import Qt

    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    small: list[QImage] = []
    digits = max(2, len(str(sum(only in shot.name for shot in shots(exhibition, comfort)) - 1)))
    for number, (name, picture) in enumerate(take(exhibition, size, language, holding(only), comfort)):
        path = folder / f"{number:0{digits}}-{name}.png"
        _write(picture, path)
        written.append(path)
        small.append(picture.scaledToWidth(SHEET_WIDTH, Qt.TransformationMode.SmoothTransformation))
    if small:
        _write(_sheet(small), folder / SHEET_NAME)
    return written


def tour(exhibition: Exhibition, folder: Path) -> None:
    """Every screen in both shapes and languages, a folder each, and one contact sheet of them all.

    It is half the size of those in the folders: many a viewer opens no more than 90 megapixels.

    Raises SnapshotError, StageError, FontError, OSError.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    sheets: list[QImage] = []
    for shape, size in SHAPES.items():
        for language in Language:
            part = folder / f"{shape}-{language}"
            snapshot(exhibition, part, size, language)
            sheet = QImage(str(part / SHEET_NAME))
            sheets.append(sheet.scaledToWidth(sheet.width() // 2, Qt.TransformationMode.SmoothTransformation))
    _write(_stacked(sheets), folder / SHEET_NAME)


def _stacked(sheets: list[QImage]) -> QImage:
    from PySide6.QtGui import QImage, QPainter

    whole = QImage(sheets[0].width(), sum(sheet.height() for sheet in sheets), QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    top = 0
    for sheet in sheets:
        painter.drawImage(0, top, sheet)
        top += sheet.height()
    painter.end()
    return whole


def _sheet(pictures: list[QImage]) -> QImage:
    from PySide6.QtGui import QColor, QImage, QPainter

    width, height = pictures[0].width() + SHEET_GAP, pictures[0].height() + SHEET_GAP
    rows = ceil(len(pictures) / SHEET_COLUMNS)
    sheet = QImage(SHEET_COLUMNS * width + SHEET_GAP, rows * height + SHEET_GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, SHEET_COLUMNS)
        painter.drawImage(SHEET_GAP + column * width, SHEET_GAP + row * height, picture)
    painter.end()
    return sheet


def _write(picture: QImage, path: Path) -> None:
    if picture.isNull() or not picture.save(str(path)):
        reason = "写不进去，请检查磁盘空间和权限 / cannot be written: check disk space and permissions"
        raise SnapshotError(f"{path}: {reason}")
