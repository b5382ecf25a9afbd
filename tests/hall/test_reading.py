"""hall.yaml, right and wrong: each is read or refused at its line, and nothing else ever happens."""

from __future__ import annotations

import dataclasses
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.content.exhibition import Idle, Language
from kiosk.content.problems import Code, ContentError, Problem
from kiosk.doctor.origins import keys, spoken
from kiosk.hall.reading import lines_of, read
from kiosk.hall.settings import IdleTimes, Renderer, Rotation, Settings, Written
from kiosk.visit import Comfort

TEMPLATE: Final = Path(__file__).parents[2] / "packaging" / "hall.yaml"

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(text: str) -> Path:
        file = tmp_path / "hall.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return writing


def problems(file: Path) -> list[Problem]:
    """All that is wrong in it."""
    with pytest.raises(ContentError) as refused:
        read(file)
    return list(refused.value.problems)


# --- what is right -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        ("content: /srv/展览", Settings(content=Path("/srv/展览"))),
        ("language: en", Settings(language=Language.EN)),
        ("display: 2", Settings(display="2")),
        ("display: HDMI-1", Settings(display="HDMI-1")),
        (r"display: \\.\DISPLAY2", Settings(display=r"\\.\DISPLAY2")),
        ("diagonal: 55in", Settings(diagonal=55 * 25.4)),
        ("diagonal: 1400mm", Settings(diagonal=1400)),
        ("rotation: 0", Settings(rotation=Rotation.NONE)),
        ("rotation: 90", Settings(rotation=Rotation.RIGHT)),
        ("rotation: '270'", Settings(rotation=Rotation.LEFT)),
        ("renderer: auto", Settings(renderer=Renderer.AUTO)),
        ("renderer: software", Settings(renderer=Renderer.SOFTWARE)),
        ("comfort: []", Settings(comfort=())),
        ("comfort: large-text", Settings(comfort=(Comfort.LARGE_TEXT,))),
        (
            "comfort: [low-reach, read-aloud]",
            Settings(comfort=(Comfort.LOW_REACH, Comfort.READ_ALOUD)),
        ),
        ("idle:\n  ask_after: 120s", Settings(idle=IdleTimes(ask_after=120))),
        ("idle:\n  ask_at_most: 120s", Settings(idle=IdleTimes(ask_at_most=120))),
        ("idle:\n  answer_within: 20s", Settings(idle=IdleTimes(answer_within=20))),
    ],
)
def test_every_key_says_what_it_says(write: Write, line: str, settings: Settings) -> None:
    assert read(write(f"# 展厅 / hall\n{line}\n")).settings == settings


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释 / only comments\n", "\ufeff# a mark\n"])
def test_an_empty_file_sets_nothing(write: Write, text: str) -> None:
    file = write(text)
    assert read(file) == Written(file)


def test_each_value_is_known_by_its_line(write: Write) -> None:
    file = write("# 一\nlanguage: en\n\nidle:\n  # 二\n  ask_after: 90s\n")
    written = read(file)
    assert [written.line_of(key) for key in ("language", "idle.ask_after", "display")] == [2, 6, None]
    assert lines_of(file) == {"language": 2, "idle": 4, "idle.ask_after": 6}


def test_a_relative_content_folder_lies_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    file = tmp_path / "stick" / "hall.yaml"
    file.write_text("content: ../exhibition\n", encoding="utf-8")
    assert read(file).settings.content == tmp_path / "stick" / ".." / "exhibition"


def test_a_content_folder_may_be_named_from_home(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/museum")
    monkeypatch.setenv("USERPROFILE", "/home/museum")
    assert read(write("content: ~/展览\n")).settings.content == Path("/home/museum/展览")


def test_the_home_of_a_user_nobody_knows_is_a_folder_that_is_not_there(write: Write) -> None:
    file = write("content: ~nobody-by-this-name/x\n")
    assert read(file).settings.content == file.parent / "~nobody-by-this-name" / "x"


def test_a_link_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "srv").mkdir()
    (tmp_path / "srv" / "shared.yaml").write_text("language: en\ncontent: museum\n", encoding="utf-8")
    link = tmp_path / "etc" / "hall.yaml"
    link.symlink_to(tmp_path / "srv" / "shared.yaml")
    written = read(link)
    assert written.path == link
    assert written.settings.language is Language.EN
    assert written.settings.content == tmp_path / "etc" / "museum"


