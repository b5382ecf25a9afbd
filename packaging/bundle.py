"""Makes the bundle in dist/kiosk with PyInstaller: `python packaging/bundle.py [--dist DIR] [--work DIR]`.

What build.spec puts into it is chosen by the functions below; `needs` is what it then asks of the system.
Two builds of one commit hold the same files: names and bytes come from the sources and nothing else.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import icu

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = Path(sysconfig.get_path("platlib")).resolve()

Entry = tuple[str, str, str]
"""Where it goes in the bundle, where it comes from, and what PyInstaller calls it (BINARY, DATA, SYMLINK)."""

MANIFEST = "_internal/manifest.txt"

QML_MODULES = [
    "Qt/labs/qmlmodels",
    "QtQml",
    "QtQml/Models",
    "QtQml/WorkerScript",
    "QtQuick",
    "QtQuick/Shapes",
]
"""What the screens import, and what those import in turn. A test compares it with the screens."""

PLUGINS = [
    "imageformats/*qjpeg*",
    "imageformats/*qsvg*",
    "imageformats/*qwebp*",
    "multimedia/*",
    "platforminputcontexts/*compose*",
    "platforms/*offscreen*",
    "platforms/*qcocoa*",
    "platforms/*qwayland*",
    "platforms/*qwindows*",
    "platforms/*qxcb*",
    "texttospeech/*",
    "wayland-decoration-client/*bradient*",
    "wayland-graphics-integration-client/*wayland-egl*",
    "wayland-shell-integration/*xdg*",
    "xcbglintegrations/*",
]
NEVER_PLUGINS = ["texttospeech/*mock*"]

BROUGHT_ALONG = frozenset(
    {
        "libxcb-cursor.so.0",
        "libxcb-icccm.so.4",
        "libxcb-image.so.0",
        "libxcb-keysyms.so.1",
        "libxcb-render-util.so.0",
        "libxcb-shape.so.0",
        "libxcb-util.so.1",
        "libxcb-xkb.so.1",
        "libxkbcommon.so.0",
        "libxkbcommon-x11.so.0",
    }
)
"""Of the system of the build machine: small, under the MIT licence, and missing on many a plain desktop.

