"""Files replaced as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from kiosk.failure import Failure


class WritingError(Failure):
    """A file could not be written; what was there before is there still."""


def write_safely(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, also if the disk is full or the power fails: either the old file is there or the
    new one. Raises WritingError.
    """
    try:
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WritingError(
            f"{path}：写不进去（{reason}），原来的内容没有动。请检查磁盘空间和权限。 / "
            f"{path}: cannot be written ({reason}); what was there is untouched. "
            "Check disk space and permissions."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if new.stat().st_size != len(data):
            raise OSError(0, "incomplete")
        new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """The folder's new entry, too. Windows has no handle for a folder; some shares refuse it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
