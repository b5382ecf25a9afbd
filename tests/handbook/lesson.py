"""The first lesson of the handbook, as it is written there: commands, and a table of what to change."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HANDBOOK: Final = Path(__file__).parents[2] / "content" / "README.md"
HEADING: Final = "十分钟做出一张幻灯片"
KIOSK: Final = "kiosk"

_SECTION: Final = re.compile(rf"^## {HEADING}\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_STEP: Final = re.compile(
    r"^```sh\n(?P<commands>.*?)^```$|^\| 原来 \| 改成 \|\n\|[-| ]+\|\n(?P<changes>(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
_CHANGE: Final = re.compile(r"\| `([^`]+)` \| `([^`]+)` \|")


class LessonError(Exception):
    """The lesson is not written as people and this test can follow it. The message says where."""


@dataclass(frozen=True, slots=True)
class Command:
    """What comes after `kiosk`."""

    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Each text of the new slide that is there once, and what it becomes."""

    pairs: tuple[tuple[str, str], ...]


Step = Command | Changes


def steps(handbook: str) -> list[Step]:
    """In the order they are to be taken. Raises LessonError."""
    section = _SECTION.search(handbook)
    if not section:
        raise LessonError(f"There is no “## {HEADING}”")
    found: list[Step] = []
    for step in _STEP.finditer(section[1]):
        if step["changes"]:
            found.append(Changes(tuple(_change(line) for line in step["changes"].splitlines())))
        else:
            found.extend(_command(line) for line in step["commands"].splitlines())
    return found


def _command(line: str) -> Command:
    program, *arguments = shlex.split(line) or [""]
    if program != KIOSK or not arguments:
        raise LessonError(f"This is no command of {KIOSK}: {line}")
    return Command(tuple(arguments))


def _change(line: str) -> tuple[str, str]:
    pair = _CHANGE.fullmatch(line)
    if not pair:
        raise LessonError(f"This is not what to change and into what: {line}")
    return pair[1], pair[2]
