"""`kiosk check`: says what is wrong with an exhibition, as a helpful colleague would."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from kiosk.content.exhibition import Exhibition, Language, PhotoSlide
from kiosk.content.loader import Loaded, load
from kiosk.content.problems import ContentError, Problem, report


def check(folder: Path, language: Language, stream: TextIO, watch: TextIO | None = None) -> int:
    """Prints every problem, or one line on what was found in order. 1 if it cannot be shown, else 0.

    With `watch` the screens are looked at too, and a bar there tells how far that is.
    """
    try:
        loaded = load(folder)
    except ContentError as error:
        stream.write(report(error.problems, language))
        return 1
    warnings = [*loaded.warnings, *_rendered(loaded, watch)]
    if warnings:
        stream.write(report(warnings, language))
    stream.write(_in_order(loaded.exhibition, language) + "\n")
    return 0


def _rendered(loaded: Loaded, watch: TextIO | None) -> list[Problem]:
    if watch is None:
        return []
    from kiosk.desk.rendering import rendered

    return rendered(loaded, watch)


def _in_order(exhibition: Exhibition, language: Language) -> str:
    slides = [slide for theme in exhibition.themes for slide in theme.slides]
    themes, pictures = len(exhibition.themes), len({s.image for s in slides if isinstance(s, PhotoSlide)})
    if language is Language.ZH:
        return f"可以展出：{themes} 个主题，{len(slides)} 张幻灯片，{pictures} 张图片。"
    return f"Fit to be shown: {themes} themes, {len(slides)} slides, {pictures} pictures."
