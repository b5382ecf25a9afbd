"""How large words can be in a box. Lines are broken as Qt breaks them, by the usual widths of characters:
near enough to choose a size by before anything is drawn. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kiosk.presentation.typesetting import HAN, QUOTED

TITLE_LINE: Final = 1.2
TEXT_LINE: Final = 1.5
GAP: Final = 0.3
"""Heights in em: a title's line, a text's line, and what is between the two."""

LEAST_LAST: Final = 2.2
"""The least width of a last line, in em."""

GIVEN_UP: Final = 0.87
"""The part of the largest size that is worth a better last line."""

SANS: Final = 0.9
"""The width of our Latin text face in parts of that of the titles'."""

_CELL: Final = rf"(?:[{HAN}]|[^{HAN}\s“”‘’（《〈【，。、；：！？…）》〉】]+)"
_AFTER: Final = "[，。、；：！？…）》〉】]*"
_IN_A_ROW: Final = f"{QUOTED}(?={QUOTED})|(?<=[^“”]{{4}}”){QUOTED}"
_UNPARTED: Final = re.compile(rf"{_IN_A_ROW}|[“”‘’（《〈【]*{_CELL}?{_AFTER}(?:[“”‘’]+{_CELL}?{_AFTER})*|\s")
_HAN: Final = re.compile(f"[{HAN}]")
_WIDTHS: Final = (
    (re.compile(r"[\s.,:;|!'ijl]"), 0.33),
    (re.compile(r"[frtIJ()“”‘’-]"), 0.46),
    (re.compile(r"[MWmw%]"), 1.0),
    (re.compile(r"[A-Z&]"), 0.76),
    (re.compile(r"[a-z0-9+–]"), 0.64),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text by what is never parted in it: the widths in em of its face, and which of them are spaces."""

    widths: tuple[float, ...]
    spaces: tuple[bool, ...]

    def broken(self, room: float) -> tuple[int, float]:
        """How many lines they take, set in lines of `room` em, and the width of the last; 99 lines if one of
        them is wider than that.
        """
        if max(self.widths, default=0) > room:
            return 99, room
        lines, filled = 1, 0.0
        for width, space in zip(self.widths, self.spaces, strict=True):
            if filled and filled + width > room and not space:
                lines, filled = lines + 1, 0.0
            filled += width
        return lines, filled


@lru_cache(maxsize=256)
def words_of(text: str, *, narrow: float = 1) -> Words:
    """`narrow` is how wide Latin is in parts of that of titles."""
    han = bool(_HAN.search(text))
    words = list(filter(None, _UNPARTED.findall(text)))
    return Words(
        tuple(_width(word, han=han) * (1 if han else narrow) for word in words),
        tuple(word.isspace() for word in words),
    )


def _width(word: str, *, han: bool) -> float:
    """Han characters, and the marks that go with them, are as wide as they are high."""
    if han and not word.isascii():
        return float(len(word))
    return sum(next((width for kind, width in _WIDTHS if kind.match(char)), 1.0) for char in word)


def fit(
    title: str, text: str, *, width: float, height: float, most: float, share: float, floor: float
) -> int:
    """The largest size of the title, in whole px up to `most`, at which both stay in a box of px.

    The text is `share` of the title's size. Neither is smaller than `floor` px, even if the box is too small
    then. A little is given up where a character or two would stand alone on a last line.
    """
    title_words, text_words = words_of(title), words_of(text, narrow=SANS)
    best = 0
    for size in range(int(most), int(floor), -1):
        if best and size < GIVEN_UP * best:
            break
        text_size = max(int(floor), int(share * size))
        lines, last = title_words.broken(width / size)
        text_lines, text_last = text_words.broken(width / text_size)
        needed = TITLE_LINE * size * lines
        if text:
            needed += GAP * size + TEXT_LINE * text_size * text_lines
        if needed > height:
            continue
        best = best or size
        if (lines == 1 or last > LEAST_LAST) and (text_lines == 1 or text_last > LEAST_LAST):
            return size
    return best or int(floor)
