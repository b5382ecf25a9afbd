"""Every command, run from a bundle that must not change, where there is no Python and no checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops

from kiosk import __version__
from kiosk.content.fingerprint import fingerprint
from tests.benchmarks import display
from tests.benchmarks.display import Display
from tests.desk.pictures import PHONE, fields
from tests.links import link_or_copy
from tests.packaging.recipe import ROOT, recipe

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bundle was only made on Linux")

PATIENCE: Final = 120
"""Seconds a command may take."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A bundle in a folder of its own, read-only, and the home of somebody who uses it."""

    folder: Path
    home: Path

    @property
    def content(self) -> Path:
        return self.folder / "_internal" / "content"

    def environment(self, **more: str) -> dict[str, str]:
        """Neither Python nor the checkout nor any command of the system is in it."""
        nowhere = str(self.home / "no-commands")
        return {"HOME": str(self.home), "PATH": nowhere, "LANG": "C.UTF-8", **more}

    def kiosk(self, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        """Runs without a display, at home."""
        return subprocess.run(
            [self.folder / "kiosk", *map(str, arguments)],
            cwd=self.home,
            env=self.environment(QT_QPA_PLATFORM="offscreen", **more),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )

    def does(self, *arguments: str | Path) -> str:
        """What a command says that ends well and complains of nothing."""
        done = self.kiosk(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def listing(self) -> dict[str, tuple[int, int, int]]:
        """Mode, size and the time of the last change of any kind, which no program can set back."""
        found = {}
        for path in [self.folder, *self.folder.rglob("*")]:
            state = path.lstat()
            found[str(path)] = (state.st_mode, state.st_size, state.st_ctime_ns)
        assert len(found) > 200
        return found


@pytest.fixture(scope="module")
def place(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the bundle is installed; afterwards all its files have the hashes of its manifest."""
    folder = tmp_path_factory.mktemp("installed") / "luoyang-kiosk"
    shutil.copytree(bundle, folder)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    yield folder
    command = ["sha256sum", "--check", "--strict", "--quiet", recipe("bundle").MANIFEST]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    for path in [folder, *folder.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    assert said == ""


@pytest.fixture
def installed(place: Path, tmp_path: Path) -> Iterator[Installed]:
    home = tmp_path / "home"
    home.mkdir()
    made = Installed(place, home)
    before = made.listing()
    yield made
    assert made.listing() == before


@pytest.fixture
def content(installed: Installed) -> Path:
    """A copy for the staff, made without Python."""
    installed.does("new", "exhibition", "hall", "--lang", "en")
    return installed.home / "hall"


def test_the_version_names_what_is_in_the_bundle(installed: Installed) -> None:
    program, content = installed.does("--version").splitlines()
    assert program.startswith(f"kiosk {__version__} (Qt 6.")
    assert program.endswith(f", Python {'.'.join(map(str, sys.version_info[:3]))})")
    assert fingerprint(ROOT / "content") in content
    assert content.endswith(f": {installed.content}")


def test_the_usage_is_told(installed: Installed) -> None:
    assert installed.does("--help").startswith("usage: kiosk")
    assert installed.kiosk().returncode == 2


def test_the_content_in_it_is_fit_to_be_shown(installed: Installed) -> None:
    assert installed.does("check").startswith("可以展出")


@pytest.mark.package
def test_every_screen_is_looked_at(installed: Installed, content: Path) -> None:
    done = installed.kiosk("check", content, "--render")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "可以展出" in done.stdout


def test_mistakes_are_told_explained_and_mended(installed: Installed, content: Path) -> None:
    file = content / "exhibition.yaml"
    text = file.read_text(encoding="utf-8")
    assert "\ntitle:" in text
    file.write_text(text.replace("\ntitle:", "\ntitle：", 1), encoding="utf-8")
    refused = installed.kiosk("check", content)
    assert (refused.returncode, refused.stderr) == (1, "")
    assert "kiosk explain wide-colon" in refused.stdout
    assert installed.does("explain", "wide-colon", "--lang", "en").startswith("wide-colon")
    installed.does("fix", content, "--yes")
    assert installed.does("check", content).startswith("可以展出")


def test_an_exhibition_grows_by_a_theme_and_a_slide(installed: Installed, content: Path) -> None:
    installed.does("new", "theme", "night", "--content", content, "--title", "夜", "--title-en", "Night")
    installed.does("new", "slide", "goals", "--content", content, "--theme", "night", "--id", "aims")
    assert "3 个主题" in installed.does("check", content)


def test_photos_of_every_kind_are_imported_by_a_process_of_their_own(
    installed: Installed, content: Path
) -> None:
    camera = installed.home / "camera"
    camera.mkdir()
    shutil.copy(PHONE, camera / "phone.heic")
    for number, ending in enumerate(("jpg", "png", "webp", "tif", "avif")):
        fields((1920, 1200 + number)).save(camera / f"{ending}.{ending}")
    installed.does("import", "photos", camera, "--content", content)
    made = {path.name for path in (content / "photos").iterdir()}
    assert {"phone.jpg", "jpg.jpg", "png.jpg", "webp.jpg", "tif.jpg", "avif.jpg"} <= made


def test_figures_are_imported_from_a_workbook(installed: Installed, content: Path) -> None:
    installed.does("import", "figures", "--template", "figures.xlsx")
    assert (installed.home / "figures.xlsx").is_file()
    refused = installed.kiosk("import", "figures", "figures.xlsx", "--content", content)
    assert (refused.returncode, "Traceback" in refused.stderr) == (1, False)
    assert "livelihood" in refused.stdout + refused.stderr


def test_editors_are_helped(installed: Installed, content: Path) -> None:
    assert "theme.json" in installed.does("schema", "--content", content)
    (installed.home / "elsewhere").mkdir()
    assert "theme.json" in installed.does("schema", "--out", "elsewhere")
    assert command_of(installed.home / "elsewhere") == str(installed.folder / "kiosk")
    assert command_of(installed.folder / "_internal" / "content") == "kiosk"


def command_of(content: Path) -> str:
    """What VS Code starts for the tasks of a content folder."""
    tasks = json.loads((content / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    (command,) = {task["command"] for task in tasks}
    return str(command)


def test_a_snapshot_is_the_same_as_from_the_checkout(installed: Installed) -> None:
    asked = ("snapshot", "--only", "home", "--size", "1280x720", "--out")
    installed.does(*asked, "bundled")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    subprocess.run(
        [sys.executable, "-m", "kiosk", *asked, installed.home / "ours"],
        cwd=ROOT,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
    bundled, ours = (
        Image.open(installed.home / name / "00-home.png").convert("RGB") for name in ("bundled", "ours")
    )
    assert bundled.size == (1280, 720)
    assert ImageChops.difference(bundled, ours).getbbox() is None


def test_the_plugins_of_another_qt_are_not_looked_for(installed: Installed) -> None:
    other = installed.home / "other-qt"
    (other / "platforms").mkdir(parents=True)
    asked = ("snapshot", "--only", "home", "--size", "640x360", "--out", "pictures")
    done = installed.kiosk(*asked, QT_PLUGIN_PATH=str(other), QT_DEBUG_PLUGINS="1")
    assert done.returncode == 0
    assert str(installed.folder / "_internal" / "PySide6" / "Qt" / "plugins" / "platforms") in done.stderr
    assert str(other) not in done.stderr


def test_a_sheet_to_be_approved_is_written(installed: Installed) -> None:
    installed.does("snapshot", "--only", "home", "--size", "640x360", "--pdf", "sheet.pdf")
    assert (installed.home / "sheet.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", ["run", "preview"])
def test_a_window_opens_and_shows_the_exhibition(installed: Installed, tmp_path: Path, command: str) -> None:
    if lack := display.missing():
        pytest.skip(lack)
    picture, said = tmp_path / "screen.png", tmp_path / "said"
    with Display(tmp_path) as screen, said.open("w") as file:
        environment = installed.environment(DISPLAY=screen.name)
        process = subprocess.Popen(
            [installed.folder / "kiosk", command], env=environment, cwd=installed.home, stderr=file
        )
        try:
            wait_for_colours(screen, picture)
            assert process.poll() is None
        finally:
            process.terminate()
            process.wait(PATIENCE)
    assert said.read_text(encoding="utf-8") == ""


def test_what_is_not_as_it_was_set_is_logged_and_the_exhibition_runs(
    installed: Installed, tmp_path: Path
) -> None:
    if lack := display.missing():
        pytest.skip(lack)
    hall, log = tmp_path / "hall.yaml", installed.home / ".local/state/luoyang-kiosk/kiosk.log"
    hall.write_text("content: gone\n", encoding="utf-8")
    with Display(tmp_path) as screen:
        command = [str(installed.folder / "kiosk"), "run", "--unattended", "--hall", str(hall)]
        environment = installed.environment(DISPLAY=screen.name)
        process = subprocess.Popen(command, env=environment, cwd=installed.home, stderr=subprocess.DEVNULL)
        try:
            wait_for_colours(screen, tmp_path / "screen.png")
            end = time.perf_counter() + PATIENCE
            while not log.is_file() or log.read_text(encoding="utf-8").count("\n") < 2:
                assert process.poll() is None
                assert time.perf_counter() < end
                screen.changes(0.2)
            screen.changes(0.5)
        finally:
            process.terminate()
            process.wait(PATIENCE)
    facts, *notices = log.read_text(encoding="utf-8").splitlines()
    assert f"from {installed.content}" in facts
    assert [line.split()[1] for line in notices] == ["WARNING"]
    assert "内容文件夹" in notices[0]


def wait_for_colours(screen: Display, picture: Path) -> None:
    """Until the screen shows more than words: a niche alone has thousands of colours."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        screen.picture(picture)
        colours = Image.open(picture).getcolors(1920 * 1080)
        if colours and len(colours) > 2000:
            return
        screen.changes(0.2)
    raise TimeoutError(f"Nothing of the exhibition was seen in {PATIENCE} s.")


@pytest.mark.parametrize(
    "arguments",
    [
        ["fix", "--yes"],
        ["new", "theme", "night"],
        ["new", "slide", "goals", "--theme", "livelihood", "--id", "aims"],
        ["import", "photos", "camera"],
        ["schema"],
        ["check", "--english-checked"],
    ],
    ids=" ".join,
)
def test_the_content_in_it_is_never_changed(installed: Installed, arguments: list[str]) -> None:
    """Nothing is to be mended or recorded there, and the rest is refused with a way out. (Root may write
    anywhere, so that the modes alone keep nobody from it.)
    """
    (installed.home / "camera").mkdir()
    shutil.copy(PHONE, installed.home / "camera")
    done = installed.kiosk(*arguments)
    if arguments[0] in ("fix", "check"):
        assert (done.returncode, done.stderr) == (0, "")
    else:
        assert done.returncode == 1
        assert "--content" in done.stderr
        assert len(done.stderr.splitlines()) == 1


# --- damage ------------------------------------------------------------------------------------------


@pytest.fixture
def damaged(bundle: Path, tmp_path: Path) -> Installed:
    """A bundle of one's own, to be damaged; its files are shared until they are."""
    folder = tmp_path / "damaged"
    shutil.copytree(bundle, folder, copy_function=link_or_copy)
    return Installed(folder, tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "assets/fonts/NotoSansSC-Medium.ttf",
        "kiosk/qml/Exhibition/Home.qml",
        "PySide6/Qt/lib/libQt6Gui.so.6",
    ],
)
@pytest.mark.parametrize("left", [0.5, None])
def test_damage_is_named_in_one_sentence_with_the_remedy(
    damaged: Installed, name: str, left: float | None
) -> None:
    file = damaged.folder / "_internal" / name
    data = file.read_bytes()
    file.unlink()
    if left:
        file.write_bytes(data[: int(len(data) * left)])
    for command in (["run"], ["check"], ["snapshot", "--out", "shots"]):
        done = damaged.kiosk(*command)
        assert (done.returncode, done.stdout) == (1, "")
        assert len(done.stderr.splitlines()) == 1
        assert f"_internal/{name}" in done.stderr
        assert "Install it again" in done.stderr
    version = damaged.kiosk("--version")
    assert (version.returncode, version.stderr) == (0, "")
    assert name in version.stdout.splitlines()[0]
    doctor = damaged.kiosk("doctor", "--lang", "en")
    assert (doctor.returncode, doctor.stderr) == (1, "")
    assert name in doctor.stdout
