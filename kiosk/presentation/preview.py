"""The preview on a desk as QML sees it: the bar around the exhibition, and the exhibition in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from math import inf
from typing import Final

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.content.exhibition import Exhibition, Language
from kiosk.content.problems import Problem
from kiosk.presentation.stage import Exhibit
from kiosk.visit import Closed, Comfort, Home, Place, Slide

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

WIDEST: Final = 60
"""Characters of a source line that are shown."""


class Frame(StrEnum):
    """A screen the exhibition can stand on."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    UHD = "4k"

    @property
    def size(self) -> QSize:
        return _SIZES[self]


_SIZES: Final = {
    Frame.LANDSCAPE: QSize(1920, 1080),
    Frame.PORTRAIT: QSize(1080, 1920),
    Frame.UHD: QSize(3840, 2160),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the list: a heading, or a screen that can be gone to. `notes` are the warnings on it.

    A heading with a `glaze` is that of a theme.
    """

    title: str
    place: Place | None = None
    heading: bool = False
    number: str = ""
    glaze: str = ""
    where: str = ""
    notes: tuple[str, ...] = ()


@QmlElement
class RowsViewModel(QAbstractListModel):
    """The list. What has not changed is left alone, so that it stays where it was scrolled to."""

    ROLES: Final = ("title", "heading", "number", "glaze", "count", "notes", "leads")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {
            Qt.ItemDataRole.UserRole + at: QByteArray(name.encode()) for at, name in enumerate(self.ROLES)
        }

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        row = self.rows[index.row()]
        match self.ROLES[role - Qt.ItemDataRole.UserRole]:
            case "title":
                return row.title
            case "heading":
                return row.heading
            case "number":
                return row.number
            case "glaze":
                return QColor(row.glaze or "transparent")
            case "count":
                return len(row.notes)
            case "notes":
                return "\n\n".join(row.notes)
            case _:
                return row.place is not None

    def show(self, rows: tuple[Row, ...]) -> None:
        """Only what differs is made anew."""
        before = self.rows
        most = min(len(before), len(rows))
        head = next((at for at in range(most) if before[at] != rows[at]), most)
        tail = next((at for at in range(most - head) if before[-1 - at] != rows[-1 - at]), most - head)
        end = max(len(before), len(rows)) - tail - 1
        if len(before) == len(rows):
            self.rows = rows
            if head <= end:
                self.dataChanged.emit(self.index(head), self.index(end))
            return
        if len(before) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(before) - tail - 1)
            self.rows = before[:head] + before[len(before) - tail :]
            self.endRemoveRows()
        if len(rows) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(rows) - tail - 1)
            self.rows = rows
            self.endInsertRows()


@QmlElement
class ProblemViewModel(QObject):
    """One thing that is wrong. The source line is in three parts, the second of which is meant."""

    def __init__(self, problem: Problem, where: str, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._problem = problem
        self._where = where
        self._language = language
        start = problem.column - 1
        first = max(0, start - WIDEST // 2)
        source = problem.source[: first + WIDEST]
        self._before = source[first:start].lstrip()
        self._meant = source[start : start + problem.span]
        self._after = source[start + problem.span :]

    @Property(str, constant=True, final=True)
    def where(self) -> str:
        return self._where

    @Property(str, constant=True, final=True)
    def message(self) -> str:
        return self._problem.message.of(self._language)

    @Property(str, constant=True, final=True)
    def remedy(self) -> str:
        return self._problem.remedy.of(self._language)

    @Property(str, constant=True, final=True)
    def before(self) -> str:
        return self._before

    @Property(str, constant=True, final=True)
    def meant(self) -> str:
        return self._meant

    @Property(str, constant=True, final=True)
    def after(self) -> str:
        return self._after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """Every property of the bar that changes, each named as QML knows it."""

    frame: str = Frame.LANDSCAPE
    hallWidth: int = 0
    hallHeight: int = 0
    language: str = ""
    comfort: tuple[str, ...] = ()
    current: int = -1
    where: str = ""
    news: str = ""
    empty: bool = True
    gone: bool = False
    problems: tuple[ProblemViewModel, ...] = ()
    aside: bool = False


@QmlElement
class PreviewViewModel(QObject):
    """Holds the exhibit in the item `stage` of a window, and what the bar around it says and does."""

    frameChanged = Signal()
    hallWidthChanged = Signal()
    hallHeightChanged = Signal()
    languageChanged = Signal()
    comfortChanged = Signal()
    currentChanged = Signal()
    whereChanged = Signal()
    newsChanged = Signal()
    emptyChanged = Signal()
    goneChanged = Signal()
    problemsChanged = Signal()
    asideChanged = Signal()

    def __init__(self, words: Language, frame: Frame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.exhibit: Exhibit | None = None
        self._words = words
        self._rows = RowsViewModel(self)
        self._stage: QQuickItem | None = None
        self._exhibition: Exhibition | None = None
        self._shut = False
        size = frame.size
        self._shown = _Shown(frame=frame, hallWidth=size.width(), hallHeight=size.height())

    # For Python

    def stand_in(self, stage: QQuickItem) -> None:
        """Where the exhibit will be."""
        self._stage = stage

    @property
    def place(self) -> Place:
        """What the exhibit shows, or would."""
        return self.exhibit.visit.state.place if self.exhibit else Home()

    def show(
        self, exhibition: Exhibition, place: Place, rows: tuple[Row, ...], news: str, *, redrawn: bool
    ) -> None:
        """Sound content, at a place of it. `redrawn`: there are other pictures under the same names."""
        # Nobody is asked at a desk whether they are still there.
        exhibition = replace(exhibition, idle=replace(exhibition.idle, ask_after=inf, ask_at_most=inf))
        moved = self._exhibition is None or self._exhibition.folder != exhibition.folder
        self._exhibition = exhibition
        self._rows.show(rows)
        if self.exhibit and not moved:
            self.exhibit.stage(exhibition, place, redrawn=redrawn)
        else:
            self._build(exhibition, place)
        self._tell((), gone=False)
        self._become(replace(self._shown, empty=False, news=news))
        self._refresh()

    def refuse(self, problems: Sequence[tuple[Problem, str]], *, gone: bool) -> None:
        """Content that cannot be shown: each problem and where it is. What was shown last stays."""
        told = tuple(ProblemViewModel(problem, where, self._words, self) for problem, where in problems)
        self._tell(told, gone=gone)

    def _tell(self, problems: tuple[ProblemViewModel, ...], *, gone: bool) -> None:
        before = self._shown.problems
        self._become(replace(self._shown, problems=problems, gone=gone, aside=False))
        for problem in before:
            problem.deleteLater()

    def close(self) -> None:
        if self.exhibit:
            self.exhibit.close()
            self.exhibit.deleteLater()
            self.exhibit = None

    # For QML

    @Property(RowsViewModel, constant=True, final=True)
    def rows(self) -> RowsViewModel:
        return self._rows

    @Property(bool, constant=True, final=True)
    def latin(self) -> bool:
        """Whether the bar speaks English."""
        return self._words is Language.EN

    @Property(str, notify=frameChanged, final=True)
    def frame(self) -> str:
        """`landscape`, `portrait` or `4k`."""
        return self._shown.frame

    @Property(int, notify=hallWidthChanged, final=True)
    def hallWidth(self) -> int:
        """px of the screen that the exhibit is laid out for."""
        return self._shown.hallWidth

    @Property(int, notify=hallHeightChanged, final=True)
    def hallHeight(self) -> int:
        return self._shown.hallHeight

    @Property(str, notify=languageChanged, final=True)
    def language(self) -> str:
        """Of the exhibit."""
        return self._shown.language

    @Property(list, notify=comfortChanged, final=True)
    def comfort(self) -> list[str]:
        """The reading settings that are on."""
        return list(self._shown.comfort)

    @Property(int, notify=currentChanged, final=True)
    def current(self) -> int:
        """The row of what is on; -1: none."""
        return self._shown.current

    @Property(str, notify=whereChanged, final=True)
    def where(self) -> str:
        """Where what is on was written."""
        return self._shown.where

    @Property(str, notify=newsChanged, final=True)
    def news(self) -> str:
        """What was followed last."""
        return self._shown.news

    @Property(bool, notify=emptyChanged, final=True)
    def empty(self) -> bool:
        """Whether nothing sound was found yet."""
        return self._shown.empty

    @Property(bool, notify=goneChanged, final=True)
    def gone(self) -> bool:
        """Whether the folder cannot be reached."""
        return self._shown.gone

    @Property(list, notify=problemsChanged, final=True)
    def problems(self) -> list[ProblemViewModel]:
        return list(self._shown.problems)

    @Property(bool, notify=asideChanged, final=True)
    def aside(self) -> bool:
        """Whether the problems were laid aside, to see what is below them."""
        return self._shown.aside

    @Slot(int)
    def choose(self, row: int) -> None:
        place = self._rows.rows[row].place
        if self.exhibit and place is not None:
            self._shut = isinstance(place, Closed)
            self.exhibit.visit.stage(place=place)
            self.focus()

    @Slot(str)
    def setFrame(self, frame: str) -> None:
        size = Frame(frame).size
        if frame == self._shown.frame:
            return
        self._become(
            replace(self._shown, frame=Frame(frame), hallWidth=size.width(), hallHeight=size.height())
        )
        if self.exhibit:
            self.exhibit.resize(size)

    @Slot(str)
    def setLanguage(self, language: str) -> None:
        if self.exhibit:
            self.exhibit.visit.stage(language=Language(language))

    @Slot()
    def changeLanguage(self) -> None:
        """To the other one."""
        self.setLanguage(Language.EN if self._shown.language == Language.ZH else Language.ZH)

    @Slot(str)
    def switchComfort(self, comfort: str) -> None:
        if self.exhibit:
            visit = self.exhibit.visit
            visit.stage(comfort=visit.state.comfort ^ {Comfort(comfort)})

    @Slot()
    def replay(self) -> None:
        if self.exhibit:
            self.exhibit.replay()
            self.focus()

    @Slot(bool)
    def layAside(self, aside: bool) -> None:
        self._become(replace(self._shown, aside=aside))

    @Slot()
    def focus(self) -> None:
        """Keys go to the exhibit."""
        if self.exhibit:
            self.exhibit.item.forceActiveFocus()

    def _build(self, exhibition: Exhibition, place: Place) -> None:
        comfort = self.exhibit.visit.state.comfort if self.exhibit else frozenset()
        language = self.exhibit.visit.state.language if self.exhibit else exhibition.language
        self.close()
        size = Frame(self._shown.frame).size
        shown = replace(exhibition, language=language)
        self.exhibit = Exhibit(shown, size, place, wall=self._wall, comfort=comfort, parent=self)
        if self._stage:
            self.exhibit.stand_in(self._stage)
        visit = self.exhibit.visit
        for changed in (
            visit.entryChanged,
            visit.languageChanged,
            visit.largeTextChanged,
            visit.highContrastChanged,
            visit.reducedMotionChanged,
            visit.lowReachChanged,
            visit.readAloudChanged,
        ):
            changed.connect(self._refresh)
        self.focus()

    def _wall(self) -> dt.time:
        """The hall is open whatever the time, unless the closed screen was asked for."""
        hours = self._exhibition.hours if self._exhibition else None
        if hours is None:
            return dt.time.min
        return hours.close if self._shut else hours.open

    @Slot()
    def _refresh(self) -> None:
        if not self.exhibit:
            return
        visit = self.exhibit.visit.state
        rows = self._rows.rows
        current = next((at for at, row in enumerate(rows) if _stands_for(row, visit.place)), -1)
        self._become(
            replace(
                self._shown,
                language=visit.language,
                comfort=tuple(sorted(visit.comfort)),
                current=current,
                where=rows[current].where if current >= 0 else "",
            )
        )

    def _become(self, shown: _Shown) -> None:
        before, self._shown = self._shown, shown
        for each in fields(_Shown):
            if getattr(before, each.name) != getattr(shown, each.name):
                getattr(self, f"{each.name}Changed").emit()


def _stands_for(row: Row, place: Place) -> bool:
    if row.heading:
        return False
    if isinstance(row.place, Slide) and isinstance(place, Slide):
        return (row.place.theme, row.place.slide) == (place.theme, place.slide)
    return type(row.place) is type(place)
