"""What `make packages` makes, of a bundle so small that it takes no time."""

from __future__ import annotations

import gzip
import importlib
import lzma
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from PySide6.QtCore import QLibraryInfo

from kiosk.cli import parser

ROOT = Path(__file__).parents[2]
COMMIT = 1_600_000_000
CONTENT = "/var/lib/luoyang-kiosk/content"


@pytest.fixture(autouse=True)
def beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """The programs in packaging/ find each other there."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


def program(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program that needs nothing but the C library, and a content."""
    folder = tmp_path / "洛阳, 2020" / "kiosk"
    content = folder / "_internal" / "content"
    (content / "themes").mkdir(parents=True)
    (content / "README.md").write_text("手册\n", encoding="utf-8")
    (content / "exhibition.yaml").write_text("title: 铭记\n", encoding="utf-8")
    (content / "themes" / "第 一.yaml").write_text("id: one\n", encoding="utf-8")
    (content / ".vscode").mkdir()
    (content / ".vscode" / "tasks.json").write_text('{"command": "kiosk"}', encoding="utf-8")
    (folder / "_internal" / "THIRD-PARTY.txt").write_text("of others\n", encoding="utf-8")
    shutil.copy(shutil.which("true") or "", folder / "kiosk")
    return folder


@pytest.fixture
def make(bundle: Path, tmp_path: Path) -> Callable[..., dict[str, Path]]:
    """Makes packages into a folder of that name: by their endings."""

    def making(name: str, only: str | None = None, quick: bool = True) -> dict[str, Path]:
        packages = program("packages")
        release = packages.Release(bundle, "0.1.0", COMMIT, quick)
        made = packages.packages(release, tmp_path / name, tmp_path / f"{name}-work", only)
        return {path.suffix: path for path in made}

    return making


def listed(package: Path) -> dict[str, str]:
    """What a .deb unpacks: mode and owner of each name."""
    said = subprocess.run(
        ["dpkg-deb", "--contents", str(package)], check=True, capture_output=True, text=True
    ).stdout
    rows = [line.split(maxsplit=5) for line in said.splitlines()]
    return {row[5].removeprefix("."): f"{row[0]} {row[1]}" for row in rows}


def control(package: Path, field: str) -> str:
    command = ["dpkg-deb", "--field", str(package), field]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="there is no dpkg")


def test_two_runs_make_the_same_bytes(make: Callable[..., dict[str, Path]], bundle: Path) -> None:
    once = {kind: path.read_bytes() for kind, path in make("once").items()}
    for path in bundle.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1, 1))

    again = {kind: path.read_bytes() for kind, path in make("again").items()}

    assert once.keys() == {".deb", ".rpm", ".xz"}
    assert [kind for kind in once if once[kind] != again[kind]] == []


@needs_dpkg
def test_everything_stands_in_its_proper_place(make: Callable[..., dict[str, Path]]) -> None:
    package = make("made", "deb")[".deb"]
    files = listed(package)

    assert files["/usr/lib/luoyang-kiosk/kiosk"] == "-rwxr-xr-x root/root"
    assert files["/usr/lib/luoyang-kiosk/_internal/content/themes/第 一.yaml"] == "-rw-r--r-- root/root"
    assert files["/etc/luoyang-kiosk/hall.yaml"] == "-rw-r--r-- root/root"
    links = [name for name, mode in files.items() if mode.startswith("l")]
    documents = "/usr/share/doc/luoyang-kiosk"
    internal = "../../../lib/luoyang-kiosk/_internal"
    assert links == [
        "/usr/bin/kiosk -> ../lib/luoyang-kiosk/kiosk",
        f"{documents}/THIRD-PARTY.txt -> {internal}/THIRD-PARTY.txt",
        f"{documents}/staff-handbook.md -> {internal}/content/README.md",
    ]
    share = {
        "applications/luoyang-kiosk.desktop",
        "bash-completion/completions/kiosk",
        "doc/luoyang-kiosk/changelog.gz",
        "doc/luoyang-kiosk/copyright",
        "doc/luoyang-kiosk/installers-handbook.md",
        "fish/vendor_completions.d/kiosk.fish",
        "icons/hicolor/32x32/apps/luoyang-kiosk.png",
        "icons/hicolor/scalable/apps/luoyang-kiosk.svg",
        "man/man1/kiosk.1.gz",
        "man/zh_CN/man1/kiosk.1.gz",
        "metainfo/luoyang-kiosk.metainfo.xml",
        "zsh/vendor-completions/_kiosk",
    }
    assert {f"/usr/share/{name}" for name in share} <= files.keys()
    assert {mode.split()[1] for mode in files.values()} == {"root/root"}


@needs_dpkg
def test_a_small_package_holds_what_a_quick_one_holds(make: Callable[..., dict[str, Path]]) -> None:
    quick = make("quick", "deb")[".deb"]
    small = make("small", "deb", quick=False)[".deb"]

    assert small.stat().st_size < quick.stat().st_size
    assert listed(small) == listed(quick)
    assert control(small, "Version") == "0.1.0"


@needs_dpkg
def test_a_package_asks_for_what_its_program_needs_and_no_more(make: Callable[..., dict[str, Path]]) -> None:
    package = make("made", "deb")[".deb"]

    assert re.fullmatch(r"libc6 \(>= 2\.\d+\)", control(package, "Depends"))


