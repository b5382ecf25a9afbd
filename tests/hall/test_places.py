"""Where the settings and the log lie on each system; what a checkout and a bundle look for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.hall import places

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "PROGRAMDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of a bundle, from which this seems to run."""
    folder = tmp_path / "kiosk"
    (folder / "_internal").mkdir(parents=True)
    (folder / "kiosk").touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "kiosk"))
    return folder


def test_a_checkout_looks_nowhere_and_shows_its_own_content(home: Path) -> None:
    assert not places.is_bundle()
    assert places.settings_files() == ()
    assert places.built_in_content() == ROOT / "content"


def test_a_bundle_shows_the_content_it_holds(home: Path, bundle: Path) -> None:
    assert places.is_bundle()
    assert places.built_in_content() == bundle / "_internal" / "content"


@pytest.mark.parametrize(
    ("platform", "user", "system"),
    [
        ("linux", ".config/luoyang-kiosk/hall.yaml", "/etc/luoyang-kiosk/hall.yaml"),
        ("win32", "AppData/Local/luoyang-kiosk/hall.yaml", None),
        (
            "darwin",
            "Library/Application Support/luoyang-kiosk/hall.yaml",
            "/Library/Application Support/luoyang-kiosk/hall.yaml",
        ),
    ],
)
def test_a_bundle_looks_beside_itself_then_at_the_user_s_then_at_the_system_s(
    home: Path,
    bundle: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    user: str,
    system: str | None,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("PROGRAMDATA", "/ProgramData")
    last = Path(system or "/ProgramData/luoyang-kiosk/hall.yaml")
    assert places.settings_files() == (bundle / "hall.yaml", home / user, last)
    assert places.system_settings() == last


def test_a_link_to_the_executable_leads_to_the_folder_beside_it(
    home: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """/usr/bin/kiosk is a link."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "kiosk").symlink_to(bundle / "kiosk")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "kiosk"))
    assert places.settings_files()[0] == bundle / "hall.yaml"


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [
        ("linux", "XDG_CONFIG_HOME", "luoyang-kiosk/hall.yaml"),
        ("win32", "LOCALAPPDATA", "luoyang-kiosk/hall.yaml"),
    ],
)
def test_the_user_s_folder_is_where_the_system_says(
    home: Path,
    bundle: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    variable: str,
    expected: str,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(home / "elsewhere"))
    assert home / "elsewhere" / expected in places.settings_files()


@pytest.mark.parametrize(
    ("platform", "file"),
    [
        ("linux", ".local/state/luoyang-kiosk/kiosk.log"),
        ("win32", "AppData/Local/luoyang-kiosk/kiosk.log"),
        ("darwin", "Library/Logs/luoyang-kiosk/kiosk.log"),
    ],
)
def test_the_log_lies_where_the_system_keeps_logs(
    home: Path, monkeypatch: pytest.MonkeyPatch, platform: str, file: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert places.log_file() == home / file


def test_the_log_of_linux_lies_where_the_user_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    assert places.log_file() == home / "state" / "luoyang-kiosk" / "kiosk.log"


def test_a_user_without_a_home_still_has_the_system_s_settings(
    bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", nobody)
    assert places.settings_files() == (bundle / "hall.yaml", Path("/etc/luoyang-kiosk/hall.yaml"))
