"""Whether damage to the program's own files and lack of the system's libraries are found and named."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import PySide6
import pytest

from kiosk.doctor import installed
from kiosk.doctor.eyes import Loading
from kiosk.doctor.findings import Grade
from kiosk.doctor.installed import Need, damaged, needs
from kiosk.doctor.probe import Reason, Trouble

ROOT: Final = Path(__file__).parents[2]
NAMES: Final = ("kiosk", "_internal/base.zip", "_internal/assets/牡丹 1.svg")
THEIRS: Final = ("_internal/content/exhibition.yaml", "hall.yaml")


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """Of a bundle as it is built: a comment with each file's bytes, and its SHA-256."""
    lines = []
    for name in (*NAMES, *THEIRS):
        file = tmp_path / "kiosk" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode() * 100)
        data = file.read_bytes()
        lines.append(f"# {len(data)} {name}\n{hashlib.sha256(data).hexdigest()}  {name}\n")
    manifest = tmp_path / "kiosk" / "_internal" / "manifest.txt"
    manifest.write_text("".join(lines), encoding="utf-8")
    return manifest


def test_a_program_that_is_whole_is_good(manifest: Path) -> None:
    found = installed.files(manifest)
    assert (found.grade, found.facts["damaged"]) == (Grade.GOOD, [])
    assert "3" in found.said.zh


def library() -> Path:
    """Some library of Qt."""
    return next(Path(PySide6.__file__).parent.glob("QtCore.*.so"))


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def alter(file: Path) -> None:
    file.write_bytes(b"\0" + file.read_bytes()[1:])


@pytest.mark.parametrize("harm", [Path.unlink, truncate, alter])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_gone_or_changed_is_named(
    manifest: Path, name: str, harm: Callable[[Path], None]
) -> None:
    harm(manifest.parent.parent / name)
    assert damaged(manifest) == [name]
    found = installed.files(manifest)
    assert found.grade is Grade.BAD
    assert name in found.said.en


def test_a_library_of_ones_own_is_no_damage_but_named(manifest: Path) -> None:
    name = "_internal/libQt6Core.so.6"
    shutil.copy(library(), manifest.parent.parent / name)
    with manifest.open("a", encoding="utf-8") as text:
        text.write(f"{'0' * 64}  {name}\n")
    found = installed.files(manifest)
    assert (found.grade, found.facts["damaged"]) == (Grade.LOOK, [name])
    assert name in found.said.en
    truncate(manifest.parent.parent / name)
    assert installed.files(manifest).grade is Grade.BAD


@pytest.mark.parametrize("harm", [Path.unlink, alter])
@pytest.mark.parametrize("name", THEIRS)
def test_what_people_may_change_is_no_damage(manifest: Path, name: str, harm: Callable[[Path], None]) -> None:
    harm(manifest.parent.parent / name)
    assert damaged(manifest) == []


@pytest.mark.parametrize("text", ["", "# nothing\n", None])
def test_a_manifest_that_is_gone_or_empty_is_itself_damage(manifest: Path, text: str | None) -> None:
    manifest.unlink()
    if text is not None:
        manifest.write_text(text, encoding="utf-8")
    found = installed.files(manifest)
    assert (found.grade, found.facts["damaged"]) == (Grade.BAD, ["manifest.txt"])


def test_the_manifest_is_what_sha256sum_reads(manifest: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "_internal/manifest.txt"]
    done = subprocess.run(command, cwd=manifest.parent.parent, capture_output=True, check=False)
    assert done.returncode == 0
    assert damaged(manifest) == []


def test_a_checkout_has_no_manifest_and_says_so() -> None:
    assert installed.manifest() is None
    assert installed.files(None).grade is Grade.UNKNOWN


def test_a_bundle_keeps_its_manifest_inside(manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(manifest.parent), raising=False)
    assert installed.manifest() == manifest


# --- libraries ---------------------------------------------------------------------------------------

CORE: Final = Need("libGL.so.1", "core", ("libgl1",))
RENAMED: Final = Need("libglib-2.0.so.0", "core", ("libglib2.0-0t64", "libglib2.0-0"))


def test_the_table_of_the_set_up_is_read_as_far_as_it_counts_here() -> None:
    table = installed.system_libraries()
    assert table == ROOT / "packaging" / "system-libraries"
    core = needs(table, {})
    assert CORE in core
    assert RENAMED in core
    assert {need.purpose for need in core} == {"core"}
    assert {need.purpose for need in needs(table, {"DISPLAY": ":0"})} == {"core", "x11"}
    assert {need.purpose for need in needs(table, {"WAYLAND_DISPLAY": "wayland-0"})} == {"core", "wayland"}


def test_the_bundle_carries_the_table() -> None:
    assert '("packaging/system-libraries", "packaging")' in (ROOT / "build.spec").read_text(encoding="utf-8")


def test_a_library_that_the_bundle_brings_is_not_asked_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "packaging" / "system-libraries"
    table.parent.mkdir()
    table.write_text("libGL.so.1 core libgl1\nlibxcb-cursor.so.0 core libxcb-cursor0\n", encoding="utf-8")
    (tmp_path / "PySide6" / "Qt" / "lib").mkdir(parents=True)
    (tmp_path / "PySide6" / "Qt" / "lib" / "libxcb-cursor.so.0").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert needs(installed.system_libraries(), {}) == [CORE]


def test_a_table_that_is_not_there_asks_for_nothing(tmp_path: Path) -> None:
    assert needs(tmp_path / "system-libraries", {}) == []


def test_what_does_not_load_is_named_with_its_packages() -> None:
    found = installed.libraries(Loading(("libglib-2.0.so.0",), refusal="libglib"), [CORE, RENAMED])
    assert found.grade is Grade.BAD
    assert "libglib-2.0.so.0" in found.said.zh
    assert found.remedy
    assert "libglib2.0-0t64|libglib2.0-0" in found.remedy.en
    assert "libgl1" not in found.remedy.en


def test_qt_that_does_not_load_for_another_reason_is_told() -> None:
    found = installed.libraries(Loading((), refusal="undefined symbol: qt_version"), [CORE])
    assert (found.grade, found.facts["qt"]) == (Grade.BAD, "undefined symbol: qt_version")


def test_libraries_that_load_are_good_and_a_look_that_breaks_off_is_bad() -> None:
    assert installed.libraries(Loading((), "6.11.3"), [CORE]).grade is Grade.GOOD
    assert installed.libraries(Trouble(Reason.SILENT), [CORE]).grade is Grade.BAD
