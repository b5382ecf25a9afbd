"""The script that prepares a Mac, on a folder that stands for its disk, with a stand-in for the program."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

MACOS: Final = Path(__file__).parents[2] / "packaging" / "macos"
AGENT: Final = "org.luoyang-kiosk.plist"
NAMES: Final = ("exhibition.yaml", "themes/culture.yaml", "photos/一张 照片.jpg")


class Mac:
    """A disk, and a disk image beside it with the script and the settings."""

    def __init__(self, folder: Path) -> None:
        self.disk = folder / "disk"
        self.image = folder / "image"
        self.bin = folder / "bin"
        self.app = self.disk / "Applications" / "Luoyang Kiosk.app"
        self.builtin = self.app / "Contents" / "Resources" / "content"
        self.room = self.disk / "Library" / "Application Support" / "luoyang-kiosk"
        self.content = self.room / "content"
        self.settings = self.room / "hall.yaml"
        self.agent = self.disk / "Library" / "LaunchAgents" / AGENT
        for place in (self.disk, self.image, self.bin):
            place.mkdir()
        for name in ("set-up-hall", AGENT):
            shutil.copy(MACOS / name, self.image)
        self.version("1")

    def version(self, number: str) -> None:
        """Puts a version of the program into Applications, and its settings into the image."""
        shutil.rmtree(self.app, ignore_errors=True)
        for name in NAMES:
            file = self.builtin / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{name} {number}\n", encoding="utf-8")
        (self.image / "hall.yaml").write_text(f"content: content\n# {number}\n", encoding="utf-8")

    def set_up(self, *arguments: str, disk: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", self.image / "set-up-hall", *arguments],
            check=False,
            capture_output=True,
            text=True,
            env={
                "PATH": f"{self.bin}:{os.environ['PATH']}",
                "DESTDIR": str(self.disk) if disk is None else disk,
            },
        )

    def has(self, number: str) -> bool:
        """Whether the content is, file for file, that of a version."""
        return self.files() == {name: f"{name} {number}\n" for name in NAMES}

    def files(self) -> dict[str, str]:
        return {
            str(path.relative_to(self.content)): path.read_text(encoding="utf-8")
            for path in self.content.rglob("*")
            if path.is_file()
        }

    def command(self, name: str, script: str) -> None:
        """Puts a command before the system's own."""
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def left(self) -> list[str]:
        """The files that the disk holds."""
        return sorted(path.name for path in self.disk.rglob("*") if not path.is_dir())


@pytest.fixture
def mac(tmp_path: Path) -> Mac:
    return Mac(tmp_path)


@pytest.fixture
def ready(mac: Mac) -> Mac:
    """Set up from version 1; version 2 is in Applications now."""
    done = mac.set_up()
    assert done.returncode == 0, done.stderr
    mac.version("2")
    return mac


def test_a_new_mac_gets_the_content_and_the_settings(mac: Mac) -> None:
    done = mac.set_up()

    assert (done.returncode, done.stderr) == (0, "")
    assert mac.has("1")
    assert mac.settings.read_text(encoding="utf-8") == "content: content\n# 1\n"
    assert not mac.agent.exists()


def test_every_user_may_edit_the_content_and_nothing_else(mac: Mac) -> None:
    mac.set_up()

    assert (mac.content.stat().st_mode & 0o777, mac.room.stat().st_mode & 0o777) == (0o775, 0o755)
    assert (mac.content / "exhibition.yaml").stat().st_mode & 0o777 == 0o664
    assert mac.settings.stat().st_mode & 0o777 == 0o644


def test_content_as_it_was_shipped_is_replaced_by_the_new_one(ready: Mac) -> None:
    (ready.content / ".DS_Store").write_bytes(b"the Finder was here")

    done = ready.set_up()

    assert done.returncode == 0, done.stderr
    assert ready.has("2")
    ready.version("3")
    ready.set_up()
    assert ready.has("3")


