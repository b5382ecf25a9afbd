"""`kiosk check`: says what is wrong with an exhibition, as a helpful colleague would."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TextIO

from kiosk.content.exhibition import Exhibition, Language, PhotoSlide
from kiosk.content.loader import Loaded, load
from kiosk.content.problems import (
    ContentError,
    Ink,
    Look,
    Problem,
    errors_in,
    in_order,
    lines,
    record,
    report,
    strictly,
)

VERSION: Final = 1
"""Of the JSON; a key may be added without a new one."""


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    LINES = "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`strict`: a warning counts as an error."""

    language: Language = Language.ZH
    format: Format = Format.TEXT
    strict: bool = False


def check(folder: Path, asked: Asked, stream: TextIO) -> int:
    """Says everything that is wrong, or one line on what was found in order. 1 if it is not fit, else 0."""
    loaded, problems = _looked(folder)
    problems = strictly(problems) if asked.strict else in_order(problems)
    fit = loaded is not None and not errors_in(problems)
    stream.write(
        _told(folder, loaded.exhibition if loaded and fit else None, problems, asked, look_of(stream))
    )
    return 0 if fit else 1


def _looked(folder: Path) -> tuple[Loaded | None, list[Problem]]:
    """What was loaded, if that was possible, and all that is wrong."""
    try:
        loaded = load(folder)
    except ContentError as error:
        return None, list(error.problems)
    return loaded, list(loaded.warnings)


def _told(
    folder: Path, exhibition: Exhibition | None, problems: list[Problem], asked: Asked, look: Look
) -> str:
    match asked.format:
        case Format.JSON:
            return _json(folder, exhibition is not None, problems, asked.language)
        case Format.LINES:
            return lines(problems, asked.language)
        case Format.TEXT:
            said = report(problems, asked.language, look) if problems else ""
            return said + (
                look.paint(in_order_line(exhibition, asked.language), Ink.REMEDY) + "\n" if exhibition else ""
            )


def _json(folder: Path, fit: bool, problems: Iterable[Problem], language: Language) -> str:
    listed = list(problems)
    errors = errors_in(listed)
    told = {
        "version": VERSION,
        "folder": str(folder.absolute()),
        "fit": fit,
        "errors": errors,
        "warnings": len(listed) - errors,
        "problems": [record(problem, language, folder.resolve()) for problem in listed],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def in_order_line(exhibition: Exhibition, language: Language) -> str:
    slides = [slide for theme in exhibition.themes for slide in theme.slides]
    themes, pictures = len(exhibition.themes), len({s.image for s in slides if isinstance(s, PhotoSlide)})
    if language is Language.ZH:
        return f"可以展出：{themes} 个主题，{len(slides)} 张幻灯片，{pictures} 张图片。"
    counts = ((themes, "theme"), (len(slides), "slide"), (pictures, "picture"))
    said = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    return f"Fit to be shown: {said}."


INKS: Final = {Ink.ERROR: "1;31", Ink.WARNING: "1;33", Ink.REMEDY: "32", Ink.STRONG: "1", Ink.FAINT: "2"}


def look_of(stream: TextIO) -> Look:
    """Plain where it is no terminal; else as wide as that is, and coloured unless NO_COLOR is set."""
    if not stream.isatty():
        return Look()
    width = max(shutil.get_terminal_size().columns, 40)
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    obeys = sys.platform != "win32" or "WT_SESSION" in os.environ
    return Look(min(width, 110), {} if plain or not obeys else INKS)
