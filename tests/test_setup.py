"""The set-up behind the two commands: the locks, the script that makes .venv, and what it stands on."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
INTERPRETER = Path(sys._base_executable)  # type: ignore[attr-defined]
LOCKS = ["requirements.lock", "requirements-package.lock", "requirements-test.lock"]
GPL_ONLY = {
    "QtCharts",
    "QtDataVisualization",
    "QtGraphs",
    "QtGraphsWidgets",
    "QtHttpServer",
    "QtLottie",
    "QtQuick3D",
    "QtQuickTimeline",
    "QtShaderTools",
    "QtVirtualKeyboard",
}


# --- the locks ------------------------------------------------------------------------------------


def pinned(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Name → version and hashes of each requirement in a lock."""
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            requirement, *hashes = line.split("--hash=")
            name, _, version = requirement.partition(";")[0].strip().partition("==")
            found[name] = (version, [hash_.strip() for hash_ in hashes])
    assert found
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_requirement_has_hashes(lock: str) -> None:
    bad = [
        name
        for name, (version, hashes) in pinned(lock).items()
        if not version
        or not hashes
        or not all(re.fullmatch("sha256:[0-9a-f]{64}", hash_) for hash_ in hashes)
    ]

    assert bad == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")

    assert re.search("://|index-url|find-links|@ ", text) is None


