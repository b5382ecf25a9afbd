"""The slides as QML sees them: one view model per kind of slide, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, assert_never

from PySide6.QtCore import Property, QObject, QUrl, Slot
from PySide6.QtQml import QmlElement

from kiosk.content.exhibition import (
    HOLDS,
    Arrangement,
    CoverSlide,
    Display,
    EntriesSlide,
    Entry,
    GoalsSlide,
    Language,
    MeasuresSlide,
    MilestonesSlide,
    PhotoSlide,
    Slide,
    Statistic,
    StatisticsSlide,
    Status,
    Term,
    Text,
)
from kiosk.content.figures import marks, spell
from kiosk.presentation.parts import PartViewModel, parts_in
from kiosk.presentation.speech import entries_said, speech, together
from kiosk.presentation.statistics import UPRIGHT, StatisticViewModel, legend_of
from kiosk.presentation.typesetting import mark_all, typeset, typeset_heading

QML_IMPORT_NAME = "Exhibition.Models"
QML_IMPORT_MAJOR_VERSION = 1

CAPTION_LINE: Final = 7
"""The longest Chinese caption that stays on one line, in characters."""

_PREPOSITION = re.compile("[在把被向为对与和]")
_INSIDE = re.compile(r"[A-Za-z0-9][A-Za-z0-9号.%]|.[，。、；：）》”·—…]|[（《“].")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a slide stands, and in which language it is set."""

    language: Language
    glossary: tuple[Term, ...]
    theme_title: Text
    theme: int
    index: int
    count: int
    illustrations: Text | None = None


