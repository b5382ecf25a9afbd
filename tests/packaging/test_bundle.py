"""What lies in the bundle, what it weighs, and what it asks of the system."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import wave
from collections import deque
from ctypes.util import find_library
from pathlib import Path, PurePosixPath
from typing import Final

import PySide6
import pytest

from tests.packaging.conftest import make_bundle
from tests.packaging.recipe import ROOT, recipe

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bundle was only made on Linux")

MOST_MB: Final = 175
MOST_MB_PACKED: Final = 70

FORBIDDEN: Final = {
    "GPL-only modules of Qt": "Charts|DataVis|Graphs|HttpServer|Lottie|Bodymovin|Quick3D|Timeline|ShaderTools"
    "|VirtualKeyboard|CanvasPainter",
    "browsers": "WebEngine|WebView|WebChannel|Pdf.*[.]so",
    "what only developers use": r"qmltooling|qmldbg|QuickTest|Qt6Test|Designer|UiTools|qmllint|[.]pyi$"
    r"|[.]qmltypes$|[.]debug$|[.]a$|[.]h$|[.]ts$|[.]py$|__pycache__|dist-info",
    "unused parts of Qt": "sqldrivers|/tls/|networkinformation|Widgets|QuickControls|Dialogs|translations/"
    "|Qt6Sql|assimp|position|Bluetooth|Sensors|printsupport|QtDBus|QtConcurrent",
    "unused libraries": "tkinter|tcl|sqlite|libssl[.]|libcrypto[.]so|libicu.*[.]dat|numpy|libtest",
    "unused fonts": "fontawesome|materialdesignicons5|codicon|phosphor|remixicon|elusiveicons",
}

PLUGINS: Final = {
    "imageformats": {"libqjpeg.so", "libqsvg.so", "libqwebp.so"},
    "multimedia": {"libffmpegmediaplugin.so"},
    "platforminputcontexts": {"libcomposeplatforminputcontextplugin.so"},
    "platforms": {"libqoffscreen.so", "libqwayland.so", "libqxcb.so"},
    "texttospeech": {"libqtexttospeech_speechd.so"},
    "wayland-decoration-client": {"libbradient.so"},
    "wayland-graphics-integration-client": {"libqt-plugin-wayland-egl.so"},
    "wayland-shell-integration": {"libxdg-shell.so"},
    "xcbglintegrations": {"libqxcb-egl-integration.so", "libqxcb-glx-integration.so"},
}

OF_SOME_PYTHONS: Final = {"libexpat.so.1"}
"""What Debian's Python takes from the system, and others bring along."""

LOADS: Final = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError as error:
        print(error)
"""

ORDERS_WORDS: Final = """
import ctypes, sys
from pathlib import Path
lib = Path(sys.argv[1])
for name in ("data", "uc", "i18n"):
    (path,) = lib.glob(f"libicu{name}.so.*")
    icu = ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL)
opened = getattr(icu, f"ucol_open_{path.name.rpartition('.')[2]}")
opened.restype = ctypes.c_void_p
for locale in sys.argv[2:]:
    status = ctypes.c_int()
    print(locale, bool(opened(locale.encode(), ctypes.byref(status))), status.value)
