"""How deep a line was meant to stand, judged by the lines above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

STEP: Final = 2
"""Spaces of one level, as the handbook has them."""
LOOK_UP: Final = 400
"""Lines above that are looked at for the levels there are."""
WIDTHS: Final = {"\t": (2, 4, 8), "\u3000": (2, 1), "\u00a0": (1,)}
"""How many spaces a foreign one may stand for."""

_LINE: Final = re.compile(
    r"(?P<lead> *)(?P<dashes>(?:- +)*)(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')[ ]*:(?P<rest>[ \t].*|)$"
)
_ITEM: Final = re.compile(r"(?P<lead> *)- ")


@dataclass(frozen=True, slots=True)
class Level:
    """The columns, from 0, of a line's hyphen (-1: none) and of its key (-1: none)."""

    hyphen: int
    key: int
    name: str = ""
    opens: bool = False
    text: bool = False
    """Whether a text in the lines below begins here: `en: >-`."""


def level_of(line: str) -> Level | None:
    """Of a line with a key or a hyphen; None for any other."""
    match = _LINE.match(line)
    if not match:
        item = _ITEM.match(line)
        return Level(len(item["lead"]), -1) if item else None
    depth, dashes = len(match["lead"]), match["dashes"]
    rest = re.sub(r"(^|\s)#.*", "", match["rest"]).strip()
    return Level(
        hyphen=depth if dashes else -1,
        key=depth + len(dashes),
        name=match["key"],
        opens=not rest,
        text=bool(re.fullmatch(r"[|>][-+]?", rest)),
    )


def depth_of(line: str) -> int:
    """In plain spaces."""
    return len(line) - len(line.lstrip(" "))


def counted(line: str) -> bool:
    """Whether it is neither blank nor a comment."""
    text = line.strip()
    return bool(text) and not text.startswith("#")


def above(lines: Sequence[str], number: int) -> Iterator[tuple[int, str]]:
    """The lines above line `number`, nearest first, with their numbers; blank ones and comments left out."""
    for other in range(number - 1, max(0, number - LOOK_UP), -1):
        if counted(lines[other - 1]):
            yield other, lines[other - 1]


def fitting(lines: Sequence[str], number: int) -> list[int]:
    """The depths at which line `number` would make sense, the deepest first."""
    hyphen = lines[number - 1].strip().startswith("-")
    levels: list[Level] = []
    limit = LOOK_UP
    for _, line in above(lines, number):
        level = level_of(line)
        depth = depth_of(line)
        if level and depth < limit:
            levels.append(level)
            limit = depth
    if levels and levels[0].opens:
        deeper = levels[0].key + STEP
        return [deeper, levels[0].key] if hyphen else [deeper, deeper + STEP]
    columns = {level.hyphen if hyphen else level.key for level in levels}
    return sorted(columns - {-1}, reverse=True)


def nearest(lines: Sequence[str], number: int) -> int:
    """The depth that line `number` was most probably meant to have."""
    here = lines[number - 1].strip()
    depth = depth_of(lines[number - 1])
    entry = re.match(r"- +[\w-]+:", here)
    if entry:
        for _, line in above(lines, number):
            if line.strip().startswith(entry[0]):
                return depth_of(line)
    return min(fitting(lines, number), key=lambda column: abs(column - depth), default=0)


def meant(lines: Sequence[str], number: int) -> int | None:
    """The depth of a line that begins with tabs or wide spaces, where there is only one answer."""
    line = lines[number - 1]
    lead = line[: len(line) - len(line.lstrip())]
    widths = {sum(_width(c, choice) for c in lead) for choice in range(3)}
    fits = [column for column in fitting(lines, number) if column in widths]
    if len(fits) < 2 or not _pair(line):
        return fits[0] if len(fits) == 1 or (fits and fits[0] == fits[-1]) else _beside(lines, number, fits)
    twin = next((level_of(other) for _, other in above(lines, number)), None)
    return twin.key if twin and _pair(twin.name) and twin.key in fits else _beside(lines, number, fits)


def _width(character: str, choice: int) -> int:
    widths = WIDTHS.get(character, (1,))
    return widths[min(choice, len(widths) - 1)]


def _pair(text: str) -> bool:
    return bool(re.match(r"\s*(zh|en)\b", text))


def _beside(lines: Sequence[str], number: int, fits: list[int]) -> int | None:
    """The depth of the next line, if that is one of those that fit."""
    below = next((line for line in lines[number:] if counted(line)), "")
    depth = depth_of(below)
    same = below.lstrip().startswith("-") == lines[number - 1].strip().startswith("-")
    return depth if same and depth in fits and not below[depth:].startswith(tuple(WIDTHS)) else None