def caption_lines(caption: str, language: Language) -> tuple[str, ...]:
    """A long Chinese caption in two lines: at the space staff left in it, else before a preposition near the
    middle, else in the middle.
    """
    if language is Language.EN:
        return (typeset_heading(caption, language),)
    if len(caption) <= CAPTION_LINE:
        return (caption,)
    if " " in caption:
        return tuple(caption.split())
    middle = (len(caption) + 1) // 2
    reach = max(2, len(caption) // 5)
    near = sorted(range(1, len(caption)), key=lambda at: (abs(at - middle), -at))
    whole = [at for at in near if not _INSIDE.fullmatch(caption[at - 1 : at + 1])]
    before = [at for at in whole if abs(at - middle) <= reach and _PREPOSITION.match(caption[at])]
    at = next(iter(before + whole), len(caption))
    return tuple(filter(None, (caption[:at], caption[at:])))


@QmlElement
class TermViewModel(QObject):
    def __init__(self, term: Term, index: int, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._term = term
        self._index = index
        self._language = language

    @Property(int, constant=True, final=True)
    def index(self) -> int:
        return self._index

    @Property(str, constant=True, final=True)
    def term(self) -> str:
        return self._term.term.of(self._language)

    @Property(str, constant=True, final=True)
    def meaning(self) -> str:
        return typeset(self._term.meaning.of(self._language), self._language, spaced=True)

    @Property(str, constant=True, final=True)
    def spoken(self) -> str:
        term, meaning = self._term.term.of(self._language), self._term.meaning.of(self._language)
        return speech([together(term, meaning, self._language)], self._language)


@QmlElement
class EntryViewModel(QObject):
    def __init__(
        self, entry: Entry, index: int, language: Language, parent: QObject, *, title: str, text: str
    ) -> None:
        super().__init__(parent)
        self._plain = entry.title.of(language)
        self._plain_text = _of(entry.text, language)
        self._number = str(index + 1)
        self._pictogram = entry.pictogram or ""
        self._title = title
        self._text = text

    @Property(str, constant=True, final=True)
    def number(self) -> str:
        return self._number

    @Property(str, constant=True, final=True)
    def title(self) -> str:
        return self._title

    @Property(str, constant=True, final=True)
    def text(self) -> str:
        return self._text

    @Property(str, constant=True, final=True)
    def pictogram(self) -> str:
        """Empty if the entry has none."""
        return self._pictogram

    @Property(str, constant=True, final=True)
    def plainTitle(self) -> str:
        return self._plain

    @Slot(float, float, float, float, float, result=int)
    def fit(self, width: float, height: float, most: float, share: float, floor: float) -> int:
        from kiosk.presentation.fitting import fit  # its patterns take 5 ms to compile: not at the start

        return fit(
            self._plain, self._plain_text, width=width, height=height, most=most, share=share, floor=floor
        )


def entries_of(
    entries: Sequence[Entry], marked: Iterator[str], language: Language, parent: QObject
) -> list[EntryViewModel]:
    """`marked` gives title, text, title, text, …, as `texts_of` asked for them."""
    return [
        EntryViewModel(entry, index, language, parent, title=next(marked), text=next(marked))
        for index, entry in enumerate(entries)
    ]


def texts_of(entries: Sequence[Entry], language: Language) -> list[tuple[str, bool]]:
    """What is to be marked in a list, in reading order, and whether it is running text."""
    return [
        text
        for entry in entries
        for text in ((entry.title.of(language), False), (_of(entry.text, language), True))
    ]


@QmlElement
class SlideViewModel(QObject):
    """What every kind has. `texts` are those of its own that are marked, in reading order: each comes back
    from `self._marked` in turn. `said` is what is read aloud between title and body, where it is not just the
    `texts`. `told` are its figures, `listed` its entries.
    """

    told: Sequence[StatisticViewModel] = ()
    listed: Sequence[EntryViewModel] = ()

    def __init__(
        self,
        slide: Slide,
        setting: Setting,
        parent: QObject,
        *,
        title: Text,
        texts: Sequence[tuple[str, bool]] = (),
        said: Sequence[str] | None = None,
        body: Text | None = None,
        section: Text | None = None,
        glazed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._content = slide
        self._parts: list[PartViewModel] | None = None
        self._slide_id = slide.id
        self._kind = slide.kind
        self._setting = setting
        self._plain_title = title.of(setting.language)
        self._section = _of(section, setting.language)
        self._ground = "glaze" if glazed else "paper"
        between = [text for text, _ in texts] if said is None else said
        self._said = (self._plain_title, *between, _of(body, setting.language))
        self._audio = slide.audio.of(setting.language) if slide.audio else None
        marked = mark_all(
            (*texts, (_of(body, setting.language), True)),
            [term.term.of(setting.language) for term in setting.glossary],
            setting.language,
            unmarked=(self._plain_title, self._section),
        )
        *rest, self._body = marked.texts
        self._marked = iter(rest)
        self._terms = [
            TermViewModel(setting.glossary[index], index, setting.language, self) for index in marked.terms
        ]

    @Property(str, constant=True, final=True)
    def slideId(self) -> str:
        return self._slide_id

    @Property(str, constant=True, final=True)
    def kind(self) -> str:
        return self._kind

    @Property(str, constant=True, final=True)
    def title(self) -> str:
        return typeset_heading(self._plain_title, self._setting.language)

    @Property(str, constant=True, final=True)
    def section(self) -> str:
        return self._section

    @Property(int, constant=True, final=True)
    def index(self) -> int:
        return self._setting.index

    @Property(int, constant=True, final=True)
    def count(self) -> int:
        return self._setting.count

    @Property(int, constant=True, final=True)
    def themeIndex(self) -> int:
        return self._setting.theme

    @Property(str, constant=True, final=True)
    def ground(self) -> str:
        return self._ground

    @Property(list, constant=True, final=True)
    def terms(self) -> list[TermViewModel]:
        return self._terms

    @Property(str, constant=True, final=True)
    def body(self) -> str:
        return self._body

    @Property(str, constant=True, final=True)
    def spoken(self) -> str:
        """What a voice reads out: sentences, without markup."""
        return speech(self._said, self._setting.language)

    @Property(str, constant=True, final=True)
    def audio(self) -> str:
        """The URL of the recording to play instead; empty where there is none."""
        return _url_of(self._audio) if self._audio else ""

    @Property(list, constant=True, final=True)
    def parts(self) -> list[PartViewModel]:
        """What it falls into in large text. Made when first asked for."""
        if self._parts is None:
            self._parts = parts_in(
                self._content, self, body=self._body, figures=self.told, entries=self.listed
            )
        return self._parts


@QmlElement
class CoverSlideViewModel(SlideViewModel):
    def __init__(self, slide: CoverSlide, setting: Setting, parent: QObject) -> None:
        super().__init__(slide, setting, parent, title=setting.theme_title, body=slide.lead, glazed=True)


@QmlElement
class StatisticsSlideViewModel(SlideViewModel):
    def __init__(self, slide: StatisticsSlide, setting: Setting, parent: QObject) -> None:
        self._layout = layout_of(slide)
        self._source = sources_of(slide, setting.language)
        super().__init__(
            slide,
            setting,
            parent,
            title=slide.title,
            texts=[(statistic.label.of(setting.language), False) for statistic in slide.statistics],
            said=[*(figure_said(one, setting.language) for one in slide.statistics), self._source],
            body=slide.body,
            section=slide.section,
            glazed=self._layout == "hero",
        )
        self.told = [
            StatisticViewModel(
                statistic,
                setting.language,
                self,
                marked=next(self._marked),
                place=(setting.theme, setting.index),
                kin=slide.statistics,
            )
            for statistic in slide.statistics
        ]
        legends = {legend_of(statistic, setting.language) for statistic in slide.statistics}
        self._legend = legends.pop() if len(legends) == 1 else ""

    @Property(list, constant=True, final=True)
    def statistics(self) -> list[StatisticViewModel]:
        return list(self.told)

    @Property(str, constant=True, final=True)
    def layout(self) -> str:
        return self._layout

    @Property(str, constant=True, final=True)
    def legend(self) -> str:
        return self._legend

    @Property(str, constant=True, final=True)
    def source(self) -> str:
        """Where its figures are from; empty where they all have the exhibition's source."""
        return self._source


HEROES: Final = frozenset({Display.FIELD, Display.PATH, Display.NUMBER})
"""Alone on a slide, these fill the theme's glaze."""
EITHER: Final = UPRIGHT | {Display.FIELD, Display.TALLY, Display.COINS}
"""What can be drawn as high as it is wide."""

CROWD: Final = 60
"""From so many marks on a field is best drawn as high as it is wide."""


def layout_of(slide: StatisticsSlide) -> str:
    """One figure has the screen to itself; upright drawings stand side by side, with what can join them;
    anything else is in rows.
    """
    match slide.statistics:
        case (only,):
            return "hero" if only.display in HEROES else "single"
        case several if EITHER.issuperset(one.display for one in several):
            upright = sum(one.display in UPRIGHT or _is_crowd(one) for one in several)
            return "columns" if 2 * upright >= len(several) else "rows"
        case _:
            return "rows"


def _is_crowd(statistic: Statistic) -> bool:
    return statistic.display is Display.FIELD and marks(statistic) >= CROWD


@QmlElement
class EntriesSlideViewModel(SlideViewModel):
    """What milestones, measures and goals share: entries, and how they are arranged. `opening` is read aloud
    before them.
    """

    def __init__(
        self,
        slide: EntriesSlide,
        setting: Setting,
        parent: QObject,
        *,
        entries: Sequence[Entry],
        opening: str = "",
    ) -> None:
        super().__init__(
            slide,
            setting,
            parent,
            title=slide.title,
            texts=texts_of(entries, setting.language),
            said=[opening, *entries_said(entries, setting.language)],
            body=slide.body,
            section=slide.section,
        )
        self.listed = entries_of(entries, self._marked, setting.language, self)
        self._display = arrangement_of(slide)

    @Property(list, constant=True, final=True)
    def entries(self) -> list[EntryViewModel]:
        return list(self.listed)

    @Property(str, constant=True, final=True)
    def display(self) -> str:
        return self._display


def arrangement_of(slide: EntriesSlide) -> Arrangement:
    """What staff chose; measures without a choice are niches, or a list where niches do not hold them."""
    if slide.display:
        return slide.display
    room = HOLDS[Arrangement.NICHES]
    few = isinstance(slide, MeasuresSlide) and room.least <= len(slide.measures) <= room.most
    return Arrangement.NICHES if few else Arrangement.LIST


@QmlElement
class MilestonesSlideViewModel(EntriesSlideViewModel):
    def __init__(self, slide: MilestonesSlide, setting: Setting, parent: QObject) -> None:
        super().__init__(slide, setting, parent, entries=slide.milestones)


@QmlElement
class MeasuresSlideViewModel(EntriesSlideViewModel):
    def __init__(self, slide: MeasuresSlide, setting: Setting, parent: QObject) -> None:
        super().__init__(slide, setting, parent, entries=slide.measures)


@QmlElement
class GoalsSlideViewModel(EntriesSlideViewModel):
    def __init__(self, slide: GoalsSlide, setting: Setting, parent: QObject) -> None:
        year = _year_said(slide, setting.language)
        super().__init__(slide, setting, parent, entries=slide.goals, opening=year)
        self._year = "" if slide.year is None else str(slide.year)

    @Property(str, constant=True, final=True)
    def year(self) -> str:
        return self._year


@QmlElement
class PhotoSlideViewModel(SlideViewModel):
    def __init__(self, slide: PhotoSlide, setting: Setting, parent: QObject) -> None:
        super().__init__(
            slide,
            setting,
            parent,
            title=slide.caption,
            said=[slide.alt.of(setting.language)],
            body=slide.body,
            section=slide.section,
        )
        self._slide = slide
        self._language = setting.language
        self._note = (
            _of(setting.illustrations, setting.language) if slide.status is Status.ILLUSTRATION else ""
        )

    @Property(str, constant=True, final=True)
    def image(self) -> str:
        return _url_of(self._slide.image)

    @Property(str, constant=True, final=True)
    def caption(self) -> str:
        return self._slide.caption.of(self._language)

    @Property(list, constant=True, final=True)
    def captionLines(self) -> list[str]:
        return list(caption_lines(self._slide.caption.of(self._language), self._language))

    @Property(str, constant=True, final=True)
    def source(self) -> str:
        """Where the picture comes from, after what the exhibition says of its illustrations."""
        return "\n".join(filter(None, (self._note, self._slide.credit.of(self._language))))

    @Property(bool, constant=True, final=True)
    def illustration(self) -> bool:
        return self._slide.status is Status.ILLUSTRATION

    @Property(str, constant=True, final=True)
    def alt(self) -> str:
        return self._slide.alt.of(self._language)


def slide_view_model(slide: Slide, setting: Setting, parent: QObject) -> SlideViewModel:
    match slide:
        case CoverSlide():
            return CoverSlideViewModel(slide, setting, parent)
        case StatisticsSlide():
            return StatisticsSlideViewModel(slide, setting, parent)
        case MilestonesSlide():
            return MilestonesSlideViewModel(slide, setting, parent)
        case MeasuresSlide():
            return MeasuresSlideViewModel(slide, setting, parent)
        case PhotoSlide():
            return PhotoSlideViewModel(slide, setting, parent)
        case GoalsSlide():
            return GoalsSlideViewModel(slide, setting, parent)
        case _:
            assert_never(slide)


def figure_said(statistic: Statistic, language: Language) -> str:
    """With its label, and every word that belongs to it."""
    return together(statistic.label.of(language), spell(statistic, language).spoken, language)


def sources_of(slide: StatisticsSlide, language: Language) -> str:
    """The sources of a slide's figures, each with what it is the source of unless it is that of all."""
    figures = slide.statistics
    if len({one.source for one in figures}) == 1:
        return _of(figures[0].source, language)
    own = [(one.label.of(language), one.source.of(language)) for one in figures if one.source]
    if language is Language.ZH:
        return "；".join(f"{label}（{source}）" for label, source in own)
    return "; ".join(f"{label} ({source})" for label, source in own)


def _year_said(slide: GoalsSlide, language: Language) -> str:
    """The year that stands beside the goals, unless the title says it."""
    if slide.year is None or str(slide.year) in slide.title.of(language):
        return ""
    return f"{slide.year}年" if language is Language.ZH else str(slide.year)


def _url_of(file: Path) -> str:
    return QUrl.fromLocalFile(str(file)).toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _of(text: Text | None, language: Language) -> str:
    return text.of(language) if text else ""
