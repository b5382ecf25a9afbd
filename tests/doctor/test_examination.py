"""`kiosk doctor` as installers and monitoring meet it: real processes on machines with and without faults."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from kiosk.doctor import examination as module
from kiosk.doctor import machine
from kiosk.doctor.examination import Start, examined
from kiosk.doctor.findings import Check, Grade
from kiosk.doctor.probe import Reason, Trouble
from kiosk.hall import graphics
from kiosk.hall.graphics import Experience, Found
from kiosk.hall.settings import Renderer
from tests.content.sample import write_sample

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 120
"""Seconds a command may take."""

SCREENS: Final = {
    "screens": [
        {"name": "HDMI-1", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
        {"name": "DP-2", "x": 1920, "y": 0, "width": 720, "height": 1280, "logicalDpi": 96, "dpr": 1.5},
    ]
}


def kiosk(folder: Path, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`kiosk doctor` as a user whose home is `folder`. A variable given as "" is taken away."""
    inherited = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    given = inherited | {"PYTHONPATH": str(ROOT), "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    given |= environment
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "doctor", *map(str, arguments)],
        cwd=folder,
        env={name: value for name, value in given.items() if value},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


@dataclass(frozen=True, slots=True)
class Told:
    """What a program reads, and what was there before and after."""

    done: subprocess.CompletedProcess[str]
    new: set[Path]

    @property
    def all(self) -> Any:
        return json.loads(self.done.stdout)

    def checks(self, name: Check) -> list[Any]:
        return [check for check in self.all["checks"] if check["check"] == name]

    def check(self, name: Check) -> Any:
        (found,) = self.checks(name)
        return found


def told(folder: Path, hall: str, *arguments: str, **environment: str) -> Told:
    file = folder / "hall.yaml"
    file.write_text(hall, encoding="utf-8")
    before = files(folder)
    done = kiosk(folder, "--hall", file, "--format", "json", *arguments, **environment)
    assert done.stderr == ""
    return Told(done, files(folder) - before)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A hall with two displays, of which the second is shown on, and staff's content."""
    folder = tmp_path_factory.mktemp("hall")
    write_sample(folder / "content")
    (folder / "screens.json").write_text(json.dumps(SCREENS), encoding="utf-8")
    return told(
        folder,
        "content: content\ndisplay: DP-2\nrotation: 90\ncomfort: [large-text]\nidle:\n  ask_after: 300s\n",
        "--lang",
        "en",
        QT_QPA_PLATFORM=f"offscreen:configfile={folder / 'screens.json'}",
        QT_QUICK_BACKEND="",
        QT_SCALE_FACTOR="",
    )


def test_a_machine_without_a_fault_is_well(hall: Told) -> None:
    assert [check for check in hall.all["checks"] if check["grade"] == "bad"] == []
    assert (hall.done.returncode, hall.all["well"], hall.all["bad"]) == (0, True, 0)


def test_everything_is_looked_at(hall: Told) -> None:
    looked = {check["check"] for check in hall.all["checks"]}
    assert looked == set(Check) - {Check.BUILT_IN}


def test_nothing_is_written(hall: Told) -> None:
    assert hall.new == set()


def test_every_value_is_told_with_its_reason(hall: Told) -> None:
    values = hall.all["values"]
    file = hall.all["settings"]["file"]
    exhibition = str(Path(file).parent / "content" / "exhibition.yaml")
    assert values["content"] == {
        "value": str(Path(file).parent / "content"),
        "source": "hall",
        "file": file,
        "line": 1,
    }
    assert (values["rotation"]["value"], values["rotation"]["line"]) == ("90", 3)
    assert (values["comfort"]["value"], values["comfort"]["line"]) == (["large-text"], 4)
    assert (values["idle.ask_after"]["value"], values["idle.ask_after"]["line"]) == (300, 6)
    assert values["language"]["source"] == "content"
    assert values["language"]["file"] == exhibition
    assert values["renderer"]["source"] == "default"


def test_the_display_that_is_set_is_the_one_shown_on(hall: Told) -> None:
    shown = {check["facts"]["name"]: check["facts"]["shown"] for check in hall.checks(Check.DISPLAY)}
    assert shown == {"HDMI-1": False, "DP-2": True}
    assert (hall.check(Check.SCALE)["grade"], hall.check(Check.SCALE)["facts"]["scale"]) == ("look", 1.5)


def test_what_follows_is_what_is_on_the_wall(hall: Told) -> None:
    follows = hall.all["follows"]
    assert follows["shape"] == "1920x1080"
    assert follows["text_mm"] >= 9.5  # large text
    assert follows["button_mm"] >= 20
    assert follows["pixel_mm"] > 0.05


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """No display, a folder that is gone."""
    folder = tmp_path_factory.mktemp("faulty")
    return told(folder, "content: unplugged\ndisplay: 2\n", QT_QPA_PLATFORM="", QT_QUICK_BACKEND="")


def test_content_that_is_gone_is_bad_and_the_rest_is_looked_at_all_the_same(faulty: Told) -> None:
    assert (faulty.done.returncode, faulty.all["well"]) == (1, False)
    assert faulty.check(Check.CONTENT)["grade"] == "bad"
    assert "unplugged" in faulty.check(Check.CONTENT)["message"]
    assert faulty.check(Check.FONTS)["grade"] == "good"
    assert faulty.check(Check.SCREENS)["grade"] == "good"


