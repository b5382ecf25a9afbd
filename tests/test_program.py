"""What is installed stays as it is."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.content.manuscript import Passage
from kiosk.content.translations import RECORD, learn
from kiosk.desk.saving import keep
from kiosk.desk.writing import write_safely
from kiosk.program import InstalledError, is_installed


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a bundle that runs, as PyInstaller tells of it."""
    folder = tmp_path / "luoyang-kiosk" / "_internal"
    (folder / "content").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


def test_in_a_checkout_nothing_is_installed(tmp_path: Path) -> None:
    assert not is_installed(tmp_path)
    assert not is_installed(Path(__file__))


def test_what_lies_in_the_bundle_is_installed_and_what_lies_beside_it_is_not(program: Path) -> None:
    assert is_installed(program / "content" / "exhibition.yaml")
    assert not is_installed(program.parent / "hall.yaml")


def test_a_link_into_the_bundle_leads_there(program: Path, tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(program / "content")
    with pytest.raises(InstalledError):
        write_safely(tmp_path / "content" / "exhibition.yaml", b"")


def test_no_file_is_written_there_and_the_way_out_is_told(program: Path) -> None:
    with pytest.raises(InstalledError) as refused:
        write_safely(program / "content" / "exhibition.yaml", b"")
    assert "--content" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert list((program / "content").iterdir()) == []


def test_no_copy_is_kept_there(program: Path) -> None:
    with pytest.raises(InstalledError):
        keep(program / "content", {}, datetime.now(UTC))
    assert list((program / "content").iterdir()) == []


def test_no_record_of_translations_is_kept_there(program: Path) -> None:
    passages: list[Passage] = []
    with pytest.raises(PermissionError, match=RECORD):
        learn(program / "content", passages, checked=True)
    assert list((program / "content").iterdir()) == []
