"""Every screen of the real exhibition, walked through once under given reading settings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF

from kiosk.content.exhibition import Exhibition, Language
from kiosk.content.loader import load
from kiosk.desk.survey import Look, Setting
from kiosk.desk.survey import survey as look_around
from kiosk.visit import Comfort

CONTENT: Final = Path(__file__).parents[1] / "content"
PLAIN: Final[frozenset[Comfort]] = frozenset()
LARGE: Final = frozenset({Comfort.LARGE_TEXT})
CONTRAST: Final = frozenset({Comfort.HIGH_CONTRAST})
LOW: Final = frozenset({Comfort.LOW_REACH})
ALL: Final = frozenset(Comfort) - {Comfort.READ_ALOUD}
MODES: Final = {"plain": PLAIN, "large": LARGE, "contrast": CONTRAST, "low": LOW, "all": ALL}
"""The reading settings that change what a screen looks like, each alone and all together."""


@cache
def content() -> Exhibition:
    return load(CONTENT).exhibition


@cache
def survey(
    size: tuple[int, int],
    language: Language,
    comfort: frozenset[Comfort] = PLAIN,
    diagonal: float | None = None,
) -> tuple[Look, ...]:
    """`diagonal` in mm; None: that of the content."""
    return tuple(look_around(content(), Setting(size, language, comfort, diagonal)))


def stage_of(size: tuple[int, int], comfort: frozenset[Comfort]) -> QRectF:
    """In low reach, the lower two thirds; in portrait a strip of 16:9."""
    width, height = size
    if Comfort.LOW_REACH not in comfort:
        return QRectF(0, 0, width, height)
    reach = round(height * 2 / 3) if width > height else round(width * 9 / 16)
    return QRectF(0, height - reach, width, reach)


def without_attract(looks: Iterable[Look]) -> list[Look]:
    """The attract screen is on before anyone has chosen anything."""
    return [look for look in looks if not look.screen.startswith("attract")]