def test_a_plugin_of_qt_asks_for_the_libraries_of_the_display(bundle: Path) -> None:
    libraries, set_up = program("libraries"), program("set_up")
    found = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    shutil.copy(found / "libQt6XcbQpa.so.6", bundle / "_internal")
    for name in ("libQt6Gui.so.6", "libQt6Core.so.6", "libxkbcommon.so.0"):
        (bundle / "_internal" / name).touch()
    table = set_up.needs_in((ROOT / "packaging" / "system-libraries").read_text(encoding="utf-8"))

    asked = libraries.asked_by(bundle, table)

    depends, recommends = libraries.for_debian(asked)
    assert {"libx11-6", "libxcb1", "libxkbcommon-x11-0", "xkb-data"} <= set(depends)
    assert "libglib2.0-0t64 | libglib2.0-0" in depends
    assert "libxkbcommon0" not in depends
    assert recommends == []
    assert "/usr/share/X11/xkb/rules/evdev" in libraries.for_rpm(asked)[0]
    with pytest.raises(libraries.LibraryError, match=r"system-libraries has no row for lib"):
        libraries.asked_by(bundle, [])


def test_the_archive_unpacks_to_a_folder_that_runs_where_it_lies(
    make: Callable[..., dict[str, Path]], tmp_path: Path
) -> None:
    packed = make("made", "tar")[".xz"]
    with lzma.open(packed) as plain, tarfile.open(fileobj=plain) as archive:
        members = {member.name: member for member in archive.getmembers()}
    (tmp_path / "unpacked").mkdir()
    subprocess.run(["tar", "-xf", str(packed), "-C", str(tmp_path / "unpacked")], check=True)

    folder = tmp_path / "unpacked" / "luoyang-kiosk-0.1.0"
    assert list(members) == sorted(members, key=lambda name: Path(name).parts)
    assert {(member.uid, member.mtime) for member in members.values()} == {(0, COMMIT)}
    assert not any(member.issym() or member.islnk() for member in members.values())
    assert yaml.safe_load((folder / "hall.yaml").read_text(encoding="utf-8")) == {"content": "content"}
    assert (folder / "content" / "exhibition.yaml").read_text(encoding="utf-8") == "title: 铭记\n"
    tasks = (folder / "content" / ".vscode" / "tasks.json").read_text(encoding="utf-8")
    assert tasks == '{"command": "${workspaceFolder}/../kiosk"}'
    assert subprocess.run([folder / "start.sh"], check=False, cwd="/").returncode == 0


def test_without_a_bundle_one_line_names_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program("packages").main(["--bundle", str(tmp_path), "--out", str(tmp_path / "out")]) == 1

    assert capsys.readouterr().err == f"packages: there is no bundle in {tmp_path}: run make bundle first\n"


# --- from the commands' own words -----------------------------------------------------------------


@pytest.mark.parametrize(("language", "about"), [("en", "show the exhibition"), ("zh", "开始展览")])
def test_the_manual_says_every_command_and_option_in_one_language(language: str, about: str) -> None:
    manual = program("manual")
    edition = manual.Edition("0.1.0", manual.dt.date(2020, 1, 1))

    page = manual.page(parser(), language, edition)

    plain = page.replace("\\-", "-")
    for command in manual.leaves(parser()):
        assert f'.SS "{command.prog}"' in plain
        for action in command._actions:
            for option in action.option_strings:
                assert option in {"-h", "--help"} or f"\\fB{option}\\fR" in plain
    assert about in page
    other = re.compile(r"[\u4e00-\u9fff] / [a-z]")
    assert other.search(page) is None
    assert language == "zh" or re.search(r"[\u4e00-\u9fff]", page) is None


@pytest.mark.skipif(shutil.which("man") is None, reason="there is no man")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_man_warns_of_nothing(language: str, tmp_path: Path) -> None:
    manual = program("manual")
    page = tmp_path / "kiosk.1"
    page.write_text(
        manual.page(parser(), language, manual.Edition("0.1.0", manual.dt.date(2020, 1, 1))), encoding="utf-8"
    )

    done = subprocess.run(
        ["man", "--warnings", "--local-file", str(page)],
        check=True,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
    )

    assert done.stderr == ""
    assert "kiosk run" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_knows_the_commands_and_its_shell_reads_it(shell: str, tmp_path: Path) -> None:
    script = program("manual").completion(parser(), shell)

    assert "snapshot" in script
    assert re.search(r"[\u4e00-\u9fff]", script) is None
    file = tmp_path / "completion"
    file.write_text(script, encoding="utf-8")
    if shutil.which(shell):
        done = subprocess.run([shell, "-n", str(file)], check=False, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")


def test_the_changelog_and_the_licence_are_in_the_form_that_debian_reads(bundle: Path) -> None:
    packages = program("packages")
    release = packages.Release(bundle, "0.1.0", COMMIT)

    changelog = gzip.decompress(packages.zipped(packages.changelog(release))).decode()

    assert changelog.startswith("luoyang-kiosk (0.1.0) stable; urgency=medium\n")
    assert changelog.endswith("  Sun, 13 Sep 2020 12:26:40 +0000\n")
    assert "\nFiles: *\nCopyright: 2026 the Luoyang kiosk authors\nLicense: Expat\n" in packages.licence()
