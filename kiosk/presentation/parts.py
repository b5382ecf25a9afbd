"""What one screen of large text shows of a slide, of the prologue or of the credits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.presentation.statistics import StatisticViewModel
from kiosk.visit import parts_of

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PartViewModel(QObject):
    """One figure, a few entries, or the body that is said about them all; the others are empty."""

    def __init__(
        self,
        parent: QObject,
        *,
        body: str = "",
        figures: Sequence[StatisticViewModel] = (),
        entries: Sequence[QObject] = (),
    ) -> None:
        super().__init__(parent)
        self._body = body
        self._figures = list(figures)
        self._entries = list(entries)

    @Property(str, constant=True, final=True)
    def body(self) -> str:
        return self._body

    @Property(list, constant=True, final=True)
    def figures(self) -> list[StatisticViewModel]:
        return self._figures

    @Property(list, constant=True, final=True)
    def entries(self) -> list[QObject]:
        return self._entries


def parts_in(
    content: object,
    parent: QObject,
    *,
    body: str,
    figures: Sequence[StatisticViewModel] = (),
    entries: Sequence[QObject] = (),
) -> list[PartViewModel]:
    """The parts of `content`, filled with what its view model shows."""
    return [
        PartViewModel(
            parent,
            body=body if part.body else "",
            figures=figures[part.first : part.first + part.count],
            entries=entries[part.first : part.first + part.count],
        )
        for part in parts_of(content)
    ]
