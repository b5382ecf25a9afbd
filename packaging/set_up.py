"""Makes .venv from the hash-pinned requirements and sees to the system libraries that Qt needs.

Started by `packaging/set-up run`, `package` or `test`. Where everything is there it says nothing and costs a
few hundredths of a second: modules that only the work needs are imported where it begins. What was
interrupted is begun again. Every failure is one line and exit 1; the whole of it is in build/set-up.log.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

INTERPRETER = Path(sys._base_executable).resolve()  # type: ignore[attr-defined]
"""The Python behind this one. This one may be that of .venv, which may be about to go, or half gone."""

LOCKS = {
    "run": "requirements.lock",
    "package": "requirements-package.lock",
    "test": "requirements-test.lock",
}
"""What .venv is filled from. Each holds all of the ones before it."""

ADDED = {"run": "", "package": "the packaging tools", "test": "the test tools"}

DISK_NEEDED = 1_400_000_000
"""Bytes: .venv (0.9 GB with the test tools) and the packages while they are being unpacked."""

LOADS_QT = "from PySide6 import QtGui, QtNetwork, QtQml, QtQuick, QtSvg"
LOADS_LIBRARY = "import ctypes, sys; ctypes.CDLL(sys.argv[1])"

RELAY = """#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -P -m kiosk "$@"
"""

REASONS = {
    "No space left on device": "the disk is full",
    "Disk quota exceeded": "the disk quota is used up",
    "DO NOT MATCH THE HASHES": "a downloaded package does not match its hash in packaging/ and was refused",
    "Hashes are required": "a requirement in packaging/ has no hash",
    "NewConnectionError": "the package index cannot be reached",
    "ConnectTimeoutError": "the package index cannot be reached",
    "ReadTimeoutError": "the package index does not answer",
    "ProxyError": "the proxy does not let pip through",
    "SSLError": "the package index cannot be trusted: its certificate does not hold",
    "No matching distribution found": "the package index has no package for this Python and system",
}
"""What pip writes, and what it means; the first that is found counts."""


class SetUpError(Exception):
    """The set-up cannot go on; the message is one line with the remedy."""


class Need(NamedTuple):
    """A library or command that the system must lend, and packages that may hold it, newest name first."""

    name: str
    purpose: str
    packages: tuple[str, ...]


def needs_in(table: str) -> list[Need]:
    """The needs listed in the text of packaging/system-libraries."""
    rows = (line.partition("#")[0].split() for line in table.splitlines())
    return [Need(name, purpose, tuple(packages.split("|"))) for name, purpose, packages in filter(None, rows)]


class Checkout:
    """A checkout of the project, with the .venv in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.python = self.venv / "bin" / "python"
        self.log = root / "build" / "set-up.log"
        self.table = (root / "packaging" / "system-libraries").read_text(encoding="utf-8")
        self._stamps = self.venv / ".set-up"
        self.vendor = root / "packaging" / "vendor"
        self.server = root / "build" / "editor"
        self.server_lock = root / "packaging" / "editor" / "package-lock.json"

    def holds(self, kind: str) -> bool:
        """Whether .venv was filled, to the end, from just this lock by just this interpreter."""
        return self._stamped(kind, self._contents(kind))

    def has_seen(self, purpose: str) -> bool:
        return self._stamped(f"system-{purpose}", self.table)

    def has_filled(self, kind: str) -> None:
        self._stamp(kind, self._contents(kind))

    def saw(self, purpose: str) -> None:
        self._stamp(f"system-{purpose}", self.table)

    def gave_up_on(self, lacking: list[Need]) -> bool:
        return self._stamped("lacking", repr(lacking))

    def give_up_on(self, lacking: list[Need]) -> None:
        self._stamp("lacking", repr(lacking))

    def has_server(self) -> bool:
        """Whether the language server of editors was fetched, to the end, from just this lock."""
        try:
            fetched = (self.server / "fetched").read_bytes()
        except FileNotFoundError:
            return False
        return fetched == self.server_lock.read_bytes()

    def fetched_server(self) -> None:
        (self.server / "fetched").write_bytes(self.server_lock.read_bytes())

    def forget(self, *kinds: str) -> None:
        for kind in kinds:
            (self._stamps / kind).unlink(missing_ok=True)

    def _contents(self, kind: str) -> str:
        # With the interpreter: after a system's upgrade to a newer Python .venv still starts, but is empty.
        lock = (self.root / "packaging" / LOCKS[kind]).read_text(encoding="utf-8")
        return f"{INTERPRETER}\n{lock}"

    def _stamped(self, name: str, text: str) -> bool:
        try:
            return (self._stamps / name).read_text(encoding="utf-8") == text and self.python.exists()
        except FileNotFoundError:
            return False

    def _stamp(self, name: str, text: str) -> None:
        self._stamps.mkdir(exist_ok=True)
        (self._stamps / name).write_text(text, encoding="utf-8")


def say(text: str) -> None:
    print(f"set-up: {text}", file=sys.stderr, flush=True)


# What the system lends ------------------------------------------------------------------------------------