def test_without_a_display_that_is_said_and_no_size_is_made_up(faulty: Told) -> None:
    assert faulty.check(Check.DISPLAY)["grade"] == "unknown"
    assert "DISPLAY=:0" in faulty.check(Check.DISPLAY)["remedy"]
    assert "text_mm" not in faulty.all["follows"]


def test_a_wrong_hall_yaml_is_told_as_check_tells_it_and_the_rest_is_looked_at(
    tmp_path: Path,
) -> None:
    file = tmp_path / "hall.yaml"
    file.write_text("language：zh\n", encoding="utf-8")
    done = kiosk(tmp_path, "--hall", "hall.yaml")
    assert (done.returncode, done.stderr) == (1, "")
    assert "hall.yaml:1:9: 错误 wide-colon" in done.stdout
    assert "改法：" in done.stdout
    assert "各页都搭得起来" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("先把“不行”的改好：1 项不行")


def test_a_display_that_does_not_answer_is_bad_and_not_asked(tmp_path: Path) -> None:
    found = told(tmp_path, "", DISPLAY=":4987", QT_QPA_PLATFORM="")
    assert found.done.returncode == 1
    assert found.check(Check.DISPLAY)["grade"] == "bad"
    assert ":4987" in found.check(Check.DISPLAY)["message"]


def test_without_qt_all_that_needs_none_is_still_told(tmp_path: Path) -> None:
    (tmp_path / "PySide6.py").write_text("raise ImportError('libGL.so.1: not here')", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    found = told(tmp_path, "", PYTHONPATH=path)
    assert found.done.returncode == 1
    assert "libGL.so.1" in found.check(Check.LIBRARIES)["message"]
    assert found.check(Check.LIBRARIES)["grade"] == "bad"
    assert found.check(Check.BUILT_IN)["grade"] == "good"
    assert found.check(Check.MEMORY)["grade"] != "bad"


def test_a_checkout_says_that_it_looks_for_no_hall_yaml(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "use --hall packaging/hall.yaml" in done.stdout


@pytest.mark.parametrize("arguments", [["--lang", "fr"], ["--format", "xml"], ["--probe", "heart"], ["x"]])
def test_wrong_usage_ends_with_2(tmp_path: Path, arguments: list[str]) -> None:
    done = kiosk(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


# --- what fails is a finding -------------------------------------------------------------------------


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No probe answers."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(module, "ask", lambda *_a, **_n: Trouble(Reason.SILENT))


@pytest.mark.usefixtures("hung")
def test_a_machine_on_which_nothing_answers_is_told_so_line_by_line() -> None:
    seen = examined(None, Start(has_display=True))
    grades: Mapping[Check, Grade] = {finding.check: finding.grade for finding in seen.findings}
    assert {check for check, grade in grades.items() if grade is Grade.BAD} == {
        Check.DISPLAY,
        Check.FONTS,
        Check.SCREENS,
        Check.LIBRARIES,
    }
    assert grades[Check.MEMORY] in (Grade.GOOD, Grade.LOOK)


@pytest.mark.usefixtures("hung")
def test_a_check_that_fails_is_a_finding_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> int:
        raise ZeroDivisionError("no memory at all")

    monkeypatch.setattr(machine, "memory_size", fail)
    seen = examined(None, Start(has_display=False))
    found = {finding.check: finding for finding in seen.findings}
    assert found[Check.MEMORY].grade is Grade.UNKNOWN
    assert "ZeroDivisionError: no memory at all" in found[Check.MEMORY].said.en
    assert Check.PROGRAM in found


@pytest.mark.usefixtures("hung")
def test_a_program_whose_own_content_is_broken_is_to_be_installed_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = write_sample(tmp_path / "own")
    (content / "exhibition.yaml").unlink()
    monkeypatch.setattr(module, "built_in_content", lambda: content)
    seen = examined(None, Start(has_display=False))
    found = {finding.check: finding for finding in seen.findings}
    assert found[Check.BUILT_IN].grade is Grade.BAD
    assert Check.SCREENS not in found


@pytest.mark.usefixtures("hung")
def test_a_card_that_ended_the_last_start_is_told_as_run_tells_it_and_is_not_forgotten(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "renderD128").touch()
    monkeypatch.setattr(graphics, "NODES", tmp_path)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    graphics.keep(Experience(graphics.machine(None), Found.TRIED, process=2**22 + 1))
    kept = graphics.recall()
    seen = examined(None, Start(has_display=False))
    (found,) = [finding for finding in seen.findings if finding.check is Check.RENDERER]
    assert (found.grade, found.facts["because"]) == (Grade.LOOK, "experience")
    assert graphics.recall() == kept
    choice = graphics.choose(Renderer.AUTO, None)
    assert choice.notice
    assert (found.said, found.remedy) == (choice.notice.said, choice.notice.remedy)
    assert graphics.recall() != kept


def test_every_finding_speaks_both_languages() -> None:
    """Chinese in the Chinese, none in the English; a remedy wherever something is to be done."""
    seen = examined(None, Start(has_display=False))
    assert len(seen.findings) > 15
    for finding in seen.findings:
        sentences = [finding.said, *([finding.remedy] if finding.remedy else [])]
        assert all(sentence.zh and sentence.en for sentence in sentences)
        assert not any("\u4e00" <= c <= "\u9fff" for s in sentences for c in s.en if "/" not in s.en)
        assert finding.remedy or finding.grade in (Grade.GOOD, Grade.UNKNOWN)
