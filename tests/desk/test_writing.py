from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.desk.writing import WritingError, write_safely


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_safely(tmp_path / "a.yaml", b"one", tmp_path)
    write_safely(tmp_path / "a.yaml", b"two", tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_who_may_read_it_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_safely(path, b"two", tmp_path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_disk_that_takes_no_more_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WritingError, match="No space left"):
        write_safely(path, b"two", tmp_path)
    assert path.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_write_that_ends_early_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"one")
    monkeypatch.setattr("kiosk.desk.writing.os.fsync", lambda handle: os.truncate(handle, 2))
    with pytest.raises(WritingError):
        write_safely(path, b"two", tmp_path)
    assert path.read_bytes() == b"one"


def test_a_link_within_the_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(b"one")
    (tmp_path / "a.yaml").symlink_to("real.yaml")
    write_safely(tmp_path / "a.yaml", b"two", tmp_path)
    assert (tmp_path / "a.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == b"two"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    (tmp_path / "theirs.yaml").write_bytes(b"theirs")
    (inside / "a.yaml").symlink_to(tmp_path / "theirs.yaml")
    with pytest.raises(WritingError, match="链接"):
        write_safely(inside / "a.yaml", b"mine", inside)
    assert (tmp_path / "theirs.yaml").read_bytes() == b"theirs"