"""


OPENS_RECORDING: Final = """
import sys
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtMultimedia import QMediaPlayer
app, player = QCoreApplication([]), QMediaPlayer()
seen = []
player.mediaStatusChanged.connect(seen.append)
player.mediaStatusChanged.connect(lambda status: "Loading" not in status.name and app.quit())
player.setSource(QUrl.fromLocalFile(sys.argv[2]))
QTimer.singleShot(20_000, app.quit)
app.exec()
print(seen[-1].name, player.duration())
"""


def files_in(folder: Path) -> dict[str, Path]:
    found = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if not path.is_dir()}
    assert len(found) > 200
    return found


def test_it_weighs_no_more_than_a_stick_is_quickly_filled_with(bundle: Path) -> None:
    weights = {name: path.stat().st_size for name, path in files_in(bundle).items()}
    largest = sorted(weights, key=weights.__getitem__, reverse=True)[:20]
    table = "\n".join(f"{weights[name] / 1e6:7.1f} MB  {name}" for name in largest)
    assert sum(weights.values()) <= MOST_MB * 1e6, table


@pytest.mark.package
def test_it_is_packed_into_little(bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["tar", "--use-compress-program=xz --threads=0", "-cf", str(tmp_path / "kiosk.tar.xz")]
    subprocess.run([*command, "-C", bundle.parent, "kiosk"], check=True)
    weight = (tmp_path / "kiosk.tar.xz").stat().st_size
    whole = sum(path.stat().st_size for path in files_in(bundle).values())
    with capsys.disabled():
        sys.stdout.write(f"\nbundle: {whole / 1e6:.1f} MB, as .tar.xz {weight / 1e6:.1f} MB\n")
    assert weight <= MOST_MB_PACKED * 1e6


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_is_in_it_that_must_not_be(bundle: Path, what: str) -> None:
    assert [name for name in files_in(bundle) if re.search(FORBIDDEN[what], name)] == []


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("GPL-only modules of Qt", "_internal/PySide6/Qt/lib/libQt6DataVisualization.so.6"),
        ("GPL-only modules of Qt", "_internal/PySide6/QtGraphs.abi3.so"),
        ("browsers", "_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6"),
        ("what only developers use", "_internal/PySide6/Qt/plugins/qmltooling/libqmldbg_server.so"),
        ("unused parts of Qt", "_internal/PySide6/Qt/plugins/sqldrivers/libqsqlite.so"),
        ("unused parts of Qt", "_internal/PySide6/Qt/translations/qtbase_de.qm"),
        ("unused libraries", "_internal/libcrypto.so.3"),
        ("unused fonts", "_internal/qtawesome/fonts/phosphor-1.3.0.ttf"),
    ],
)
def test_what_must_not_be_in_it_would_be_seen(what: str, name: str) -> None:
    assert re.search(FORBIDDEN[what], name)


def test_its_plugins_are_those_that_are_used(bundle: Path) -> None:
    plugins = bundle / "_internal" / "PySide6" / "Qt" / "plugins"
    found = {kind.name: {path.name for path in kind.iterdir()} for kind in plugins.iterdir()}
    assert found == PLUGINS


def test_its_qml_modules_are_those_that_the_screens_import(bundle: Path) -> None:
    screens = [path.read_text(encoding="utf-8") for path in (ROOT / "kiosk" / "qml").rglob("*.qml")]
    imported = {name for text in screens for name in re.findall(r"^import ([A-Z][\w.]*)", text, re.MULTILINE)}
    assert "QtQuick" in imported
    needed, to_read = set(), deque(name for name in imported if not name.startswith("Exhibition"))
    while to_read:
        name = to_read.popleft()
        if name not in needed and name != "QML":
            needed.add(name)
            qmldir = Path(PySide6.__file__).parent / "Qt" / "qml" / name.replace(".", "/") / "qmldir"
            said = qmldir.read_text(encoding="utf-8")
            to_read += re.findall(r"^(?:import|depends) ([\w.]+)", said, re.MULTILINE)
    folder = bundle / "_internal" / "PySide6" / "Qt" / "qml"
    found = {".".join(path.parent.relative_to(folder).parts) for path in folder.rglob("qmldir")}
    assert found == needed
    assert {name.replace("/", ".") for name in recipe("bundle").QML_MODULES} == needed


def test_of_the_system_only_the_leaves_are_brought_along(bundle: Path) -> None:
    system = recipe("bundle")
    lent = {path.name for path in (bundle / "_internal").glob("lib*.so*") if "libpython" not in path.name}
    assert lent == system.BROUGHT_ALONG


def test_what_it_needs_and_does_not_hold_is_in_the_list_of_system_libraries(bundle: Path) -> None:
    needs = recipe("bundle").needs(bundle)
    table = (ROOT / "packaging" / "system-libraries").read_text(encoding="utf-8")
    listed = {need.name for need in recipe("set_up").needs_in(table) if ".so." in need.name}
    assert "libGL.so.1" in needs
    assert {name: users for name, users in needs.items() if name not in listed} == {}
    assert listed - OF_SOME_PYTHONS == (needs.keys() - OF_SOME_PYTHONS) | recipe("bundle").BROUGHT_ALONG


def test_all_that_is_of_others_is_in_the_notice_and_nothing_else_is(bundle: Path) -> None:
    notices = recipe("notices")
    notice = notices.make()
    assert notices.unclaimed(bundle, notice) == []
    assert (bundle / "_internal" / "assets" / "licences" / "THIRD-PARTY.txt").is_file()
    assert (bundle / "_internal" / "LICENSE").is_file()
    assert notices.absent(bundle, notice, "linux") == ["PyInstaller bootloader"]  # the executable itself


def test_every_library_in_it_loads(bundle: Path) -> None:
    """But for what needs a library of the system that is not here, and may be missing. FFmpeg's own names a
    function that is found only when it is called, which ctypes does not wait for.
    """
    libraries = [path for name, path in files_in(bundle).items() if ".so" in name]
    assert len(libraries) > 80
    command = [sys.executable, "-c", LOADS, *map(str, libraries)]
    folder = str(bundle / "_internal")
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={"LD_LIBRARY_PATH": folder, "PATH": "/nowhere"},
    )
    optional = "libspeechd|libpulse|libwayland|.*RAND_bytes"
    assert [line for line in done.stdout.splitlines() if not re.match(optional, line)] == []


def test_a_recording_is_opened_by_the_player_in_it(bundle: Path, tmp_path: Path) -> None:
    """With the extensions and libraries of the bundle, and the few modules of them that it keeps packed."""
    if find_library("pulse") is None:
        pytest.skip("there is no libpulse")
    for package in ("PySide6", "shiboken6"):
        shutil.copytree(bundle / "_internal" / package, tmp_path / package, copy_function=os.symlink)
        for module in (Path(PySide6.__file__).parents[1] / package).glob("*.py"):
            shutil.copy(module, tmp_path / package)
    with wave.open(str(tmp_path / "silence.wav"), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    command = [sys.executable, "-c", OPENS_RECORDING, str(tmp_path), str(tmp_path / "silence.wav")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "LoadedMedia 1000\n", done.stderr


def test_words_are_ordered_in_both_languages(bundle: Path) -> None:
    """ICU's data are ours: cut down to them."""
    library = str(bundle / "_internal" / "PySide6" / "Qt" / "lib")
    command = [sys.executable, "-c", ORDERS_WORDS, library, "zh", "en", "de"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["zh True 0", "en True -127", "de True -127"]


def test_it_can_lie_on_any_stick(bundle: Path) -> None:
    names = files_in(bundle)
    assert [name for name, path in names.items() if path.is_symlink()] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if re.search(r'[<>:"\\|?*]|[. ]$', name)] == []