def purposes(kind: str) -> list[str]:
    """What system libraries are needed for: to draw on a display only where there is one, or in tests."""
    if sys.platform != "linux":
        return []
    if kind == "test":
        return ["core", "x11", "package", "test"]
    if kind == "package":  # some of a display's are brought along in the bundle
        return ["core", "x11", "package"]
    displays = {"x11": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
    return ["core", *(purpose for purpose, variable in displays.items() if os.environ.get(variable))]


def is_there(name: str) -> bool:
    """Whether a library loads, or a command is on the PATH, or this Python can make a virtual environment."""
    import ctypes
    import importlib.util
    import shutil

    if name == "ensurepip":
        return importlib.util.find_spec(name) is not None
    if ".so." not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def needs_of_python() -> list[Need]:
    """What this Python leaves to packages of its own: virtual environments, and its library, which a bundle
    brings along.
    """
    import sysconfig

    name = f"python3.{sys.version_info.minor}"
    needs = [Need("ensurepip", "core", (f"{name}-venv",))]
    folder, library = sysconfig.get_config_var("LIBDIR"), sysconfig.get_config_var("INSTSONAME")
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and not Path(folder, library).exists():
        needs.append(Need(library, "package", (f"lib{name}",)))
    return needs


def lacking(checkout: Checkout, wanted: list[str]) -> list[Need]:
    needs = [*needs_of_python(), *needs_in(checkout.table)]
    return [need for need in needs if need.purpose in wanted and not is_there(need.name)]


def packages_for(lack: list[Need]) -> list[str]:
    """The packages that hold what is lacking, by the names that this system's apt knows."""
    import subprocess

    def known(package: str) -> bool:
        command = ["apt-cache", "show", "--no-all-versions", package]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0

    def name(packages: tuple[str, ...]) -> str:
        *newer, oldest = packages
        return next(filter(known, newer), oldest)

    return sorted({name(need.packages) for need in lack})


def root_prefix() -> list[str] | None:
    """What makes a command run as root without asking; None where nothing does."""
    import shutil
    import subprocess

    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if (
        shutil.which("sudo")
        and not subprocess.run([*sudo, "true"], check=False, capture_output=True).returncode
    ):
        return sudo
    return None


def install_packages(checkout: Checkout, lack: list[Need]) -> None:
    """Asks apt for what is lacking, where that is allowed. What came of it is for the caller to look at."""
    import shutil

    prefix = root_prefix()
    if prefix is None or shutil.which("apt-get") is None:
        return
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    run(checkout, [*prefix, *quietly, "update"])
    packages = packages_for(lack)
    say(f"installing system packages: {' '.join(packages)}")
    run(checkout, [*prefix, *quietly, "install", "--yes", "--no-install-recommends", *packages])


def missing(lack: list[Need]) -> str:
    """One line: what is missing, and the command that brings it."""
    import shutil

    names = " ".join(dict.fromkeys(need.name for need in lack))
    if shutil.which("apt-get") is None:
        return f"missing: {names} - install the packages of this system that hold them"
    sudo = "" if os.geteuid() == 0 else "sudo "
    packages = " ".join(packages_for(lack))
    return f"missing: {names} - {sudo}apt-get update && {sudo}apt-get install {packages}"


# .venv ----------------------------------------------------------------------------------------------------


def run(checkout: Checkout, command: list[str], *, visible: bool = False) -> bool:
    """Runs a command, its output in the log (on the terminal where visible); true if it went well."""
    import subprocess

    unwanted = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    with checkout.log.open("ab") as log:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=None if visible else log,
            stderr=log,
            env=environment | {"PIP_USER": "0"},
        )
    return done.returncode == 0


def reason(checkout: Checkout) -> str:
    """Why the last command failed, in a few words: what its output means, or else its last line."""
    import shutil

    if shutil.disk_usage(checkout.root).free < 1_000_000:
        return "the disk is full"
    output = checkout.log.read_text(encoding="utf-8", errors="replace")
    for sign, meaning in REASONS.items():
        if sign in output:
            return meaning
    return (output.strip().splitlines() or ["it said nothing"])[-1]


def demand(went_well: bool, checkout: Checkout, what: str) -> None:
    if not went_well:
        raise SetUpError(f"{what}: {reason(checkout)} (the whole of it: build/set-up.log)")


def make_venv(checkout: Checkout) -> None:
    import shutil

    free = shutil.disk_usage(checkout.root).free
    if free < DISK_NEEDED:
        here, needed = free // 1_000_000, DISK_NEEDED // 1_000_000
        raise SetUpError(f"the disk is full: {here} MB free in {checkout.root}, {needed} MB needed")
    say("making .venv (once)" if checkout.vendor.is_dir() else "making .venv (some 260 MB to download, once)")
    if checkout.venv.exists():
        checkout.forget(*LOCKS)
        shutil.rmtree(checkout.venv)
    made = run(checkout, [str(INTERPRETER), "-I", "-m", "venv", str(checkout.venv)])
    demand(made, checkout, "cannot make .venv")
    (library,) = checkout.venv.glob("lib/python3.*/site-packages")
    # Relative, like the relay: the checkout may be moved, and its path may hold any character.
    (library / "kiosk.pth").write_text(f"{os.path.relpath(checkout.root, library)}\n", encoding="utf-8")
    relay = checkout.venv / "bin" / "kiosk"
    relay.write_text(RELAY, encoding="utf-8")
    relay.chmod(0o755)


