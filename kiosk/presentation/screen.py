"""How large a px is on the screen. Pure."""

from __future__ import annotations

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


def pitch(diagonal: float, width: float, height: float) -> float:
    """mm per px of a screen of `width` × `height` px. `diagonal` in mm is that of the whole shown area."""
    return diagonal / max(hypot(width, height), 1.0)
