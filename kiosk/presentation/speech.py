"""How a screen's texts are said: sentences for a voice that reads them out. Pure.

A voice takes its pauses from punctuation, and stumbles over signs that only the eye knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kiosk.content.exhibition import Entry, Language
from kiosk.presentation.typesetting import HAN, plain
from kiosk.visit import EN_WORDS_PER_SECOND, ZH_CHARACTERS_PER_SECOND

_Rules = tuple[tuple[str, str], ...]
"""Patterns and what is said for them. They are compiled, and kept by `re`, when something is first said."""

_YEAR: Final = r"((?:19|20)[0-9]{2})"
_DASH: Final = r"\s*(?:——|[-—–~～])\s*"

_ZH: Final[_Rules] = (
    (r"[”’》](?=[“‘《])", "、"),  # names side by side: a list that needs no comma on paper
    (r"[“”‘’《》〈〉「」『』\"①-⑳]", ""),
    (rf"(?<![0-9]){_YEAR}{_DASH}{_YEAR}年?(?![0-9])", r"\1年到\2年"),
    (rf"(?<=[0-9%]){_DASH}(?=[0-9])", "到"),
    (rf"(?<=[{HAN}])·(?=[{HAN}])", ""),  # a foreign name
    (rf"(?<=[{HAN}]) +(?=[{HAN}])", "，"),
    (r"\s*(?:——|—|……|…|·)\s*", "，"),
    (r"([0-9][0-9.,]*)%", r"百分之\1"),
    (r"([0-9][0-9.,]*)‰", r"千分之\1"),
    (r"℃", "摄氏度"),
    (r"(?<![0-9A-Za-z])−(?=[0-9])", "负"),
)
_EN: Final[_Rules] = (
    (r"(?<=\w)’(?=\w)|(?<=s)’(?=\s)", "'"),
    (r"[“”‘’\"]", ""),
    (rf"(?<=[0-9%]){_DASH}(?=[0-9])", " to "),
    (r"(?<=\w)–(?=\w)", "-"),
    (r"\s*(?:—|–|…|·)\s*", ", "),
    (r"\bNo\. ?(?=[0-9])", "number "),
    (r"(?<=[0-9])‰", " per mille"),
    (r" ?℃", " degrees Celsius"),
    (r"(?<=[0-9]) ?km²", " square kilometres"),
    (r"(?<=[0-9]) ?m²", " square metres"),
    (r"(?<=[0-9]) ?km\b", " kilometres"),
    (r"(?<![0-9A-Za-z])−(?=[0-9])", "minus "),
)

_ENDS: Final = "。！？.!?"
_HANGING: Final = "，、；：,;: "


def speech(texts: Iterable[str], language: Language) -> str:
    """The texts as sentences, one after the other; empty ones are not heard."""
    sentences = [sentence for text in texts if (sentence := _sentence(text, language))]
    return ("" if language is Language.ZH else " ").join(sentences)


def together(head: str, rest: str, language: Language) -> str:
    """A label and what it is the label of, in one breath."""
    return f"{head}{'：' if language is Language.ZH else ': '}{rest}" if rest else head


def entries_said(entries: Sequence[Entry], language: Language) -> list[str]:
    """A list, a sentence an entry."""
    return [
        together(entry.title.of(language), entry.text.of(language) if entry.text else "", language)
        for entry in entries
    ]


def seconds_to_say(said: str, language: Language) -> float:
    """An estimate, at the pace of reading aloud."""
    if language is Language.ZH:
        return len(said) / ZH_CHARACTERS_PER_SECOND
    return len(said.split()) / EN_WORDS_PER_SECOND


def _sentence(text: str, language: Language) -> str:
    said = plain(text)
    for pattern, replacement in _ZH if language is Language.ZH else _EN:
        said = re.sub(pattern, replacement, said)
    said = said.strip().rstrip(_HANGING)
    if not said or said[-1] in _ENDS:
        return said
    return said + ("。" if language is Language.ZH else ".")
