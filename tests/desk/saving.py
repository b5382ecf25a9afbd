"""How editors save, and how a copy over a network arrives."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final


def in_place(path: Path, data: bytes) -> None:
    """As Notepad does."""
    path.write_bytes(data)


def by_renaming(path: Path, data: bytes) -> None:
    """As VS Code and most others do: a new file takes the old one's name."""
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)


def with_backup(path: Path, data: bytes) -> None:
    """As vim and gedit do: the old file is put aside, and a new one written."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_bytes(data)


def anew(path: Path, data: bytes) -> None:
    """As some synchronising programs do."""
    path.unlink()
    path.write_bytes(data)


def unstamped(path: Path, data: bytes) -> None:
    """On a stick whose clock is coarse: the same size, the same time, the same place."""
    before = path.stat()
    data = data.ljust(before.st_size)
    assert len(data) == before.st_size, "as long as before"
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


Save = Callable[[Path, bytes], None]
WAYS: Final[tuple[Save, ...]] = (in_place, by_renaming, with_backup, anew)


def edit(path: Path, before: str, after: str, save: Save = in_place) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    save(path, text.replace(before, after, 1).encode())
