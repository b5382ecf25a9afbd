"""What whoever switched the machine on is told over the first screen. Imported only where there is any."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.content.exhibition import Language, Text
from kiosk.presentation.typesetting import typeset

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST: Final = 3
"""Notices on the screen at once; of the others it says how many there are."""


@QmlElement
class NoticeViewModel(QObject):
    """What is not as it was set, and what to do, in both languages."""

    def __init__(self, said: Text, remedy: Text, parent: QObject) -> None:
        super().__init__(parent)
        self._said = said
        self._remedy = remedy

    @Slot(bool, result=str)
    def said(self, latin: bool) -> str:
        return _set(self._said, latin=latin)

    @Slot(bool, result=str)
    def remedy(self, latin: bool) -> str:
        return _set(self._remedy, latin=latin)


@QmlElement
class NoticesViewModel(QObject):
    """`left`: somebody touched the screen, or they have stood long enough."""

    left = Signal()

    def __init__(self, notices: Sequence[tuple[Text, Text]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = [NoticeViewModel(said, remedy, self) for said, remedy in notices[:MOST]]
        self._more = max(0, len(notices) - MOST)

    @Property(list, constant=True, final=True)
    def notices(self) -> list[NoticeViewModel]:
        return self._notices

    @Property(str, constant=True, final=True)
    def footnote(self) -> str:
        """In both languages: whom this is for, and where to read on."""
        more = f"另有 {self._more} 条 / and {self._more} more: kiosk doctor"
        return more if self._more else "给工作人员看，一碰就消失 / for staff, gone with a touch: kiosk doctor"

    @Slot()
    def leave(self) -> None:
        self.left.emit()


def _set(text: Text, *, latin: bool) -> str:
    language = Language.EN if latin else Language.ZH
    return typeset(text.of(language), language)
