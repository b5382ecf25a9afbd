"""What is said when nothing can be shown: one sentence, one remedy, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.content.loader import load
from kiosk.content.problems import ContentError
from kiosk.failure import Failure
from kiosk.hall.refusal import Refusal, refusal_of
from tests.content.sample import write_sample

HAN = re.compile(r"[\u4e00-\u9fff]")


def refused(error: BaseException) -> Refusal:
    refusal = refusal_of(error)
    assert HAN.search(refusal.said.zh)
    assert refusal.said.en.endswith(".")
    assert not HAN.search(refusal.said.en + refusal.remedy.en)
    return refusal


def test_a_failure_says_what_is_wrong_and_then_what_to_do() -> None:
    refusal = refused(Failure("缺少字体 A.ttf。请重新安装 / the font A.ttf is missing. Install it again"))
    assert (refusal.said.zh, refusal.remedy.zh) == ("缺少字体 A.ttf。", "请重新安装。")
    assert (refusal.said.en, refusal.remedy.en) == ("The font A.ttf is missing.", "Install it again.")


def test_content_is_refused_with_file_and_line(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "content")
    page = folder / "exhibition.yaml"
    text = page.read_text(encoding="utf-8").replace("year: 2020", "year: MMXX").replace("place:", "plaice:")
    page.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load(folder)
    refusal = refused(raised.value)
    assert re.fullmatch(rf"{re.escape(str(page))}:\d+:\d+   \S.*", refusal.place)
    assert "另有" in refusal.remedy.zh
    assert str(refusal).startswith(refusal.place)


@pytest.mark.parametrize(
    ("error", "named", "remedy"),
    [
        (ModuleNotFoundError("No module named 'kiosk.x'", name="kiosk.x"), "kiosk.x", "重新安装"),
        (
            ImportError("libQt6Quick.so.6: cannot open shared object file: No such file"),
            "libQt6Quick",
            "重新",
        ),
        (ImportError("/a/b/QtGui.abi3.so: file too short", name="QtGui"), "QtGui.abi3.so", "重新安装"),
        (SyntaxError("bad", ("a/stage.py", 1, 1, "")), "a/stage.py", "重新安装"),
        (EOFError("marshal data too short"), "marshal data too short", "重新安装"),
    ],
)
def test_a_damaged_program_is_to_be_installed_again(error: Exception, named: str, remedy: str) -> None:
    refusal = refused(error)
    assert named in refusal.said.zh
    assert named in refusal.said.en
    assert remedy in refusal.said.zh + refusal.remedy.zh
    assert refusal.foreseen


def test_a_library_of_the_system_is_named_as_such() -> None:
    refusal = refused(ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"))
    assert refusal.said.en == "The system lacks libEGL.so.1."


@pytest.mark.parametrize("error", [MemoryError(), KeyError("x"), RecursionError("deep")])
def test_what_nobody_foresaw_is_told_as_that(error: Exception) -> None:
    refusal = refused(error)
    assert not refusal.foreseen
    assert refusal.remedy.zh


def test_a_disk_is_told_with_the_file() -> None:
    refusal = refused(OSError(28, "No space left on device", "/var/x"))
    assert refusal.place == "/var/x"
    assert "磁盘已满" in refusal.said.zh
