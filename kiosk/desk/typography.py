"""Where lines of a text must not break: what a typesetter would send back. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from kiosk.content.exhibition import Language
from kiosk.presentation.typesetting import HAN

CLOSING: Final = "，。、；：！？…）》〉】”’」』—·％"
OPENING: Final = "（《〈【“‘「『"

WIDOW: Final = 3
"""How many times shorter than the longest line of a title a last line of one word stands forlorn."""

_HAN: Final = re.compile(f"[{HAN}]")
_PUNCTUATION: Final = re.compile(r"[^\w\s]")
_HAN_UNITS: Final = "年月日时分秒天周岁倍成个件项家户人名次位座处条张台辆所间种批株亩吨元米公千百十万亿余多"
_SPLIT_NUMBER: Final = (
    (re.compile(r"[0-9.,]$"), re.compile(rf"[{_HAN_UNITS}0-9%‰℃]")),
    (re.compile(r"(?:^|[^A-Za-z])[0-9][0-9.,]*\s*$"), re.compile(r"%|km\b|m\b|kg\b|million\b|billion\b")),
)
_WORD: Final = re.compile(r"[A-Za-z]$"), re.compile(r"[a-z]")


class Break(Enum):
    """What is wrong with how a text is broken."""

    LONE_CHARACTER = auto()
    LONE_MARK = auto()
    LONE_WORD = auto()
    CLOSING_FIRST = auto()
    OPENING_LAST = auto()
    NUMBER_SPLIT = auto()
    WORD_SPLIT = auto()


def bad_break(lines: Sequence[str], language: Language, *, title: bool) -> tuple[Break, int] | None:
    """The first fault of the lines as they were set, and the number of the line that it begins, from 0."""
    for at, (line, following) in enumerate(pairwise(lines), 1):
        if fault := _between(line, following):
            return fault, at
    if len(lines) < 2:
        return None
    last = lines[-1].strip()
    found = _last(last, language, widow=title and WIDOW * len(last) < max(map(len, lines)))
    return (found, len(lines) - 1) if found else None


def _between(line: str, following: str) -> Break | None:
    if line.endswith(("\u2028", "\n")):
        return None
    if following and following[0] in CLOSING:
        return Break.CLOSING_FIRST
    if line.strip() and line.rstrip()[-1] in OPENING:
        return Break.OPENING_LAST
    if any(end.search(line) and start.match(following) for end, start in _SPLIT_NUMBER):
        return Break.NUMBER_SPLIT
    end, start = _WORD
    return Break.WORD_SPLIT if end.search(line) and start.match(following) else None


def _last(line: str, language: Language, *, widow: bool) -> Break | None:
    bare = _PUNCTUATION.sub("", line)
    if not bare:
        return Break.LONE_MARK
    if language is Language.ZH and len(bare) == 1 and _HAN.match(bare):
        return Break.LONE_CHARACTER
    if language is Language.EN and widow and " " not in line:
        return Break.LONE_WORD
    return None
