"""The staff handbook against the loader: what staff copy from it works, and it leaves nothing out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Final, get_args, get_type_hints

import pytest

from kiosk.cli import parser
from kiosk.content.decode import fields_of
from kiosk.content.drawings import drawings
from kiosk.content.exhibition import (
    HOLDS,
    Arrangement,
    Credit,
    Display,
    Entry,
    Exhibition,
    Form,
    Hours,
    Idle,
    Language,
    Length,
    Prologue,
    Qualifier,
    Recording,
    Slide,
    Statistic,
    Term,
    Theme,
)
from kiosk.content.loader import load
from kiosk.content.problems import Code, ContentError, Problem, report
from kiosk.content.recordings import FORMS
from tests.content.sample import write_picture, write_recording, write_sample

HANDBOOK: Final = Path(__file__).parents[2] / "content" / "README.md"
TEXT: Final = HANDBOOK.read_text(encoding="utf-8")
EXAMPLES: Final[list[str]] = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)

FENCED: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
KIOSK: Final = re.compile(r"(?:\.venv/bin/)?kiosk ")
COMMANDS: Final = [
    line
    for block in re.findall(r"^```(?:sh|text)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if KIOSK.match(line)
]
MENTIONED: Final = [said for said in re.findall("`([^`]+)`", FENCED.sub("", TEXT)) if KIOSK.match(said)]
PICTURES: Final = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", TEXT)

SLIDES: Final = [example for example in EXAMPLES if example.startswith("  - kind:")]
FIGURES: Final = [example for example in EXAMPLES if example.startswith("      - fact:")]
THEMES: Final = [example for example in EXAMPLES if "\nslides:\n" in example]
SETTINGS: Final = [example for example in EXAMPLES if example not in {*SLIDES, *FIGURES, *THEMES}]
KINDS: Final = {kind.kind: kind for kind in get_args(Slide)}

HEAD: Final = """\
title: {zh: 手册, en: Handbook}
glaze: leaf
emblem: house
keywords:
  - {zh: 例子, en: Examples}
slides:
"""
COVER: Final = """\
  - kind: cover
    id: first
    facts: []
    lead: {zh: 手册里的例子。, en: Examples of the handbook.}
"""
SLIDE_OF_FIGURES: Final = """\
  - kind: statistics
    id: figures
    facts: [{facts}]
    title: {{zh: 数字, en: Figures}}
    statistics:
