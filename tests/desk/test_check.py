from __future__ import annotations

from io import StringIO
from pathlib import Path

from kiosk.content.exhibition import Language
from kiosk.desk.check import Asked, check
from tests.content.sample import write_sample


def said(folder: Path, language: Language = Language.ZH) -> tuple[int, str]:
    stream = StringIO()
    return check(folder, Asked(language=language), stream), stream.getvalue()


def test_a_sound_exhibition_is_said_to_be_fit(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    assert said(folder) == (0, "可以展出：2 个主题，11 张幻灯片，1 张图片。\n")
    assert said(folder, Language.EN) == (0, "Fit to be shown: 2 themes, 11 slides, 1 picture.\n")


def test_problems_are_printed_and_the_code_is_one(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    theme = folder / "themes" / "livelihood.yaml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("kind: photo", "kind: foto"), encoding="utf-8")
    code, text = said(folder)
    assert code == 1
    assert "livelihood.yaml:25:11: 错误 bad-word" in text
    assert " 25 |   - kind: foto\n    |           ^~~~\n" in text
    assert text.endswith("共 1 个错误\n")


def test_warnings_alone_leave_the_code_at_zero(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    (folder / "themes" / "old.yaml").write_text("title: x\n", encoding="utf-8")
    code, text = said(folder)
    assert code == 0
    assert "提醒 unused-file" in text
    assert text.endswith("共 1 条提醒\n可以展出：2 个主题，11 张幻灯片，1 张图片。\n")


def test_a_missing_folder_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    code, text = said(tmp_path / "none", Language.EN)
    assert code == 1
    assert "error no-folder" in text


def test_checking_writes_nothing(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    said(folder)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