libxkbcommon.so.0 is on every desktop, but libxkbcommon-x11 reads its private structures: both must be of one
version.
"""

OF_LIBC = re.compile(r"(ld-linux|lib(c|m|dl|rt|util|pthread|resolv)\.so|libgcc_s\.so|linux-vdso)")

NEVER_IMPORTED = [
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PySide6.QtConcurrent",
    "PySide6.QtDBus",
    "PySide6.QtMultimediaWidgets",
    "PySide6.QtWidgets",
    "_bz2",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_curses",
    "_hashlib",
    "_lzma",
    "_sqlite3",
    "_ssl",
    "_uuid",
    "attr",
    "bz2",
    "curses",
    "defusedxml",
    "lzma",
    "markdown_it",
    "pydoc",
    "pydoc_data",
    "pygments",
    "qtpy",
    "readline",
    "rich.jupyter",
    "rich.markdown",
    "rich.syntax",
    "setuptools",
    "sqlite3",
    "ssl",
    "tkinter",
    "typing_extensions",
    "unittest",
    "xmlrpc",
]
"""What libraries would use if it was there. Of Python's own those that need a library of the system: hashlib
and zipfile do without. A test sees that kiosk imports none of them.
"""

USELESS_HOOKS = [
    "pyi_rth_inspect",
    "pyi_rth_pkgutil",
    *(["pyi_rth_pyside6"] if sys.platform == "linux" else []),
]
"""Run by PyInstaller at every start, before the program. That of PySide6 imports QtCore even for `--help`; on
Linux its wheel finds its plugins without, and own_qt.py sees that no others are found.
"""


def part_of_qt(destination: str) -> tuple[str, PurePosixPath]:
    """The room of Qt that a file goes to ("qml", "plugins", "translations", "lib" or ""), and its path."""
    path = PurePosixPath(destination.replace("\\", "/"))
    match path.parts:
        case ["PySide6", "Qt", room, *rest] | [
            "PySide6",
            ("qml" | "plugins" | "translations") as room,
            *rest,
        ]:
            return room, PurePosixPath(*rest)
        case _:
            return "", path


def is_wanted(destination: str) -> bool:
    """Whether a file of Qt, of Python or of a library is for what the kiosk does."""
    match part_of_qt(destination):
        case "qml", path:
            return str(path.parent) in QML_MODULES and path.suffix != ".qmltypes"
        case "plugins", path:
            return any(map(path.match, PLUGINS)) and not any(map(path.match, NEVER_PLUGINS))
        case "translations", _:
            return False
        case _, path if path.match("qtawesome/fonts/*"):
            return path.match("materialdesignicons6*.ttf")
        case _, path:
            return ".dist-info" not in str(path) and path.suffix not in (".py", ".pyi", ".ts", ".typed")


def is_of_this_machine(destination: str, source: str) -> bool:
    """Whether a library is the system's own: not Python's, nor of an installed package, nor to be taken."""
    path = PurePosixPath(destination)
    if sys.platform != "linux" or len(path.parts) > 1 or Path(source).resolve().is_relative_to(INSTALLED):
        return False
    return not (path.name.startswith("libpython") or path.name in BROUGHT_ALONG)


def is_there_for_others(destination: str) -> bool:
    """Whether a binary is a shared library: not Python, an extension of it or a plugin."""
    room, path = part_of_qt(destination)
    loaded_by_name = any(part in path.name for part in (".abi3.so", ".cpython-", "python3"))
    return room in ("lib", "") and not loaded_by_name


def with_what_they_need(entries: Iterable[Entry]) -> list[Entry]:
    """Leaves out the libraries that no other binary loads.

    And on Linux all links, which a stick cannot hold: every library finds its own without them.
    """
    from PyInstaller.depend.bindepend import get_imports

    entries = list(entries)
    links = [entry for entry in entries if entry[2] == "SYMLINK" and sys.platform != "linux"]
    files = {source: destination for destination, source, kind in entries if kind != "SYMLINK"}
    to_read = [source for source, destination in files.items() if not is_there_for_others(destination)]
    reached: set[str] = set()
    while to_read:
        source = to_read.pop()
        if source not in reached:
            reached.add(source)
            to_read += [found for _, found in get_imports(source) if found in files]
    kept = [entry for entry in entries if entry[1] in reached and entry[2] != "SYMLINK"]
    ends = {PurePosixPath(destination) for destination, _, _ in kept}
    return kept + [link for link in links if PurePosixPath(link[0]).parent / link[1] in ends]


def chosen(entries: Iterable[Entry]) -> list[Entry]:
    """Of what PyInstaller found, the binaries that go in. Raises SystemExit where one is missing."""
    kept = with_what_they_need(
        entry for entry in entries if is_wanted(entry[0]) and not is_of_this_machine(entry[0], entry[1])
    )
    lacking = BROUGHT_ALONG - {destination for destination, _, _ in kept}
    if sys.platform == "linux" and lacking:
        sys.exit(f"bundle: this machine lacks {' '.join(sorted(lacking))}: see packaging/system-libraries")
    return kept


def lightened(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """On Linux without what only a debugger reads, and ICU without the languages that are not spoken here.

    The copies go to `work`. Qt and PySide6 stay as they came.
    """
    if sys.platform != "linux":
        return list(entries)
    return [
        (destination, str(_lightened(destination, Path(source), work / destination)), kind)
        for destination, source, kind in entries
    ]


def _lightened(destination: str, source: Path, copy: Path) -> Path:
    match PurePosixPath(destination).parts:
        case ["PySide6", *_, name] if name.startswith("libicudata."):
            return icu.spoken(source, copy)
        case ["PySide6" | "shiboken6", *_, name] if not name.startswith("libicu"):
            return source
        case _:
            copy.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["strip", "--strip-unneeded", "-o", copy, source], check=True)
            return copy


# What was made -------------------------------------------------------------------------------------------


def finish(folder: Path) -> None:
    """Gives what was put into `folder` plain modes, tells editors of its content that kiosk is installed, and
    writes the manifest.
    """
    rename_command(folder / "_internal" / "content", "${workspaceFolder}/../.venv/bin/kiosk", "kiosk")
    for path in folder.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path.parent == folder or ".so" in path.suffixes
            path.chmod(0o755 if runs else 0o644)
    folder.chmod(0o755)
    (folder / MANIFEST).write_text("".join(_lines_of(folder)), encoding="utf-8", newline="\n")


def rename_command(content: Path, before: str, after: str) -> None:
    """How VS Code's tasks in a content folder start kiosk. Raises ValueError where it is not as it was."""
    tasks = content / ".vscode" / "tasks.json"
    text = tasks.read_text(encoding="utf-8")
    if f'"command": "{before}"' not in text:
        raise ValueError(f"{tasks}: no task starts {before}")
    renamed = text.replace(f'"command": "{before}"', f'"command": "{after}"')
    tasks.write_text(renamed, encoding="utf-8", newline="\n")


