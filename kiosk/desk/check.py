"""`kiosk check`: says what is wrong with an exhibition, as a helpful colleague would."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TextIO, assert_never

from kiosk.content.exhibition import Exhibition, Language, PhotoSlide, Text
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
from kiosk.content.translations import RECORD, learn, recorded, stale_problems
from kiosk.failure import Failure
from kiosk.terminal import look_of

VERSION: Final = 1
"""Of the JSON; a key may be added without a new one."""


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    LINES = "lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`strict`: a warning counts as an error. `english_checked`: somebody has compared the English.

    With `watch` the screens are looked at too, and a bar there tells how far that is.
    """

    language: Language = Language.ZH
    format: Format = Format.TEXT
    strict: bool = False
    english_checked: bool = False
    watch: TextIO | None = None


def check(folder: Path, asked: Asked, stream: TextIO) -> int:
    """Says everything that is wrong, or one line on what was found in order. 1 if it is not fit, else 0.

    Raises Failure where the English was checked and that cannot be recorded.
    """
    loaded, problems = _looked(folder)
    if loaded:
        problems += _translations(loaded, asked)
        problems += _rendered(loaded, asked.watch)
    problems = strictly(problems) if asked.strict else in_order(problems)
    fit = loaded is not None and not errors_in(problems)
    match asked.format:
        case Format.JSON:
            stream.write(_json(folder, fit, problems, asked.language))
        case Format.LINES:
            stream.write(lines(problems, asked.language))
        case Format.TEXT:
            stream.write(_text(loaded, fit, problems, asked, look_of(stream)))
        case _:
            assert_never(asked.format)
    return 0 if fit else 1


def _looked(folder: Path) -> tuple[Loaded | None, list[Problem]]:
    """What was loaded, if that was possible, and all that is wrong."""
    try:
        loaded = load(folder)
    except ContentError as error:
        return None, list(error.problems)
    return loaded, list(loaded.warnings)


def _translations(loaded: Loaded, asked: Asked) -> list[Problem]:
    """Where the English is older than its Chinese; and keeps the record of which belongs to which.

    An editor asks at every save, halfway through a change: only what a person asked for is recorded.
    """
    folder, passages = loaded.exhibition.folder, loaded.manuscript.passages
    if asked.english_checked:
        try:
            learn(folder, passages, checked=True)
        except OSError as error:
            raise Failure(
                f"{folder / RECORD} 写不进去（{error.strerror}），没有记下 / "
                f"{folder / RECORD} cannot be written ({error.strerror}): nothing was recorded"
            ) from error
    elif asked.format is Format.TEXT:
        with suppress(OSError):
            learn(folder, passages)
    record, refused = recorded(folder)
    return refused + (stale_problems(passages, record) if record else [])


def _text(loaded: Loaded | None, fit: bool, problems: list[Problem], asked: Asked, look: Look) -> str:
    rows = [report(problems, asked.language, look).rstrip("\n")] if problems else []
    if loaded:
        rows += [look.paint(row, Ink.FAINT) for row in _of_the_record(loaded, problems, asked)]
    if loaded and fit:
        rows.append(look.paint(_in_order(loaded.exhibition, asked.language), Ink.REMEDY))
    return "\n".join(rows) + "\n"


def _of_the_record(loaded: Loaded, problems: list[Problem], asked: Asked) -> Iterator[str]:
    record = loaded.exhibition.folder / RECORD
    if asked.english_checked and not any(problem.path == record for problem in problems):
        yield _RECORDED.of(asked.language)
    elif not os.path.lexists(record):
        yield _UNRECORDED.of(asked.language)


_RECORDED: Final = Text(
    "已记下：现在的英文和中文是对得上的。", "Recorded: the English stands for the Chinese as it is now."
)
_UNRECORDED: Final = Text(
    "想在“中文改了、英文没改”时得到提醒，先运行一次 kiosk check --english-checked",
    "To be told when only the Chinese was changed, run kiosk check --english-checked once",
)


def _json(folder: Path, fit: bool, problems: Iterable[Problem], language: Language) -> str:
    listed = list(problems)
    errors = errors_in(listed)
    try:
        inside = folder.resolve()
    except (OSError, RuntimeError):  # a loop of links: the loader has said that it is no folder
        inside = folder
    told = {
        "version": VERSION,
        "folder": str(folder.absolute()),
        "fit": fit,
        "errors": errors,
        "warnings": len(listed) - errors,
        "problems": [record(problem, language, inside) for problem in listed],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


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
    counts = ((themes, "theme"), (len(slides), "slide"), (pictures, "picture"))
    said = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)
    return f"Fit to be shown: {said}."
