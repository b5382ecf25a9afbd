"""Whether the program is whole: what a bundle's manifest lists is there, in its full size."""

from __future__ import annotations

import os
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.failure import Failure

MANIFEST: Final = Path("_internal", "manifest.txt")
STAFF_S: Final = ("_internal/content/", "hall.yaml")
"""What is checked as content and as settings, and may be changed where the program lies in a folder."""

_LIBRARY: Final = re.compile(r"\.(so|dll|dylib)(\.|$)")


def is_library(name: str) -> bool:
    """Whether it is a shared library: anybody may put a build of their own in its place (LGPL 3, 4d)."""
    return bool(_LIBRARY.search(name))


class InstallationError(Failure):
    """Files of the program are missing or cut short. The message names one and the remedy."""


def check_installation(folder: Path) -> None:
    """Raises InstallationError. `folder`: the executable's; without a manifest there is nothing to go by."""
    try:
        manifest = (folder / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    damaged = next(_damaged(folder, manifest), None)
    if damaged:
        raise InstallationError(incomplete(damaged))


def incomplete(name: str) -> str:
    return (
        f"程序不完整：{name} 缺失或损坏。请重新安装，展览内容和设置不会改动 / "
        f"the program is incomplete: {name} is missing or damaged. "
        "Install it again: content and settings stay as they are"
    )


def _damaged(folder: Path, manifest: str) -> Iterator[str]:
    """Those of the lines `# <bytes> <name>` that do not hold."""
    top = f"{folder}{os.sep}"
    for line in manifest.splitlines():
        if not line.startswith("# "):
            continue
        length, _, name = line[2:].partition(" ")
        if not length.isdigit() or name.startswith(STAFF_S):
            continue
        try:
            found = os.stat(top + name).st_size  # noqa: PTH116  (a third of the time of Path)
            whole = found == int(length) or (is_library(name) and ends(top + name, found))
        except OSError:
            whole = False
        if not whole:
            yield name


def ends(library: str, size: int) -> bool:
    """Whether a library of another size than ours is all there: one that was cut short ends the program by a
    bus error. An ELF file says where its last table lies; of others nothing is known.
    """
    with open(library, "rb") as stream:  # noqa: PTH123
        head = stream.read(64)
    if not head.startswith(b"\x7fELF\x02\x01"):
        return size > 0 and sys.platform != "linux"
    if len(head) < 64:
        return False
    (table,) = struct.unpack_from("<Q", head, 0x28)
    length, count = struct.unpack_from("<HH", head, 0x3A)
    return bool(table + length * count <= size)