def test_its_files_are_for_everybody_to_read(bundle: Path) -> None:
    modes = {name: path.stat().st_mode & 0o777 for name, path in files_in(bundle).items()}
    assert modes["kiosk"] == 0o755
    assert set(modes.values()) == {0o755, 0o644}
    assert {path.stat().st_mode & 0o777 for path in bundle.rglob("*") if path.is_dir()} == {0o755}


def test_it_carries_a_manifest_that_sha256sum_reads(bundle: Path, tmp_path: Path) -> None:
    manifest = bundle / recipe("bundle").MANIFEST
    listed = re.findall(
        r"^# (\d+) (.+)\n[0-9a-f]{64}  \2$", manifest.read_text(encoding="utf-8"), re.MULTILINE
    )
    there = {name: path.stat().st_size for name, path in files_in(bundle).items() if path != manifest}
    assert {name: int(size) for size, name in listed} == there
    assert said_of_manifest(bundle) == ""
    copy = tmp_path / "kiosk"
    shutil.copytree(bundle, copy, copy_function=os.symlink)
    (copy / "_internal" / "content" / "exhibition.yaml").unlink()
    (copy / "_internal" / "content" / "exhibition.yaml").write_bytes(b"year: 2020\n")
    assert "_internal/content/exhibition.yaml: FAILED" in said_of_manifest(copy)


