"""A theme as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.content.contrast import bed
from kiosk.content.exhibition import Language, Term, Text, Theme
from kiosk.presentation.slides import Setting, SlideViewModel, slide_view_model
from kiosk.presentation.statistics import StatisticViewModel
from kiosk.presentation.typesetting import typeset_heading

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1


def title_lines(title: str, language: Language) -> tuple[str, ...]:
    """A Chinese title of more than three characters in two lines, the longer one first: 4 + 3."""
    half = (len(title) + 1) // 2
    return (title[:half], title[half:]) if language is Language.ZH and len(title) > 3 else (title,)


@QmlElement
class ThemeViewModel(QObject):
    def __init__(
        self,
        theme: Theme,
        index: int,
        glossary: tuple[Term, ...],
        language: Language,
        parent: QObject,
        *,
        illustrations: Text | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._index = index
        self._language = language
        self._slides: list[SlideViewModel] = [
            slide_view_model(
                slide,
                Setting(language, glossary, theme.title, index, at, len(theme.slides), illustrations),
                self,
            )
            for at, slide in enumerate(theme.slides)
        ]
        self.told = [statistic for slide in self._slides for statistic in slide.told]

    def slide_at(self, index: int) -> SlideViewModel:
        return self._slides[index]

    @Property(str, constant=True, final=True)
    def themeId(self) -> str:
        return self._theme.id

    @Property(int, constant=True, final=True)
    def index(self) -> int:
        return self._index

    @Property(str, constant=True, final=True)
    def number(self) -> str:
        return str(self._index + 1)

    @Property(str, constant=True, final=True)
    def title(self) -> str:
        return self._theme.title.of(self._language)

    @Property(str, constant=True, final=True)
    def otherTitle(self) -> str:
        return self._theme.title.of(Language.EN if self._language is Language.ZH else Language.ZH)

    @Property(list, constant=True, final=True)
    def titleLines(self) -> list[str]:
        return list(title_lines(self._theme.title.of(self._language), self._language))

    @Property(list, constant=True, final=True)
    def headingLines(self) -> list[str]:
        """The title where it is large: in English no word of it stands alone on a last line."""
        title = self._theme.title.of(self._language)
        english = self._language is Language.EN
        return [typeset_heading(title, Language.EN)] if english else list(title_lines(title, self._language))

    @Property(QColor, constant=True, final=True)
    def base(self) -> QColor:
        return QColor(self._theme.glaze.base)

    @Property(QColor, constant=True, final=True)
    def deep(self) -> QColor:
        return QColor(self._theme.glaze.deep)

    @Property(QColor, constant=True, final=True)
    def glow(self) -> QColor:
        return QColor(self._theme.glaze.glow)

    @Property(QColor, constant=True, final=True)
    def tint(self) -> QColor:
        return QColor(self._theme.glaze.tint)

    @Property(QColor, constant=True, final=True)
    def bed(self) -> QColor:
        """The glaze where body text stands on it."""
        return QColor(bed(self._theme.glaze.base, self._theme.glaze.deep))

    @Property(str, constant=True, final=True)
    def emblem(self) -> str:
        return self._theme.emblem

    @Property(list, constant=True, final=True)
    def keywords(self) -> list[str]:
        return [typeset_heading(word.of(self._language), self._language) for word in self._theme.keywords]

    @Property(list, constant=True, final=True)
    def slides(self) -> list[SlideViewModel]:
        return self._slides

    @Property(list, constant=True, final=True)
    def figures(self) -> list[StatisticViewModel]:
        return self.told
