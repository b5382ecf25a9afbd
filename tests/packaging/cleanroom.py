"""A plain machine to install on: Debian's smallest system with a virtual screen, without Python and network.

A root is made once by debootstrap and kept in build/; each room is a layer over it in namespaces of its own.
When the process that holds the namespaces ends, every mount and every process of the room goes with it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from PIL import Image

WORK: Final = Path(__file__).parents[2] / "build" / "package-test"
PATIENCE: Final = 60.0
"""Seconds anything may take to come true."""

TOOLS: Final = ("debootstrap", "dpkg-scanpackages", "unshare", "nsenter")
PLAIN: Final = ("xvfb", "xz-utils")
"""What a machine with a desktop has, and the smallest system has not."""

PEOPLE: Final = ("hall", "curator")
"""The account that shows the exhibition, and that of the staff."""

FURNISH: Final = """
set -eu
root=$1; suite=$2; package=$3
debootstrap --variant=minbase "$suite" "$root" ${DEBIAN_MIRROR:-}
mount -t proc proc "$root/proc"
cp "$package" "$root/tmp/package.deb"
in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
in_root apt-get -q update
in_root apt-get -qy install --no-install-recommends PLAIN
mkdir -p "$root/media/medium/partial"
in_root apt-get -qy install --download-only -o Dir::Cache::archives=/media/medium /tmp/package.deb
rm -r "$root/media/medium/partial" "$root/tmp/package.deb"
(cd "$root/media/medium" && dpkg-scanpackages --multiversion . >Packages)
rm -rf "$root"/etc/apt/sources.list.d/* "$root"/var/lib/apt/lists/*
echo 'deb [trusted=yes] file:/media/medium ./' >"$root/etc/apt/sources.list"
in_root apt-get -q update
in_root apt-get clean
for person in PEOPLE; do in_root useradd --create-home --shell /bin/sh "$person"; done
: >"$root/etc/resolv.conf"
"""
"""Done with the network: what our package asks for lies on /media/medium afterwards, as on a DVD."""

ENTER: Final = """
set -eu
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
mount -t proc proc "$2/root/proc"
mount -t tmpfs tmpfs "$2/root/dev/shm"
mkdir -p "$2/root/media/stick" "$2/root/mnt/screen"
mount --bind "$2/screen" "$2/root/mnt/screen"
mount --bind -o ro "$3" "$2/root/media/stick"
touch "$2/ready"
exec sleep infinity
"""


def lacking() -> str:
    """Why there can be no clean room here; empty if there can."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        return f"missing: {', '.join(missing)}"
    return "" if os.geteuid() == 0 else "only root can make a root"


def base(suite: str, package: Path) -> Path:
    """The root of a plain machine with what `package` asks for on its medium; made where it is not there."""
    asked = subprocess.run(
        ["dpkg-deb", "--field", str(package), "Depends", "Recommends"],
        check=True,
        capture_output=True,
    ).stdout
    recipe = FURNISH.replace("PLAIN", " ".join(PLAIN)).replace("PEOPLE", " ".join(PEOPLE))
    key = hashlib.sha256(asked + recipe.encode()).hexdigest()[:12]
    root = WORK / f"{suite}-{key}"
    if not root.exists():
        for old in WORK.glob(f"{suite}-*"):
            shutil.rmtree(old)
        partial = WORK / f"{suite}-partial"
        partial.parent.mkdir(parents=True, exist_ok=True)
        command = ["unshare", "--mount", "sh", "-c", recipe, "sh", str(partial), suite, str(package)]
        with (WORK / f"{suite}.log").open("wb") as log:
            subprocess.run(command, check=True, stdout=log, stderr=log)
        partial.rename(root)
    return root


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a command: everything it said, and how long it took, in s."""

    code: int
    said: str
    seconds: float


class Room:
    """One clean machine; `stick` is what lies on /media/stick in it. Left, it is gone."""

    def __init__(self, root: Path, folder: Path, stick: Path) -> None:
        self._folder = folder
        for name in ("upper", "work", "root", "screen"):
            (folder / name).mkdir(parents=True)
        (folder / "screen").chmod(0o777)
        self._root = folder / "root"
        spaces = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child"]
        arguments = ["sh", "-c", ENTER, "sh", str(root), str(folder), str(stick)]
        self._holder = subprocess.Popen([*spaces, *arguments])
        until(lambda: (folder / "ready").exists() or self._holder.poll() is not None)
        assert self._holder.poll() is None, "the room could not be made"
        children = Path(f"/proc/{self._holder.pid}/task/{self._holder.pid}/children")
        self._inside = children.read_text(encoding="ascii").split()[0]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._holder.kill()
        self._holder.wait()
        until(lambda: not Path(f"/proc/{self._inside}").exists())
        shutil.rmtree(self._folder)

    def command(self, line: str, person: str = "root", **variables: str) -> list[str]:
        """The argv that runs a shell line in the room, in /media/stick."""
        home = "/root" if person == "root" else f"/home/{person}"
        plain = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8"}
        environment = [f"{key}={value}" for key, value in (plain | variables).items()]
        identity = [] if person == "root" else ["runuser", "-u", person, "--"]
        shell = ["sh", "-c", f"cd /media/stick && {line}"]
        enter = ["nsenter", "--target", self._inside, "--mount", "--net", "--pid"]
        return [*enter, "chroot", str(self._root), "env", "-i", *environment, *identity, *shell]

    def do(self, line: str, person: str = "root", said: str = "y\n", **variables: str) -> Done:
        """Runs a shell line as that person would; whoever asks is told yes."""
        start = time.perf_counter()
        done = subprocess.run(
            self.command(line, person, **variables),
            check=False,
            input=said.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return Done(done.returncode, done.stdout.decode(errors="replace"), time.perf_counter() - start)

    def outside(self, line: str) -> Done:
        """Runs a shell line with the tools of this machine, where `$ROOM` is the disk of the room."""
        enter = ["nsenter", "--target", self._inside, "--mount", "--net", "--pid"]
        start = time.perf_counter()
        done = subprocess.run(
            [*enter, "sh", "-c", line],
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"ROOM": str(self._root)},
        )
        return Done(done.returncode, done.stdout.decode(errors="replace"), time.perf_counter() - start)

    def path(self, inside: str) -> Path:
        """A file of the room, as seen from here."""
        return Path(f"/proc/{self._inside}/root{self._root}{inside}")

    def files(self) -> dict[str, str]:
        """Every file, folder and link on its disk, and what `find` says of it."""
        kept = self.do("find / -xdev -printf '%p\\t%y %m %U %l\\n'").said.splitlines()
        return dict(line.split("\t", 1) for line in kept)

    @contextmanager
    def screen(self, size: str = "1920x1080") -> Iterator[Screen]:
        """A virtual screen that is on while this lasts."""
        server = subprocess.Popen(
            self.command(f"exec Xvfb :7 -screen 0 {size}x24 -fbdir /mnt/screen -nolisten tcp -noreset"),
            stderr=subprocess.DEVNULL,
        )
        try:
            until(lambda: self.path("/tmp/.X11-unix/X7").exists())
            yield Screen(self, self._folder / "screen" / "Xvfb_screen0")
        finally:
            self.do("kill $(cat /tmp/.X7-lock)")  # an X server has left the session it was started in
            server.wait()


class Screen:
    """What a virtual screen shows, and what runs on it."""

    def __init__(self, room: Room, file: Path) -> None:
        self._room = room
        self._file = file
        until(lambda: file.exists() and file.stat().st_size > 4)

    def picture(self) -> Image.Image:
        """As it is now: a file of the X window dump format (XWDFile.h), of which the pixels come last."""
        data = self._file.read_bytes()
        header, _, _, _, width, height, *_ = struct.unpack(">6I", data[:24])
        colours = struct.unpack(">20I", data[:80])[19]
        return Image.frombytes("RGB", (width, height), data[header + 12 * colours :], "raw", "BGRX")

    @contextmanager
    def running(self, line: str, person: str = PEOPLE[0]) -> Iterator[Running]:
        """Runs a program on the screen while this lasts."""
        log = self._file.with_name("said.log")
        with log.open("wb") as said:
            command = self._room.command(f"exec {line}", person, DISPLAY=":7")
            running = Running(log, time.perf_counter())
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
            )
        try:
            yield running
        finally:
            stop(process)


@dataclass(frozen=True, slots=True)
class Running:
    """A program on a screen, since `started`, in s of `time.perf_counter`."""

    log: Path
    started: float

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ends what was started in a session of its own: nsenter, and what it started in the room."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait()


def until(holds: Callable[[], bool]) -> None:
    """Waits for a condition; raises TimeoutError."""
    end = time.perf_counter() + PATIENCE
    while not holds():
        if time.perf_counter() > end:
            raise TimeoutError(f"it did not come true in {PATIENCE:.0f} s")
        time.sleep(0.01)