@pytest.mark.parametrize("change", ["edited", "added", "removed", "empty folder"])
def test_content_that_was_changed_is_left_as_it_is(ready: Mac, change: str) -> None:
    match change:
        case "edited":
            (ready.content / "exhibition.yaml").write_text("ours\n", encoding="utf-8")
        case "added":
            (ready.content / "photos" / "new.jpg").write_text("ours\n", encoding="utf-8")
        case "removed":
            (ready.content / "themes" / "culture.yaml").unlink()
        case _:
            (ready.content / "drafts").mkdir()
    before = ready.files()

    done = ready.set_up()

    assert done.returncode == 0, done.stderr
    assert ready.files() == before
    assert "改动过，保持原样" in done.stdout
    assert "was changed and stays as it is" in done.stdout


def test_content_that_is_a_link_is_not_followed(ready: Mac, tmp_path: Path) -> None:
    ready.content.rename(tmp_path / "elsewhere")
    ready.content.symlink_to(tmp_path / "elsewhere")

    done = ready.set_up()

    assert done.returncode == 1
    assert "is a link and was left alone" in done.stderr
    assert ready.content.is_symlink()
    assert ready.has("1")


def test_settings_follow_the_version_until_they_are_changed(ready: Mac) -> None:
    ready.set_up()
    assert ready.settings.read_text(encoding="utf-8") == "content: content\n# 2\n"
    ready.settings.write_text("content: content\nlanguage: en\n", encoding="utf-8")

    ready.set_up()

    assert ready.settings.read_text(encoding="utf-8") == "content: content\nlanguage: en\n"


def test_a_set_up_cut_off_between_two_renames_is_put_right(ready: Mac) -> None:
    ready.content.rename(ready.room / ".content.old")

    done = ready.set_up()

    assert done.returncode == 0, done.stderr
    assert ready.has("2")
    assert not (ready.room / ".content.old").exists()


def test_a_full_disk_loses_nothing(ready: Mac) -> None:
    ready.command("cp", 'mkdir "$3"; echo half >"$3/exhibition.yaml"; echo "No space left" >&2; exit 1')

    done = ready.set_up()

    assert done.returncode == 1
    assert "nothing of the content and settings was lost" in done.stderr
    assert ready.has("1")
    assert sorted(path.name for path in ready.room.iterdir()) == [
        *("content", "content.sha256", "hall.yaml", "hall.yaml.sha256")
    ]


def test_a_rename_that_fails_brings_the_old_content_back(ready: Mac) -> None:
    ready.command("mv", f'case "$1" in *.content.new) exit 1 ;; esac; exec {shutil.which("mv")} "$@"')

    done = ready.set_up()

    assert done.returncode == 1
    assert ready.has("1")


def test_the_exhibition_begins_at_login_where_it_is_asked_for(mac: Mac) -> None:
    done = mac.set_up("--autostart")

    assert done.returncode == 0, done.stderr
    assert mac.agent.read_bytes() == (MACOS / AGENT).read_bytes()
    assert mac.agent.stat().st_mode & 0o777 == 0o644


def test_what_nobody_changed_is_removed_with_the_program(mac: Mac) -> None:
    mac.set_up("--autostart")

    done = mac.set_up("--remove")

    assert done.returncode == 0, done.stderr
    assert mac.left() == []
    assert not mac.room.exists()


def test_what_was_changed_outlives_the_program(ready: Mac) -> None:
    (ready.content / "exhibition.yaml").write_text("ours\n", encoding="utf-8")
    ready.settings.write_text("language: en\n", encoding="utf-8")

    done = ready.set_up("--remove")

    assert done.returncode == 0, done.stderr
    assert "changed content and settings were kept" in done.stdout
    assert ready.left() == ["culture.yaml", "exhibition.yaml", "hall.yaml", "一张 照片.jpg"]


def test_without_the_program_it_says_what_to_do_first(mac: Mac) -> None:
    shutil.rmtree(mac.app)

    done = mac.set_up()

    assert done.returncode == 1
    assert "drag Luoyang Kiosk into Applications first" in done.stderr
    assert mac.left() == []


def test_an_unknown_option_does_nothing(mac: Mac) -> None:
    done = mac.set_up("--autorun")

    assert done.returncode == 1
    assert "--autorun is unknown" in done.stderr
    assert not mac.room.exists()


def test_who_is_no_administrator_is_told_to_use_sudo(mac: Mac) -> None:
    mac.command("id", "echo 501")

    done = mac.set_up(disk="")

    assert (done.returncode, done.stdout) == (1, "")
    assert "put sudo before it" in done.stderr
