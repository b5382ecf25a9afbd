"""hall.yaml as installers deliver it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kiosk.hall.reading import read

ROOT: Final = Path(__file__).parents[2]
SCRIPT: Final = ROOT / "packaging" / "hall_settings.py"


def hall_settings(*arguments: str, script: Path = SCRIPT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, script, *arguments], check=False, capture_output=True, text=True)


def test_the_delivered_settings_name_the_folder_beside_them(tmp_path: Path) -> None:
    file = tmp_path / "luoyang-kiosk" / "hall.yaml"

    done = hall_settings("content", str(file))

    settings = read(file).settings
    assert (done.returncode, done.stderr) == (0, "")
    assert settings.content == file.with_name("content")


def test_they_are_the_template_but_for_that_line(tmp_path: Path) -> None:
    template = (ROOT / "packaging" / "hall.yaml").read_text(encoding="utf-8").splitlines()

    hall_settings("content", str(tmp_path / "hall.yaml"))

    lines = (tmp_path / "hall.yaml").read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(template, lines, strict=True) if old != new]
    assert [new for _, new in changed] == ["content: content"]
    assert changed[0][0].startswith("# content: ")


@pytest.mark.parametrize("template", ["language: zh\n", "# content: a\n# content: b\n"])
def test_a_template_that_does_not_fit_is_one_line(tmp_path: Path, template: str) -> None:
    script = tmp_path / SCRIPT.name
    script.write_bytes(SCRIPT.read_bytes())
    (tmp_path / "hall.yaml").write_text(template, encoding="utf-8")

    done = hall_settings("content", str(tmp_path / "out.yaml"), script=script)

    assert done.returncode == 1
    assert done.stderr.startswith("hall_settings: packaging/hall.yaml must have one line")
    assert not (tmp_path / "out.yaml").exists()


def test_what_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = hall_settings("content", str(tmp_path / "file" / "hall.yaml"))

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_too_little_said_is_wrong_usage() -> None:
    assert hall_settings("content").returncode == 2
