"""The settings of one hall: hall.yaml, read and refused as the content is.

What stands here overrules the content, which may be shown in many halls; what is said on the command line
overrules both.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

from kiosk import __version__
from kiosk.content.exhibition import Bounds, Exhibition, Idle, Language, Quantity
from kiosk.content.recall import recalled
from kiosk.visit import Comfort


class Rotation(StrEnum):
    """How far the picture is turned clockwise, in degrees, where the system does not turn it."""

    NONE = "0"
    RIGHT = "90"
    HALF = "180"
    LEFT = "270"

    @property
    def degrees(self) -> int:
        return int(self.value)

    @property
    def swaps(self) -> bool:
        """Whether width and height change places."""
        return self in (Rotation.RIGHT, Rotation.LEFT)


class Renderer(StrEnum):
    """Who draws: whatever suits the machine, or the processor whatever there is."""

    AUTO = "auto"
    SOFTWARE = "software"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdleTimes:
    """Waiting times in seconds that overrule the content's one by one."""

    ask_after: Annotated[float | None, Quantity.SECONDS, Bounds(10, 3600)] = None
    ask_at_most: Annotated[float | None, Quantity.SECONDS, Bounds(10, 3600)] = None
    answer_within: Annotated[float | None, Quantity.SECONDS, Bounds(5, 600)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is set for a hall. None: nothing is said, and the content or the machine decides.

    `content` is an absolute path, `display` a number from 1 or the name the system gives, `diagonal` in mm.
    """

    content: Path | None = None
    language: Language | None = None
    display: str | None = None
    diagonal: Annotated[float | None, Quantity.MILLIMETRES, Bounds(150, 6000)] = None
    rotation: Rotation | None = None
    renderer: Renderer | None = None
    comfort: tuple[Comfort, ...] | None = None
    idle: IdleTimes | None = None

    def over(self, other: Settings) -> Settings:
        """These, and those of the other where these say nothing."""
        merged = _over(self, other)
        return replace(merged, idle=_over(self.idle, other.idle) if self.idle and other.idle else merged.idle)

    def applied(self, exhibition: Exhibition) -> Exhibition:
        """The exhibition as it is shown here."""
        return replace(
            exhibition,
            language=self.language or exhibition.language,
            diagonal=self.diagonal or exhibition.diagonal,
            idle=_idle(self.idle, exhibition.idle),
        )


Record = TypeVar("Record", Settings, IdleTimes)


def _over(upper: Record, lower: Record) -> Record:
    names = [item.name for item in dataclasses.fields(upper)]
    said = {name: getattr(upper, name) for name in names if getattr(upper, name) is not None}
    return replace(lower, **said)


def _idle(times: IdleTimes | None, idle: Idle) -> Idle:
    """A hall that asks later than the content's latest moves that, too."""
    if times is None:
        return idle
    after = times.ask_after or idle.ask_after
    at_most = times.ask_at_most or max(idle.ask_at_most, after)
    answer_within = times.answer_within or idle.answer_within
    return Idle(ask_after=min(after, at_most), ask_at_most=at_most, answer_within=answer_within)


@dataclass(frozen=True, slots=True)
class Written:
    """The settings in one file, and on which line each stands (`idle.ask_after`). Without a file: none."""

    path: Path | None = None
    settings: Settings = Settings()
    lines: tuple[tuple[str, int], ...] = ()

    def line_of(self, key: str) -> int | None:
        return dict(self.lines).get(key)


def found(file: Path | None, places: Iterable[Path] = ()) -> Path | None:
    """`file`, else the first of `places` that is there, whatever it is: what cannot be read is refused."""
    return file or next((place for place in places if os.path.lexists(place)), None)


def load(file: Path | None, places: Iterable[Path] = ()) -> Written:
    """The settings in `file`, else in the first of `places` that is there, else none at all.

    Raises ContentError with all that is wrong in it.
    """
    file = found(file, places)
    if file is None:
        return Written()
    try:
        file = file.absolute()
        key = repr((__version__, str(file))).encode() + file.read_bytes()
    except OSError:
        return _read(file)
    return recalled("hall.pickle", key, Written, lambda: _read(file))


def _read(file: Path) -> Written:
    from kiosk.hall.reading import read

    return read(file)
