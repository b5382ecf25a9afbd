"""The first lesson of the handbook can be followed, from an empty folder to a slide on the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.cli import parser
from kiosk.content.exhibition import Language
from kiosk.content.loader import load
from kiosk.desk.preview import rows_of, title_of
from kiosk.desk.survey import Setting, survey
from kiosk.desk.watch import look, read
from tests.handbook.lesson import HANDBOOK, Changes, Command, LessonError, steps

ROOT: Final = HANDBOOK.parents[1]
PATIENCE: Final = 60
"""Seconds a command may take."""


def run(command: Command, folder: Path) -> str:
    """What it says. It must end well."""
    ran = subprocess.run(
        [sys.executable, "-m", "kiosk", *command.arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0, f"{command.arguments}: {ran.stdout}{ran.stderr}"
    return ran.stdout


def change(changes: Changes, slide: Namespace, folder: Path) -> None:
    """By hand, in the new slide alone, as the table says."""
    (extent,) = (
        extent
        for (theme, name), extent in load(folder / slide.content).manuscript.slides.items()
        if (theme, name) == (slide.theme, slide.slide)
    )
    lines = extent.path.read_text(encoding="utf-8").splitlines(keepends=True)
    before, after = "".join(lines[: extent.first - 1]), "".join(lines[extent.last :])
    own = "".join(lines[extent.first - 1 : extent.last])
    for old, new in changes.pairs:
        assert own.count(old) == 1, f"{old} is there {own.count(old)} times"
        own = own.replace(old, new)
    extent.path.write_text(before + own + after, encoding="utf-8")


def test_the_lesson_leads_from_an_empty_folder_to_a_slide(qapp: QGuiApplication, tmp_path: Path) -> None:
    lesson = steps(HANDBOOK.read_text(encoding="utf-8"))
    asked = [parser().parse_args(step.arguments) for step in lesson if isinstance(step, Command)]
    (slide,) = (given for given in asked if given.command == "new" and given.thing == "slide")
    (pictures,) = (given for given in asked if given.command == "snapshot")
    (changes,) = (step for step in lesson if isinstance(step, Changes))

    said = {}
    for step in lesson:
        match step:
            case Command(arguments):
                said[arguments[0]] = run(step, tmp_path)
            case Changes():
                change(step, slide, tmp_path)

    assert said["check"].startswith("可以展出：")
    loaded = load(tmp_path / slide.content)
    assert loaded.warnings == ()
    (theme,) = (theme for theme in loaded.exhibition.themes if theme.id == slide.theme)
    (own,) = (one for one in theme.slides if one.id == slide.slide)
    title = title_of(own).zh
    assert f"zh: {title}" in dict(changes.pairs).values()

    taken = [path.name for path in (tmp_path / pictures.out).glob(f"*-{slide.theme}-*-{slide.slide}.png")]
    assert len(taken) == 1
    screens = survey(loaded.exhibition, Setting((1280, 720), Language.ZH))
    (screen,) = (screen for screen in screens if screen.screen.endswith(f"-{slide.slide}"))
    assert title in [text.said for text in screen.texts]

    folder = tmp_path / slide.content
    reading = read(folder, look(folder))
    assert reading.loaded
    assert title in [row.title for row in rows_of(reading.loaded, reading.folder, Language.ZH)]


LESSON: Final = """\
# 手册

## 十分钟做出一张幻灯片

```sh
kiosk new exhibition mine
```

| 原来 | 改成 |
| --- | --- |
| `value: 1` | `value: 2` |

```text
kiosk preview mine
```

```sh
kiosk check mine
```

## 以后

```sh
rm -r mine
```
"""


def test_a_lesson_is_read_as_it_stands() -> None:
    assert steps(LESSON) == [
        Command(("new", "exhibition", "mine")),
        Changes((("value: 1", "value: 2"),)),
        Command(("check", "mine")),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## 十分钟做出一张幻灯片", "## 别的"),
        ("kiosk new", ".venv/bin/kiosk new"),
        ("| `value: 1` |", "| value: 1 |"),
    ],
)
def test_a_lesson_nobody_can_follow_is_refused(before: str, after: str) -> None:
    assert before in LESSON
    with pytest.raises(LessonError):
        steps(LESSON.replace(before, after))