def wheels_at_hand(checkout: Checkout, kind: str) -> list[str]:
    """Where `make vendor` was run, its wheels: all that running and building need, a part of the tests'."""
    if not checkout.vendor.is_dir():
        return []
    alone = [] if kind == "test" else ["--no-index"]
    return [*alone, "--find-links", str(checkout.vendor)]


def fill_venv(checkout: Checkout, kind: str) -> None:
    smaller = list(LOCKS)[: list(LOCKS).index(kind)]
    if any(map(checkout.holds, smaller)):
        say(f"adding {ADDED[kind]} to .venv (once)")
        checkout.forget(*LOCKS)
    else:
        make_venv(checkout)
    lock = checkout.root / "packaging" / LOCKS[kind]
    pip = [str(checkout.python), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    chosen = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    sources = wheels_at_hand(checkout, kind)
    what = (
        "cannot fill .venv from packaging/vendor (make vendor renews it)" if sources else "cannot fill .venv"
    )
    visible = sys.stdout.isatty()
    demand(run(checkout, [*pip, *chosen, *sources], visible=visible), checkout, what)
    for filled in [*smaller, kind]:
        checkout.has_filled(filled)


def qt_loads(checkout: Checkout, wanted: list[str]) -> bool:
    """Whether Qt loads and, for a run with a display, one of the plugins that draw on it."""

    def loads(code: str, *arguments: str) -> bool:
        return run(checkout, [str(checkout.python), "-I", "-c", code, *arguments])

    names = {"x11": "libqxcb.so", "wayland": "libqwayland*.so"}
    patterns = [names[purpose] for purpose in wanted if purpose in names and "test" not in wanted]
    plugins = [str(path) for pattern in patterns for path in checkout.venv.rglob(f"platforms/{pattern}")]
    return loads(LOADS_QT) and (not plugins or any(loads(LOADS_LIBRARY, plugin) for plugin in plugins))


# What one test asks --------------------------------------------------------------------------------------


def fetch_server(checkout: Checkout) -> None:
    """Fetches the language server that editors ask; where that cannot be, one line says what is skipped."""
    import fcntl
    import shutil

    if checkout.has_server():
        return
    if shutil.which("npm") is None:
        say("going on without npm: the test of what editors tell staff is skipped")
        return
    turn = os.open(checkout.root, os.O_RDONLY)
    try:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if checkout.has_server():
            return
        say("fetching the language server of editors for their test (once)")
        shutil.rmtree(checkout.server, ignore_errors=True)
        checkout.server.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(checkout.server_lock.with_name(name), checkout.server)
        quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(checkout.server)]
        if run(checkout, ["npm", "ci", *quietly]):
            checkout.fetched_server()
        else:
            shutil.rmtree(checkout.server, ignore_errors=True)
            say("going on, but npm cannot fetch it, and its test is skipped (why: build/set-up.log)")
    finally:
        os.close(turn)


# All of it ------------------------------------------------------------------------------------------------


def set_up(checkout: Checkout, kind: str) -> None:
    """Brings the checkout to where `make run` or `make test` can start.

    Raises:
        SetUpError: it cannot be brought there.
    """
    import fcntl

    wanted = purposes(kind)
    if checkout.holds(kind) and all(map(checkout.has_seen, wanted)):
        return
    turn = os.open(checkout.root, os.O_RDONLY)
    try:
        fcntl.flock(turn, fcntl.LOCK_EX)
        checkout.log.parent.mkdir(exist_ok=True)
        checkout.log.write_bytes(b"")
        lack = lacking(checkout, wanted)
        if lack and not checkout.gave_up_on(lack):
            install_packages(checkout, lack)
            lack = lacking(checkout, wanted)
        if not checkout.holds(kind):
            if any(need.name == "ensurepip" for need in lack):
                raise SetUpError(missing(lack))
            fill_venv(checkout, kind)
        if not qt_loads(checkout, wanted):
            raise SetUpError(f"Qt cannot start: {missing(lack) if lack else reason(checkout)}")
        if lack:
            say(f"going on, but {missing(lack)}")
            checkout.give_up_on(lack)
        else:
            for purpose in wanted:
                checkout.saw(purpose)
    finally:
        os.close(turn)


def main(arguments: list[str]) -> int:
    match arguments:
        case [kind] if kind in LOCKS:
            pass
        case _:
            say("usage: packaging/set-up run|package|test")
            return 2
    try:
        checkout = Checkout(ROOT)
        set_up(checkout, kind)
        if kind == "test":
            fetch_server(checkout)
    except SetUpError as error:
        say(str(error))
    except KeyboardInterrupt:
        say("stopped; the next run begins again")
    except OSError as error:
        say("the disk is full" if error.errno == errno.ENOSPC else f"{error.strerror}: {error.filename}")
    else:
        return 0
    return 1
