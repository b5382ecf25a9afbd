"""What was kept of the last start is used while it is true, and never a moment longer."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content import loader
from kiosk.content.loader import load
from kiosk.content.problems import ContentError
from kiosk.content.recall import key_of, load_or_recall
from tests.content.sample import write_recording, write_sample

RECALL = """
import sys
from pathlib import Path
from kiosk.content.recall import load_or_recall
load_or_recall(Path(sys.argv[1]))
print("yaml" in sys.modules, "kiosk.content.loader" in sys.modules)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sample, and a cache that no other test has written to."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    content = tmp_path / "content"
    content.mkdir()
    return write_sample(content)


@pytest.fixture
def kept(folder: Path) -> Path:
    """The file that the first start of the sample leaves."""
    load_or_recall(folder)
    (found,) = folder.parent.rglob("exhibition.pickle")
    return found


def refuse(*_arguments: object, **_named: object) -> None:
    raise AssertionError("The content was read again.")


def test_what_is_recalled_equals_what_was_loaded(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load(folder).exhibition
    monkeypatch.setattr(loader, "load", refuse)
    assert load_or_recall(folder) == loaded


def test_a_recall_imports_neither_the_loader_nor_yaml(folder: Path, kept: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", RECALL, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert said.stdout.split() == ["False", "False"]


def test_an_edit_of_the_same_length_and_time_is_seen(folder: Path, kept: Path) -> None:
    file = next((folder / "themes").glob("*.yaml"))
    before, stamp = key_of(folder), file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title", "titel", 1), encoding="utf-8")
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert key_of(folder) != before
    with pytest.raises(ContentError):
        load_or_recall(folder)


def test_a_photo_that_is_gone_is_missed(folder: Path, kept: Path) -> None:
    for photo in (folder / "photos").iterdir():
        photo.unlink()
    with pytest.raises(ContentError):
        load_or_recall(folder)


def test_another_folder_is_not_taken_for_this_one(folder: Path, kept: Path) -> None:
    other = folder.rename(folder.with_name("other"))
    assert load_or_recall(other).folder == other.resolve()


@pytest.mark.parametrize(
    "spoil", [b"", b"\x80", pickle.dumps("something else")], ids=["empty", "cut", "foreign"]
)
def test_what_is_spoilt_is_read_again(folder: Path, kept: Path, spoil: bytes) -> None:
    key = key_of(folder)
    kept.write_bytes(key + spoil)
    assert load_or_recall(folder) == load(folder).exhibition
    assert kept.read_bytes() != key + spoil


def test_a_cache_that_cannot_be_written_is_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "file"))
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    assert load_or_recall(folder) == load(folder).exhibition


def test_a_recording_that_has_changed_is_looked_at_again(folder: Path) -> None:
    before = key_of(folder)
    write_recording(folder / "audio" / "a.m4a")
    assert key_of(folder) != before