# --- what is wrong -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "line", "remedy"),
    [
        ("language：zh", Code.WIDE_COLON, 1, "language: "),
        ("idle:\n\task_after: 90s", Code.TAB, 2, ""),
        ("language:zh", Code.COLON_SPACE, 1, ""),
        ("\nlanguge: zh", Code.UNKNOWN_KEY, 2, "language"),
        ("screen: 2", Code.UNKNOWN_KEY, 1, ""),
        ("idle:\n  ask_afer: 90s", Code.UNKNOWN_KEY, 2, "ask_after"),
        ("language: fr", Code.BAD_WORD, 1, "zh"),
        ("language: 中文", Code.BAD_WORD, 1, "zh"),
        ("rotation: 45", Code.BAD_WORD, 1, "90"),
        ("rotation: 90°", Code.BAD_WORD, 1, "90"),
        ("renderer: sofware", Code.BAD_WORD, 1, "software"),
        ("comfort: [large-txt]", Code.BAD_WORD, 1, "large-text"),
        ("diagonal: 55", Code.BAD_LENGTH, 1, "55in"),
        ("diagonal: 55寸", Code.BAD_LENGTH, 1, "55in"),
        ("diagonal: 2in", Code.OUT_OF_BOUNDS, 1, ""),
        ("diagonal: 900in", Code.OUT_OF_BOUNDS, 1, ""),
        ("idle:\n  ask_after: soon", Code.BAD_DURATION, 2, "75s"),
        ("idle:\n  ask_after: 5s", Code.OUT_OF_BOUNDS, 2, ""),
        ("idle:\n  answer_within: 601s", Code.OUT_OF_BOUNDS, 2, ""),
        ("idle:\n  ask_after: 100s\n  ask_at_most: 90s", Code.IDLE_ORDER, 2, "90s"),
        ("idle: 90s", Code.WRONG_TYPE, 1, "ask_after"),
        ("language: zh\nlanguage: en", Code.DUPLICATE_KEY, 2, ""),
        ("content:", Code.EMPTY_TEXT, 1, ""),
        ("content: ''", Code.EMPTY_TEXT, 1, ""),
        ("content: [a, b]", Code.WRONG_TYPE, 1, ""),
        ("display: {name: HDMI-1}", Code.WRONG_TYPE, 1, ""),
        ("- language: zh", Code.WRONG_TYPE, 1, ""),
        ("language: zh\n---\nlanguage: en", Code.DOCUMENTS, 2, ""),
        ("display: &a 1", Code.ANCHOR, 1, ""),
    ],
)
def test_what_is_wrong_is_refused_at_its_line(
    write: Write, text: str, code: Code, line: int, remedy: str
) -> None:
    (problem,) = problems(write(f"{text}\n"))
    assert (problem.code, problem.line) == (code, line)
    assert remedy in problem.remedy.zh
    assert remedy in problem.remedy.en
    assert re.search("[\u4e00-\u9fff]", problem.message.zh)
    assert problem.message.en.isascii() or "“" in problem.message.en


def test_all_that_is_wrong_is_told_at_once(write: Write) -> None:
    found = problems(write("language: fr\nrotation: 45\nidle:\n  ask_after: 1s\n"))
    assert [problem.line for problem in found] == [1, 2, 4]


def test_no_repair_is_offered_that_kiosk_fix_would_not_make(write: Write) -> None:
    (problem,) = problems(write("language：zh\n"))
    assert problem.edit is None


