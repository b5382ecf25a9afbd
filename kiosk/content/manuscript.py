"""Where the exhibition was written: for whoever looks at a screen and wants to go to its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.document import Place
from kiosk.content.exhibition import Text


@dataclass(frozen=True, slots=True)
class Passage:
    """One text. The place is that of both languages, from the first character to behind the last."""

    path: Path
    place: Place
    text: Text


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines of a file that something takes, counted from 1, the last one included."""

    path: Path
    first: int
    last: int

    def holds(self, path: Path, line: int) -> bool:
        return path == self.path and self.first <= line <= self.last


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Every text in the order it was read, and the lines of each slide by (theme id, slide id)."""

    passages: tuple[Passage, ...]
    slides: Mapping[tuple[str, str], Extent]

    def slide_at(self, path: Path, line: int) -> tuple[str, str] | None:
        """The slide that stands on this line of this file."""
        return next((name for name, extent in self.slides.items() if extent.holds(path, line)), None)
