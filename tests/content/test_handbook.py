"""The staff handbook against the loader: what staff copy from content/README.md works, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent, indent
from typing import Final, get_args

import pytest

from kiosk.content.decode import fields_of
from kiosk.content.drawings import drawings
from kiosk.content.exhibition import Display, Exhibition, Form, Qualifier, Slide, Statistic
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, Problem, report
from tests.content.sample import write_picture, write_sample

HANDBOOK: Final = Path(__file__).parents[2] / "content" / "README.md"
TEXT: Final = HANDBOOK.read_text(encoding="utf-8")
EXAMPLES: Final = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

HEAD: Final = """\
title: {zh: 手册, en: Handbook}
glaze: leaf
emblem: house
keywords:
  - {zh: 手册, en: Handbook}
slides:
"""
COVER: Final = """\
  - kind: cover
    id: first
    facts: []
    lead: {zh: 手册里的例子。, en: Examples of the handbook.}
"""
FIGURES: Final = """\
  - kind: statistics
    id: figures
    facts: [FACT]
    title: {zh: 数字, en: Figures}
    statistics:
"""


def beginning(word: str) -> list[str]:
    return [example for example in EXAMPLES if example.lstrip().startswith(word)]


SLIDES: Final = beginning("- kind:")
STATISTICS: Final = beginning("- fact:")
THEMES: Final = [example for example in EXAMPLES if "\nslides:\n" in example]
SETTINGS: Final = [example for example in EXAMPLES if example not in {*SLIDES, *STATISTICS, *THEMES}]


def exhibition_with(folder: Path, theme: str) -> Path:
    """The sample, and a third theme that is written as `theme`, with the pictures it names."""
    write_sample(folder)
    listed = folder / "exhibition.yaml"
    text = listed.read_text(encoding="utf-8")
    listed.write_text(text.replace("development]", "development, handbook]"), encoding="utf-8")
    (folder / "themes" / "handbook.yaml").write_text(theme, encoding="utf-8")
    for name in re.findall(r"image: (\S+)", theme):
        write_picture(folder / "photos" / name)
    return folder


def problems_in(folder: Path) -> tuple[Problem, ...]:
    try:
        return load(folder).warnings
    except ContentError as error:
        return error.problems


def told(folder: Path) -> str:
    """The report on a folder, empty where there is nothing to say."""
    found = problems_in(folder)
    return report(found, next(iter(load(write_sample(folder)).exhibition.title.__class__.__mro__), None)) if found else ""


def name_of(example: str) -> str:
    return example.split("\n", 2)[1].strip()
