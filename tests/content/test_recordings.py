"""A slide may be read aloud by a recording: found, of a form that plays, and called what it is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kiosk.content.exhibition import Language, Recording, Slide
from kiosk.content.loader import load
from kiosk.content.pictures import Fault, Finding
from kiosk.content.problems import Code, ContentError, Problem, report
from kiosk.content.recordings import FORMS, form_of, inspect
from tests.content.sample import HEADS, write_recording, write_sample

PLACE = "    section: {zh: 教育, en: Education}\n"


def write_with(folder: Path, audio: str) -> Path:
    """The sample, with a line in the slide of figures."""
    write_sample(folder)
    theme = folder / "themes" / "livelihood.yaml"
    text = theme.read_text(encoding="utf-8")
    assert PLACE in text
    theme.write_text(text.replace(PLACE, f"{PLACE}    audio: {audio}\n"), encoding="utf-8")
    return folder


def slide_of(folder: Path) -> Slide:
    return load(folder).exhibition.themes[0].slides[1]


def found_in(folder: Path) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        load(folder)
    return list(caught.value.problems)


def test_a_slide_knows_its_recordings(tmp_path: Path) -> None:
    folder = write_with(tmp_path, "{zh: a.m4a, en: english/b.mp3}")
    chinese = write_recording(folder / "audio" / "a.m4a").resolve()
    english = write_recording(folder / "audio" / "english" / "b.mp3", "MP3").resolve()
    recording = slide_of(folder).audio
    assert recording == Recording(zh=chinese, en=english)
    assert [recording.of(language) for language in Language] == [chinese, english]


def test_one_language_may_be_recorded_alone(tmp_path: Path) -> None:
    folder = write_with(tmp_path, "{en: b.m4a}")
    write_recording(folder / "audio" / "b.m4a")
    recording = slide_of(folder).audio
    assert recording
    assert recording.zh is None


def test_every_kind_of_slide_may_be_recorded(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    write_recording(folder / "audio" / "a.m4a")
    for theme in (folder / "themes").iterdir():
        text = theme.read_text(encoding="utf-8").replace(
            "\n    facts:", "\n    audio: {zh: a.m4a}\n    facts:"
        )
        theme.write_text(text, encoding="utf-8")
    slides = [slide for theme in load(folder).exhibition.themes for slide in theme.slides]
    assert len({slide.kind for slide in slides}) == 6
    assert all(slide.audio for slide in slides)


@pytest.mark.parametrize(
    ("audio", "code", "word"),
    [
        ("{zh: b.m4a}", Code.AUDIO_MISSING, "是不是 a.m4a"),
        ("{zh: x.wav}", Code.AUDIO_MISSING, "audio/"),
        ("{zh: A.m4a}", Code.AUDIO_CASE, "写成 a.m4a"),
        ("{zh: ../photos/service-hall.jpg}", Code.AUDIO_PATH, "audio/"),
        ("{zh: 'C:\\audio\\a.m4a'}", Code.AUDIO_PATH, "写成 a.m4a"),
        ("{zh: /etc/passwd}", Code.AUDIO_PATH, "写成 passwd"),
        ("{}", Code.MISSING_KEY, "zh: 文件名"),
        ("a.m4a", Code.WRONG_TYPE, "zh: …"),
        ("{cn: a.m4a}", Code.UNKNOWN_KEY, "zh"),
        ("", Code.WRONG_TYPE, "zh: …"),
    ],
)
def test_a_recording_that_is_not_there_is_a_problem_with_a_remedy(
    tmp_path: Path, audio: str, code: Code, word: str
) -> None:
    folder = write_with(tmp_path, audio)
    write_recording(folder / "audio" / "a.m4a")
    found, *_ = found_in(folder)
    assert (found.code, found.source.strip()) == (code, f"audio: {audio}".strip())
    assert word in report([found], Language.ZH)


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (HEADS["MP3"], Code.AUDIO_FORMAT, ("改名为 a.mp3", "Rename the file to a.mp3")),
        (b"\xff\xd8\xff\xe0 a picture", Code.AUDIO_FORMAT, ("另存为 M4A", "Save it as M4A")),
        (b"", Code.AUDIO_FORMAT, ("另存为 M4A", "Save it as M4A")),
        (b"\0" * 40_000_001, Code.AUDIO_TOO_BIG, ("最多 40 MB", "40 MB is the most")),
    ],
)
def test_a_recording_that_cannot_be_played_is_named_where_a_slide_names_it(
    tmp_path: Path, data: bytes, code: Code, words: tuple[str, str]
) -> None:
    folder = write_with(tmp_path, "{zh: a.m4a}")
    write_recording(folder / "audio" / "a.m4a").write_bytes(data)
    (found,) = found_in(folder)
    assert (found.code, found.source.strip()) == (code, "audio: {zh: a.m4a}")
    assert words[0] in report([found], Language.ZH)
    assert words[1] in report([found], Language.EN)


@pytest.mark.parametrize("ending", FORMS)
def test_a_recording_of_every_form_passes(tmp_path: Path, ending: str) -> None:
    path = write_recording(tmp_path / f"a{ending.upper()}", FORMS[ending])
    assert inspect(path) is None


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"\xff\xfb\x90\x00", "MP3"),
        (b"\xff\xf3\x40\xc0", "MP3"),
        (b"\xff\xf1\x50\x80", ""),
        (b"\xff\xd8\xff\xe0", ""),
        (b"RIFF\0\0\0\0WEBP", ""),
        (b"#!AMR\n", ""),
        (b"\xff", ""),
    ],
)
def test_a_form_is_told_by_the_first_bytes(data: bytes, form: str) -> None:
    assert form_of(data) == form


def test_a_recording_called_what_it_is_not_is_told_what_it_is(tmp_path: Path) -> None:
    assert inspect(write_recording(tmp_path / "a.wma", "WAV")) == Finding(Fault.FORMAT, "WAV")


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFO")
def test_a_pipe_a_folder_and_nothing_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.m4a")
    (tmp_path / "folder.m4a").mkdir()
    assert inspect(tmp_path / "pipe.m4a") == Finding(Fault.IRREGULAR)
    assert inspect(tmp_path / "none.m4a") == Finding(Fault.MISSING)
    found = inspect(tmp_path / "folder.m4a")
    assert found
    assert found.fault in (Fault.IRREGULAR, Fault.UNREADABLE)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_recording_that_is_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = write_with(tmp_path / "content", "{zh: a.m4a}")
    outside = write_recording(tmp_path / "a.m4a")
    (folder / "audio").mkdir()
    (folder / "audio" / "a.m4a").symlink_to(outside)
    (found,) = found_in(folder)
    assert found.code is Code.LINK_OUTSIDE


def test_a_recording_and_a_picture_nobody_uses_are_pointed_out(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    unused = [
        write_recording(folder / "audio" / "old" / "a.m4a").resolve(),
        write_recording(folder / "photos" / "b.jpg").resolve(),
    ]
    for name in (".DS_Store", "Thumbs.db"):
        write_recording(folder / "audio" / name)
    warnings = load(folder).warnings
    assert {warning.code for warning in warnings} == {Code.UNUSED_FILE}
    assert sorted(warning.path for warning in warnings) == sorted(unused)