@pytest.mark.parametrize(
    ("lock", "extras"), list(zip(LOCKS, [[], ["package"], ["package", "test"]], strict=True))
)
def test_the_lock_has_what_the_project_asks_for(lock: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + [
        line for extra in extras for line in project["optional-dependencies"][extra]
    ]
    versions = {name: version for name, (version, _) in pinned(lock).items()}

    unmet = [
        line for line in asked if versions.get((need := Requirement(line)).name, "") not in need.specifier
    ]

    assert len(asked) >= 4
    assert unmet == []


def test_each_lock_holds_all_of_the_ones_before_it() -> None:
    run, package, test = (pinned(lock).items() for lock in LOCKS)

    assert run < package < test


# --- the script, in a checkout of its own ---------------------------------------------------------


class Checkout:
    """A small checkout: the real set-up, empty wheels in the place of the packages, and its own PATH."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.python = root / ".venv" / "bin" / "python"
        self.bin = root.parent / "bin"
        packaging = root / "packaging"
        packaging.mkdir(parents=True)
        for name in ("set-up", "set_up.py"):
            shutil.copy(ROOT / "packaging" / name, packaging)
        self.table = packaging / "system-libraries"
        self.table.write_text("libc.so.6 core libc6\n", encoding="utf-8")
        self.lock("requirements.lock", ["pyside6"])
        self.lock("requirements-package.lock", ["pyside6", "pyinstaller"])
        self.lock("requirements-test.lock", ["pyside6", "pyinstaller", "pytest"])
        (packaging / "editor").mkdir()
        self.server("1")
        (root / "kiosk").mkdir()
        (root / "kiosk" / "__init__.py").touch()
        (root / "kiosk" / "__main__.py").write_text("print('the kiosk')", encoding="utf-8")
        self.bin.mkdir()
        for name in ("sh", "dirname", "readlink", "env"):
            (self.bin / name).symlink_to(shutil.which(name) or name)
        (self.bin / "python3").symlink_to(INTERPRETER)

    def lock(self, name: str, projects: list[str], digest: str = "") -> None:
        lines = [f"{project}==1.0 --hash=sha256:{digest or self._wheel(project)}" for project in projects]
        (self.root / "packaging" / name).write_text("\n".join(lines), encoding="utf-8")

    def server(self, version: str) -> None:
        """Pins the language server of editors."""
        for name in ("package.json", "package-lock.json"):
            (self.root / "packaging" / "editor" / name).write_text(
                f'{{"version": "{version}"}}', encoding="utf-8"
            )

    def _wheel(self, project: str) -> str:
        """Makes a wheel with empty modules, always the same; its SHA-256."""
        path = self.root.parent / f"{project}-1.0-py3-none-any.whl"
        if not path.exists():
            package = {"pyside6": "PySide6"}.get(project, project)
            about = f"{project}-1.0.dist-info"
            modules = ["__init__", "QtGui", "QtNetwork", "QtQml", "QtQuick", "QtSvg"]
            files = {f"{package}/{module}.py": "" for module in modules} | {
                f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {project}\nVersion: 1.0\n",
                f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                f"{about}/RECORD": "",
            }
            with zipfile.ZipFile(path, "w") as wheel:
                for name, text in files.items():
                    wheel.writestr(zipfile.ZipInfo(name), text)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def command(self, name: str, script: str) -> None:
        """Puts a shell script on the PATH."""
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def set_up(self, kind: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.root / "packaging" / "set-up", kind],
            check=False,
            capture_output=True,
            text=True,
            env={
                "PATH": str(self.bin),
                "PIP_CONFIG_FILE": os.devnull,
                "PIP_NO_INDEX": "1",
                "PIP_FIND_LINKS": self.root.parent.as_uri(),
                **environment,
            },
        )

    def installed(self) -> dict[str, int]:
        """Package → when its first module was written; equal before and after where nothing was installed."""
        return {
            path.parent.name: path.stat().st_mtime_ns for path in self.root.glob(".venv/lib/*/*/*/QtGui.py")
        }


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """What a failed set-up said after the progress lines: one line and no more."""
    assert done.returncode == 1
    said = [line for line in done.stderr.splitlines() if not line.endswith("once)")]
    assert len(said) == 1, done.stderr
    return said[0]


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    """A fresh checkout."""
    return Checkout(tmp_path / "洛阳 2020" / "kiosk")


@pytest.fixture
def checkout(bare: Checkout, made: Checkout) -> Checkout:
    """A checkout that was set up for `make run` and then moved to another place."""
    shutil.copytree(made.root / ".venv", bare.root / ".venv", symlinks=True)
    return bare


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    checkout = Checkout(tmp_path_factory.mktemp("made") / "洛阳 2020" / "kiosk")
    done = checkout.set_up()
    assert done.returncode == 0, done.stderr
    return checkout


def test_the_console_command_works_from_anywhere(made: Checkout, tmp_path: Path) -> None:
    (tmp_path / "kiosk").symlink_to(made.root / ".venv" / "bin" / "kiosk")

    done = subprocess.run([tmp_path / "kiosk"], check=True, capture_output=True, text=True, cwd=tmp_path)

    assert done.stdout == "the kiosk\n"


def test_a_second_set_up_installs_nothing_and_says_nothing(made: Checkout) -> None:
    before = made.installed()

    done = made.set_up(PIP_FIND_LINKS="file:///nowhere")

    assert (done.returncode, done.stderr) == (0, "")
    assert before == made.installed() != {}


def test_a_checkout_that_was_moved_installs_nothing(checkout: Checkout) -> None:
    before = checkout.installed()

    done = checkout.set_up()

    assert (done.returncode, done.stderr) == (0, "")
    assert before == checkout.installed() != {}


@pytest.mark.parametrize(
    ("kinds", "tools"), [(["package"], {"pyinstaller"}), (["package", "test"], {"pyinstaller", "pytest"})]
)
def test_packaging_and_tests_get_their_tools_beside_what_is_there(
    checkout: Checkout, kinds: list[str], tools: set[str]
) -> None:
    before = checkout.installed()

    for kind in kinds:
        done = checkout.set_up(kind)
        assert done.returncode == 0, done.stderr
        assert f"adding the {kind}" in done.stderr.replace("packaging", "package")

    assert checkout.installed().keys() == {"PySide6", *tools}
    assert checkout.installed()["PySide6"] == before["PySide6"]


def test_another_lock_makes_a_new_environment(checkout: Checkout) -> None:
    checkout.set_up("test")
    checkout.lock("requirements.lock", ["pyside6", "hypothesis"])

    done = checkout.set_up()

    assert done.returncode == 0, done.stderr
    assert checkout.installed().keys() == {"PySide6", "hypothesis"}


def test_an_interrupted_set_up_is_begun_again(bare: Checkout) -> None:
    """Killed while the environment was being cleared or filled: a half of it is there."""
    bare.python.parent.mkdir(parents=True)
    bare.python.symlink_to(INTERPRETER)
    (bare.root / ".venv" / "lib" / "python3.11" / "site-packages" / "PySide6").mkdir(parents=True)

    done = bare.set_up()

    assert done.returncode == 0, done.stderr
    assert bare.installed().keys() == {"PySide6"}


def test_a_download_that_is_not_the_pinned_one_is_refused(checkout: Checkout) -> None:
    checkout.lock("requirements-test.lock", ["pyside6", "pyinstaller", "pytest"], digest="0" * 64)

    said = one_line(checkout.set_up("test"))

    assert "does not match its hash" in said
    assert checkout.installed().keys() == {"PySide6"}


def vendor(checkout: Checkout, *projects: str) -> None:
    """What `make vendor` leaves."""
    folder = checkout.root / "packaging" / "vendor"
    folder.mkdir()
    for project in projects:
        shutil.copy(checkout.root.parent / f"{project}-1.0-py3-none-any.whl", folder)


def test_running_and_building_take_the_collected_wheels_and_no_other(bare: Checkout) -> None:
    vendor(bare, "pyside6", "pyinstaller")

    done = bare.set_up("package", PIP_NO_INDEX="0", PIP_FIND_LINKS="", PIP_INDEX_URL="https://index.invalid")

    assert done.returncode == 0, done.stderr
    assert "download" not in done.stderr
    assert bare.installed().keys() == {"PySide6", "pyinstaller"}


def test_tests_take_the_collected_wheels_and_the_rest_from_elsewhere(checkout: Checkout) -> None:
    vendor(checkout, "pyside6", "pyinstaller")

    done = checkout.set_up("test")

    assert done.returncode == 0, done.stderr
    assert checkout.installed().keys() == {"PySide6", "pyinstaller", "pytest"}


def test_a_collection_that_lacks_a_wheel_is_one_line_with_the_remedy(checkout: Checkout) -> None:
    """Also where an index has it: what was collected is all that is asked."""
    vendor(checkout, "pyside6")
    (wheel,) = checkout.root.parent.glob("pyinstaller-*.whl")
    index = checkout.root.parent / "index"
    (index / "pyinstaller").mkdir(parents=True)
    page = f'<a href="{wheel.as_uri()}">{wheel.name}</a>'
    (index / "pyinstaller" / "index.html").write_text(page, encoding="utf-8")

    done = checkout.set_up("package", PIP_NO_INDEX="0", PIP_FIND_LINKS="", PIP_INDEX_URL=index.as_uri())

    assert one_line(done).startswith(
        "set-up: cannot fill .venv from packaging/vendor (make vendor renews it): "
    )


def test_a_requirement_without_a_hash_is_refused(checkout: Checkout) -> None:
    lock = checkout.root / "packaging" / "requirements-test.lock"
    lock.write_text("pyside6==1.0\npytest==1.0\n", encoding="utf-8")

    said = one_line(checkout.set_up("test"))

    assert "has no hash" in said
    assert checkout.installed().keys() == {"PySide6"}


def test_a_requirement_that_cannot_be_had_is_one_line(checkout: Checkout) -> None:
    said = one_line(checkout.set_up("test", PIP_FIND_LINKS="file:///nowhere"))

    assert said.startswith("set-up: cannot fill .venv: the package index has no package")


def test_a_python_that_is_too_old_is_refused_by_name(bare: Checkout) -> None:
    bare.command("python3.9", "exit 1")

    said = one_line(bare.set_up(PYTHON="python3.9"))

    assert said == "set-up: PYTHON=python3.9 is not a Python 3.11 or newer"


def test_a_machine_without_a_fit_python_is_told_what_to_do(bare: Checkout) -> None:
    bare.command("python3", "exit 1")

    said = one_line(bare.set_up())

    assert said.startswith(
        "set-up: Python 3.11 or newer is needed (sudo apt-get install python3 python3-venv)"
    )


# --- the language server of editors ----------------------------------------------------------------


NPM = """
echo "npm $*" >>"{calls}"
for folder; do :; done
mkdir "$folder/node_modules" && cat "$folder/package-lock.json"
"""


class Npm:
    """An npm that works, and a checkout whose .venv is there, so that only the language server is wanting."""

    def __init__(self, checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
        self.checkout = checkout
        self.calls = checkout.root.parent / "calls"
        self.folder = checkout.root / "build" / "editor"
        self._script = load_script()
        monkeypatch.setattr(self._script, "ROOT", checkout.root)
        monkeypatch.setattr(self._script, "set_up", lambda *_: None)
        monkeypatch.setenv("PATH", f"{checkout.bin}")
        for name in ("mkdir", "cat"):
            (checkout.bin / name).symlink_to(f"/bin/{name}")
        (checkout.root / "build").mkdir()
        self.works()

    def works(self) -> None:
        self.checkout.command("npm", NPM.format(calls=self.calls))

    def fails(self) -> None:
        self.checkout.command("npm", "echo no network >&2; exit 1")

    def is_not_there(self) -> None:
        (self.checkout.bin / "npm").unlink()

    def set_up(self, kind: str = "test") -> int:
        code: int = self._script.main([kind])
        return code


@pytest.fixture
def npm(bare: Checkout, monkeypatch: pytest.MonkeyPatch) -> Npm:
    return Npm(bare, monkeypatch)


def test_the_language_server_is_fetched_once_and_again_when_its_lock_changes(
    npm: Npm, capsys: pytest.CaptureFixture[str]
) -> None:
    for expected in ("set-up: fetching the language server of editors for their test (once)\n", ""):
        assert npm.set_up() == 0
        assert capsys.readouterr().err == expected
    npm.checkout.server("2")
    assert npm.set_up() == 0

    call = f"npm ci --ignore-scripts --no-audit --no-fund --prefix {npm.folder}"
    assert npm.calls.read_text(encoding="utf-8").splitlines() == [call, call]
    assert (npm.folder / "node_modules").is_dir()


def test_a_run_of_the_exhibition_fetches_no_language_server(npm: Npm) -> None:
    assert npm.set_up("run") == 0
    assert not npm.calls.exists()


def test_without_npm_one_line_says_what_is_skipped(npm: Npm, capsys: pytest.CaptureFixture[str]) -> None:
    npm.is_not_there()

    assert npm.set_up() == 0
    said = capsys.readouterr().err
    assert said == "set-up: going on without npm: the test of what editors tell staff is skipped\n"


def test_a_language_server_that_cannot_be_fetched_is_one_line_and_is_tried_again(
    npm: Npm, capsys: pytest.CaptureFixture[str]
) -> None:
    npm.fails()
    assert npm.set_up() == 0
    _, said = capsys.readouterr().err.splitlines()
    npm.works()
    assert npm.set_up() == 0

    assert (
        said == "set-up: going on, but npm cannot fetch it, and its test is skipped (why: build/set-up.log)"
    )
    assert "no network" in (npm.folder.parent / "set-up.log").read_text(encoding="utf-8")
    assert npm.calls.exists()


def test_the_lock_of_the_language_server_has_hashes_and_no_address() -> None:
    folder = ROOT / "packaging" / "editor"
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    root = packages.pop("")

    assert root["dependencies"] == asked
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    assert packages["node_modules/yaml-language-server"]["version"] == asked["yaml-language-server"]
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


# --- system libraries -----------------------------------------------------------------------------


class System:
    """A Debian-like system, as the set-up sees it: who we are, and what its apt knows and does."""

    def __init__(self, checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
        self.checkout = checkout
        self.calls = checkout.root.parent / "calls"
        self._monkeypatch = monkeypatch
        self.script = load_script()
        for stamp in checkout.root.glob(".venv/.set-up/system-*"):
            stamp.unlink()
        for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("PATH", str(checkout.bin))
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        monkeypatch.setenv("PIP_NO_INDEX", "1")
        monkeypatch.setenv("PIP_FIND_LINKS", checkout.root.parent.as_uri())
        checkout.command("apt-get", f'echo "apt-get $*" >>"{self.calls}"')
        self.apt_knows("nothing")
        self.user_is(1000)

    def user_is(self, number: int) -> None:
        self._monkeypatch.setattr(os, "geteuid", lambda: number)

    def apt_knows(self, package: str) -> None:
        self.checkout.command("apt-cache", f'for asked; do :; done; [ "$asked" = {package} ]')

    def needs(self, *rows: str) -> None:
        self.checkout.table.write_text("\n".join(rows), encoding="utf-8")

    def set_up(self) -> None:
        self.script.set_up(self.script.Checkout(self.checkout.root), "run")

    def called(self) -> list[str]:
        return self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "packaging" / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def system(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> System:
    return System(checkout, monkeypatch)


def test_a_missing_library_is_named_in_one_line_with_its_remedy(
    system: System, capsys: pytest.CaptureFixture[str]
) -> None:
    system.needs("libnowhere.so.9 core libnowhere9", "libc.so.6 core libc6", "no-such-tool core tools")

    system.set_up()

    assert capsys.readouterr().err == (
        "set-up: going on, but missing: libnowhere.so.9 no-such-tool"
        " - sudo apt-get update && sudo apt-get install libnowhere9 tools\n"
    )
    assert system.called() == []


def test_where_qt_cannot_load_the_missing_library_is_the_failure(system: System) -> None:
    system.needs("libnowhere.so.9 core libnowhere9")
    (broken,) = system.checkout.root.glob(".venv/lib/*/*/PySide6")
    shutil.rmtree(broken)

    with pytest.raises(system.script.SetUpError) as failure:
        system.set_up()

    assert "\n" not in str(failure.value)
    assert str(failure.value).startswith("Qt cannot start: missing: libnowhere.so.9 - sudo apt-get update")


def test_root_gets_what_is_missing_by_the_name_that_apt_knows(system: System) -> None:
    system.needs("libnowhere.so.9 core libnowhere9t64|libnowhere9", "libgone.so.1 core libgone1t64|libgone1")
    system.user_is(0)
    system.apt_knows("libnowhere9t64")

    system.set_up()

    update, install = system.called()
    assert update.endswith(" update")
    assert install.endswith(" install --yes --no-install-recommends libgone1 libnowhere9t64")


def test_a_user_with_free_sudo_gets_it_too(system: System) -> None:
    system.needs("libnowhere.so.9 core libnowhere9")
    system.checkout.command("true", "")
    system.checkout.command("sudo", f'echo "sudo $2" >>"{system.calls}"; shift; exec "$@"')

    system.set_up()

    assert [line for line in system.called() if line.startswith("sudo")] == [
        "sudo true",
        "sudo env",
        "sudo env",
    ]
    assert any(line.endswith(" libnowhere9") for line in system.called())


def test_what_apt_could_not_bring_is_not_asked_for_again(system: System) -> None:
    system.needs("libnowhere.so.9 core libnowhere9")
    system.user_is(0)
    system.set_up()
    before = system.called()

    system.set_up()

    assert before
    assert system.called() == before


def test_nothing_is_asked_of_apt_where_nothing_is_missing(system: System) -> None:
    system.user_is(0)

    system.set_up()

    assert system.called() == []


@pytest.mark.parametrize(
    ("variable", "asked"), [("DISPLAY", "libx.so.9"), ("WAYLAND_DISPLAY", "libw.so.9"), ("NOTHING", "")]
)
def test_the_libraries_of_a_display_are_asked_for_where_there_is_one(
    system: System,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    asked: str,
) -> None:
    system.needs("libx.so.9 x11 libx", "libw.so.9 wayland libw", "libt.so.9 test libt")
    monkeypatch.setenv(variable, ":7")

    system.set_up()

    assert "".join(re.findall(r"missing: (.*?) - ", capsys.readouterr().err)) == asked


def test_who_makes_packages_has_the_libraries_that_go_into_them(
    system: System, capsys: pytest.CaptureFixture[str]
) -> None:
    system.needs("libx.so.9 x11 libx", "libs.so.9 sound libs", "no-such-tool package tools")

    system.script.set_up(system.script.Checkout(system.checkout.root), "package")

    assert re.findall(r"missing: (.*?) - ", capsys.readouterr().err) == ["libx.so.9 no-such-tool"]


@pytest.mark.parametrize(
    ("settings", "lacking"),
    [
        ({"Py_ENABLE_SHARED": 1, "LIBDIR": "/nowhere", "INSTSONAME": "libpython3.77.so.1.0"}, True),
        ({"Py_ENABLE_SHARED": 1, "LIBDIR": "HERE", "INSTSONAME": "libpython3.77.so.1.0"}, False),
        ({"Py_ENABLE_SHARED": 0, "LIBDIR": "/nowhere", "INSTSONAME": "libpython3.77.a"}, False),
    ],
    ids=["in a package of its own", "beside it", "not shared"],
)
def test_the_library_of_python_is_asked_for_where_a_bundle_would_miss_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str | int], lacking: bool
) -> None:
    (tmp_path / "libpython3.77.so.1.0").touch()
    found = {name: str(tmp_path) if value == "HERE" else value for name, value in settings.items()}
    monkeypatch.setattr("sysconfig.get_config_var", found.get)

    needs = load_script().needs_of_python()

    named = [(need.name, need.purpose) for need in needs if need.name != "ensurepip"]
    assert named == ([("libpython3.77.so.1.0", "package")] if lacking else [])


def test_the_list_of_libraries_names_for_each_a_use_and_a_package() -> None:
    script = load_script()

    needs = script.needs_in((ROOT / "packaging" / "system-libraries").read_text(encoding="utf-8"))

    assert {need.purpose for need in needs} == {"core", "x11", "wayland", "sound", "package", "test"}
    assert all(name for need in needs for name in need.packages)


# --- beneath us -----------------------------------------------------------------------------------


VOID_CALLS = """
import sys
from PySide6.QtCore import QObject, QTimer, Signal

class Bell(QObject):
    rung = Signal()

bell = Bell()
timer = QTimer(bell)
heard = []
bell.rung.connect(lambda: heard.append(1))
before = sys.getrefcount(None)
for _ in range(2_000):
    bell.rung.emit()
for _ in range(10_000):
    timer.setInterval(1)
print(len(heard), sys.getrefcount(None) - before)
"""


def test_void_calls_of_pyside_keep_the_references_to_none() -> None:
    """PySide6 6.12.0 on CPython 3.11 drops one in each call, and aborts when none is left."""
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], check=False, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    heard, drift = map(int, done.stdout.split())
    assert heard == 2_000
    assert abs(drift) <= 10


def test_no_gpl_only_module_of_qt_is_imported() -> None:
    sources = [*(ROOT / "kiosk").rglob("*.py")]
    imported = {
        name: path
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported_by(node)
    }
    screens = [*(ROOT / "kiosk").rglob("*.qml")]
    imported |= {
        "Qt" + name.removeprefix("Qt").replace(".", ""): path
        for path in screens
        for name in re.findall(r"^import (Qt[\w.]*)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert "QtQuick" in imported
    assert not {name: path for name, path in imported.items() if name.startswith(tuple(GPL_ONLY))}


def imported_by(node: ast.AST) -> list[str]:
    """The modules of Qt that an import statement names, without the name of the binding."""
    match node:
        case ast.Import(names=names):
            full = [alias.name for alias in names]
        case ast.ImportFrom(module=str() as module, names=names):
            full = [f"{module}.{alias.name}" for alias in names]
        case _:
            full = []
    return [name.split(".")[1] for name in full if name.startswith(("PySide6.", "qtpy."))]
