"""Whether the program itself is whole: its own files, and the libraries that the system lends it."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.exhibition import Text
from kiosk.doctor.eyes import Loading
from kiosk.doctor.findings import Check, Finding, bad, good, look, unknown
from kiosk.doctor.probe import Trouble
from kiosk.hall.installation import STAFF_S, ends, is_library
from kiosk.hall.places import is_bundle

NAMED: Final = 5
"""Damaged files that are named."""


def manifest() -> Path | None:
    """The list of the bundle's files as it was built, for `sha256sum --check` in the folder above it."""
    if not is_bundle():
        return None
    return Path(str(getattr(sys, "_MEIPASS", ""))) / "manifest.txt"


def damaged(file: Path) -> list[str]:
    """Which files of the program are gone or changed, by their names in its manifest. Raises OSError."""
    return [name for name, digest in _listed(file) if _digest(file.parent.parent / name) != digest]


def _listed(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        digest, gap, name = line.partition("  ")
        if gap and not line.startswith("#") and not name.startswith(STAFF_S):
            yield name, digest


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


_REINSTALL: Final = Text("重新安装程序；内容和设置不受影响。", "Install it again; content and settings stay.")


def files(file: Path | None) -> Finding:
    """What the manifest says of the program's files; `file` is None in a checkout."""
    if file is None:
        return unknown(
            Check.PROGRAM,
            Text("从源代码运行，不核对。", "Not looked at: this runs from its sources."),
            damaged=None,
        )
    try:
        found, count = damaged(file), len(list(_listed(file)))
    except OSError:
        found, count = [file.name], 1
    if not count:
        found = [file.name]
    if not found:
        return good(
            Check.PROGRAM,
            f"{count} 个文件都在，没有变。",
            f"All {count} files are as they were built.",
            damaged=[],
        )
    if all(_is_another_build(name, file.parent.parent / name) for name in found):
        return look(
            Check.PROGRAM,
            Text(f"换过 {len(found)} 个程序库：{_named(found)}", f"Replaced libraries: {_named(found)}"),
            Text(
                "是自己换的就不用管；不是，就重新安装程序。", "If nobody meant to, install the program again."
            ),
            damaged=found,
        )
    return bad(
        Check.PROGRAM,
        Text(
            f"{len(found)} 个文件缺失或损坏：{_named(found)}",
            f"Gone or damaged: {_named(found)} ({len(found)} in all)",
        ),
        _REINSTALL,
        damaged=found,
    )


def _is_another_build(name: str, path: Path) -> bool:
    try:
        return is_library(name) and ends(str(path), path.stat().st_size)
    except OSError:
        return False


def _named(files: list[str]) -> str:
    return ", ".join(files[:NAMED]) + (" …" if len(files) > NAMED else "")


@dataclass(frozen=True, slots=True)
class Need:
    """A library that the system lends, what for, and the Debian packages that may hold it."""

    name: str
    purpose: str
    packages: tuple[str, ...]


def needs(table: Path, environment: Mapping[str, str]) -> list[Need]:
    """Those of packaging/system-libraries that count here: what draws only where there is a display."""
    wanted = {"core"}
    wanted |= {"x11"} if environment.get("DISPLAY") else set()
    wanted |= {"wayland"} if environment.get("WAYLAND_DISPLAY") else set()
    try:
        lines = table.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    rows = [row for line in lines if len(row := line.partition("#")[0].split()) == 3]
    found = [Need(name, purpose, tuple(packages.split("|"))) for name, purpose, packages in rows]
    return [need for need in found if need.purpose in wanted and not _is_brought(need.name)]


def system_libraries() -> Path:
    """The table of what the system must lend; the bundle carries it."""
    root = Path(str(getattr(sys, "_MEIPASS", Path(__file__).parents[2])))
    return root / "packaging" / "system-libraries"


def _is_brought(name: str) -> bool:
    """Whether the bundle has this library itself."""
    folder = getattr(sys, "_MEIPASS", None)
    return folder is not None and any(True for _ in Path(str(folder)).rglob(name))


def libraries(found: Loading | Trouble, asked: Sequence[Need]) -> Finding:
    """What does not load, and the packages that hold it."""
    if isinstance(found, Trouble):
        return bad(
            Check.LIBRARIES,
            Text(f"查系统库的进程停了：{found.said}", f"The look at the libraries broke off: {found.said}"),
            _REINSTALL,
        )
    lacking = [need for need in asked if need.name in found.lacking]
    if lacking:
        names = ", ".join(need.name for need in lacking)
        packages = " ".join(dict.fromkeys("|".join(need.packages) for need in lacking))
        return bad(
            Check.LIBRARIES,
            Text(f"缺 {names}", f"Missing: {names}"),
            Text(
                f"Debian、Ubuntu：apt-get install {packages}（有 | 的，取这个系统有的那个）",
                f"Debian, Ubuntu: apt-get install {packages} (of names with | the one that this system has)",
            ),
            lacking=[need.name for need in lacking],
        )
    if found.refusal:
        return bad(
            Check.LIBRARIES,
            Text(f"Qt 装不上：{found.refusal}", f"Qt does not load: {found.refusal}"),
            _REINSTALL,
            lacking=[],
            qt=found.refusal,
        )
    return good(Check.LIBRARIES, "Qt 要的都在。", "All that Qt needs is there.", lacking=[])


def is_root() -> bool:
    return getattr(os, "geteuid", lambda: 1)() == 0