def _lines_of(folder: Path) -> Iterator[str]:
    """For each file its bytes in a comment, and its SHA-256 as `sha256sum --check` reads it."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MANIFEST:
            data = path.read_bytes()
            yield f"# {len(data)} {name}\n{hashlib.sha256(data).hexdigest()}  {name}\n"


def needs(folder: Path) -> dict[str, list[str]]:
    """On Linux: each library that the bundle in `folder` loads and does not hold, and which files load it."""
    held = {path.name for path in folder.rglob("*") if ".so" in path.suffixes or ".so." in path.name}
    found: dict[str, list[str]] = {}
    for path in [folder / "kiosk", *sorted(folder.rglob("*.so*"))]:
        for name in needed_by(path):
            if name not in held and not OF_LIBC.match(name):
                found.setdefault(name, []).append(str(path.relative_to(folder)))
    return found


def needed_by(path: Path) -> list[str]:
    """The NEEDED entries of an ELF file, by binutils' readelf."""
    command = ["readelf", "--wide", "--dynamic", str(path)]
    said = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"}
    )
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", said.stdout)


# Making it -----------------------------------------------------------------------------------------------


def time_of_commit() -> str:
    """Seconds since 1970 of the commit that is built; of 2020 where there is no git to ask."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    try:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "1577836800"


def build(dist: Path, work: Path) -> int:
    """Makes `dist`/kiosk anew; what lies half-done goes to `work`. Returns PyInstaller's exit code."""
    for old in (dist / "kiosk", work):  # what PyInstaller finds there it would take for new
        shutil.rmtree(old, ignore_errors=True)
    fixed = {
        "PYTHONHASHSEED": "0",
        "PYI_LOG_LEVEL": "ERROR",
        "SOURCE_DATE_EPOCH": time_of_commit(),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm"]
    places = ["--distpath", str(dist), "--workpath", str(work), str(ROOT / "build.spec")]
    return subprocess.run([*command, *places], check=False, cwd=ROOT, env=os.environ | fixed).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description="make the bundle: dist/kiosk")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", metavar="DIR")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "bundle", metavar="DIR")
    asked = parser.parse_args()
    dist, work = asked.dist.resolve(), asked.work.resolve()
    if code := build(dist, work):
        return code
    folder = dist / "kiosk"
    files = [path for path in folder.rglob("*") if path.is_file()]
    weight = sum(path.stat().st_size for path in files)
    print(f"{folder}: {len(files)} files, {weight / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
