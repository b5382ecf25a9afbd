"""How far two colours stand apart, as WCAG 2.2 measures it. Colours are `#RRGGBB`."""

from __future__ import annotations

from typing import Final

CREAM: Final = "#FBF4E4"
PAPER: Final = "#F6EFE1"
"""The light text colour, and the ground of a slide: of the visual target."""

TEXT: Final = 4.5
BODY: Final = 7.0
"""WCAG 2.2: 1.4.3 (AA) for any text, 1.4.6 (AAA) for what is read at length and for numerals."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def darker(colour: str, against: str, least: float) -> str:
    """The colour, darkened until it stands out enough from a light ground."""
    for percent in range(98, -1, -2):
        better = between(colour, "#000000", 1 - percent / 100)
        if contrast(better, against) >= least:
            return better
    return "#000000"


def between(one: str, other: str, share: float) -> str:
    """A colour on the straight way from one to the other; `share` 0 is the one, 1 the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{int(start + (end - start) * share):02X}" for start, end in pairs)


def bed(base: str, deep: str) -> str:
    """A ground for body text in cream: the base of a glaze, as little nearer to its deep as that needs."""
    steps = (between(base, deep, percent / 100) for percent in range(0, 100, 2))
    return next((colour for colour in steps if contrast(CREAM, colour) >= BODY), deep)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
