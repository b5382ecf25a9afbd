"""What plays when nobody is there: scenes drawn from the content by itself. Pure: no clock, no Qt.

Each scene is a figure or a picture of one theme, or the theme itself where it has neither. A theme that few
visitors have opened comes more often.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kiosk.content.exhibition import Display, Exhibition, PhotoSlide, Statistic, StatisticsSlide, Theme

SCENES: Final = 6
"""Scenes between two posters: with 7 s each and 6 s for the poster a round takes 48 s."""

SHIFTS: Final = ((0, 0), (2, 1), (4, 0), (3, -2), (0, -3), (-2, -2), (-4, 0), (-2, 2))
"""px by which round after round everything stands elsewhere, so that no edge burns into the panel."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on: a figure by its `fact`, or what its slide is: a picture, or a theme's cover."""

    theme: int
    slide: int
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """Where the loop is. `scene` None is the poster, `count` the scenes since, `rounds` the posters so far.

    `due` says of each theme how much it is owed, `told` how many of its scenes have been shown.
    """

    scenes: tuple[tuple[Scene, ...], ...]
    due: tuple[float, ...]
    told: tuple[int, ...]
    scene: Scene | None = None
    count: int = 0
    rounds: int = 0

    @classmethod
    def of(cls, exhibition: Exhibition) -> Programme:
        """Before the first poster."""
        scenes = tuple(scenes_of(theme, at, exhibition.attract) for at, theme in enumerate(exhibition.themes))
        return cls(scenes, due=(0.0,) * len(scenes), told=(0,) * len(scenes))

    @property
    def shift(self) -> tuple[int, int]:
        """px to the right and down."""
        return SHIFTS[self.rounds % len(SHIFTS)]

    def poster(self) -> Programme:
        """The next round begins."""
        return replace(self, scene=None, count=0, rounds=self.rounds + 1)

    def elsewhere(self) -> Programme:
        """What is on stays on, as far from where it stood as in the next round."""
        return replace(self, rounds=self.rounds + 1)

    def advance(self, opened: tuple[int, ...]) -> Programme:
        """The next scene. `opened`: in how many visits each theme was opened; the fewer, the oftener.

        A smooth weighted round-robin, so that no theme waits long and none follows itself. Half the mean is
        added to every count: a theme nobody has opened leads, and does not drive out the rest.
        """
        if self.count >= SCENES:
            return self.poster()
        mean = sum(opened) / len(opened)
        weights = [1 / (1 + mean / 2 + count) for count in opened]
        due = [owed + weight / sum(weights) for owed, weight in zip(self.due, weights, strict=True)]
        last = self.scene.theme if self.scene else None
        free = [theme for theme in range(len(self.scenes)) if theme != last] or [0]
        pick = max(free, key=lambda theme: due[theme])
        due[pick] -= 1
        scenes, told = self.scenes[pick], self.told[pick]
        return replace(
            self,
            due=tuple(due),
            told=tuple(count + (theme == pick) for theme, count in enumerate(self.told)),
            scene=scenes[told % len(scenes)],
            count=self.count + 1,
        )


def scenes_of(theme: Theme, at: int, named: tuple[str, ...]) -> tuple[Scene, ...]:
    """The best scenes of a theme: figures that staff named for it come first, then those that fill a slide of
    their own or are at least drawn; its pictures stand between them.
    """
    figures: list[tuple[int, Scene]] = []
    pictures: list[Scene] = []
    for number, slide in enumerate(theme.slides):
        match slide:
            case StatisticsSlide(statistics=statistics):
                figures += [
                    (_rank(statistic, named, alone=len(statistics) == 1), Scene(at, number, statistic.fact))
                    for statistic in statistics
                ]
            case PhotoSlide():
                pictures.append(Scene(at, number))
            case _:
                pass
    best = [scene for rank, scene in sorted(figures, key=lambda figure: figure[0]) if rank < _PLAIN]
    best = best or [scene for _, scene in figures[:1]]
    mixed: list[Scene] = []
    for place in range(max(len(best), len(pictures))):
        mixed += [*best[place : place + 1], *pictures[place : place + 1]]
    return tuple(mixed) or (Scene(at, 0),)


_NAMED, _ALONE, _DRAWN, _PLAIN = range(4)


def _rank(statistic: Statistic, named: tuple[str, ...], *, alone: bool) -> int:
    if statistic.fact in named:
        return _NAMED
    if statistic.display is Display.NUMBER:
        return _PLAIN
    return _ALONE if alone else _DRAWN
