"""Glazes for themes to come. Each passes the contrast that `kiosk check` asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from colorsys import rgb_to_hls
from typing import Final

from kiosk.content.exhibition import Glaze

PALETTE: Final[Mapping[str, Glaze]] = {
    "jade": Glaze(base="#1F6A52", deep="#124A38", glow="#8FCFB5", tint="#D8E6DC"),
    "plum": Glaze(base="#7A3560", deep="#5A2346", glow="#E0A3C8", tint="#EBDAE3"),
    "ochre": Glaze(base="#7D5A12", deep="#5A400B", glow="#E6C56F", tint="#EDE2C3"),
    "indigo": Glaze(base="#3F4A8C", deep="#2C356B", glow="#AEB8EC", tint="#DEE0EC"),
    "teal": Glaze(base="#0F6C80", deep="#094C5B", glow="#83CBDD", tint="#D3E4E8"),
    "russet": Glaze(base="#8C3B2E", deep="#66281E", glow="#E9A798", tint="#EFD9D2"),
    "moss": Glaze(base="#5F6420", deep="#434714", glow="#CBD07D", tint="#E6E7C8"),
    "slate": Glaze(base="#4A5D6B", deep="#34434E", glow="#B2C6D4", tint="#DDE3E7"),
    "violet": Glaze(base="#5B3F96", deep="#432C72", glow="#C4B0F0", tint="#E1DBEE"),
    "rose": Glaze(base="#A8325F", deep="#7E2146", glow="#F2A4C2", tint="#F3D9E2"),
    "umber": Glaze(base="#6B4A36", deep="#4D3424", glow="#D6B79F", tint="#E8DDD3"),
    "pine": Glaze(base="#2F6339", deep="#1F4727", glow="#9FD0A7", tint="#DAE6DB"),
}
"""As many as an exhibition may have themes."""


def furthest(used: Iterable[str], taken: Iterable[str]) -> tuple[str, Glaze]:
    """The glaze whose hue is least like those of the `used` base colours, and a name for it that is none of
    those `taken`.
    """
    others, names = [_hue(colour) for colour in used], set(taken)

    def distance(glaze: Glaze) -> float:
        return min((_between(_hue(glaze.base), other) for other in others), default=0.0)

    name, glaze = max(PALETTE.items(), key=lambda entry: distance(entry[1]))
    numbered = (f"{name}-{number}" if number > 1 else name for number in range(1, len(names) + 2))
    return next(free for free in numbered if free not in names), glaze


def _hue(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return rgb_to_hls(red, green, blue)[0]


def _between(one: float, other: float) -> float:
    """Along the circle of hues, 0 to 0.5."""
    apart = abs(one - other)
    return min(apart, 1 - apart)
