"""From what stands on a screen back to the line it was written on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.content.document import split_lines
from kiosk.content.exhibition import Exhibition, Language, PhotoSlide
from kiosk.content.manuscript import Extent, Manuscript, Passage
from kiosk.presentation.typesetting import plain

COMPOSED: Final = 0.6
"""The part of what is shown that has to come from the content; the rest is ours, as in a legend."""

HEAD: Final = 8
"""Characters of a text by which its line is found, where it goes over several."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something was written: `text` is what, in one language. Lines and columns count from 1."""

    path: Path
    line: int
    column: int
    span: int
    source: str
    text: str


def bare(text: str) -> str:
    """A text as it was written or as it is shown, without what setters put in or take out."""
    return "".join(plain(text).split())


@dataclass(slots=True)
class Whereabouts:
    """Finds texts and pictures of one exhibition in its files."""

    exhibition: Exhibition
    manuscript: Manuscript
    _files: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    _orders: dict[tuple[str, str] | None, tuple[Passage, ...]] = field(default_factory=dict)
    _found: dict[tuple[str, tuple[str, str] | None, Language], Spot | None] = field(default_factory=dict)

    def of_text(self, said: str, screen: str, language: Language) -> Spot | None:
        """Where a text of a screen was written, the nearest first; None: it is not the content's."""
        slide = self.slide_on(screen)
        key = said, slide, language
        if key not in self._found:
            near = self._nearest_first(slide)
            parts = (said, *said.split("\n"))
            passage = next(filter(None, (_passage(bare(part), near, language) for part in parts)), None)
            foreign = passage and language is Language.EN and passage.text.en == passage.text.zh
            self._found[key] = self.of_passage(passage, language) if passage and not foreign else None
        return self._found[key]

    def of_passage(self, passage: Passage, language: Language) -> Spot:
        """The place of one of its languages."""
        text, place, lines = passage.text.of(language), passage.place, self._lines(passage.path)
        for number in range(place.line, min(place.end_line, len(lines)) + 1):
            source = lines[number - 1]
            first = place.column - 1 if number == place.line else 0
            for head in (text, text[:HEAD]):
                if (at := source.find(head, first)) >= 0:
                    return Spot(passage.path, number, at + 1, len(head), source, text)
        return self._spot(passage.path, place.line, place.column, text)

    def of_picture(self, picture: Path, screen: str) -> Spot | None:
        """The line of the slide on this screen that names the picture."""
        slide = self.slide_on(screen)
        extent = self.manuscript.slides.get(slide) if slide else None
        if not extent:
            return None
        lines = self._lines(extent.path)
        for number in range(extent.first, extent.last + 1):
            if "image" in lines[number - 1] and (at := lines[number - 1].find(picture.name)) >= 0:
                return Spot(extent.path, number, at + 1, len(picture.name), lines[number - 1], picture.name)
        return self._spot(extent.path, extent.first, 1, picture.name)

    def slide_on(self, screen: str) -> tuple[str, str] | None:
        """The theme and the slide that a screen of this name shows."""
        for number, theme in enumerate(self.exhibition.themes, 1):
            prefix = f"{number}-{theme.id}-"
            if screen.startswith(prefix) and (at := screen[len(prefix) :][:2]).isdigit():
                return theme.id, theme.slides[int(at) - 1].id
        return None

    def seen(self) -> Iterator[Passage]:
        """Every passage that is to be read somewhere; what a picture shows is only read aloud."""
        alts = {s.alt for t in self.exhibition.themes for s in t.slides if isinstance(s, PhotoSlide)}
        return (passage for passage in self.manuscript.passages if passage.text not in alts)

    def _spot(self, path: Path, line: int, column: int, text: str) -> Spot:
        source = self._lines(path)[line - 1]
        return Spot(path, line, column, max(1, len(source.rstrip()) - column + 1), source, text)

    def _lines(self, path: Path) -> tuple[str, ...]:
        if path not in self._files:
            self._files[path] = tuple(split_lines(path.read_text(encoding="utf-8-sig")))
        return self._files[path]

    def _nearest_first(self, slide: tuple[str, str] | None) -> tuple[Passage, ...]:
        """Of a slide: its own passages, its theme's, the exhibition's; of another screen: these first."""
        if slide not in self._orders:
            extents = self.manuscript.slides
            extent = extents.get(slide) if slide else None
            self._orders[slide] = tuple(
                sorted(self.manuscript.passages, key=lambda passage: _distance(passage, extent, extents))
            )
        return self._orders[slide]


def _distance(passage: Passage, extent: Extent | None, extents: Mapping[tuple[str, str], Extent]) -> int:
    line = passage.place.line
    if extent and extent.holds(passage.path, line):
        return 0
    on_a_slide = any(other.holds(passage.path, line) for other in extents.values())
    in_a_theme = any(other.path == passage.path for other in extents.values())
    if not on_a_slide:
        return 1 if extent and extent.path == passage.path else 3 if in_a_theme else 2
    return 5 if extent else 4


def _passage(said: str, passages: Iterable[Passage], language: Language) -> Passage | None:
    known = [(bare(passage.text.of(language)), passage) for passage in passages]
    for text, passage in known:
        if text == said:
            return passage
    if len(said) < 2:
        return None
    for text, passage in known:
        if text.startswith(said) or text.endswith(said):
            return passage
    return _longest_part(said, known)


def _longest_part(said: str, known: list[tuple[str, Passage]]) -> Passage | None:
    """Of a text that was put together, what makes up most of it."""
    parts: list[tuple[str, Passage]] = []
    rest = said
    for text, passage in sorted(known, key=lambda pair: -len(pair[0])):
        if len(text) > 1 and text in rest:
            parts.append((text, passage))
            rest = rest.replace(text, "\0")
    if not parts or sum(len(text) for text, _ in parts) < COMPOSED * len(said):
        return None
    return parts[0][1]
