"""What a folder of ELF files asks of the system: libraries, the C library, and data of libraries inside.

Read with `readelf`, which PyInstaller's own requirement, binutils, brings.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from set_up import Need

OF_C: Final = re.compile(r"(lib(c|m|dl|pthread|resolv|rt|util|gcc_s)|ld-linux-x86-64)\.so\.\d+")

DEPENDS: Final = ("core", "x11")
"""Purposes in system-libraries without which nothing is shown; of the others a package only recommends."""

DATA: Final = {
    "libxkbcommon.so.0": ("xkb-data", "/usr/share/X11/xkb/rules/evdev"),
    "libfontconfig.so.1": ("fontconfig-config", "/etc/fonts/fonts.conf"),
    "libX11.so.6": ("libx11-data", "/usr/share/X11/locale/locale.dir"),
}
"""What a library inside reads and the system's own copy would bring: Debian's package, and a file of it."""


class LibraryError(Exception):
    """A file cannot be read, or it needs a library that packaging/system-libraries does not list."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the system. `needs` are rows of system-libraries; `glibc` a version such as (2, 36).

    `data` are names of libraries inside that read files which come with the system's copies of them.
    """

    needs: tuple[Need, ...]
    glibc: tuple[int, ...]
    data: tuple[str, ...]

    def of(self, *, required: bool) -> list[Need]:
        return [need for need in self.needs if (need.purpose in DEPENDS) == required]


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def asked_by(folder: Path, table: Iterable[Need]) -> Asked:
    """What all ELF files in a folder ask for beyond each other. Raises LibraryError."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and is_elf(path))
    if not files:
        raise LibraryError(f"{folder}: there is no program in it")
    command = ["readelf", "--wide", "--dynamic", "--version-info", *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8"})
    if done.returncode:
        raise LibraryError(f"readelf: {(done.stderr.strip().splitlines() or ['failed'])[0]}")
    inside = {path.name for path in folder.rglob("*")}
    wanted = set(re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", done.stdout)) - inside
    listed = {need.name: need for need in table}
    outside = sorted(name for name in wanted if not OF_C.fullmatch(name))
    unknown = [name for name in outside if name not in listed]
    if unknown:
        raise LibraryError(f"packaging/system-libraries has no row for {', '.join(unknown)}")
    versions = re.findall(r"Name: GLIBC_([\d.]+)", done.stdout)
    glibc = max(tuple(map(int, version.split("."))) for version in versions)
    return Asked(tuple(listed[name] for name in outside), glibc, tuple(sorted(DATA.keys() & inside)))


def for_debian(asked: Asked) -> tuple[list[str], list[str]]:
    """Depends and Recommends as Debian writes them; of packages that were renamed both names, joined by |."""
    version = ".".join(map(str, asked.glibc))
    base = {f"libc6 (>= {version})", *(DATA[name][0] for name in asked.data)}
    required = {" | ".join(need.packages) for need in asked.of(required=True)}
    wished = {" | ".join(need.packages) for need in asked.of(required=False)}
    return sorted(required | base), sorted(wished)


def for_rpm(asked: Asked) -> tuple[list[str], list[str]]:
    """Requires and Recommends by soname and by file: names of packages differ from system to system."""
    version = ".".join(map(str, asked.glibc))
    base = {f"libc.so.6(GLIBC_{version})(64bit)", *(DATA[name][1] for name in asked.data)}
    required = {f"{need.name}()(64bit)" for need in asked.of(required=True)}
    wished = {f"{need.name}()(64bit)" for need in asked.of(required=False)}
    return sorted(required | base), sorted(wished)
