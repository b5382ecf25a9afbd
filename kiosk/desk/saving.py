"""Files of the content written so that nothing is ever lost: whole or not at all, the old ones kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.desk.writing import beside, reason, settle, write_new
from kiosk.failure import Failure
from kiosk.program import leave_installed

BACKUPS: Final = ".kiosk-backups"
"""Beside exhibition.yaml; the loader reads nothing that begins with a dot."""
MOST_BACKUPS: Final = 20
"""That are kept; the oldest go."""


class NotSavedError(Failure):
    """The files are as they were. The message says why, in one sentence of each language."""


def keep(folder: Path, files: Mapping[Path, bytes], now: datetime) -> Path:
    """Copies of `files` (path within `folder` → bytes) in a new folder named by the time, which is returned.

    Raises NotSavedError, InstalledError; older copies beyond MOST_BACKUPS are deleted.
    """
    leave_installed(folder)
    shelf, place = folder / BACKUPS, None
    try:
        if shelf.is_symlink():
            raise NotADirectoryError(20, "link", str(shelf))
        shelf.mkdir(exist_ok=True)
        place = _new_folder(shelf, now)
        for path, data in files.items():
            copy = place / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            write_new(copy, data)
            settle(copy.parent)
    except OSError as fault:
        if place:
            shutil.rmtree(place, ignore_errors=True)
        raise NotSavedError(
            f"没有写入：备份存不进 {shelf}（{reason(fault)}） / "
            f"nothing was written: no copy can be kept in {shelf} ({reason(fault)})"
        ) from fault
    for old in sorted(entry for entry in shelf.iterdir() if entry.is_dir())[:-MOST_BACKUPS]:
        shutil.rmtree(old, ignore_errors=True)
    return place


def _new_folder(shelf: Path, now: datetime) -> Path:
    stem = now.strftime("%Y-%m-%dT%H-%M-%S")
    for number in range(1, 1000):
        place = shelf / (stem if number == 1 else f"{stem}-{number:03}")
        with suppress(FileExistsError):
            place.mkdir()
            return place
    raise FileExistsError(17, "full", str(shelf))


def write_all(files: Mapping[Path, bytes]) -> None:
    """Puts these bytes in the place of existing files: all are on the disk before the first is exchanged.

    Raises NotSavedError.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            fresh = beside(path)
            write_new(fresh, data)
            ready[path] = fresh
            fresh.chmod(path.stat().st_mode & 0o7777)
            if not os.access(path, os.W_OK):
                raise PermissionError(13, os.strerror(13), str(path))
        for path, fresh in ready.items():
            fresh.replace(path)
            settle(path.parent)
    except OSError as fault:
        for path in files:
            with suppress(OSError):
                beside(path).unlink(missing_ok=True)
        name = [*ready, *(path for path in files if path not in ready)][min(len(ready), len(files) - 1)].name
        raise NotSavedError(
            f"没有写入 {name}（{reason(fault)}） / {name} was not written ({reason(fault)})"
        ) from fault
