from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from kiosk.content.exhibition import Language
from kiosk.content.problems import Code
from kiosk.content.translations import RECORD
from kiosk.desk.check import Asked, Format, check
from kiosk.failure import Failure
from tests.content.sample import write_sample

ZH, EN = Asked(), Asked(language=Language.EN)
JSON, LINES = Asked(format=Format.JSON), Asked(format=Format.LINES)
STRICT, CHECKED = Asked(strict=True), Asked(english_checked=True)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def said(folder: Path, asked: Asked = ZH) -> tuple[int, str]:
    stream = StringIO()
    return check(folder, asked, stream), stream.getvalue()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The sample, with the record of which English belongs to which Chinese."""
    folder = write_sample(tmp_path / "content")
    said(folder, CHECKED)
    return folder


def change(folder: Path, before: str, after: str) -> None:
    path = folder / "themes" / "livelihood.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def broken(content: Path) -> Path:
    """With a word nobody knows in line 25."""
    change(content, "kind: photo", "kind: foto")
    return content


@pytest.fixture
def doubtful(content: Path) -> Path:
    """With a theme that is not shown."""
    (content / "themes" / "old.yaml").write_text("title: x\n", encoding="utf-8")
    return content


def test_a_sound_exhibition_is_said_to_be_fit(content: Path) -> None:
    assert said(content) == (0, "可以展出：2 个主题，11 张幻灯片，1 张图片。\n")
    assert said(content, EN) == (0, "Fit to be shown: 2 themes, 11 slides, 1 picture.\n")


def test_problems_are_printed_and_the_code_is_one(broken: Path) -> None:
    code, text = said(broken)
    assert code == 1
    assert "livelihood.yaml:25:11: 错误 bad-word" in text
    assert " 25 |   - kind: foto\n    |           ^~~~\n" in text
    assert text.endswith("想知道更多：kiosk explain bad-word\n共 1 个错误\n")


def test_in_english_no_chinese_is_said_but_that_of_the_content(broken: Path) -> None:
    code, text = said(broken, EN)
    assert code == 1
    assert text.endswith("To learn more: kiosk explain bad-word\n1 error\n")
    assert not re.search("[\u3000-\u9fff]", text)


def test_warnings_alone_leave_the_code_at_zero(doubtful: Path) -> None:
    code, text = said(doubtful)
    assert code == 0
    assert "提醒 unused-file" in text
    assert text.endswith("共 1 条提醒\n可以展出：2 个主题，11 张幻灯片，1 张图片。\n")


def test_to_the_strict_a_warning_is_an_error(doubtful: Path) -> None:
    code, text = said(doubtful, STRICT)
    assert code == 1
    assert "错误 unused-file" in text
    assert "提醒" not in text
    assert text.endswith("共 1 个错误\n")


def test_a_missing_folder_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    code, text = said(tmp_path / "none", EN)
    assert code == 1
    assert "error no-folder" in text


def test_an_editor_is_told_places_and_what_to_do(broken: Path) -> None:
    code, text = said(broken, JSON)
    told = json.loads(text)
    assert code == 1
    assert (told["version"], told["fit"], told["errors"], told["warnings"]) == (1, False, 1, 0)
    (problem,) = told["problems"]
    assert problem == {
        "file": "themes/livelihood.yaml",
        "path": str(broken / "themes" / "livelihood.yaml"),
        "line": 25,
        "column": 11,
        "end_column": 15,
        "severity": "error",
        "code": "bad-word",
        "message": "没有 “foto” 这个选项。",
        "remedy": problem["remedy"],
        "edit": problem["edit"],
    }
    assert json.loads(said(broken, Asked(language=Language.EN, format=Format.JSON))[1])["problems"][0][
        "message"
    ].startswith("There is no")


def test_json_of_a_sound_or_a_missing_exhibition_has_the_same_shape(content: Path, tmp_path: Path) -> None:
    sound, missing = (json.loads(said(folder, JSON)[1]) for folder in (content, tmp_path / "none"))
    assert sound.keys() == missing.keys()
    assert (sound["fit"], sound["problems"]) == (True, [])
    assert [(p["code"], p["line"], p["column"]) for p in missing["problems"]] == [("no-folder", 0, 0)]


def test_a_loop_of_links_is_told_to_an_editor_too(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    code, text = said(loop, JSON)
    assert (code, [problem["code"] for problem in json.loads(text)["problems"]]) == (1, ["no-folder"])


def test_a_line_each_is_what_editors_match(doubtful: Path) -> None:
    change(doubtful, "kind: photo", "kind: foto")
    rows = said(doubtful, LINES)[1].splitlines()
    found = [re.fullmatch(r"(.+):(\d+):(\d+): (error|warning): .+ \[([a-z-]+)\]", row) for row in rows]
    assert [match.group(2, 3, 4, 5) for match in found if match] == [
        ("25", "11", "error", "bad-word"),
        ("26", "1", "warning", "unused-file"),
    ]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What is said to a terminal of so many columns."""
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WT_SESSION", "1")

    def told(folder: Path, asked: Asked = ZH, columns: int = 80) -> str:
        monkeypatch.setenv("COLUMNS", str(columns))
        stream = Terminal()
        check(folder, asked, stream)
        return stream.getvalue()

    return told


