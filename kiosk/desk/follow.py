"""Where the preview goes when something was saved: to the screen that shows it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Exhibition, PhotoSlide
from kiosk.content.loader import Loaded
from kiosk.desk.watch import Reading
from kiosk.visit import Attract, Credits, Home, Numbers, Place, Prologue, Slide

SCREENS: Final[Mapping[str, Place]] = {
    "title": Attract(),
    "subtitle": Attract(),
    "place": Attract(),
    "year": Attract(),
    "source": Attract(),
    "attract": Attract(),
    "prologue": Prologue(),
    "credits": Credits(),
    "themes": Home(),
}
"""Which screen shows what exhibition.yaml says under this key. What is not here shows in many places."""

_KEY: Final = re.compile(r"([a-z_]+)\s*:")


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two texts, in lines counted from 1. Where lines were only taken away, `after` is
    the one before the gap.
    """

    before: int
    after: int


def change(before: str, after: str) -> Change | None:
    """The first place where the texts differ."""
    old, new = before.splitlines(), after.splitlines()
    if old == new:
        return None
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - first) if old[-1 - at] != new[-1 - at]), most - first)
    taken_away = len(new) - tail == first
    return Change(before=first + 1, after=max(1, first if taken_away else first + 1))


def destination(before: Reading, after: Reading, place: Place) -> Place:
    """From `place` of the last sound reading to where the newest change of the next one shows, or its
    counterpart there. Both readings are sound.
    """
    stay = counterpart(before, after, place)
    changed = [path for path, stamp in after.stamps.items() if before.stamps.get(path) != stamp]
    for path in sorted(changed, key=lambda path: after.stamps[path][1], reverse=True):
        found = _shown(before, after, path, stay)
        if found is not None:
            return stay if _same(found, stay) else found
    return stay


def counterpart(before: Reading, after: Reading, place: Place) -> Place:
    """The same slide by its names; of one that is gone, the one in its place."""
    if not (isinstance(place, Slide) and before.loaded and after.loaded):
        return place
    theme = before.loaded.exhibition.themes[place.theme]
    found = _slide(after.loaded.exhibition, theme.id, theme.slides[place.slide].id)
    if found:
        return replace(place, theme=found.theme, slide=found.slide)
    cover = _slide(after.loaded.exhibition, theme.id)
    return replace(place, theme=cover.theme) if cover else Home()


def _same(one: Place, other: Place) -> bool:
    if isinstance(one, Slide) and isinstance(other, Slide):
        return (one.theme, one.slide) == (other.theme, other.slide)
    return type(one) is type(other)


def _shown(before: Reading, after: Reading, path: Path, place: Place) -> Place | None:
    if not (before.loaded and after.loaded):
        return None
    if path in after.texts:
        differs = change(before.texts.get(path, ""), after.texts[path])
        if not differs:
            return None
        if path.name == "exhibition.yaml":
            return _screen(after.texts[path], differs.after)
        if differs.after < differs.before:
            shorter = before.loaded.manuscript.slide_at(path, differs.before)
            was = shorter and _slide(before.loaded.exhibition, *shorter)
            if was:
                return counterpart(before, after, was)
        return _at(after.loaded, path, differs.after, place)
    return _picture(after.loaded.exhibition, path)


def _at(after: Loaded, path: Path, line: int, place: Place) -> Place | None:
    exhibition = after.exhibition
    name = after.manuscript.slide_at(path, line)
    if name:
        return _slide(exhibition, *name)
    # The head of a theme is seen at home and on its cover.
    return place if isinstance(place, Home | Numbers) else _slide(exhibition, path.stem)


def _screen(text: str, line: int) -> Place | None:
    keys = (_KEY.match(said) for said in reversed(text.splitlines()[:line]))
    key = next((found[1] for found in keys if found), "")
    return SCREENS.get(key)


def _picture(exhibition: Exhibition, path: Path) -> Slide | None:
    return next(
        (
            Slide(theme, at)
            for theme, of in enumerate(exhibition.themes)
            for at, slide in enumerate(of.slides)
            if isinstance(slide, PhotoSlide) and slide.image == path
        ),
        None,
    )


def _slide(exhibition: Exhibition, theme: str, slide: str | None = None) -> Slide | None:
    """By its names; without the second, the theme's cover."""
    for index, of in enumerate(exhibition.themes):
        if of.id == theme:
            at = next((n for n, each in enumerate(of.slides) if slide in (None, each.id)), None)
            return None if at is None else Slide(index, at)
    return None
