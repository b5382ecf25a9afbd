from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.content.fingerprint import fingerprint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "a.yaml").write_bytes(b"title: a\n")
    (tmp_path / "exhibition.yaml").write_bytes(b"year: 2020\n")
    return tmp_path


def test_the_same_files_have_the_same_digits(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy")
    (copy / "exhibition.yaml").write_bytes(b"year: 2020\n")
    (copy / "themes").mkdir()
    (copy / "themes" / "a.yaml").write_bytes(b"title: a\n")
    assert fingerprint(copy) == fingerprint(folder)
    assert re.fullmatch("[0-9a-f]{12}", fingerprint(folder))


@pytest.mark.parametrize("name", ["themes/a.yaml", "themes/b.yaml", "photo.jpg"])
def test_a_file_that_is_new_or_changed_gives_others(folder: Path, name: str) -> None:
    before = fingerprint(folder)
    (folder / name).write_bytes(b"title: b\n")
    assert fingerprint(folder) != before


def test_a_file_that_is_renamed_gives_others(folder: Path) -> None:
    before = fingerprint(folder)
    (folder / "themes" / "a.yaml").rename(folder / "themes" / "b.yaml")
    assert fingerprint(folder) != before


@pytest.mark.parametrize("name", [".kiosk-backups/a.yaml", "themes/.a.yaml.new"])
def test_what_begins_with_a_dot_does_not_count(folder: Path, name: str) -> None:
    before = fingerprint(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"old")
    assert fingerprint(folder) == before
