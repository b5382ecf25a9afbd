"""Which display is meant, and how large a px is on it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Final

MM_PER_INCH: Final = 25.4
UNKNOWN: Final = 32 * MM_PER_INCH
"""The smallest screen the design is meant for, in mm: what is readable on it is readable on any other."""

SMALLEST: Final = 5 * MM_PER_INCH
LARGEST: Final = 150 * MM_PER_INCH


def diagonal_of(physical_width: float, physical_height: float) -> float:
    """What a display says of itself, in mm, unless it is nonsense, as from many projectors."""
    said = hypot(physical_width, physical_height)
    return said if SMALLEST <= said <= LARGEST else UNKNOWN


def position(display: str | None, names: Sequence[str]) -> int | None:
    """Which of the displays is meant, from 0: by its number, from 1, or its name; without either the first.
    None: it is not there.
    """
    if display is None:
        return 0 if names else None
    return next((at for at, name in enumerate(names) if display in (str(at + 1), name)), None)


def pitch(diagonal: float, width: float, height: float) -> float:
    """mm per px of a screen of `width` × `height` px. `diagonal` in mm is that of the whole shown area."""
    return diagonal / max(hypot(width, height), 1.0)
