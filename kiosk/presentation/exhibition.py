"""The whole exhibition as QML sees it, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.components import Component, thanks
from kiosk.content.exhibition import Credit, Exhibition, Language, Prologue, Term
from kiosk.presentation.components import ComponentsViewModel, pages_of
from kiosk.presentation.parts import PartViewModel, parts_in
from kiosk.presentation.slides import EntryViewModel, TermViewModel, entries_of, texts_of
from kiosk.presentation.speech import entries_said, speech, together
from kiosk.presentation.statistics import StatisticViewModel
from kiosk.presentation.themes import ThemeViewModel
from kiosk.presentation.typesetting import mark_all, typeset
from kiosk.visit import COMPONENTS_A_PAGE, COMPONENTS_A_PART, CREDITS_A_PART, wall_parts

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

_MARK_AND_YEAR: Final = re.compile(r"(?P<mark>.*?)\s*(?P<year>[0-9]{4})")


def credits_said(listed: Iterable[Credit], language: Language) -> str:
    said = (together(credit.label.of(language), credit.text.of(language), language) for credit in listed)
    return speech(said, language)


@QmlElement
class CreditViewModel(QObject):
    def __init__(self, credit: Credit, language: Language, parent: QObject, *, listed: bool = False) -> None:
        super().__init__(parent)
        self._listed = listed
        self._credit = credit
        self._language = language

    @Property(str, constant=True, final=True)
    def label(self) -> str:
        return self._credit.label.of(self._language)

    @Property(str, constant=True, final=True)
    def text(self) -> str:
        return typeset(self._credit.text.of(self._language), self._language, spaced=True)

    @Property(bool, constant=True, final=True)
    def listed(self) -> bool:
        """Whether all of it is listed on a screen of its own."""
        return self._listed

    @Property(str, constant=True, final=True)
    def spoken(self) -> str:
        return credits_said([self._credit], self._language)


@QmlElement
class PrologueViewModel(QObject):
    def __init__(
        self, prologue: Prologue, glossary: tuple[Term, ...], language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._title = typeset(prologue.title.of(language), language)
        self._said = (
            prologue.title.of(language),
            prologue.body.of(language),
            *entries_said(prologue.lines, language),
        )
        self._language = language
        texts = ((prologue.body.of(language), True), *texts_of(prologue.lines, language))
        marked = iter(mark_all(texts, [term.term.of(language) for term in glossary], language).texts)
        self._body = next(marked)
        self._lines = entries_of(prologue.lines, marked, language, self)
        self._parts = parts_in(prologue, self, body=self._body, entries=self._lines)

    @Property(str, constant=True, final=True)
    def title(self) -> str:
        return self._title

    @Property(str, constant=True, final=True)
    def body(self) -> str:
        return self._body

    @Property(list, constant=True, final=True)
    def lines(self) -> list[EntryViewModel]:
        return self._lines

    @Property(list, constant=True, final=True)
    def parts(self) -> list[PartViewModel]:
        return self._parts

    @Property(str, constant=True, final=True)
    def spoken(self) -> str:
        return speech(self._said, self._language)


@QmlElement
class WallViewModel(QObject):
    """Some figures of one theme, on the wall of numbers."""

    def __init__(self, theme: ThemeViewModel, figures: list[StatisticViewModel], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures = figures

    @Property(ThemeViewModel, constant=True, final=True)
    def theme(self) -> ThemeViewModel:
        return self._theme

    @Property(list, constant=True, final=True)
    def figures(self) -> list[StatisticViewModel]:
        return self._figures


@QmlElement
class ExhibitionViewModel(QObject):
    """`components`: what the program stands on; thanks for it end the credits."""

    def __init__(
        self,
        exhibition: Exhibition,
        language: Language,
        parent: QObject | None = None,
        *,
        components: Sequence[Component] = (),
    ) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._language = language
        self._mark = _MARK_AND_YEAR.fullmatch(exhibition.title.of(language).strip())
        self._themes = [
            ThemeViewModel(
                theme, index, exhibition.glossary, language, self, illustrations=exhibition.illustrations
            )
            for index, theme in enumerate(exhibition.themes)
        ]
        self._prologue = PrologueViewModel(exhibition.prologue, exhibition.glossary, language, self)
        self._credits = [CreditViewModel(credit, language, self) for credit in exhibition.credits]
        self._credit_parts = [
            PartViewModel(self, entries=self._credits[at : at + CREDITS_A_PART])
            for at in range(0, len(self._credits), CREDITS_A_PART)
        ] or [PartViewModel(self)]
        self._components = components
        self._thanked = [thanks(components)] if components else []
        thanked = [CreditViewModel(credit, language, self, listed=True) for credit in self._thanked]
        self._credits += thanked
        self._credit_parts += [PartViewModel(self, entries=[credit]) for credit in thanked]
        self._glossary = [
            TermViewModel(term, index, language, self) for index, term in enumerate(exhibition.glossary)
        ]
        self._wall = [WallViewModel(theme, theme.told, self) for theme in self._themes if theme.told]
        self._wall_parts = [
            WallViewModel(
                self._themes[theme], self._themes[theme].told[part.first : part.first + part.count], self
            )
            for theme, part in wall_parts(exhibition)
        ]

    def theme_at(self, index: int) -> ThemeViewModel:
        return self._themes[index]

    def term_at(self, index: int) -> TermViewModel:
        return self._glossary[index]

    @Property(str, constant=True, final=True)
    def language(self) -> str:
        return self._language

    @Property(str, constant=True, final=True)
    def title(self) -> str:
        return self._exhibition.title.of(self._language)

    @Property(str, constant=True, final=True)
    def titleMark(self) -> str:
        """The title without the year it ends with."""
        return self._mark["mark"] if self._mark else self._exhibition.title.of(self._language)

    @Property(str, constant=True, final=True)
    def titleYear(self) -> str:
        """The year that the title ends with; empty if it ends otherwise."""
        return self._mark["year"] if self._mark else ""

    @Property(str, constant=True, final=True)
    def year(self) -> str:
        """The one in the title before that of the exhibition."""
        return self._mark["year"] if self._mark else str(self._exhibition.year)

    @Property(str, constant=True, final=True)
    def subtitle(self) -> str:
        return self._exhibition.subtitle.of(self._language)

    @Property(str, constant=True, final=True)
    def place(self) -> str:
        return self._exhibition.place.of(self._language)

    @Property(str, constant=True, final=True)
    def source(self) -> str:
        """Of all figures that name none of their own; empty where there is none."""
        source = self._exhibition.source
        return source.of(self._language) if source else ""

    @Property(str, constant=True, final=True)
    def opens(self) -> str:
        """When the hall opens, as `09:00`; empty where it has no hours."""
        hours = self._exhibition.hours
        return f"{hours.open:%H:%M}" if hours else ""

    @Property(list, constant=True, final=True)
    def themes(self) -> list[ThemeViewModel]:
        return self._themes

    @Property(PrologueViewModel, constant=True, final=True)
    def prologue(self) -> PrologueViewModel:
        return self._prologue

    @Property(list, constant=True, final=True)
    def credits(self) -> list[CreditViewModel]:
        return self._credits

    @Property(str, constant=True, final=True)
    def creditsSpoken(self) -> str:
        return credits_said([*self._exhibition.credits, *self._thanked], self._language)

    @Property(bool, constant=True, final=True)
    def recorded(self) -> bool:
        """Whether somebody has read a slide of it in this language."""
        recordings = (slide.audio for theme in self._exhibition.themes for slide in theme.slides)
        return any(recording and recording.of(self._language) for recording in recordings)

    @Property(list, constant=True, final=True)
    def creditParts(self) -> list[PartViewModel]:
        """In large text they are shown a few at a time, as entries."""
        return self._credit_parts

    @Property(list, constant=True, final=True)
    def componentPages(self) -> list[ComponentsViewModel]:
        """What the program stands on, as much as a screen holds at a time."""
        return self._component_pages

    @Property(list, constant=True, final=True)
    def componentParts(self) -> list[ComponentsViewModel]:
        """The same in large text."""
        return self._component_parts

    @cached_property
    def _component_pages(self) -> list[ComponentsViewModel]:
        return pages_of(self._components, COMPONENTS_A_PAGE, self._language, self)

    @cached_property
    def _component_parts(self) -> list[ComponentsViewModel]:
        return pages_of(self._components, COMPONENTS_A_PART, self._language, self)

    @Property(list, constant=True, final=True)
    def wall(self) -> list[WallViewModel]:
        """Every figure, grouped by theme; a theme without figures is not on it."""
        return self._wall

    @Property(list, constant=True, final=True)
    def wallParts(self) -> list[WallViewModel]:
        """What the wall shows at a time in large text."""
        return self._wall_parts