def test_a_terminal_has_colours_and_a_pipe_has_none(broken: Path, terminal: Callable[..., str]) -> None:
    coloured = terminal(broken)
    assert "\x1b[1;31m错误 bad-word\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal(broken, columns=110)).replace("\n", "") == said(broken)[
        1
    ].replace("\n", "")


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colours_gets_none(
    broken: Path, terminal: Callable[..., str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in terminal(broken)


def test_machines_get_no_colours_even_on_a_terminal(broken: Path, terminal: Callable[..., str]) -> None:
    assert "\x1b" not in terminal(broken, JSON) + terminal(broken, LINES)


@pytest.mark.parametrize("columns", [44, 60, 100])
@pytest.mark.parametrize("asked", [ZH, EN], ids=["zh", "en"])
def test_nothing_is_wider_than_the_terminal(
    broken: Path, terminal: Callable[..., str], monkeypatch: pytest.MonkeyPatch, columns: int, asked: Asked
) -> None:
    monkeypatch.chdir(broken)
    rows = re.sub(r"\x1b\[[0-9;]*m", "", terminal(broken, asked, columns)).splitlines()
    assert len(rows) > 6
    for row in rows:
        assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in row) <= columns
        assert not row.strip().startswith(tuple("，。、；：！？）》”’"))


# English and its Chinese


def test_chinese_changed_alone_is_told_again_and_again(content: Path) -> None:
    change(content, "zh: 便民服务大厅", "zh: 政务服务大厅")
    for _ in range(2):
        code, text = said(content)
        assert (code, text.count("提醒 english-stale")) == (0, 1)
        assert "政务服务大厅" in text


def test_the_english_that_follows_is_learnt_in_silence(content: Path) -> None:
    change(content, "{zh: 便民服务大厅, en: The service hall}", "{zh: 政务服务大厅, en: The hall}")
    assert "english-stale" not in said(content)[1]
    change(content, "zh: 政务服务大厅", "zh: 服务大厅")
    assert "english-stale" in said(content)[1]


def test_who_has_looked_is_not_told_again(content: Path) -> None:
    change(content, "zh: 便民服务大厅", "zh: 政务服务大厅")
    code, text = said(content, CHECKED)
    assert code == 0
    assert text.startswith("已记下")
    assert said(content)[1].startswith("可以展出")


@pytest.mark.parametrize("asked", [JSON, LINES], ids=lambda asked: asked.format)
def test_an_editor_that_looks_between_two_saves_records_nothing(content: Path, asked: Asked) -> None:
    change(content, "en: The service hall", "en: The hall")
    said(content, asked)
    change(content, "zh: 便民服务大厅", "zh: 政务服务大厅")
    assert said(content, asked)[1].count("english-stale") == 0
    change(content, "zh: 一座大厅", "zh: 大厅")
    assert said(content, asked)[1].count("english-stale") == 1


def files(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_check_writes_nothing_but_the_record_and_that_only_for_what_is_new(content: Path) -> None:
    before = files(content)
    said(content)
    assert files(content) == before
    change(content, "en: The service hall", "en: The hall")
    before = files(content)
    said(content)
    after = files(content)
    assert before.keys() == after.keys()
    assert [name for name in after if after[name] != before[name]] == [RECORD]


def test_nothing_at_all_is_written_for_content_with_errors(broken: Path) -> None:
    change(broken, "en: The service hall", "en: The hall")
    before = files(broken)
    assert said(broken)[0] == said(broken, CHECKED)[0] == 1
    assert files(broken) == before


def test_without_a_record_none_is_made_and_the_way_to_one_is_told(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    before = files(folder)
    code, text = said(folder)
    assert code == 0
    assert "kiosk check --english-checked" in text.splitlines()[0]
    assert files(folder) == before


def no_room(*_: object) -> None:
    raise OSError(30, "Read-only file system")


def test_where_nothing_can_be_written_a_check_is_silent_about_it(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(content, "en: The service hall", "en: The hall")
    monkeypatch.setattr(os, "fsync", no_room)
    assert said(content) == (0, "可以展出：2 个主题，11 张幻灯片，1 张图片。\n")


def test_where_nothing_can_be_written_a_looker_is_told(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(content, "en: The service hall", "en: The hall")
    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(Failure, match="Read-only file system"):
        said(content, CHECKED)


def test_a_record_that_links_elsewhere_is_told_with_all_else(content: Path, tmp_path: Path) -> None:
    (content / RECORD).unlink()
    (content / RECORD).symlink_to(tmp_path)
    code, text = said(content, CHECKED)
    assert code == 0
    assert f"提醒 {Code.LINK_OUTSIDE}" in text
    assert "改法：删去 translations.lock" in text
    assert "已记下" not in text
