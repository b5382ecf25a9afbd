"""What the packages do when they come and go: the staff's content, whatever happens to it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "packaging" / "linux"
LAUNCHER = "/usr/share/applications/luoyang-kiosk.desktop"


class System:
    """A small installed system below a folder; dpkg tells the scripts of it by DPKG_ROOT."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.builtin = root / "usr/lib/luoyang-kiosk/_internal/content"
        self.state = root / "var/lib/luoyang-kiosk"
        self.content = self.state / "content"
        self.settings = root / "etc/luoyang-kiosk"
        self.autostart = root / "etc/xdg/autostart"
        self.settings.mkdir(parents=True)
        self.autostart.mkdir(parents=True)
        self.unpack("first")

    def unpack(self, version: str) -> None:
        """What dpkg does before postinst: the built-in content becomes that of a version."""
        (self.builtin / "themes").mkdir(parents=True, exist_ok=True)
        (self.builtin / "exhibition.yaml").write_text(f"title: {version}\n", encoding="utf-8")
        (self.builtin / "themes" / f"{version} 一.yaml").write_text("id: one\n", encoding="utf-8")
        for theme in (self.builtin / "themes").iterdir():
            if not theme.name.startswith(version):
                theme.unlink()
        (self.settings / "hall.yaml").write_text("language: zh\n", encoding="utf-8")

    def call(self, script: str, *arguments: str, path: str | None = None) -> str:
        """Runs a maintainer script; what it said."""
        done = self.attempt(script, *arguments, path=path)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def attempt(
        self, script: str, *arguments: str, path: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": path or os.environ["PATH"], "DPKG_ROOT": str(self.root)}
        command = ["sh", str(SCRIPTS / script), *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)

    def install(self, version: str = "first") -> str:
        self.unpack(version)
        return self.call("postinst", "configure", "")

    def title(self) -> str:
        return (self.content / "exhibition.yaml").read_text(encoding="utf-8")

    def left(self) -> list[str]:
        """Every file of ours that is there, and every link."""
        places = (self.state, self.settings, self.autostart)
        files = [path for place in places for path in place.rglob("*") if path.is_symlink() or path.is_file()]
        return sorted(str(path.relative_to(self.root)) for path in files)


@pytest.fixture
def system(tmp_path: Path) -> System:
    return System(tmp_path / "洛阳 root")


def test_an_installation_gives_staff_a_copy_of_the_content_and_its_sums(system: System) -> None:
    assert system.install() == ""

    assert system.title() == "title: first\n"
    assert system.left() == [
        "etc/luoyang-kiosk/hall.yaml",
        "var/lib/luoyang-kiosk/content/exhibition.yaml",
        "var/lib/luoyang-kiosk/content/themes/first 一.yaml",
        "var/lib/luoyang-kiosk/shipped.sha256",
    ]
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "../shipped.sha256"],
        check=False,
        capture_output=True,
        cwd=system.content,
    )
    assert checked.returncode == 0


def test_an_unchanged_content_follows_every_version_up_and_down(system: System) -> None:
    system.install()
    for version in ("second", "first"):
        assert system.install(version) == ""

        assert system.title() == f"title: {version}\n"
        assert [path.name for path in (system.content / "themes").iterdir()] == [f"{version} 一.yaml"]


def test_owner_and_modes_stay_through_an_upgrade(system: System) -> None:
    system.install()
    system.content.chmod(0o2775)
    (system.content / "exhibition.yaml").chmod(0o664)
    if os.geteuid() == 0:
        os.chown(system.content, 4321, 4322)
    owner = system.content.stat().st_uid, system.content.stat().st_gid

    system.install("second")

    theme = next((system.content / "themes").iterdir())
    assert system.content.stat().st_mode & 0o7777 == 0o2775
    assert theme.stat().st_mode & 0o7777 == 0o664
    assert (theme.stat().st_uid, theme.stat().st_gid) == owner


def edit(content: Path) -> None:
    (content / "exhibition.yaml").write_text("title: ours\n", encoding="utf-8")


def add(content: Path) -> None:
    (content / "photo.jpg").write_bytes(b"picture")


def take_away(content: Path) -> None:
    (content / "themes" / "first 一.yaml").unlink()


def rename(content: Path) -> None:
    (content / "themes" / "first 一.yaml").rename(content / "themes" / "two.yaml")


def add_an_empty_folder(content: Path) -> None:
    (content / "photos").mkdir()


def link(content: Path) -> None:
    (content / "more").symlink_to("/srv/more")


CHANGES = [edit, add, take_away, rename, add_an_empty_folder, link]


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_staff_changed_stays_as_it_is_and_one_line_says_so(
    system: System, change: Callable[[Path], None]
) -> None:
    system.install()
    change(system.content)
    before = everything_in(system.content)

    said = system.install("second")

    assert everything_in(system.content) == before
    assert said.count("\n") == 1
    assert f"{system.content} 改动过，保持原样" in said
    assert f"stays as it is; this version's own content is in {system.builtin}" in said


@pytest.mark.parametrize("change", CHANGES)
def test_a_purge_leaves_changed_content_and_says_where_it_is(
    system: System, change: Callable[[Path], None]
) -> None:
    system.install()
    change(system.content)
    before = everything_in(system.content)

    system.call("postrm", "remove")
    said = system.call("postrm", "purge")

    assert everything_in(system.content) == before
    assert f"stays in {system.content}" in said
    assert not system.settings.exists()
    assert list(system.state.iterdir()) == [system.content]


