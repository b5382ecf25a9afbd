"""How a plain text becomes a set one. Pure, and the only place where markup is made.

Rules (visual target, section 4): a number never parts from its unit; ——, …… and · never start a line; in
running text a quarter em stands between Han and Latin or digits; a title of quoted phrases in a row breaks
between them, where Qt, which knows quotation marks from Latin, would not; no Han character, and no word of an
English title and no short one of a label, stands alone on a last line. `mark_all` gives StyledText: the
only tag in it is our own `<a href="term:INDEX">`, everything else is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.content.exhibition import Language

JOINER: Final = "\u2060"
BREAK: Final = "\u200b"
"""Where a line may break. Like the joiner it is in none of our fonts, and Qt draws nothing for it."""
QUARTER: Final = " "
"""0.224 em in Noto Sans SC, which has no glyph for U+2005: the fallback's would come from another face."""
QUARTER_JOINING: Final = "\u00a0"
"""The same advance, without a break."""

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z0-9%‰℃]")
_UNBROKEN = re.compile(r"[A-Za-z0-9%‰℃.,+]{2}")
QUOTED: Final = "“[^“”]{4,8}”"
_QUOTED = re.compile(QUOTED)
_QUOTED_ROW = re.compile(f"(?:{QUOTED}){{2,}}")
_FIGURE = re.compile(
    rf"(?:(?:预计|不到|[超约近逾达第前]) ?)?"
    rf"[0-9A-Za-z+.,]*[0-9][0-9A-Za-z+.,]*[%‰℃]?"
    rf"(?: ?余?(?:[千百]?万亿|[千百]?[万亿])?"
    rf"(?:平方公里|平方米|立方米|公里|小时|分钟|个月|个半月|号线|名|(?!以上)[{HAN}])?(?:以上|余)?)?"
)
_EN_FIGURE = re.compile(r"(?<=[0-9%]) (?=[A-Za-z])|(?<=\bNo\.) (?=[0-9])|(?<=\bTop) (?=[0-9])", re.IGNORECASE)
LONG: Final = 6
LONG_TITLE: Final = 4
"""Characters of a Chinese text, and words of an English title, from which on one may not stand alone."""

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CLAUSE = re.compile("[^，；：、。！？]+[，；：、。！？]*")
_NO_START = frozenset("—…·")
_ENDING = re.compile(rf"(?<=[{HAN}])[{HAN}](?=[^{HAN}\w]*$)")
_EN_ENDING = re.compile(r"(?<=\S) (?=\S{1,12}$)")
_EN_SHORT_ENDING = re.compile(r"(?<![^ ]{10}) (?=\S{1,4}$)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """Texts of one screen with their terms marked, and the terms found, by index, in order of appearance."""

    texts: tuple[str, ...]
    terms: tuple[int, ...]


def typeset(text: str, language: Language, *, spaced: bool = False) -> str:
    """The text with its joints set. `spaced` is for running text: titles and labels have no quarter ems."""
    return "".join(before + char for before, char in _cells(text, language, spaced))


def typeset_heading(text: str, language: Language) -> str:
    """A title: in Chinese it breaks between its clauses only, so that no character stands alone on a line."""
    if language is Language.EN:
        set_ = typeset(text, language)
        return _EN_ENDING.sub(QUARTER_JOINING, set_) if set_.count(" ") >= LONG_TITLE - 1 else set_
    return _CLAUSE.sub(lambda clause: JOINER.join(clause[0]), text)


def plain(text: str) -> str:
    """A typeset text as it was written, for readers that are not eyes."""
    return text.replace(JOINER, "").replace(BREAK, "").replace(QUARTER_JOINING, " ")


def mark_all(
    texts: Iterable[tuple[str, bool]],
    terms: Sequence[str],
    language: Language,
    *,
    unmarked: Iterable[str] = (),
) -> Marked:
    """Set the texts of one screen, each `(text, spaced)`, and mark the first occurrence of every term.

    Longer terms win over the shorter ones inside them. In `unmarked` texts terms are found, not marked.
    """
    finder = _Finder(terms, language)
    taken: dict[int, None] = {}
    marked = tuple(_mark(text, finder, taken, language, spaced) for text, spaced in texts)
    for text in unmarked:
        taken.update(dict.fromkeys(index for _, index in finder(text)))
    return Marked(marked, tuple(taken))


class _Finder:
    """Finds terms in a plain text, the longest first."""

    def __init__(self, terms: Sequence[str], language: Language) -> None:
        bare = {self._bare(term, language).casefold(): index for index, term in reversed([*enumerate(terms)])}
        bare.pop("", None)
        self._indices = bare
        longest_first = "|".join(re.escape(term) for term in sorted(bare, key=len, reverse=True))
        bounded = rf"(?<!\w)(?:{longest_first})(?!\w)" if language is Language.EN else longest_first
        self._pattern = re.compile(bounded, re.IGNORECASE) if bare else None

    def __call__(self, text: str) -> Iterator[tuple[re.Match[str], int]]:
        for match in self._pattern.finditer(text) if self._pattern else ():
            index = self._indices.get(match[0].casefold())
            if index is not None:
                yield match, index

    @staticmethod
    def _bare(term: str, language: Language) -> str:
        return _ARTICLE.sub("", term.strip()) if language is Language.EN else term.strip()


def _mark(text: str, finder: _Finder, taken: dict[int, None], language: Language, spaced: bool) -> str:
    opening: dict[int, int] = {}
    closing: set[int] = set()
    for match, index in finder(text):
        if index not in taken:
            taken[index] = None
            opening[match.start()] = index
            closing.add(match.end())
    parts: list[str] = []
    for at, (before, char) in enumerate(_cells(text, language, spaced)):
        if at in closing:
            parts.append("</a>")
        parts.append(before)
        if at in opening:
            parts.append(f'<a href="term:{opening[at]}">')
        parts.append(_ESCAPED.get(char, char))
    if len(text) in closing:
        parts.append("</a>")
    return "".join(parts).replace(QUARTER_JOINING, "&nbsp;")


def _cells(text: str, language: Language, spaced: bool) -> list[tuple[str, str]]:
    """Every character with what is set before it, so that marks can be put between the two."""
    return _zh_cells(text, spaced) if language is Language.ZH else _en_cells(text, spaced)


def _en_cells(text: str, spaced: bool) -> list[tuple[str, str]]:
    glued = {match.start() for match in _EN_FIGURE.finditer(text)}
    if not spaced and text.count(" ") >= LONG_TITLE:
        glued |= {match.start() for match in _EN_SHORT_ENDING.finditer(text)}
    return [("", QUARTER_JOINING if at in glued else char) for at, char in enumerate(text)]


def _zh_cells(text: str, spaced: bool) -> list[tuple[str, str]]:
    glued = {at for match in _FIGURE.finditer(text) for at in range(match.start() + 1, match.end())}
    if len(text) >= LONG:
        glued |= {match.start() for match in _ENDING.finditer(text)}
    rows = [] if spaced else list(_QUOTED_ROW.finditer(text))
    phrases = [phrase for row in rows for phrase in _QUOTED.finditer(text, row.start(), row.end())]
    glued |= {at for phrase in phrases for at in range(phrase.start() + 1, phrase.end())}
    opening = {phrase.start() for phrase in phrases} - {row.start() for row in rows}
    cells: list[tuple[str, str]] = []
    last = ""
    for at, char in enumerate(text):
        if char == " " and (at in glued or at + 1 in glued):
            cells.append(("", QUARTER_JOINING if at + 1 in glued else char))
        else:
            gap = spaced and last != "" and _meet(last, char)
            joined = (at in glued and not _UNBROKEN.match(last + char)) or char in _NO_START
            if at in opening:
                cells.append((BREAK, char))
            elif gap:
                cells.append((QUARTER_JOINING if joined else QUARTER, char))
            else:
                cells.append((JOINER if joined and last not in ("", " ") else "", char))
        last = char
    return cells


def _meet(one: str, other: str) -> bool:
    """Whether Han and Latin or digits stand side by side."""
    return bool((_HAN.match(one) and _WORD.match(other)) or (_WORD.match(one) and _HAN.match(other)))