def test_a_file_saved_as_gbk_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "hall.yaml"
    file.write_bytes("# 展厅的设置，只管这一台机器\nlanguage: zh\n".encode("gbk"))
    (problem,) = problems(file)
    assert problem.code is Code.ENCODING
    assert "GBK" in problem.message.zh + problem.remedy.zh


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path / "hall.yaml")
    assert problem.code is Code.NO_FILE
    assert "hall.yaml" in problem.message.en


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "hall.yaml").mkdir()
    (problem,) = problems(tmp_path / "hall.yaml")
    assert problem.code is Code.NOT_A_FILE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_its_place_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hall.yaml")
    (problem,) = problems(tmp_path / "hall.yaml")
    assert problem.code is Code.NOT_A_FILE


def test_links_that_lead_round_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "hall.yaml").symlink_to(tmp_path / "other.yaml")
    (tmp_path / "other.yaml").symlink_to(tmp_path / "hall.yaml")
    (problem,) = problems(tmp_path / "hall.yaml")
    assert problem.code is Code.UNREADABLE


def test_a_file_that_may_not_be_read_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed to read everything: the system's refusal is put in its place."""
    file = write("language: zh\n")

    def refuse(*_arguments: object, **_named: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (problem,) = problems(file)
    assert problem.code is Code.UNREADABLE
    assert "Permission denied" in problem.message.en


WORDS: Final = (
    *(item.name for item in dataclasses.fields(Settings)),
    *("ask_after", ": ", "：", "\n", "  ", "\t", "- ", "zh", "90", "55in", "75s", "[", "]", "{", "}"),
    *("#", "'", '"', "&a", "*a", "!!x", "|", "\x00", "~"),
)


def outcome(data: bytes) -> Written | ContentError:
    """What comes of a file of these bytes; anything else that is raised fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "hall.yaml"
        file.write_bytes(data)
        try:
            return read(file)
        except ContentError as refused:
            return refused


@given(st.binary(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=40).map("".join).map(str.encode))
@example(b"\xff\xfe")
@example(b"idle:\n  ask_after: 90s\n  ask_at_most: 80s\n")
@example(b'content: "\\uD800"\n')
def test_any_bytes_are_settings_or_refused(data: bytes) -> None:
    match outcome(data):
        case ContentError(problems=problems):
            assert problems
        case Written(settings=settings):
            assert isinstance(settings, Settings)


# --- the template ------------------------------------------------------------------------------------


def uncommented() -> str:
    """The template with every setting switched on: of the lines with a hash, those that are one."""
    text = TEMPLATE.read_text(encoding="utf-8")
    return re.sub(r"(?m)^# (?=(?:  )?[a-z_]+:(?: |$))", "", text)


def test_the_template_sets_nothing() -> None:
    assert read(TEMPLATE).settings == Settings()


def test_the_template_has_every_key_there_is(write: Write) -> None:
    settings = read(write(uncommented())).settings
    assert [key for key in keys() if spoken(settings, key) is None] == []


def test_the_template_names_the_defaults(write: Write) -> None:
    settings = read(write(uncommented())).settings
    assert settings.idle
    assert dataclasses.asdict(settings.idle) == dataclasses.asdict(Idle())
    assert (settings.display, settings.rotation, settings.renderer) == ("1", Rotation.NONE, Renderer.AUTO)


def test_the_template_names_every_word_that_may_be_chosen() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    words = [*Language, *Rotation, *Renderer, *Comfort]
    assert [word for word in words if word.value not in text] == []


def test_the_template_explains_in_both_languages() -> None:
    blocks = TEMPLATE.read_text(encoding="utf-8").split("\n\n")
    assert len(blocks) > 8
    for block in blocks:
        prose = [line for line in block.splitlines() if not re.match(r"# (?:  )?[a-z_]+:", line)]
        assert any(re.search("[\u4e00-\u9fff]", line) for line in prose), block
        assert any(re.search("[a-z]{4}", line) and not re.search("[\u4e00-\u9fff]", line) for line in prose)