def said_of_manifest(folder: Path) -> str:
    command = ["sha256sum", "--check", "--strict", "--quiet", recipe("bundle").MANIFEST]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == (done.stdout == "")
    return done.stdout


def test_kiosk_imports_nothing_that_is_left_out() -> None:
    left_out = recipe("bundle").NEVER_IMPORTED
    imported: set[str] = set()
    for path in (ROOT / "kiosk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    imported |= {alias.name for alias in names}
                case ast.ImportFrom(module=str(module), names=names):
                    imported |= {module} | {f"{module}.{alias.name}" for alias in names}
                case _:
                    pass
    assert "hashlib" in imported
    assert [
        name for name in imported if any(name == out or name.startswith(f"{out}.") for out in left_out)
    ] == []


@pytest.mark.package
def test_two_builds_of_one_commit_hold_the_same_files(bundle: Path, tmp_path: Path) -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    elsewhere = tmp_path / "another checkout" / "of luoyang"
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, elsewhere / name)
    make_bundle(elsewhere, tmp_path / "made")
    assert difference(bundle, tmp_path / "made" / "kiosk") == []


def difference(one: Path, other: Path) -> list[str]:
    """The names, modes and bytes in which two folders differ, one a line."""
    ours, theirs = files_in(one), files_in(other)
    told = [f"{name}: only in one" for name in sorted(ours.keys() ^ theirs.keys())]
    for name in sorted(ours.keys() & theirs.keys()):
        if ours[name].stat().st_mode != theirs[name].stat().st_mode:
            told.append(f"{name}: other mode")
        if ours[name].read_bytes() != theirs[name].read_bytes():
            told.append(f"{name}: other bytes")
    return told


@pytest.mark.parametrize(
    ("destination", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\sqldrivers\\qsqlite.dll", False),
        ("PySide6/Qt/qml/QtQuick/Shapes/qmldir", True),
        ("PySide6/Qt/qml/QtQuick/Controls/qmldir", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", False),
        ("qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf", True),
        ("qtawesome/fonts/phosphor-1.3.0.ttf", False),
        ("kiosk/qml/Exhibition/Main.qml", True),
    ],
)
def test_it_is_told_what_is_wanted(destination: str, wanted: bool) -> None:
    assert recipe("bundle").is_wanted(destination) is wanted


def test_icu_items_are_packed_as_they_were_found() -> None:
    icu = recipe("icu")
    header = b"\x20\0" + bytes(30)
    items = [("icudt1l/coll/zh.res", b"order" * 7), ("icudt1l/root.res", b"r"), ("icudt1l/zu.res", b"last")]
    again = list(icu.items_in(icu.packed(header, items)))
    assert [(name, data.rstrip(b"\0")) for name, data in again] == items[:-1]
    assert {len(data) % 16 for _, data in again} == {0}


@pytest.mark.parametrize(
    ("item", "spoken"),
    [
        ("root.res", True),
        ("pool.res", True),
        ("nfc.nrm", True),
        ("zh_Hans_CN.res", True),
        ("en_GB.res", True),
        ("de.res", False),
        ("coll/zh.res", True),
        ("coll/ucadata.icu", True),
        ("coll/ja.res", False),
        ("translit/root.res", False),
        ("gb18030.cnv", True),
        ("ibm-1047_P100-1995.cnv", False),
    ],
)
def test_of_icu_the_two_languages_and_what_is_of_all_are_kept(item: str, spoken: bool) -> None:
    assert recipe("icu").is_spoken(f"icudt73l/{PurePosixPath(item)}") is spoken
