"""Whether a bundle is whole, by its manifest."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import PySide6
import pytest

from kiosk.hall.installation import MANIFEST, InstallationError, check_installation

FILES = {
    "kiosk": b"\x7fELF program",
    "_internal/libQt6Core.so.6": b"\x7fELF library",
    "_internal/assets/fonts/a b.ttf": b"font",
    "_internal/content/exhibition.yaml": b"title: x\n",
}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    listed = "".join(f"# {len(data)} {name}\n{'0' * 64}  {name}\n" for name, data in FILES.items())
    (tmp_path / MANIFEST).write_text(listed, encoding="utf-8")
    return tmp_path


def test_a_whole_bundle_passes(bundle: Path) -> None:
    check_installation(bundle)


@pytest.mark.parametrize("name", [name for name in FILES if "content" not in name])
def test_a_missing_file_is_named(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    with pytest.raises(InstallationError, match=name):
        check_installation(bundle)


@pytest.mark.parametrize(
    ("name", "left"), [("_internal/assets/fonts/a b.ttf", b"fo"), ("_internal/libQt6Core.so.6", b"")]
)
def test_a_file_cut_short_is_named(bundle: Path, name: str, left: bytes) -> None:
    (bundle / name).write_bytes(left)
    with pytest.raises(InstallationError, match=rf"{re.escape(name)} 缺失或损坏.* / .*missing or damaged"):
        check_installation(bundle)


def test_a_library_may_be_replaced_by_a_build_of_ones_own(bundle: Path) -> None:
    shutil.copy(library(), bundle / "_internal/libQt6Core.so.6")
    check_installation(bundle)


@pytest.mark.skipif(sys.platform != "linux", reason="an ELF file")
@pytest.mark.parametrize("left", [20, 64, 100_000])
def test_a_library_cut_short_is_named_before_it_ends_the_program(bundle: Path, left: int) -> None:
    data = library().read_bytes()
    assert left < len(data)
    (bundle / "_internal/libQt6Core.so.6").write_bytes(data[:left])
    with pytest.raises(InstallationError, match=r"libQt6Core\.so\.6"):
        check_installation(bundle)


def library() -> Path:
    """Some library of Qt."""
    return next(Path(PySide6.__file__).parent.glob("QtCore.*.so"))


def test_content_that_staff_changed_is_not_damage(bundle: Path) -> None:
    (bundle / "_internal/content/exhibition.yaml").write_bytes(b"title: another\n")
    check_installation(bundle)


@pytest.mark.parametrize("manifest", [b"", b"\xff\xfe", b"# many x\n# 3\nno manifest"])
def test_without_a_manifest_there_is_nothing_to_go_by(bundle: Path, manifest: bytes) -> None:
    (bundle / MANIFEST).write_bytes(manifest)
    check_installation(bundle)
    (bundle / MANIFEST).unlink()
    check_installation(bundle)