def test_content_changed_back_follows_again(system: System) -> None:
    system.install()
    edit(system.content)
    system.install("second")
    (system.content / "exhibition.yaml").write_text("title: first\n", encoding="utf-8")

    system.install("third")

    assert system.title() == "title: third\n"


def test_a_removal_leaves_content_and_settings(system: System) -> None:
    system.install()
    before = system.left()

    assert system.call("postrm", "remove") == ""

    assert system.left() == before


def test_a_purge_leaves_nothing_of_what_nobody_changed(system: System) -> None:
    system.install()
    (system.settings / "hall.yaml.dpkg-old").touch()
    system.call("postrm", "remove")

    assert system.call("postrm", "purge") == ""

    assert system.left() == []
    assert not system.state.exists()
    assert not system.settings.exists()


def test_the_start_at_login_goes_with_the_package_if_it_is_a_link_to_it(system: System) -> None:
    ours = system.autostart / "luoyang-kiosk.desktop"
    ours.symlink_to(LAUNCHER)
    (system.autostart / "other.desktop").symlink_to("/usr/share/applications/other.desktop")
    system.install()

    system.call("postrm", "remove")

    assert [path.name for path in system.autostart.iterdir()] == ["other.desktop"]

    ours.write_text("[Desktop Entry]\n", encoding="utf-8")
    system.call("postrm", "remove")
    assert ours.is_file()


def test_rpm_installs_upgrades_and_removes_with_the_same_scripts(system: System) -> None:
    (system.autostart / "luoyang-kiosk.desktop").symlink_to(LAUNCHER)
    system.call("postinst", "1")
    system.unpack("second")
    system.call("postinst", "2")
    system.call("postrm", "1")

    assert system.title() == "title: second\n"
    assert (system.autostart / "luoyang-kiosk.desktop").is_symlink()

    system.call("postrm", "0")

    assert system.title() == "title: second\n"
    assert not (system.autostart / "luoyang-kiosk.desktop").is_symlink()


@pytest.mark.parametrize("moved", ["content", "state"])
def test_a_content_that_is_a_link_is_never_followed(system: System, moved: str) -> None:
    system.install()
    folder = system.content if moved == "content" else system.state
    elsewhere = system.root / "srv"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    before = everything_in(elsewhere)

    assert "是一个链接" in system.install("second")
    system.call("postrm", "purge")

    assert everything_in(elsewhere) == before
    assert before


def cut_off(system: System, at: str, tmp_path: Path) -> None:
    """Kills the script before or after it calls a tool for the nth time, as "before mv 2"."""
    when, tool, number = at.split()
    last = "exit" if when == "before" else ":"
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / tool).write_text(
        "#!/bin/sh\n"
        f'echo >>"{bin_}/calls"\n'
        f'[ "$(wc -l <"{bin_}/calls")" -lt {number} ] || {{ kill -9 "$PPID"; {last}; }}\n'
        f'exec /usr/bin/{tool} "$@"\n',
        encoding="utf-8",
    )
    (bin_ / tool).chmod(0o755)
    done = system.attempt("postinst", "configure", "", path=f"{bin_}:{os.environ['PATH']}")
    assert done.returncode != 0


CUTS = [f"{when} {tool}" for tool in ("cp 1", "sync 1", "mv 1", "mv 2") for when in ("before", "after")]


@pytest.mark.parametrize("at", [*CUTS, "after chown 1", "before mv 3", "after mv 3"])
def test_an_upgrade_that_was_cut_off_is_finished_by_the_next(system: System, at: str, tmp_path: Path) -> None:
    system.install()
    system.content.chmod(0o2770)
    system.unpack("second")
    cut_off(system, at, tmp_path)

    assert system.call("postinst", "configure", "") == ""

    assert system.title() == "title: second\n"
    assert system.content.stat().st_mode & 0o7777 == 0o2770
    assert sorted(path.name for path in system.state.iterdir()) == ["content", "shipped.sha256"]


@pytest.mark.parametrize("at", CUTS)
def test_an_installation_that_was_cut_off_is_finished_by_the_next(
    system: System, at: str, tmp_path: Path
) -> None:
    cut_off(system, at, tmp_path)

    assert system.call("postinst", "configure", "") == ""

    assert system.title() == "title: first\n"
    assert sorted(path.name for path in system.state.iterdir()) == ["content", "shipped.sha256"]


@pytest.mark.parametrize("at", CUTS)
def test_a_purge_after_an_upgrade_that_was_cut_off_leaves_nothing(
    system: System, at: str, tmp_path: Path
) -> None:
    system.install()
    system.unpack("second")
    cut_off(system, at, tmp_path)

    system.call("postrm", "purge")

    assert system.left() == []


def test_a_full_disk_loses_nothing_and_names_the_remedy(system: System, tmp_path: Path) -> None:
    system.install()
    system.unpack("second")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "cp").write_text("#!/bin/sh\necho 'No space left on device' >&2; exit 1\n", encoding="utf-8")
    (bin_ / "cp").chmod(0o755)

    done = system.attempt("postinst", "configure", "", path=f"{bin_}:{os.environ['PATH']}")

    assert done.returncode != 0
    assert "dpkg --configure -a" in done.stdout
    assert system.title() == "title: first\n"
    assert sorted(path.name for path in system.state.iterdir()) == ["content", "shipped.sha256"]