"""


def figures_slide(example: str) -> str:
    facts = ", ".join(re.findall(r"fact: (\S+)", example))
    return SLIDE_OF_FIGURES.format(facts=facts) + example


def kind_of(slide: str) -> str:
    return slide.split("\n", 1)[0].removeprefix("  - kind: ")


def problems(folder: Path, theme: str, setting: str = "") -> list[Problem]:
    """Of the sample with one more theme, the pictures that theme names, and other settings."""
    write_sample(folder)
    listed = folder / "exhibition.yaml"
    text = listed.read_text(encoding="utf-8").replace("development]", "development, handbook]")
    text += "hours: {open: 10:00, close: 16:00}\nillustrations: {zh: 画, en: A drawing}\n"
    for block in filter(None, re.split(r"^(?=\w)", setting, flags=re.MULTILINE)):
        line = re.compile(rf"^{block.split(':')[0]}:.*\n", re.MULTILINE)
        assert line.search(text) or line.search(theme), f"the sample has no place for {block}"
        text, theme = line.sub(block, text), line.sub(block, theme)
    listed.write_text(text, encoding="utf-8")
    (folder / "themes" / "handbook.yaml").write_text(theme, encoding="utf-8")
    for name in re.findall(r"image: (\S+)", theme):
        write_picture(folder / "photos" / name)
    for name in re.findall(r"(\S+\.m4a)", theme):
        write_recording(folder / "audio" / name)
    try:
        return list(load(folder).warnings)
    except ContentError as error:
        return list(error.problems)


def lengths_in(hint: object) -> list[Length]:
    own = [part for part in getattr(hint, "__metadata__", ()) if isinstance(part, Length)]
    return own + [length for part in get_args(hint) for length in lengths_in(part)]


def in_chinese(found: list[Problem]) -> str:
    return report(found, Language.ZH) if found else ""


def test_the_handbook_shows_every_kind_of_slide() -> None:
    assert {kind_of(slide) for slide in SLIDES} == set(KINDS)


def test_the_handbook_names_every_form_of_a_recording() -> None:
    section = TEXT.split("## 录音\n")[1].split("\n## ")[0]
    assert [form for form in FORMS.values() if form not in section] == []


@pytest.mark.parametrize("slide", SLIDES, ids=kind_of)
def test_a_slide_of_the_handbook_can_be_shown_as_it_is(slide: str, tmp_path: Path) -> None:
    before = "" if kind_of(slide) == "cover" else COVER
    assert in_chinese(problems(tmp_path, HEAD + before + slide)) == ""


def test_a_figure_of_the_handbook_can_be_shown_as_it_is(tmp_path: Path) -> None:
    assert FIGURES
    for number, figure in enumerate(FIGURES):
        found = problems(tmp_path / str(number), HEAD + COVER + figures_slide(figure))
        assert in_chinese(found) == ""


def test_a_theme_of_the_handbook_can_be_shown_as_it_is(tmp_path: Path) -> None:
    assert THEMES
    for number, theme in enumerate(THEMES):
        assert in_chinese(problems(tmp_path / str(number), theme)) == ""


def test_the_settings_of_the_handbook_can_be_taken_as_they_are(tmp_path: Path) -> None:
    assert SETTINGS
    for number, setting in enumerate(SETTINGS):
        found = problems(tmp_path / str(number), HEAD + COVER, setting)
        told = [problem for problem in found if problem.code is not Code.UNUSED_GLAZE]
        assert in_chinese(told) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_slide_is_explained_and_shown(kind: str) -> None:
    section = re.split(rf"^### .*`{kind}`$", TEXT, flags=re.MULTILINE)[1].split("\n### ")[0].split("\n## ")[0]
    shared = TEXT.split("## 加一张幻灯片\n")[1].split("\n## ")[0]
    example = next(slide for slide in SLIDES if kind_of(slide) == kind)
    example += TEXT.split("## 录音\n")[1].split("\n## ")[0]
    for field in fields_of(KINDS[kind]):
        assert f"\n| `{field.key}` |" in section + shared, f"{field.key} is not explained"
        assert f" {field.key}:" in example, f"{field.key} is not shown"


@pytest.mark.parametrize("record", [Statistic, Entry, Hours, Idle, Recording])
def test_every_field_of_a_figure_an_entry_hours_idling_and_a_recording_is_explained(record: type) -> None:
    for field in fields_of(record):
        assert f"\n| `{field.key}` |" in TEXT, field.key


def test_every_word_staff_can_choose_is_listed() -> None:
    drawn = drawings(HANDBOOK.parent / "emblems")
    words = {*Arrangement, *Display, *Qualifier, *drawn[Form.PICTOGRAM], *drawn[Form.EMBLEM]}
    assert len(words) > 30
    assert [word for word in sorted(words) if f"`{word}`" not in TEXT] == []


def test_how_many_entries_an_arrangement_holds_is_told() -> None:
    table = TEXT.split("## 摆开几件事\n")[1].split("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \|.*\| (\d)到(\d) \|", table, re.MULTILINE)
    assert told == [(name, str(room.least), str(room.most)) for name, room in HOLDS.items()]


def test_every_drawing_of_a_figure_has_an_example() -> None:
    written = {
        word
        for example in EXAMPLES
        for word in re.findall(r"^        display: (\S+)$", example, re.MULTILINE)
    }
    plain = {Display.NUMBER, Display.PATH, Display.BAR, Display.RANK}
    assert {str(display) for display in set(Display) - plain} <= written


def test_the_lengths_in_the_handbook_are_those_of_the_wall() -> None:
    table = TEXT.split("## 能放多少字\n")[1].split("\n## ")[0]
    told = {(int(zh), int(en)) for zh, en in re.findall(r"\| (\d+) \| (\d+) \|$", table, re.MULTILINE)}
    records = [Exhibition, Prologue, Theme, Statistic, Entry, Term, Credit, *get_args(Slide)]
    hints = [hint for record in records for hint in get_type_hints(record, include_extras=True).values()]
    lengths = {length for hint in hints for length in lengths_in(hint)}
    assert lengths
    assert {(length.zh, length.en) for length in lengths} == told


def test_the_report_in_the_handbook_names_problems_there_are() -> None:
    codes = re.findall(r"^content/\S+:\d+:\d+: 错误 (\S+)$", TEXT, re.MULTILINE)
    assert len(codes) == 3
    assert set(codes) <= set(Code)


def refusal(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command line says against it, or nothing."""
    try:
        parser().parse_args(shlex.split(command, comments=True)[1:])
    except SystemExit:
        return capsys.readouterr().err
    return ""


def test_every_command_in_the_handbook_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert COMMANDS
    assert [command for command in COMMANDS if refusal(command, capsys)] == []


def test_every_command_the_handbook_names_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Within a sentence what a command needs may be left out."""
    assert MENTIONED
    refused = {command: refusal(command, capsys) for command in MENTIONED}
    wanting = re.compile("the following arguments are required|one of the arguments .* is required")
    assert [command for command, said in refused.items() if said and not wanting.search(said)] == []


def test_every_picture_of_the_handbook_is_there_and_told_in_words() -> None:
    assert [path for _, path in PICTURES if not (HANDBOOK.parent / path).is_file()] == []
    assert [path for told, path in PICTURES if not re.search("[\u4e00-\u9fff]{4}", told)] == []


def test_every_picture_made_for_the_handbook_is_in_it() -> None:
    made = {path.relative_to(HANDBOOK.parent).as_posix() for path in HANDBOOK.parent.glob("handbook/*")}
    assert made
    assert made - {path for _, path in PICTURES} == set()
